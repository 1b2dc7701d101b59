"""Headwords: common nouns that begin the name of an organisation or a place.

``جامعة``, ``حزب``, ``هيئة``, ``ساحة``: what follows them, not a list of names, says
that here one is named. ``heads.csv`` says for each head what kind of thing it begins,
whether it belongs to the name, and which complements make a name of it;
``complements.csv`` holds the words that such complements are built of.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kit.language.normal import normalise
from kit.lexicon.actors import MANY
from kit.lexicon.form import Form
from kit.lexicon.index import ARTICLE, Entry, Index
from kit.tables import table


@dataclass(frozen=True, slots=True)
class Head:
    """A common noun that begins names: ``جامعة``.

    Attributes
    ----------
    word
        The noun without the article.
    kind
        ``organisation`` or ``place``.
    inside
        Whether it belongs to the name (``حي``); ``مدينة`` does not.
    takes
        The complements that make a name, as ``kit/data/README.md`` lists them.
    common
        First words, in normal form, of complements that make none (مركز المدينة).

    """

    word: str
    kind: str
    inside: bool
    takes: frozenset[str]
    common: frozenset[str]

    @property
    def feminine(self) -> bool:
        """Whether its adjective is feminine: also after a plural of things."""
        return self.word.endswith("ة") or "several" in self.takes


@cache
def heads() -> dict[str, Head]:
    """Give the heads by their normal form, with the article and without."""
    found: dict[str, Head] = {}
    for row in table("heads"):
        head = Head(
            row["head"],
            row["kind"],
            row["span"] == "in",
            frozenset(row["takes"].split(MANY)),
            frozenset(map(normalise, row["not"].split(MANY))),
        )
        found[normalise(head.word)] = head
        if "definite" in head.takes:
            found[normalise(ARTICLE + head.word)] = head
    return found


@cache
def head_index() -> Index:
    """Index the heads, so that they are found in the same pass as all names."""
    index = Index()
    for word, head in heads().items():
        note = "definite" if word.startswith(ARTICLE) else ""
        form = Form(head.word, word, "phrase", "name", None, note)
        index.add(word, Entry(form))
    return index


@cache
def complement_words(role: str) -> frozenset[str]:
    """Give the words of a role in complements, in normal form."""
    rows = table("complements")
    return frozenset(normalise(row["word"]) for row in rows if row["role"] == role)
