from __future__ import annotations

from dataclasses import replace

from kit.articles.article import Article
from kit.articles.parts import parts_of
from kit.mentions.basis import Basis, basis_of
from kit.mentions.finding import find_mentions
from kit.tables import fingerprint


def article(name, text, **about):
    return Article(name, text, parts_of(text), **about)


FIRST = article("a", "زار خليفة حفتر روسيا.", source="الخبر", date="2018-03-05")
SECOND = article("b", "قالت تركيا نعم.", source="الشروق", date="2018-01-01")
THIRD = article("c", "قالت تركيا لا.", source="الشروق")


def found(*articles):
    return find_mentions(articles, engine="lexicon")


def test_a_basis_says_what_was_read_and_what_found_it():
    basis = basis_of(found(FIRST, SECOND, THIRD))
    assert basis == Basis(
        kit=basis.kit,
        lexicon=fingerprint(),
        corpus=basis.corpus,
        articles=3,
        words=10,
        mentions=4,
        outlets=("الشروق", "الخبر"),
        since="2018-01-01",
        until="2018-03-05",
        undated=1,
        engines=("lexicon",),
        titles=False,
        undecided=0,
        decided=0,
    )
    assert Basis.from_dict(basis.to_dict()) == basis


def test_a_basis_of_nothing_is_one_too():
    basis = basis_of(found())
    assert (basis.articles, basis.since, basis.outlets) == (0, "", ())


def test_fingerprints_tell_texts_and_ids_apart():
    same = basis_of(found(FIRST, SECOND)).corpus
    assert basis_of(found(FIRST, SECOND)).corpus == same
    others = [
        found(SECOND, FIRST),
        found(FIRST),
        found(replace(FIRST, id="x"), SECOND),
        found(article("a", "زار خليفة حفتر روسيا!"), SECOND),
    ]
    assert len({same, *(basis_of(one).corpus for one in others)}) == 5
