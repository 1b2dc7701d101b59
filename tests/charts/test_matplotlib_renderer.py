from __future__ import annotations

import sys
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.matplotlib_renderer import draw, fonts, picture
from kit.labels import label

RLI, PDI = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def drawn(text):
    return label(text, renderer="matplotlib")


def test_arabic_bars_grow_from_right_to_left(make_counts):
    axes = draw(bars(make_counts({"LY": 14, "RU": 4}))).axes[0]
    assert [text.get_text() for text in axes.texts] == [
        "14",
        "4",
        drawn("ليبيا"),
        drawn("روسيا"),
    ]
    left, right = axes.get_xlim()
    assert left > 14
    assert right == 0
    assert axes.texts[2].xy == (0, 0)
    assert [bar.get_width() for bar in axes.patches] == [14, 4]


def test_english_bars_grow_from_left_to_right(make_counts):
    axes = draw(bars(make_counts({"LY": 14}), language="en")).axes[0]
    assert axes.get_xlim()[0] == 0
    assert axes.texts[-1].get_text() == "Libya"


@pytest.mark.parametrize(("language", "ends"), [("ar", (101, -1)), ("en", (-1, 101))])
def test_marks_run_in_the_direction_of_reading(make_positions, language, ends):
    chart = dispersion(
        make_positions(("LY", "a", 0), ("LY", "a", 50)), language=language
    )
    axes = draw(chart).axes[0]
    assert axes.get_xlim() == ends
    marks = axes.collections[1].get_segments()
    assert [segment[0][0] for segment in marks] == [0, 25]


def test_an_empty_chart_is_a_sentence(make_counts):
    axes = draw(bars(make_counts({}))).axes[0]
    assert [text.get_text() for text in axes.texts] == [
        drawn("لا توجد نتائج توافق هذا الاختيار.")
    ]


def test_dollar_signs_are_no_formula(make_counts):
    content = picture(bars(make_counts({"$x_1$": 1})), ".svg", width=600, dpi=96)
    assert "$x_1$" in texts(content)


def test_a_picture_has_the_size_asked_for(make_counts):
    content = picture(bars(make_counts({"LY": 1})), ".png", width=480, dpi=192)
    with Image.open(BytesIO(content)) as image:
        assert image.width == 960


def test_the_text_of_an_svg_is_raw_and_isolated(make_counts):
    content = picture(bars(make_counts({"LY": 2, "XX": 1})), ".svg", width=600, dpi=96)
    found = texts(content)
    assert "ليبيا" in found
    assert f"{RLI}قناة CNN (بالعربية){PDI}" in found


def test_fonts_end_with_one_that_has_arabic_and_latin():
    assert fonts()[-1] == "DejaVu Sans"


def test_the_readers_own_matplotlib_is_left_alone(make_counts):
    before = sys.modules.get("matplotlib.pyplot")
    draw(bars(make_counts({"LY": 1})))
    assert sys.modules.get("matplotlib.pyplot") is before


def texts(content):
    root = ET.fromstring(content)  # noqa: S314  # written by ourselves
    return [
        "".join(node.itertext())
        for node in root.iter("{http://www.w3.org/2000/svg}text")
    ]
