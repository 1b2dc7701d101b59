from __future__ import annotations

from dataclasses import replace

import pytest

from kit.charts.bars import bars
from kit.mentions.basis import Basis

BASIS = Basis(
    kit="0.1.0",
    lexicon="abc",
    corpus="def",
    articles=12,
    words=3400,
    mentions=120,
    outlets=("الخبر", "الشروق"),
    since="2018-01-01",
    until="2018-03-05T10:00",
    undated=2,
    engines=("lexicon", "recogniser"),
    titles=False,
    undecided=3,
    decided=1,
)


@pytest.fixture
def said(make_counts):
    def make(language, **changes):
        counts = replace(
            make_counts({"LY": 14}), basis=lambda: replace(BASIS, **changes)
        )
        return dict(bars(counts, language=language).method)

    return make


def test_a_method_says_what_was_read_found_counted_and_left_open(said):
    english = said("en")
    assert list(english) == [
        "Material",
        "How names were found",
        "What was counted",
        "What remains open",
        "To check",
    ]
    assert english["Material"] == (
        "12 articles, 3,400 words, from الخبر and الشروق, "
        "1 January 2018 – 5 March 2018, 2 of them undated."
    )
    assert english["What remains open"] == (
        "The context left 3 of 120 mentions undecided; they count for the likelier "
        "reading. The researcher corrected it by 1 decision."
    )
    assert "learned recogniser" in english["How names were found"]
    assert "def" in english["To check"]


def test_it_is_said_in_arabic_too(said):
    arabic = said("ar", undated=0, undecided=0, decided=0)
    assert arabic["المادة"] == (
        "12 مقالًا، 3,400 كلمة، من الخبر والشروق، من 1 يناير 2018 إلى 5 مارس 2018."
    )
    assert arabic["ما لم يُحسم"] == "لم يبق شيء غير محسوم. ولم يغيّر الباحث شيئًا."


def test_many_outlets_are_counted_and_some_are_named(said):
    many = said("en", outlets=tuple("abcdefg"))["Material"]
    assert "from 7 outlets, among them a, b, c, d and e" in many


def test_engines_are_named_as_they_were(said):
    tables = said("en", engines=("lexicon",), titles=True)["How names were found"]
    assert "recogniser" not in tables
    assert tables.endswith("Titles count for who holds them.")


def test_a_chart_of_numbers_alone_says_what_was_counted(make_counts):
    assert [head for head, _ in bars(make_counts({"LY": 1}), language="en").method] == [
        "What was counted"
    ]
