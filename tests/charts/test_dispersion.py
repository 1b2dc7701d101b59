from __future__ import annotations

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from kit.charts.dispersion import MARKS, dispersion
from kit.labels import counted


def test_every_mention_becomes_a_mark_on_the_way_through_its_text(make_positions):
    positions = make_positions(("LY", "a", 0), ("LY", "b", 100), ("RU", "a", 50))
    chart = dispersion(positions)
    assert (chart.title, chart.direction, chart.empty) == (
        "أين تُذكر الأسماء في النص",
        "rtl",
        "",
    )
    assert chart.subtitle == (
        "كل علامة إشارة · 3 إشارات في العناوين وشروح الصور والمتن"
        " · بما فيها الأسماء داخل أسماء أطول · اسمان"
        " · مقالان · يُقرأ من اليمين إلى اليسار"
    )
    assert chart.alt == (
        "رسم المواضع: أين تُذكر الأسماء في النص، اسمان، أكثرها: "
        "ليبيا (إشارتان)، روسيا (إشارة واحدة)."
    )
    expected = pl.DataFrame(
        {
            "entity": ["LY", "LY", "RU"],
            "label": ["ليبيا", "ليبيا", "روسيا"],
            "article": ["a", "b", "a"],
            "start": [0, 500, 250],
            "token": [0, 100, 50],
            "tokens": [200, 200, 200],
            "at": [0.0, 50.0, 25.0],
            "surface": ["ليبيا", "ليبيا", "ليبيا"],
            "mentions": [1, 1, 1],
        },
        schema_overrides={
            "start": pl.UInt32,
            "token": pl.UInt32,
            "tokens": pl.UInt32,
        },
    )
    assert_frame_equal(chart.data, expected)


def test_in_english_it_reads_from_the_left(make_positions):
    chart = dispersion(make_positions(("LY", "a", 0)), language="en", title="Where?")
    assert (chart.title, chart.direction, chart.rows) == ("Where?", "ltr", ["Libya"])
    assert chart.caption == (
        "Where? Each mark is one mention; 1 mention in headlines, captions and "
        "body text; names inside longer names count; 1 name; 1 article; "
        "read from left to right."
    )


def test_too_many_mentions_share_marks_and_none_is_lost(make_positions):
    rows = [("LY", f"a{number}", number % 200) for number in range(MARKS)]
    chart = dispersion(make_positions(*rows, ("RU", "a", 0)), language="en")
    assert chart.data["mentions"].sum() == MARKS + 1
    assert chart.data.group_by("entity", maintain_order=True).len().rows() == [
        ("LY", 100),
        ("RU", 1),
    ]
    assert chart.subtitle.startswith("A darker mark is several mentions · 2,001 ment")
    assert chart.data.columns == dispersion(make_positions()).data.columns


def test_no_mentions_say_so_in_words(make_positions):
    chart = dispersion(make_positions())
    assert chart.empty == "لا توجد نتائج توافق هذا الاختيار."
    assert chart.rows == []


@pytest.mark.parametrize(
    ("rows", "language", "digits", "shown"),
    [
        (1, "ar", "latin", "الاسم الأكثر ذكرًا من أصل 57"),
        (2, "ar", "arabic", "الاسمان الأكثر ذكرًا من أصل ٥٧"),
        (1, "en", "latin", "the most mentioned of 57 names"),
        (2, "en", "latin", "the 2 most mentioned of 57 names"),
    ],
)
def test_names_left_off_are_said(make_positions, rows, language, digits, shown):
    marks = [("LY", "a", 0), ("RU", "a", 50)][:rows]
    chart = dispersion(
        make_positions(*marks, names=57), language=language, digits=digits
    )
    for words in (chart.subtitle, chart.caption, chart.alt):
        assert shown in words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (5, "أكثر 5 أسماء ذكرًا من أصل {all}"),
        (20, "أكثر 20 اسمًا ذكرًا من أصل {all}"),
        (100, "أكثر 100 اسم ذكرًا من أصل {all}"),
    ],
)
def test_the_leading_names_agree_with_their_number(number, words):
    assert counted(number, "leading", "ar") == words


def test_when_all_names_stand_none_is_said_to_be_left_off(make_positions):
    chart = dispersion(
        make_positions(("LY", "a", 0), ("RU", "a", 1), names=2), language="en"
    )
    assert "· names inside longer names count · 2 names · 1 article ·" in chart.subtitle
