from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import numpy as np
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex

from kit.charts import theme
from kit.charts.atlas import REGIONS, atlas
from kit.charts.classes import CLASSES, class_of, lower_limits
from kit.charts.matplotlib_renderer import draw
from kit.charts.plotly_renderer import figure
from kit.charts.scene import Points, Shape, Text
from kit.charts.scenes import scene_of
from kit.charts.scenes.world_map import NO_MENTION, SHADES
from kit.charts.world_map import world_map
from kit.export.page import table
from kit.tables import table as rows_of

WIDTH = 577
COUNTED = {"LY": 14, "RU": 3, "BH": 1}


def test_each_country_is_a_row(make_counts):
    chart = world_map(make_counts(COUNTED))
    assert chart.title == "الإشارات إلى البلدان"
    assert chart.data.rows() == [
        ("LY", "ليبيا", 3, "14", 14, "14", 14, "world"),
        ("RU", "روسيا", 2, "3", 3, "3", 3, "world"),
        ("BH", "BH", 1, "1", 1, "1", 1, "world"),
    ]
    assert chart.alt == (
        "خريطة: الإشارات إلى البلدان، 3 بلدان، أكبرها: ليبيا (14)، روسيا (3)، BH (1)."
    )


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["1", "2–4", "5–9", "10–19", "20–50"]),
        ("ar", ["1", "2 إلى 4", "5 إلى 9", "10 إلى 19", "20 إلى 50"]),
    ],
)
def test_many_numbers_are_sorted_into_named_classes(make_counts, language, names):
    codes = ["LY", "EG", "TN", "DZ", "MA", "SD", "SY"]
    values = dict(zip(codes, [50, 20, 11, 7, 4, 2, 1], strict=True))
    data = world_map(make_counts(values), language=language).data
    known = dict(data.select("series", "group_label").unique().sort("series").rows())
    assert list(known.values()) == names
    assert data["series"].to_list() == [4, 4, 3, 2, 1, 1, 0]


def test_fractions_are_sorted_as_they_are_shown(make_counts):
    shares = {"LY": 20.0, "EG": 4.26, "TN": 1.0, "DZ": 0.51, "MA": 0.2, "SD": 0.04}
    counts = make_counts(dict.fromkeys(shares, 1), unit="per_1000")
    values = pl.Series("value", list(shares.values()))
    data = world_map(
        replace(counts, table=counts.table.with_columns(values)), language="en"
    ).data
    assert data.select("text", "group_label").rows() == [
        ("20.0", "7.0–20.0"),
        ("4.3", "2.0–6.9"),
        ("1.0", "0.8–1.9"),
        ("0.5", "0.3–0.7"),
        ("0.2", "0.0–0.2"),
        ("0.0", "0.0–0.2"),
    ]


@pytest.mark.parametrize(
    ("values", "limits"),
    [
        ([1], [1]),
        ([3, 1, 3], [1, 3]),
        (range(1, 7), [1, 2, 3, 4]),
        (range(1, 501), [1, 3, 10, 40, 100]),
        (range(700, 1401), [700, 800, 920, 1100, 1200]),
    ],
)
def test_limits_of_classes_are_round(values, limits):
    assert lower_limits(list(values)) == limits


@given(st.lists(st.integers(0, 10**6), min_size=1))
def test_every_number_lies_between_the_limits_of_its_class(values):
    limits = lower_limits(values)
    assert limits == sorted(set(limits))
    assert len(limits) <= CLASSES
    assert limits[0] == min(values)
    for value in values:
        place = class_of(value, limits)
        assert limits[place] <= value
        assert place + 1 == len(limits) or value < limits[place + 1]


def test_what_lies_on_no_map_is_named(make_counts):
    counts = make_counts({"LY": 14, "RU": 3, "SU": 2})
    world = world_map(counts, language="en")
    assert world.subtitle.endswith("outside this map: SU (2)")
    arab = world_map(counts, region="arab", language="en")
    assert arab.subtitle.endswith("outside this map: Russia (3), SU (2)")
    assert arab.caption.endswith("outside this map: Russia (3), SU (2).")


def test_a_long_list_of_what_lies_outside_is_counted(make_counts):
    counts = make_counts({"LY": 9} | dict.fromkeys("ABCDEFG", 1))
    chart = world_map(counts, language="en")
    assert chart.subtitle.endswith("A (1), B (1), C (1), D (1), E (1) and 2 more")


def test_countries_are_shaded_and_the_rest_is_grey(make_counts):
    scene = scene_of(world_map(make_counts(COUNTED)), WIDTH)
    silent, libya, russia = (one for one in scene.marks if isinstance(one, Shape))
    assert (silent.colour, silent.key, silent.hover) == (NO_MENTION, (), "")
    assert (libya.colour, libya.key) == (SHADES[3], ("LY",))
    assert libya.hover == "ليبيا\nعدد الإشارات: 14"
    assert (russia.colour, russia.key) == (SHADES[2], ("RU",))
    drawn = [area for area in atlas("world").areas.values() if area.rings]
    outlines = sum(len(area.rings) for area in drawn)
    others = (silent, libya, russia)
    assert sum(len(one.outlines) for one in others) == outlines
    assert scene.equal


def test_countries_too_small_to_see_are_circles(make_counts):
    scene = scene_of(world_map(make_counts({"PS": 3, "BH": 2, "LB": 1})), WIDTH)
    (circles,) = (mark for mark in scene.marks if isinstance(mark, Points))
    assert circles.keys == (("PS",), ("BH",), ("LB",))
    drawn = atlas("world")
    middles = [drawn.areas[entity].middle for (entity,) in circles.keys]
    # Not pushed apart: a circle beside its country would lie on a neighbour.
    assert list(zip(circles.x, circles.y, strict=True)) == middles


@pytest.mark.parametrize("region", REGIONS)
def test_a_map_is_the_same_in_both_languages(make_counts, region):
    counts = make_counts(COUNTED)
    arabic, english = (
        scene_of(world_map(counts, region=region, language=one), WIDTH)
        for one in ("ar", "en")
    )
    assert (arabic.x, arabic.y) == (english.x, english.y)
    assert arabic.x[0] < arabic.x[1]
    for left, right in zip(
        *(
            [one for one in scene.marks if isinstance(one, Shape)]
            for scene in (arabic, english)
        ),
        strict=True,
    ):
        assert left.outlines == right.outlines


def test_the_legend_says_what_grey_and_the_shades_mean(make_counts):
    for language, none in (("ar", "لا إشارة"), ("en", "no mention")):
        scene = scene_of(world_map(make_counts(COUNTED), language=language), WIDTH)
        assert scene.texts[-8:] == ["■", none, "■", "1", "■", "3", "■", "14"]
        entries = [mark for mark in scene.marks if isinstance(mark, Text)][-8:]
        assert [one.colour for one in entries[::2]] == [NO_MENTION, *SHADES[1:4]]
        assert {one.align for one in entries} == {
            "right" if language == "ar" else "left"
        }


CODES = [row["code"] for row in rows_of("outlines")]


# The fixture gives a function that keeps nothing between examples.
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    counted=st.dictionaries(
        st.sampled_from(CODES), st.integers(1, 10**6), min_size=1, max_size=40
    ),
    region=st.sampled_from(REGIONS),
)
def test_no_name_covers_another_or_leaves_the_map(make_counts, counted, region):
    chart = world_map(make_counts(counted), region=region)
    if chart.empty:
        return
    scene = scene_of(chart, WIDTH)
    scale = WIDTH / (scene.x[1] - scene.x[0])
    labels = [one for one in scene.marks if isinstance(one, Text) and one.size == 11]
    boxes = []
    for mark in labels:
        lines = mark.text.split("\n")
        wide = max(theme.text_width(line, mark.size) for line in lines)
        x, y = (mark.x - scene.x[0]) * scale, (mark.y - scene.y[0]) * scale
        high = mark.size * 1.2 * len(lines)
        boxes.append((x - wide / 2, x + wide / 2, y - high / 2, y + high / 2))
    for left, right, lower, upper in boxes:
        assert left >= 0
        assert right <= WIDTH
        assert lower >= 0
        assert upper <= scene.height
    for a, b in combinations(boxes, 2):
        assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2], (a, b)


def test_both_renderers_draw_every_country_and_text(make_counts):
    chart = world_map(make_counts(COUNTED), language="en")
    texts = scene_of(chart, WIDTH).texts
    assert texts[:3] == ["Libya 14", "Russia 3", "BH 1"]
    drawn = figure(chart)
    shapes = [trace for trace in drawn.data if trace.fill == "toself"]
    assert [trace.meta["key"] for trace in shapes] == [[], ["LY"], ["RU"]]
    assert [trace.text for trace in shapes[1:]] == [
        "Libya<br>Number of mentions: 14",
        "Russia<br>Number of mentions: 3",
    ]
    (circles,) = (trace for trace in drawn.data if trace.mode == "markers")
    assert list(circles.customdata) == [["BH"]]
    assert drawn.layout.yaxis.scaleanchor == "x"
    notes = [note.text.replace("<br>", "\n") for note in drawn.layout.annotations]
    assert notes == texts
    axes = draw(chart).axes[0]
    assert [text.get_text() for text in axes.texts] == texts
    assert len(axes.patches) == 3


def test_a_hole_in_a_country_is_not_painted_over(make_counts):
    # Lesotho lies inside South Africa, and is drawn before it where it is silent.
    drawing = draw(world_map(make_counts({"ZA": 1})))
    canvas = FigureCanvasAgg(drawing)
    canvas.draw()
    seen = np.asarray(canvas.buffer_rgba())
    middles = [atlas("world").areas[code].middle for code in ("LS", "NA")]
    places = drawing.axes[0].transData.transform(middles).round().astype(int)
    colours = [to_hex(seen[len(seen) - y, x] / 255).upper() for x, y in places]
    assert colours == [NO_MENTION, NO_MENTION]
    painted = drawing.axes[0].patches[1].get_facecolor()
    assert to_hex(painted).upper() == SHADES[2]


def test_the_table_names_each_country(make_counts):
    text = table(world_map(make_counts(COUNTED), language="en"))
    assert text.count("<tr>") == 4
    assert '<td class="number"><bdi>14</bdi></td>' in text


def test_no_tag_of_a_name_reaches_plotly(make_counts):
    drawn = figure(world_map(make_counts({"LY": 2, "BAD": 1})))
    texts = [drawn.layout.title.subtitle.text]
    texts += [trace.text for trace in drawn.data if trace.text]
    assert "&lt;img" in texts[0]
    assert {tag for text in texts for tag in re.findall("<[^>]*>", text)} == {"<br>"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "لا توجد نتائج توافق هذا الاختيار."),
        ({"SU": 2}, "لا يقع أي من البلدان المذكورة على هذه الخريطة."),
    ],
)
def test_nothing_to_draw_says_so(make_counts, values, said):
    chart = world_map(make_counts(values))
    assert chart.empty == said
    assert chart.alt == f"خريطة: الإشارات إلى البلدان. {said}"
    assert figure(chart).data == ()
    assert len(draw(chart).axes[0].texts) == 1


def test_what_cannot_be_mapped_is_refused(make_counts):
    with pytest.raises(ValueError, match=r"Cannot map a count by 'actor'\. Use count_"):
        world_map(make_counts({"LY": 1}, by="actor"))
    with pytest.raises(ValueError, match=r"No region 'mars'\. Use one of: world, arab"):
        world_map(make_counts({"LY": 1}), region="mars")
    with pytest.raises(TypeError, match="Draw world_map"):
        world_map({"LY": 1})
