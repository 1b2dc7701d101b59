from __future__ import annotations

from dataclasses import replace

import pytest

from kit.charts.bars import bars
from kit.charts.heatmap import heatmap


def test_the_direction_follows_the_language(make_counts):
    chart = bars(make_counts({"LY": 14}))
    assert chart.direction == "rtl"
    assert replace(chart, language="en").direction == "ltr"


def test_only_a_heatmap_has_columns(make_counts, make_together):
    assert bars(make_counts({"LY": 14})).columns == []
    assert heatmap(make_together({("un", "LY"): 1})).columns == ["ليبيا"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"kind": "pie"},
            "No kind of chart 'pie'. Use one of: bars, stacked, ",
        ),
        ({"language": "fr"}, "No language 'fr'. Use one of: ar, en."),
    ],
)
def test_an_unknown_kind_or_language_is_an_error(make_counts, change, message):
    with pytest.raises(ValueError, match=message):
        replace(bars(make_counts({"LY": 14})), **change)
