from __future__ import annotations

import re

import polars as pl
import pytest

from kit.charts import theme
from kit.charts.matplotlib_renderer import draw
from kit.charts.plotly_renderer import figure
from kit.charts.scene import Boxes, Text
from kit.charts.scenes import scene_of
from kit.charts.stacked import stacked
from kit.counts import Breakdown
from kit.export.page import table

PARTS = {
    "LY": {"name": 9, "demonym": 4, "people": 1},
    "RU": {"demonym": 2},
}


@pytest.fixture
def parts(make_counts):
    return broken(make_counts, PARTS)


def broken(make_counts, parts, into="form"):
    counts = make_counts({entity: sum(one.values()) for entity, one in parts.items()})
    rows = [
        (entity, group, value)
        for entity, groups in parts.items()
        for group, value in groups.items()
    ]
    schema = {"entity": pl.String, "group": pl.String, "mentions": pl.Int64}
    return Breakdown(counts, into, pl.DataFrame(rows, schema=schema, orient="row"))


def test_each_stretch_is_a_row(parts):
    chart = stacked(parts)
    assert chart.title == "الإشارات إلى البلدان بحسب صيغة الذكر"
    assert chart.rows == ["ليبيا", "روسيا"]
    assert chart.data.rows() == [
        ("LY", "ليبيا", "name", "الاسم", 0, 9, "9"),
        ("LY", "ليبيا", "demonym", "النسبة", 1, 4, "4"),
        ("LY", "ليبيا", "people", "اسم الشعب", 2, 1, "1"),
        ("RU", "روسيا", "demonym", "النسبة", 1, 2, "2"),
    ]
    assert chart.alt == (
        "رسم بالأعمدة المقسّمة: الإشارات إلى البلدان بحسب صيغة الذكر. "
        "ليبيا (الاسم 9، النسبة 4، اسم الشعب 1)، روسيا (النسبة 2)."
    )


def test_bars_that_do_not_fit_are_counted(parts):
    chart = stacked(parts, top=1, language="en")
    assert chart.rows == ["Libya"]
    assert chart.subtitle.endswith("and 1 more not shown")


def test_more_groups_than_colours_share_the_last(make_counts):
    ways = ("name", "proclitic", "spelling", "demonym", "people", "surname", "short")
    sizes = dict(zip((*ways, "acronym"), range(9, 1, -1), strict=True))
    data = stacked(broken(make_counts, {"LY": sizes}, "way"), language="en").data
    assert data["series"].to_list() == [0, 1, 2, 3, 4, 5, 6]
    assert data.row(6, named=True) | {"entity": ""} == {
        "entity": "",
        "label": "Libya",
        "group": "other",
        "group_label": "others",
        "series": 6,
        "value": 5,
        "text": "5",
    }
    assert data["value"].sum() == sum(sizes.values())


@pytest.mark.parametrize(
    ("language", "ends", "names"),
    [("ar", (14, 0), ["ليبيا", "روسيا"]), ("en", (0, 14), ["Libya", "Russia"])],
)
def test_stretches_follow_one_another_from_zero(parts, language, ends, names):
    scene = scene_of(stacked(parts, language=language), 577)
    (boxes,) = [mark for mark in scene.marks if isinstance(mark, Boxes)]
    assert (boxes.left, boxes.right) == ((0, 9, 13, 0), (9, 13, 14, 2))
    assert [round(row, 2) for row in boxes.lower] == [-0.33, -0.33, -0.33, 0.67]
    assert boxes.keys == (("LY",), ("LY",), ("LY",), ("RU",))
    first, second, third = theme.SERIES[:3]
    assert boxes.colours == (first, second, third, second)
    assert scene.x == ends
    assert scene.texts[:4] == [*names, "14", "2"]


def test_a_legend_names_the_colours_from_where_reading_begins(parts):
    scene = scene_of(stacked(parts), 577)
    entries = [mark for mark in scene.marks if isinstance(mark, Text)][4:]
    assert [one.text for one in entries] == [
        "■",
        "الاسم",
        "■",
        "النسبة",
        "■",
        "اسم الشعب",
    ]
    assert [one.colour for one in entries][::2] == list(theme.SERIES[:3])
    places = [one.dx for one in entries]
    assert places == sorted(places, reverse=True)
    assert {one.align for one in entries} == {"right"}


def test_both_renderers_draw_every_stretch_and_text(parts):
    chart = stacked(parts, language="en")
    texts = scene_of(chart, 577).texts
    drawn = figure(chart)
    bars, line = drawn.data
    assert list(bars.customdata) == [["LY"], ["LY"], ["LY"], ["RU"]]
    assert bars.hovertext[1] == "Libya<br>demonyms: 4 mentions"
    assert line.mode == "lines"
    assert [note.text for note in drawn.layout.annotations] == texts
    axes = draw(chart).axes[0]
    assert [text.get_text() for text in axes.texts] == texts
    assert [box.get_width() for box in axes.patches] == [9, 4, 1, 2]


def test_the_table_names_each_stretch(parts):
    text = table(stacked(parts, language="en"))
    assert text.count("<tr>") == 5
    assert "<bdi>demonyms</bdi>" in text


def test_no_tag_of_a_name_reaches_plotly(make_counts):
    drawn = figure(stacked(broken(make_counts, {"BAD": {"name": 1}})))
    texts = [drawn.data[0].hovertext[0], drawn.layout.annotations[0].text]
    tags = {tag for text in texts for tag in re.findall("<[^>]*>", text)}
    assert tags == {"<br>"}


def test_nothing_counted_says_so(make_counts):
    chart = stacked(broken(make_counts, {}))
    assert chart.empty == "لا توجد نتائج توافق هذا الاختيار."
    assert figure(chart).data == ()
    assert len(draw(chart).axes[0].texts) == 1
