"""Searching all sentences at once gives what searching each by itself would."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kit.articles.article import Article, Articles
from kit.articles.parts import parts_of
from kit.counts.searching import containing
from kit.language.normal import normalise

LETTERS = st.text(st.sampled_from("ابأةىﻻ ًـ.\n\x1c\u00a0\u200f(+Aß"), max_size=40)


def collection(texts):
    return Articles(
        tuple(
            Article(str(number), text, parts_of(text))
            for number, text in enumerate(texts)
        )
    )


def one_by_one(articles, sought):
    return [
        (article.id, number)
        for article in articles
        for number, (start, end) in enumerate(article.sentences())
        if sought in " ".join(normalise(article.text[start:end]).split())
    ]


@given(st.lists(LETTERS, max_size=5), st.text("ابلهي .+(", min_size=1, max_size=4))
@example(["قالت أنقرة. وعادت\u00a0\x1cانقره"], "انقره")
@example(["ﻻ أحد"], "لا احد")
def test_it_finds_what_is_found_one_by_one(texts, typed):
    sought = " ".join(normalise(typed).split())
    if not sought:
        return
    articles = collection(texts)
    assert containing(articles, sought).rows() == one_by_one(articles, sought)


@pytest.mark.parametrize(
    "sought", ["c++", "(ا.ب", r"\d", "[ا]", "ا|ب", "<ب>", "a-b&c~"]
)
def test_signs_are_sought_as_they_are(sought):
    articles = collection([f"قالت {sought} ثم. وعاد", "لا شيء هنا"])
    assert (
        containing(articles, sought).rows()
        == [("0", 0)]
        == (one_by_one(articles, sought))
    )


def test_other_articles_are_searched_for_themselves():
    first, second = collection(["ليبيا هنا"]), collection(["مصر هنا"])
    assert containing(first, "ليبيا").height == 1
    assert containing(second, "ليبيا").height == 0
    assert containing(first, "ليبيا").height == 1
