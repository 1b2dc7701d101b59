from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import polars as pl
import pytest

from kit.counts import Filter
from kit.explorer import evidence
from kit.explorer.question import Question
from kit.explorer.reading import article, highlighted
from kit.explorer.sentences import sentences, turning
from kit.explorer.state import view_state

HOSTILE = '<img src=x onerror="alert(1)"> ليبيا\n\nقالت <script>مصر</script> نعم.'


def text_of(html):
    return unescape(re.sub("<[^>]+>", "", html))


def test_a_sentence_shows_its_mention_and_where_it_comes_from(mentions):
    view = view_state(mentions, Question(selected="LY"))
    second = sentences(mentions, view).split("<li>")[2]
    assert '<p dir="rtl" lang="ar">تقدم الجيش الوطني <mark>الليبي</mark> في' in second
    assert text_of(second) == (
        "تقدم الجيش الوطني الليبي في ليبيا."
        "المتن · الاسم داخل اسم أطول · demonym الليبي · وقف القتال في ليبيا · صحّح"
    )


def test_many_sentences_come_in_pages(found):
    text = "عنوان الخبر هنا\n\n" + "تقع مصر هنا. " * 45
    many = found(long=text)
    pages = [view_state(many, Question(page=page)) for page in (0, 1, 2, 9)]
    counts = [sentences(many, view).count("<li>") for view in pages]
    assert counts == [20, 20, 5, 5]
    ranges = [text_of(turning(view)) for view in pages]
    assert ranges == [
        "السابق1–20 من 45التالي",
        "السابق21–40 من 45التالي",
        "السابق41–45 من 45التالي",
        "السابق41–45 من 45التالي",
    ]


def test_one_page_needs_no_turning(mentions):
    assert turning(view_state(mentions, Question())) == ""


def test_the_article_is_shown_whole_with_its_mentions_marked(mentions):
    view = view_state(mentions, Question(view="read", selected="LY", article="first"))
    html = article(mentions, view)
    marked = re.findall(r'<mark class="([^"]+)" title="([^"]+)"', html)
    assert marked[:3] == [
        ("kit-country kit-strong", "ليبيا · name ليبيا"),
        ("kit-organisation", "الجيش الوطني الليبي · name الجيش الوطني الليبي"),
        ("kit-country kit-strong", "ليبيا · demonym الليبي"),
    ]
    assert "تنويه: " in text_of(html)
    assert "المقال 1 من 2" in text_of(html)


def test_a_mark_that_crosses_another_is_left_out():
    spans = [(0, 4, ""), (2, 6, ""), (6, 8, "")]
    assert highlighted("abcdefgh", 0, 8, spans) == (
        "<mark>abcd</mark>ef<mark>gh</mark>"
    )


def test_no_text_of_an_article_becomes_a_tag(found):
    hostile = found(**{"<b>id</b>": HOSTILE})
    named = hostile.entities.with_columns(name=pl.lit("<i>اسم</i>"))
    hostile = replace(hostile, entities=named)
    for view_name in ("overview", "read", "concordance", "table"):
        view = view_state(hostile, Question(view=view_name))
        html = evidence.panel(hostile, view) + str(evidence.pane(hostile, view))
        assert set(re.findall(r"<(\w+)", html)) <= {
            *("h4", "bdi", "ol", "li", "p", "mark", "div", "button", "span", "kbd"),
            *("table", "caption", "thead", "tbody", "tr", "th", "td", "label"),
            "None",
        }


def test_a_selection_without_rows_says_what_to_do(mentions):
    question = Question(where=Filter(text="وصل"), selected="LY")
    panel = evidence.panel(mentions, view_state(mentions, question))
    assert text_of(panel).startswith("لا نتائج: أزل مرشحًا")


@pytest.mark.parametrize(
    ("undecided", "language", "doubt"),
    [
        ("amman", "ar", "غير محسوم: قد يكون عمّان (العاصمة)"),
        ("amman", "en", "undecided: may be Amman (capital)"),
        ("LY nobody", "ar", "غير محسوم: قد يكون ليبيا أو nobody"),
        ("LY nobody", "en", "undecided: may be Libya or nobody"),
    ],
)
def test_an_undecided_mention_says_whom_else_it_may_mean(
    mentions, undecided, language, doubt
):
    rows = mentions.rows.with_columns(undecided=pl.lit(undecided))
    open_to_doubt = replace(mentions, rows=rows)
    view = view_state(open_to_doubt, Question(selected="EG", language=language))
    assert doubt in text_of(sentences(open_to_doubt, view))


def test_a_bar_with_every_way_switched_off_keeps_its_ledger(mentions):
    question = Question(where=Filter(ways=()), selected="LY")
    panel = evidence.panel(mentions, view_state(mentions, question))
    assert panel.count('<li class="kit-off">') == 2
    assert "مجموع الإشارات0" in text_of(panel)
