from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import polars as pl
import pytest

from kit.counts import FORMS, Filter
from kit.explorer import panels
from kit.explorer.question import Question, after
from kit.explorer.state import view_state
from kit.mentions.mention import WAYS

BUT_DEMONYMS = tuple(way for way in WAYS if way != "demonym")


def text_of(html):
    return unescape(re.sub("<[^>]+>", "", html))


def picks_of(html):
    return [
        json.loads(unescape(one)) for one in re.findall('data-pick="([^"]+)"', html)
    ]


def test_the_header_says_how_much_was_counted(mentions):
    header = panels.header(view_state(mentions, Question()))
    assert text_of(header) == (
        "مستكشف الأخبار العربية7 إشارات · اسمان · مقالان · 25 كلمة123١٢٣العربيةEnglish"
    )


def test_a_new_screen_has_no_chip(mentions):
    html = panels.chips(view_state(mentions, Question()))
    assert "kit-chip " not in html
    assert html.count("<button") == 1  # the way back, which is always there
    assert "بلا مرشحات" in html


def test_every_filter_is_a_chip_that_takes_it_back(mentions):
    where = Filter(
        countries=("LY",),
        actors=("khalifa-haftar",),
        forms=tuple(form for form in FORMS if form != "demonym"),
        parts=("headline", "caption", "body", "notice"),
        articles=("first",),
        nested=False,
        repeats=True,
        text="وقف",
    )
    question = Question(where=where, selected="LY")
    chips = panels.chips(view_state(mentions, question))
    assert re.findall(r'aria-label="أزل المرشح: ([^"]+)"', chips) == [
        "ليبيا",
        "ليبيا",
        "خليفة حفتر",
        "دون النسبة",
        "مع التنويهات",
        "وقف القتال في ليبيا",
        "«وقف»",
        "دون أسماء داخل أسماء أطول",
        "مع شروح وفقرات مكررة",
    ]
    for click in picks_of(chips)[:-1]:
        question = after(question, click)
    assert question == Question()


@pytest.mark.parametrize(
    "facet", ["countries", "actors", "forms", "ways", "parts", "articles"]
)
def test_a_filter_that_lets_nothing_in_is_a_chip_too(mentions, facet):
    question = Question(where=Filter(**{facet: ()}))
    chips = panels.chips(view_state(mentions, question))
    assert "لا شيء من" in chips
    assert after(question, picks_of(chips)[0]).where == Filter()


def test_a_checked_box_is_checked(mentions):
    question = Question(where=Filter(countries=("EG",)))
    filters = panels.filters(view_state(mentions, question))
    boxes = re.findall(
        r'data-pick="\[[^]]*countries[^]]*quot;(\w\w)&quot;\]"( checked)?', filters
    )
    assert boxes == [("LY", ""), ("EG", " checked")]


def test_the_table_gives_the_numbers_of_the_bars(mentions):
    view = view_state(mentions, Question(view="table", language="en"))
    rows = re.findall(r"<tr>(.*?)</tr>", panels.table(view))
    assert [re.findall(r">([^<>]+)<", row) for row in rows] == [
        ["Name", "mentions", "Share of mentions"],
        ["Libya", "4", "57.1%"],
        ["Egypt", "3", "42.9%"],
    ]
    view = view_state(mentions, Question(view="table", language="en", unit="articles"))
    rows = re.findall(r"<tr>(.*?)</tr>", panels.table(view))
    assert re.findall(r">([^<>]+)<", rows[1]) == ["Libya", "2", "4", "57.1%"]


def test_an_empty_result_says_what_to_do(mentions):
    view = view_state(mentions, Question(where=Filter(text="لا يوجد")))
    assert text_of(panels.table(view)) == (
        "لا نتائج: أزل مرشحًا من المرشحات الفعالة أعلاه لترى المزيد."
    )


@pytest.mark.parametrize(
    ("where", "texts"),
    [
        (Filter(ways=("name", "short")), ["only: bare names, short names"]),
        (Filter(ways=BUT_DEMONYMS), ["without demonyms"]),
        (Filter(forms=("name",)), ["only: names"]),
        (Filter(capitals=True), ["with capitals for their countries"]),
        (Filter(nested=False), ["without names inside longer names"]),
    ],
)
def test_a_limited_list_is_said_in_the_shorter_way(mentions, where, texts):
    question = Question(where=where, language="en")
    chips = panels.chips(view_state(mentions, question))
    assert re.findall(r'aria-label="Remove filter: ([^"]+)"', chips) == texts
    assert after(question, picks_of(chips)[0]).where == Filter()


@pytest.mark.parametrize(
    ("undecided", "said"),
    [(1, " · واحدة غير محسومة"), (2, " · اثنتان غير محسومتين"), (3, " · 3 غير محسومة")],
)
def test_the_header_says_how_many_are_undecided(mentions, undecided, said):
    numbered = mentions.rows.with_row_index("row")
    doubted = (pl.col("row") < undecided) | (pl.col("kind") != "country")
    libya = numbered.sort(pl.col("kind") != "country").drop("row").with_row_index("row")
    rows = libya.with_columns(undecided=pl.when(doubted).then(pl.lit("amman")))
    doubtful = replace(mentions, rows=rows.drop("row"))
    header = panels.header(view_state(doubtful, Question()))
    assert f"كلمة{said}123١٢٣العربية" in text_of(header)
