from __future__ import annotations

import pytest

from kit.charts import theme
from kit.charts.bars import bars
from kit.charts.dispersion import dispersion


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
