"""What a notebook shows of a value: a line, never a screen full of text."""

import pytest

from kit import (
    Article,
    Articles,
    Decision,
    Decisions,
    Filter,
    bars,
    count_mentions,
    find_mentions,
)
from kit.articles.article import Problem
from kit.articles.parts import parts_of
from kit.decisions import Kept
from kit.language.english import brief, series, several

TEXT = (
    "حفتر يزور ليبيا\n"
    "زار خليفة حفتر ليبيا والعراق. وقالت بعثة الأمم المتحدة للدعم في ليبيا نعم.\n"
)
ARTICLE = Article("a", TEXT, parts_of(TEXT), title="حفتر يزور ليبيا")
ARTICLES = Articles((ARTICLE,), (Problem("b.txt", "is empty"),))
MENTIONS = find_mentions(ARTICLES, engine="lexicon")
COUNTS = count_mentions(MENTIONS)
ALIAS = Decision(action="alias", surface="المشير", entity="khalifa-haftar")
UNREAD = Kept("x", 2, "is no decision")


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (ARTICLE, "<Article 'a': 'حفتر يزور ليبيا', 2 paragraphs, 91 characters>"),
        (ARTICLES, "<Articles: 1 article, 1 problem>"),
        (Articles(()), "<Articles: 0 articles>"),
        (
            MENTIONS,
            "<Mentions: 8 mentions of 3 actors and 2 countries in 1 article>",
        ),
        (
            COUNTS,
            "<Counts: mentions of 2 countries in 16 words of 1 article; see table>",
        ),
        (
            count_mentions(MENTIONS, by="actor", unit="sentences"),
            "<Counts: sentences of 3 actors in 16 words of 1 article; see table>",
        ),
        (bars(COUNTS, language="en"), "<Chart: bars, 'Mentions of countries', 2 rows>"),
        (Filter(), "Filter()"),
        (Filter(actors=["un"], nested=False), "Filter(actors=('un',), nested=False)"),
        (Decisions((ALIAS,)), "<Decisions: 1 decision>"),
        (
            Decisions((), (UNREAD,)),
            "<Decisions: 0 decisions, 1 line that could not be read>",
        ),
    ],
)
def test_a_value_is_printed_as_one_line(value, line):
    assert repr(value) == str(value) == line
    assert not hasattr(value, "_repr_html_")


def test_a_printed_filter_is_written_as_it_would_be_made_again():
    where = Filter(actors=["un"], parts=None, capitals=True, text="قال")
    assert eval(repr(where)) == where  # noqa: S307  # the test's own text


def test_the_words_around_a_number_agree_with_it():
    assert several(1, "actor") == "1 actor"
    assert several(0, "country", "countries") == "0 countries"
    assert several(12345, "word") == "12,345 words"
    assert series(["1 actor"]) == "1 actor"
    assert series(["1 actor", "2 places"]) == "1 actor and 2 places"


def test_a_long_text_is_printed_by_its_beginning():
    assert brief("أ" * 40) == "أ" * 40
    assert brief("أ\nب" + "ت" * 40) == "أ ب" + "ت" * 36 + "…"
