from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from kit.charts import theme
from kit.charts.matplotlib_renderer import draw
from kit.charts.plotly_renderer import figure
from kit.charts.scene import Boxes, Line, Points
from kit.charts.scenes import scene_of
from kit.charts.table_twin import columns
from kit.charts.timeline import timeline
from kit.counts import Filter, OverTime

NAMES = {"LY": ("ليبيا", "Libya"), "RU": ("روسيا", "Russia"), "BAD": ("<b>", "")}
SCHEMA = {
    "period": pl.Date,
    "entity": pl.String,
    "name": pl.String,
    "english": pl.String,
    "value": pl.Int64,
    "mentions": pl.Int64,
    "articles": pl.Int64,
    "tokens": pl.Int64,
}


def counted(values, *, undated=0, hidden=0, schema=SCHEMA, **said):
    """Make a count over months of {entity: [value or None]}."""
    months = max((len(one) for one in values.values()), default=0)
    rows = [
        (
            date(2018, month + 1, 1),
            entity,
            *NAMES[entity],
            line[month],
            line[month] or 0,
            0 if line[month] is None else 2,
            0 if line[month] is None else 400,
        )
        for month in range(months)
        for entity, line in values.items()
    ]
    table = pl.DataFrame(rows, schema=schema, orient="row")
    return OverTime(
        table=table,
        by="country",
        every="month",
        unit=said.get("unit", "mentions"),
        where=said.get("where", Filter()),
        hidden=hidden,
        undated=table.clear().drop("period"),
        dated_articles=6,
        undated_articles=undated,
    )


GAP = {"LY": [3, None, 14], "RU": [0, None, 2]}


def test_each_point_is_a_row_and_words_say_what_was_counted():
    chart = timeline(counted(GAP, undated=3, hidden=4), months="levant")
    assert chart.title == "الإشارات إلى البلدان عبر الزمن"
    assert chart.subtitle == (
        "عدد الإشارات في العناوين وشروح الصور والمتن · بما فيها الأسماء داخل أسماء أطول"
        " · شهرًا بشهر · 6 مقالات · 3 مقالات بلا تاريخ لا تظهر · و4 أسماء أخرى لا تظهر"
        " · ما لا مقال فيه رمادي · يُقرأ من اليمين إلى اليسار"
    )
    assert chart.alt == (
        "خط زمني: الإشارات إلى البلدان عبر الزمن، الذروة: "
        "ليبيا (آذار 2018: 14 إشارة)، روسيا (آذار 2018: إشارتان)."
    )
    first = ("LY", "ليبيا", date(2018, 1, 1), "كانون الثاني 2018", 3, "3", 3, 2)
    assert chart.data.row(0) == (*first, "month", "mentions")
    assert chart.data["value"].to_list() == [3, None, 14, 0, None, 2]


def test_names_beyond_the_top_are_counted_as_not_shown():
    chart = timeline(counted(GAP, hidden=4), top=1, language="en")
    assert chart.rows == ["Libya"]
    assert "and 5 more not shown" in chart.subtitle


def test_a_share_is_in_percent():
    floats = SCHEMA | {"value": pl.Float64}
    chart = timeline(
        counted({"LY": [0.25, 0.333]}, unit="share", schema=floats), language="en"
    )
    assert chart.data["text"].to_list() == ["25%", "33.3%"]
    assert chart.alt.endswith("Libya (February 2018: 33.3% of articles).")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_time_runs_as_one_reads_and_from_zero(language):
    scene = scene_of(timeline(counted(GAP), language=language), 577)
    ends = (date(2018, 1, 1).toordinal() - 15, date(2018, 3, 1).toordinal() + 15)
    assert scene.x == (ends if language == "en" else ends[::-1])
    assert scene.y == (0, 15)
    names = [
        text for text in scene.texts if text in {"ليبيا", "روسيا", "Libya", "Russia"}
    ]
    assert len(names) == 2


def test_a_time_without_articles_is_grey_and_breaks_the_lines():
    scene = scene_of(timeline(counted(GAP), language="en"), 577)
    (grey,) = [mark for mark in scene.marks if isinstance(mark, Boxes)]
    middle = date(2018, 2, 1).toordinal()
    assert (grey.left, grey.right) == ((middle - 15,), (middle + 15,))
    assert grey.hover == ("February 2018\nno article in this time",)
    lines = [mark for mark in scene.marks if isinstance(mark, Line) and mark.width == 2]
    assert [line.y for line in lines] == [(3, None, 14), (0, None, 2)]
    assert [line.colour for line in lines] == list(theme.SERIES[:2])
    points = [mark for mark in scene.marks if isinstance(mark, Points)]
    assert [one.keys[0] for one in points] == [
        ("over_time", "LY", "month", "2018-01-01"),
        ("over_time", "RU", "month", "2018-01-01"),
    ]
    assert points[0].hover[1] == "Libya\nMarch 2018\nNumber of mentions: 14"


def test_both_renderers_draw_lines_points_and_texts():
    chart = timeline(counted(GAP), language="en")
    texts = scene_of(chart, 577).texts
    drawn = figure(chart)
    assert [note.text.replace("<br>", "\n") for note in drawn.layout.annotations] == [
        f"<b>{text}</b>" if text in {"Libya", "Russia"} else text for text in texts
    ]
    lines = [trace for trace in drawn.data if trace.type == "scatter"]
    assert list(lines[-2].y) == [0, None, 2]
    axes = draw(chart).axes[0]
    assert [text.get_text() for text in axes.texts] == texts


def test_the_table_has_every_period():
    assert columns(timeline(counted(GAP), language="en")) == {
        "Name": ["Libya"] * 3 + ["Russia"] * 3,
        "Identifier": ["LY"] * 3 + ["RU"] * 3,
        "period": ["January 2018", "February 2018", "March 2018"] * 2,
        "from": ["2018-01-01", "2018-02-01", "2018-03-01"] * 2,
        "Number of mentions": [3, None, 14, 0, None, 2],
        "articles": [2, 0, 2] * 2,
    }


def test_no_tag_of_a_name_is_drawn():
    drawn = figure(timeline(counted({"BAD": [1, 2]})))
    assert all("<b><b>" not in note.text for note in drawn.layout.annotations)
    hovers = [text for trace in drawn.data for text in trace.hovertext or ()]
    assert all("<b>" not in text for text in hovers)


def test_nothing_counted_says_so():
    chart = timeline(counted({}))
    assert chart.empty == "لا توجد نتائج توافق هذا الاختيار."
    assert figure(chart).data == ()
