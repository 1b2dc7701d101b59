from __future__ import annotations

import sys
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
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


@pytest.mark.parametrize(
    ("language", "ends", "names"),
    [
        ("ar", (4.5, -0.5), ["ليبيا", "روسيا"]),
        ("en", (-0.5, 4.5), ["Libya", "Russia"]),
    ],
)
def test_cells_run_in_the_direction_of_reading(make_together, language, ends, names):
    together = make_together({("un", "LY"): 9, ("un", "RU"): 0})
    axes = draw(heatmap(together, language=language)).axes[0]
    assert axes.get_xlim() == ends
    assert [round(cell.get_x() + 0.47, 9) for cell in axes.patches] == [0]
    texts = [(text.get_text(), text.xy) for text in axes.texts]
    assert texts == [
        ("9", (0, 0)),
        (drawn(names[0]), (0, -0.5)),
        (drawn(names[1]), (1, -0.5)),
        ("un", (-0.5, 0)),
    ]


@pytest.mark.parametrize(("language", "angle"), [("ar", 315), ("en", 45)])
def test_slanted_names_rise_from_where_reading_begins(make_together, language, angle):
    many = make_together({("un", f"country {number}"): 1 for number in range(12)})
    axes = draw(heatmap(many, language=language)).axes[0]
    assert {text.get_rotation() for text in axes.texts} == {0, angle}


def test_numbers_that_no_one_could_read_are_not_drawn(make_together):
    many = make_together({("un", f"country {number}"): 12345 for number in range(12)})
    narrow, wide = (draw(heatmap(many), width=width).axes[0] for width in (200, 900))
    assert len(wide.texts) - len(narrow.texts) == 12


def test_an_empty_chart_is_a_sentence(make_counts, make_together):
    for chart in (bars(make_counts({})), heatmap(make_together({}))):
        axes = draw(chart).axes[0]
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
