from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.charts import theme
from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap


def test_a_subtitle_breaks_between_its_phrases(make_counts):
    place = theme.layout(bars(make_counts({"LY": 14}), language="en"))
    assert place.subtitle == (
        "Number of mentions in headlines, captions and body text",
        "names inside longer names count · 314 words · 1 article",
    )


def test_the_height_grows_with_the_rows(make_counts):
    heights = [
        theme.layout(bars(make_counts({f"E{row}": 9 for row in range(rows)}))).height
        for rows in (1, 11)
    ]
    assert heights[1] - heights[0] == 10 * theme.ROW


def test_bars_begin_at_zero_where_reading_begins(make_counts):
    counts = make_counts({"LY": 100})
    for language, zero in (("ar", 1), ("en", 0)):
        chart = bars(counts, language=language)
        ends = theme.value_axis(chart, theme.layout(chart))
        assert ends[zero] == 0
        assert ends[1 - zero] > 100


def test_the_way_through_a_text_is_marked_in_words(make_positions):
    positions = make_positions(("LY", "a", 0))
    assert theme.position_ticks(dispersion(positions, digits="arabic")) == {
        0: "البداية",
        25: "٢٥٪",
        50: "٥٠٪",
        75: "٧٥٪",
        100: "النهاية",
    }


def test_a_pointed_at_cell_says_how_often_both_and_each_are_mentioned(make_together):
    numbers = make_together({("RU", "LY"): 2})
    assert theme.hover_lines(heatmap(numbers)) == [
        "روسيا مع ليبيا: جملتان\nروسيا: 10 جمل · ليبيا: 10 جمل"
    ]
    assert theme.hover_lines(heatmap(numbers, language="en")) == [
        "Russia with Libya: 2 sentences\nRussia: 10 sentences · Libya: 10 sentences"
    ]


def test_the_names_of_a_heatmap_are_not_cut(make_together):
    name = " ".join(["الجماهيرية"] * 12)
    place = theme.layout(heatmap(make_together({(name, "LY"): 1})))
    assert place.labels[0].split() == name.split()
    lines = place.labels[0].count("\n") + 1
    row = place.height - place.top - place.bottom
    assert row > lines * theme.LABEL_SIZE


def test_an_empty_heatmap_is_as_high_as_empty_bars(make_counts, make_together):
    apart = heatmap(make_together({("un", "LY"): 0, ("eu", "LY"): 0}))
    for chart in (apart, bars(make_counts({}))):
        place = theme.layout(chart)
        assert place.height - place.top - place.bottom == theme.EMPTY_HEIGHT
        assert place.labels == ()


@given(st.lists(st.integers(1, 10**6), min_size=1))
def test_more_sentences_are_never_paler(values):
    depths = theme.depths(values)
    ranked = sorted(zip(values, depths, strict=True))
    assert [depth for _, depth in ranked] == sorted(depths)
    assert min(depths) >= 0.1


@pytest.mark.parametrize(
    ("paper", "ink"),
    [(theme.PAPER, theme.INK), ("#212121", "#FFFFFF"), ("#111111", "#FFFFFF")],
    ids=["paper", "dark screen", "darker screen"],
)
@pytest.mark.parametrize("value", [1, 2, 5, 20, 50, 80, 100])
def test_numbers_stand_out_from_their_cells(paper, ink, value):
    depth, _ = theme.depths([value, 100])
    below, above = channels(paper), channels(theme.CELL_COLOUR)
    cell = [low + (high - low) * depth for low, high in zip(below, above, strict=True)]
    darker, lighter = sorted([luminance(cell), luminance(channels(ink))])
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def channels(colour):
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def luminance(colour):
    """Give the relative luminance that WCAG defines."""
    linear = [
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4
        for one in colour
    ]
    return sum(
        weight * one
        for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def test_what_is_pointed_at_says_what_it_is(make_counts, make_positions):
    assert theme.hover_lines(bars(make_counts({"LY": 14}))) == [
        "ليبيا\nعدد الإشارات: 14"
    ]
    chart = dispersion(make_positions(("LY", "a", 9)), language="en")
    assert theme.hover_lines(chart) == ["Libya\n“ليبيا”\nword 10 of 200\nArticle: a"]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [240, 320, 480, 605, 900, 2000])
def test_no_line_of_a_subtitle_begins_or_ends_in_a_dot(make_counts, language, width):
    chart = bars(make_counts({"LY": 14}, text="قال", capitals=True), language=language)
    subtitle = theme.layout(chart, width=width).subtitle
    assert not any(line.strip(" ·") != line for line in subtitle)
    words = chart.subtitle.replace("·", " ").split()
    assert " ".join(subtitle).replace("·", " ").split() == words
