import re
from dataclasses import replace
from html import unescape

import pytest

from kit.explorer import correction
from kit.explorer.book import Book
from kit.explorer.draft import Draft
from kit.explorer.question import Question, after

HAFTAR = ("second", 0, 4, "khalifa-haftar")


def text_of(html):
    return unescape(re.sub("<[^>]+>", " ", html))


def asked(*clicks, language="ar"):
    question = Question(language=language)
    for click in (["correct", *HAFTAR], *clicks):
        question = after(question, click)
    return question


def panel(mentions, *clicks, language="ar"):
    return correction.panel(Book(mentions), asked(*clicks, language=language))


def picks(html):
    return re.findall(r'data-pick="([^"]*)"', html)


def test_a_correction_shows_its_sentence_and_what_may_be_said(mentions):
    html = panel(mentions)
    assert '<p dir="rtl" lang="ar"><mark>حفتر</mark> في مصر</p>' in html
    assert "يُحسب الآن: خليفة حفتر" in text_of(html)
    assert len([one for one in picks(html) if "action" in one]) == 8
    assert "kit-accept" not in html


def test_a_country_belongs_to_no_other(mentions):
    question = Question(draft=Draft("second", 8, 11, "EG"))
    html = correction.panel(Book(mentions), question)
    assert "no_country" not in html
    assert "someone_else" in html


def test_who_is_near_is_offered_and_who_is_sought_is_found(mentions):
    near = panel(mentions, ["draft", "action", "someone_else"])
    assert [one for one in picks(near) if "becomes" in one] == [
        "[&quot;draft&quot;, &quot;becomes&quot;, &quot;EG&quot;]",
        "[&quot;draft&quot;, &quot;becomes&quot;, &quot;LY&quot;]",
    ]
    clicks = [["draft", "action", "someone_else"], ["draft", "sought", "بومبيو"]]
    assert "mike-pompeo" in panel(mentions, *clicks)
    clicks[1] = ["draft", "sought", "qqqqq"]
    assert "لا أحد بهذا الاسم" in text_of(panel(mentions, *clicks))


def test_the_difference_is_shown_before_it_is_accepted(mentions):
    clicks = [["draft", "action", "someone_else"], ["draft", "becomes", "EG"]]
    html = panel(mentions, *clicks, language="en")
    told = " ".join(text_of(html).split())
    assert "Egypt · +1 · 3 → 4 · 1 article" in told
    assert "Khalifa Haftar · \N{MINUS SIGN}1 · 3 → 2 · 1 article" in told
    assert "kit-accept" in html


def test_what_cannot_be_decided_is_said_in_words(mentions):
    said = {"name": "خليفة حفتر", "english": "Khalifa Haftar", "kind": "person"}
    html = panel(mentions, ["draft", "action", "new_actor"], ["draft", "new", said])
    assert "'khalifa-haftar' is known already." in text_of(html)
    assert "kit-accept" not in html


def test_a_mention_that_is_no_more_is_not_corrected(mentions):
    gone = replace(mentions, rows=mentions.rows.clear())
    assert correction.panel(Book(gone), asked()) == ""
    assert correction.panel(Book(mentions), Question()) == ""


@pytest.mark.parametrize("action", ["someone_else", "alias", "new_actor"])
def test_nothing_of_an_article_becomes_a_tag(found, action):
    hostile = found(**{"<b>": 'قال <img src=x onerror="a"> في ليبيا "<script>" نعم.'})
    row = hostile.rows.row(0, named=True)
    place = [row[one] for one in ("article", "start", "end", "entity")]
    question = Question()
    for click in (
        ["correct", *place],
        ["draft", "action", action],
        ["draft", "sought", '"><script>'],
    ):
        question = after(question, click)
    html = correction.panel(Book(hostile), question)
    assert not {"img", "script", "b"} & set(re.findall(r"<(\w+)", html))
