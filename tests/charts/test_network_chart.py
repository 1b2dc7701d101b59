from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.charts import theme
from kit.charts.matplotlib_renderer import draw
from kit.charts.network import network
from kit.charts.plotly_renderer import figure
from kit.charts.scene import Line, Points, Text
from kit.charts.scenes import scene_of
from kit.export.page import table

# A name has 10 sentences of its own, as the fixture makes it.
MET = {
    ("LY", "RU"): 4,
    ("LY", "XX"): 1,
    ("RU", "LY"): 4,
    ("RU", "XX"): 0,
    ("XX", "LY"): 1,
    ("XX", "RU"): 0,
}
WIDTH = 577


@pytest.fixture
def met(make_together):
    def make(numbers=MET, *, columns="actor", **more):
        return make_together(numbers, columns=columns, **more)

    return make


def test_each_pair_that_meets_is_a_row_once(met):
    chart = network(met(), language="en")
    people = "people and organisations"
    assert chart.data.rows() == [
        ("LY", "Libya", "RU", "Russia", people, people, 4, "4", 10, 10),
        ("LY", "Libya", "XX", "CNN (in Arabic)", people, people, 1, "1", 10, 10),
    ]
    assert chart.title == "Who is mentioned with whom"
    assert chart.alt == (
        "Network: Who is mentioned with whom, 3 names, 2 pairs, the most frequent: "
        "Libya with Russia (4 sentences), Libya with CNN (in Arabic) (1 sentence)."
    )


def test_it_says_so_in_arabic(met):
    chart = network(met())
    assert chart.alt == (
        "شبكة: من يُذكر مع من، 3 أسماء، زوجان، أكثرها: ليبيا مع روسيا (4 جمل)، "
        "ليبيا مع قناة CNN (بالعربية) (جملة واحدة)."
    )
    assert chart.caption == (
        "من يُذكر مع من. عدد الجمل التي تذكر الاسمين معًا في العناوين وشروح الصور "
        "والمتن؛ بما فيها الأسماء داخل أسماء أطول؛ 17 جملة؛ مقال واحد."
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "mentioned with none of these names: A, B, C and 2 more"),
        ("ar", "لا يُذكر مع غيره من هذه الأسماء: A، B، C واسمان آخران"),
    ],
)
def test_names_that_meet_nobody_are_told(met, language, said):
    names = ["LY", "RU", "A", "B", "C", "D", "E"]
    pairs = {(one, other): 0 for one in names for other in names if one != other}
    chart = network(met(pairs | {("LY", "RU"): 2, ("RU", "LY"): 2}), language=language)
    assert chart.data.height == 1
    assert said in chart.subtitle.split(" · ")


def test_actors_and_countries_have_colours_of_their_own(met):
    chart = network(met({("XX", "LY"): 2}, columns="country"), language="en")
    scene = scene_of(chart, WIDTH)
    *_, circles = (mark for mark in scene.marks if isinstance(mark, Points))
    assert circles.keys == (("XX",), ("LY",))
    assert circles.colours == theme.SERIES[:2]
    assert scene.texts[-4:] == ["■", "people and organisations", "■", "countries"]


def test_lines_are_as_wide_as_they_have_sentences(met):
    scene = scene_of(network(met()), WIDTH)
    thin, wide = (mark for mark in scene.marks if isinstance(mark, Line))
    assert wide.width == 4 * thin.width
    middles, circles = (mark for mark in scene.marks if isinstance(mark, Points))
    assert middles.keys == (("together", "LY", "XX"), ("together", "LY", "RU"))
    assert circles.keys == (("LY",), ("RU",), ("XX",))
    assert (wide.x, wide.y) == (circles.x[:2], circles.y[:2])
    assert middles.x[1] == sum(wide.x) / 2


def test_circles_are_as_large_as_the_name_has_sentences(met):
    scene = scene_of(network(met()), WIDTH)
    *_, circles = (mark for mark in scene.marks if isinstance(mark, Points))
    assert set(circles.sizes) == {34}
    assert circles.hover == (
        "ليبيا\n10 جمل",
        "روسيا\n10 جمل",
        "قناة CNN (بالعربية)\n10 جمل",
    )


def test_the_same_network_is_laid_out_alike(met):
    assert scene_of(network(met()), WIDTH) == scene_of(network(met()), WIDTH)


NAMES = st.text("ابتثمن abcW", min_size=1, max_size=40).filter(str.strip)


# The fixture gives a function that keeps nothing between examples.
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_name_covers_another_or_leaves_the_paper(met, data):
    names = data.draw(st.lists(NAMES, min_size=2, max_size=25, unique=True))
    pairs = list(combinations(names, 2))
    some = data.draw(st.lists(st.sampled_from(pairs), min_size=1, unique=True))
    numbers = {pair: data.draw(st.integers(1, 30)) for pair in some}
    scene = scene_of(network(met(numbers)), WIDTH)
    *_, circles = (mark for mark in scene.marks if isinstance(mark, Points))
    assert {name for (name,) in circles.keys} == {one for pair in some for one in pair}
    boxes = [
        *map(text_box, (mark for mark in scene.marks if isinstance(mark, Text))),
        *(
            (x - size / 2, x + size / 2, y - size / 2, y + size / 2)
            for x, y, size in zip(circles.x, circles.y, circles.sizes, strict=True)
        ),
    ]
    width, height = scene.x[1], scene.y[1]
    for left, right, lower, upper in boxes:
        assert -0.1 <= left < right <= width + 0.1
        assert -0.1 <= lower < upper <= height + 0.1
    for a, b in combinations(boxes, 2):
        assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2], (a, b)


def text_box(mark):
    """Give the edges of a text as the renderers place it, moved to axis units."""
    lines = mark.text.split("\n")
    width = max(theme.text_width(line, mark.size) for line in lines)
    height = mark.size * 1.2 * len(lines)
    x, y = mark.x + mark.dx, mark.y + mark.dy
    top = y if mark.valign == "top" else y + height / 2
    return x - width / 2, x + width / 2, top - height, top


def test_both_renderers_draw_every_line_and_text(met):
    chart = network(met(), language="en")
    texts = scene_of(chart, WIDTH).texts
    assert texts == ["Libya", "Russia", "CNN (in Arabic)", "4", "1"]
    drawn = figure(chart)
    first, second, middles, circles = drawn.data
    assert (first.mode, second.mode) == ("lines", "lines")
    assert list(middles.customdata[1]) == ["together", "LY", "RU"]
    assert middles.hovertext[1] == (
        "Libya with Russia: 4 sentences<br>Libya: 10 sentences · Russia: 10 sentences"
    )
    assert list(circles.customdata) == [["LY"], ["RU"], ["XX"]]
    assert [note.text for note in drawn.layout.annotations] == texts
    axes = draw(chart).axes[0]
    assert [text.get_text() for text in axes.texts] == texts
    assert len(axes.lines) == 2


def test_the_table_names_each_pair(met):
    text = table(network(met(), language="en"))
    assert text.count("<tr>") == 3
    assert '<td class="text"><bdi>Russia</bdi></td>' in text


def test_no_tag_of_a_name_reaches_plotly(met):
    drawn = figure(network(met({("BAD", "LY"): 1})))
    texts = [note.text for note in drawn.layout.annotations]
    texts += [text for trace in drawn.data for text in trace.hovertext or ()]
    assert {tag for text in texts for tag in re.findall("<[^>]*>", text)} == {"<br>"}


def test_names_that_never_meet_say_so(met):
    chart = network(met({("LY", "RU"): 0, ("RU", "LY"): 0}))
    assert chart.empty == "لا جملة تذكر اسمين منها معًا."
    assert chart.data.is_empty()
    assert chart.alt == "شبكة: من يُذكر مع من. لا جملة تذكر اسمين منها معًا."
    assert figure(chart).data == ()
    assert len(draw(chart).axes[0].texts) == 1
