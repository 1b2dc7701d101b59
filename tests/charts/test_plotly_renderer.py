from __future__ import annotations

import json
import re

import pytest

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
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


CELLS = {("RU", "LY"): 9, ("RU", "XX"): 0, ("un", "LY"): 0, ("un", "XX"): 1}


def test_arabic_cells_follow_one_another_from_the_right(make_together):
    drawn = figure(heatmap(make_together(CELLS)))
    cells, axes = drawn.data[0], drawn.layout
    assert list(cells.x) == [0, 1]
    assert [base + 0.47 for base in cells.base] == [0, 1]
    assert list(cells.text) == ["9", "1"]
    assert list(cells.customdata) == [
        ["together", "RU", "LY"],
        ["together", "un", "XX"],
    ]
    assert cells.hovertext[0] == (
        f"{RLI}روسيا مع ليبيا: 9 جمل{PDI}<br>{RLI}روسيا: 10 جمل · ليبيا: 10 جمل{PDI}"
    )
    deep, pale = cells.marker.opacity
    assert deep > pale
    assert list(axes.xaxis.range) == [4.5, -0.5]
    assert (axes.xaxis.side, axes.yaxis.side) == ("top", "right")
    assert list(axes.xaxis.ticktext) == [
        "ليبيا",
        f"{RLI}قناة CNN{PDI}<br>{RLI}(بالعربية){PDI}",
    ]
    assert list(axes.yaxis.ticktext) == ["روسيا", "un"]


def test_english_cells_follow_one_another_from_the_left(make_together):
    axes = figure(heatmap(make_together(CELLS), language="en")).layout
    assert list(axes.xaxis.range) == [-0.5, 4.5]
    assert axes.yaxis.side == "left"
    assert list(axes.xaxis.ticktext) == ["Libya", "CNN (in<br>Arabic)"]


@pytest.mark.parametrize(("language", "sign"), [("ar", 1), ("en", -1)])
def test_slanted_names_rise_from_where_reading_begins(make_together, language, sign):
    many = make_together({("un", f"country {number}"): 1 for number in range(12)})
    drawn = figure(heatmap(many, language=language))
    assert drawn.layout.xaxis.tickangle == 45 * sign
    far = drawn.layout.margin["l" if language == "ar" else "r"]
    assert far > 14


def test_numbers_that_no_one_could_read_are_not_drawn(make_together):
    many = make_together({("un", f"country {number}"): 12345 for number in range(12)})
    assert figure(heatmap(many), width=200).data[0].textposition == "none"
    assert figure(heatmap(many), width=900).data[0].textposition == "inside"


def test_the_figure_holds_raw_arabic(make_counts, make_positions, make_together):
    positions = make_positions(("XX", "a", 0))
    for chart in (
        bars(make_counts({"XX": 4})),
        dispersion(positions),
        heatmap(make_together({("XX", "LY"): 1})),
    ):
        text = json.dumps(
            figure(chart).to_plotly_json(), ensure_ascii=False, default=list
        )
        assert "قناة CNN (بالعربية)" in text
        assert PRESENTATION_FORMS.search(text) is None


def test_no_tag_of_a_name_reaches_plotly(make_counts, make_positions, make_together):
    for chart in (
        bars(make_counts({"BAD": 4}), title="<b>x</b>"),
        dispersion(make_positions(("BAD", "<a href='x'>", 0)), title="<i>x</i>"),
        heatmap(make_together({("BAD", "<s>"): 1, ("BAD", "BAD"): 1}), title="<i>"),
    ):
        drawn = figure(chart)
        texts = [
            drawn.layout.title.text,
            drawn.layout.title.subtitle.text,
            *drawn.layout.yaxis.ticktext,
            *(drawn.layout.xaxis.ticktext or ()),
            *drawn.data[0].hovertext,
        ]
        tags = {tag for text in texts for tag in re.findall("<[^>]*>", text)}
        assert tags <= {"<b>", "</b>", "<br>"}
        assert "&lt;img" in drawn.data[0].hovertext[0]


def test_an_empty_chart_is_a_sentence_in_place_of_axes(make_counts, make_together):
    for chart in (bars(make_counts({})), heatmap(make_together({}))):
        drawn = figure(chart, width=500)
        assert drawn.data == ()
        assert drawn.layout.width == 500
        assert not drawn.layout.xaxis.visible
        assert [note.text for note in drawn.layout.annotations] == [
            f"{RLI}لا توجد نتائج توافق هذا الاختيار.{PDI}"
        ]
