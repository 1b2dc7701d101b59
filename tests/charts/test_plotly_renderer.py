from __future__ import annotations

import json
import re

import pytest

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.plotly_renderer import figure

RLI, PDI = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
PRESENTATION_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def test_arabic_bars_grow_from_right_to_left(make_counts):
    drawn = figure(bars(make_counts({"LY": 14, "XX": 4})))
    bar, axes = drawn.data[0], drawn.layout
    assert (bar.type, bar.orientation) == ("bar", "h")
    assert list(bar.x) == [14, 4]
    assert list(bar.text) == ["14", "4"]
    assert list(bar.customdata) == [["LY"], ["XX"]]
    assert list(bar.hovertext) == [
        f"ليبيا<br>{RLI}عدد الإشارات: 14{PDI}",
        f"{RLI}قناة CNN (بالعربية){PDI}<br>{RLI}عدد الإشارات: 4{PDI}",
    ]
    assert axes.xaxis.range[0] > 14
    assert axes.xaxis.range[1] == 0
    assert axes.yaxis.side == "right"
    assert list(axes.yaxis.ticktext) == ["ليبيا", f"{RLI}قناة CNN (بالعربية){PDI}"]
    assert (axes.title.x, axes.title.xanchor) == (1, "right")
    assert axes.title.text == "<b>الإشارات إلى البلدان</b>"
    assert axes.meta["alt"].startswith("رسم بالأعمدة")


def test_english_bars_grow_from_left_to_right(make_counts):
    axes = figure(bars(make_counts({"LY": 14}), language="en")).layout
    assert axes.xaxis.range[0] == 0
    assert axes.yaxis.side == "left"
    assert (axes.title.x, axes.title.xanchor) == (0, "left")
    assert list(axes.yaxis.ticktext) == ["Libya"]


def test_unchosen_bars_are_pale(make_counts):
    drawn = figure(bars(make_counts({"LY": 14, "RU": 4}, countries=("LY",))))
    assert list(drawn.data[0].marker.color) == ["#0072B2", "#9CC3DE"]


@pytest.mark.parametrize(("language", "ends"), [("ar", (101, -1)), ("en", (-1, 101))])
def test_marks_run_in_the_direction_of_reading(make_positions, language, ends):
    positions = make_positions(("LY", "a", 0), ("LY", "a", 100), ("RU", "b", 50))
    drawn = figure(dispersion(positions, language=language))
    marks = drawn.data[0]
    assert (marks.type, marks.marker.symbol) == ("scatter", "line-ns")
    assert list(marks.x) == [0, 50, 25]
    assert list(marks.y) == [0, 0, 1]
    assert list(marks.customdata) == [
        ["LY", "a", 0],
        ["LY", "a", 500],
        ["RU", "b", 250],
    ]
    assert drawn.layout.xaxis.range == ends


def test_the_figure_holds_raw_arabic(make_counts, make_positions):
    positions = make_positions(("XX", "a", 0))
    for chart in (bars(make_counts({"XX": 4})), dispersion(positions)):
        text = json.dumps(
            figure(chart).to_plotly_json(), ensure_ascii=False, default=list
        )
        assert "قناة CNN (بالعربية)" in text
        assert PRESENTATION_FORMS.search(text) is None


def test_no_tag_of_a_name_reaches_plotly(make_counts, make_positions):
    for chart in (
        bars(make_counts({"BAD": 4}), title="<b>x</b>"),
        dispersion(make_positions(("BAD", "<a href='x'>", 0)), title="<i>x</i>"),
    ):
        drawn = figure(chart)
        texts = [
            drawn.layout.title.text,
            drawn.layout.title.subtitle.text,
            *drawn.layout.yaxis.ticktext,
            *drawn.data[0].hovertext,
        ]
        tags = {tag for text in texts for tag in re.findall("<[^>]*>", text)}
        assert tags <= {"<b>", "</b>", "<br>"}
        assert "&lt;img" in drawn.data[0].hovertext[0]


def test_an_empty_chart_is_a_sentence_in_place_of_axes(make_counts):
    drawn = figure(bars(make_counts({})), width=500)
    assert drawn.data == ()
    assert drawn.layout.width == 500
    assert not drawn.layout.xaxis.visible
    assert [note.text for note in drawn.layout.annotations] == [
        f"{RLI}لا توجد نتائج توافق هذا الاختيار.{PDI}"
    ]
