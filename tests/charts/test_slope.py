from __future__ import annotations

import polars as pl
import pytest

from kit.charts import theme
from kit.charts.matplotlib_renderer import draw
from kit.charts.plotly_renderer import figure
from kit.charts.scene import Line
from kit.charts.scenes import scene_of
from kit.charts.slope import slope
from kit.charts.table_twin import columns
from kit.counts import Comparison, Filter

ROWS = [
    ("SY", "سوريا", "Syria", 40, 10, 4.0, 1.0, 20, 8, 19.3, 1e-5, 3e-5, 2.0, 1.0, 3.0),
    ("IR", "إيران", "Iran", 5, 30, 0.5, 3.0, 4, 9, 19.9, 1e-5, 3e-5, -2.58, -4, -1),
    ("BAD", "<b>x</b>", "", 0, 1, 0.0, 0.1, 0, 1, 1.4, 0.2, 0.2, -1.58, -6.2, 3.0),
]
SCHEMA = {
    "entity": pl.String, "name": pl.String, "english": pl.String, "one": pl.Int64,
    "other": pl.Int64, "one_per_1000": pl.Float64, "other_per_1000": pl.Float64,
    "one_articles": pl.Int64, "other_articles": pl.Int64, "g2": pl.Float64,
    "p": pl.Float64, "p_adjusted": pl.Float64, "log_ratio": pl.Float64,
    "low": pl.Float64, "high": pl.Float64,
}  # fmt: skip  # the columns read as one list


def compared(rows=ROWS, one=None, other=None, shared=0):
    return Comparison(
        pl.DataFrame(rows, schema=SCHEMA, orient="row"),
        Filter(**(one or {"outlets": ("الخبر",)})),
        Filter(**(other or {"outlets": ("الشروق",)})),
        "country",
        10_000,
        10_000,
        30,
        30,
        shared,
    )


def test_each_line_is_a_row_with_what_it_stands_on():
    chart = slope(compared(), language="en")
    assert chart.data.row(0) == (
        "SY", "Syria", "الخبر", "الشروق", 4.0, 1.0, "4.0", "1.0", 40, 10, 19.3, 2.0,
        3e-5,
    )  # fmt: skip  # the row reads as one list
    assert chart.data["one_text"].to_list() == ["4.0", "0.50", "0"]
    assert chart.alt == (
        "Slope chart: Countries compared. Syria (الخبر 4.0, الشروق 1.0), "
        "Iran (الخبر 0.50, الشروق 3.0), <b>x</b> (الخبر 0, الشروق 0.10)."
    )
    assert chart.subtitle == (
        "Mentions per 1,000 words in headlines, captions and body text"
        " · names inside longer names count"
        " · الخبر: 10,000 words · الشروق: 10,000 words"
    )
    assert "p ≤ 0.05 after correction" in chart.caption


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (
            {"until": "2018-04"},
            {"since": "2018-05"},
            ["حتى أبريل 2018", "منذ مايو 2018"],
        ),
        ({"parts": ("headline",)}, {"parts": ("body",)}, ["العناوين", "المتن"]),
        ({"articles": ("a",)}, {"articles": ("b",)}, ["مقالات مختارة"] * 2),
        ({"outlets": ("س",), "since": "2018"}, {"since": "2018"}, ["س", "الكل"]),
    ],
)
def test_slices_are_called_by_what_parts_them(one, other, names):
    row = slope(compared(one=one, other=other)).data.row(0, named=True)
    assert [row["one_name"], row["other_name"]] == names


def test_names_of_slices_are_the_readers_choice_and_must_be_two():
    chart = slope(compared(), names=("قبل", "بعد"))
    assert chart.data["one_name"][0] == "قبل"
    with pytest.raises(ValueError, match=r"names='ab' must be two"):
        slope(compared(), names="ab")


def test_what_may_be_chance_is_grey_whatever_its_slope():
    scene = scene_of(slope(compared(), language="en"), 577)
    lines = [mark for mark in scene.marks if isinstance(mark, Line) and mark.width == 2]
    assert [(line.y, line.colour) for line in lines] == [
        ((0.0, 0.1), "#A8A8A8"),
        ((4.0, 1.0), theme.ACCENT),
        ((0.5, 3.0), "#D55E00"),
    ]
    assert "mentioned more: الخبر" in scene.texts
    assert "may be chance" in scene.texts


@pytest.mark.parametrize(("language", "first"), [("ar", "right"), ("en", "left")])
def test_the_first_slice_stands_where_reading_begins(language, first):
    left, right = scene_of(slope(compared(), language=language), 577).x
    assert (left < right) == (first == "left")


def test_both_renderers_write_the_same_texts():
    chart = slope(compared(ROWS[:2]), language="en")
    texts = scene_of(chart, 577).texts
    assert "Syria  4.0" in texts
    assert "1.0  Syria" in texts
    assert [text.get_text() for text in draw(chart).axes[0].texts] == texts
    notes = figure(chart).layout.annotations
    assert len(notes) == len(texts)


def test_no_tag_of_a_name_is_drawn():
    drawn = figure(slope(compared(ROWS[2:])))
    said = [note.text for note in drawn.layout.annotations]
    said += [text for trace in drawn.data for text in trace.hovertext or ()]
    assert all("<b>x" not in text for text in said)


def test_the_table_gives_rates_counts_and_certainty():
    assert columns(slope(compared(ROWS[:1]), language="en")) == {
        "Name": ["Syria"],
        "Identifier": ["SY"],
        "الخبر: Mentions per 1,000 words": [4.0],
        "الخبر: Mentions": [40],
        "الشروق: Mentions per 1,000 words": [1.0],
        "الشروق: Mentions": [10],
        "G2": [19.3],
        "log ratio": [2.0],
        "probability of chance (corrected)": [0.0],
    }


def test_nothing_compared_says_so():
    chart = slope(compared([]))
    assert chart.empty == "لا توجد نتائج توافق هذا الاختيار."
    assert figure(chart).data == ()


def test_articles_in_both_slices_are_said():
    assert "5 مقالات في الجانبين" in slope(compared(shared=5)).subtitle
