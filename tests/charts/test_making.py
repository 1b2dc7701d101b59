from __future__ import annotations

from pathlib import Path

import pytest

from kit import (
    bars,
    breakdown,
    compare,
    count_mentions,
    dispersion,
    find_mentions,
    heatmap,
    over_time,
    positions,
    read_articles,
    slope,
    stacked,
    timeline,
    together,
)
from kit.charts.chart import Chart

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def mentions():
    return find_mentions(read_articles(ROOT / "seeds"), engine="lexicon")


def test_a_chart_knows_what_it_was_made_of(mentions):
    where = {"countries": ["LY"], "nested": False}
    chart = bars(count_mentions(mentions, unit="sentences", where=where), top=3)
    assert chart.made == {
        "kind": "bars",
        "by": "country",
        "unit": "sentences",
        "where": {"countries": ["LY"], "nested": False},
        "top": 3,
    }
    assert chart.basis().articles == 1


@pytest.mark.parametrize(
    ("make", "made"),
    [
        (
            lambda found: stacked(breakdown(found, by="actor", into="way")),
            {"by": "actor", "unit": "mentions", "where": {}, "into": "way"},
        ),
        (
            lambda found: dispersion(positions(found, top=2)),
            {"by": "country", "unit": "mentions", "where": {}},
        ),
        (
            lambda found: heatmap(together(found), digits="arabic"),
            {"rows": "actor", "columns": "country", "where": {}, "digits": "arabic"},
        ),
        (
            lambda found: timeline(over_time(found, every="year")),
            {"by": "country", "unit": "mentions", "every": "year", "where": {}},
        ),
        (
            lambda found: slope(
                compare(found, {"parts": ["headline"]}, {"parts": ["body"]})
            ),
            {
                "by": "country",
                "one": {"parts": ["headline"]},
                "other": {"parts": ["body"]},
            },
        ),
    ],
    ids=["stacked", "dispersion", "heatmap", "timeline", "slope"],
)
def test_every_kind_has_a_recipe_a_basis_and_a_twin(mentions, make, made):
    chart = make(mentions)
    assert chart.made == {"kind": chart.kind, **made}
    assert chart.basis().mentions == len(mentions)
    other = chart.twin()
    assert (chart.language, other.language) == ("ar", "en")
    assert other.data["entity"].to_list() == chart.data["entity"].to_list()
    again = other.twin()
    assert again.data.equals(chart.data)
    assert (again.title, again.subtitle) == (chart.title, chart.subtitle)


def test_a_title_of_one_language_does_not_stand_over_the_other(mentions):
    counts = count_mentions(mentions)
    assert bars(counts, title="ليبيا أولًا").twin().title == "Mentions of countries"
    both = {"ar": "ليبيا أولًا", "en": "Libya first"}
    assert bars(counts, title=both).title == "ليبيا أولًا"
    assert bars(counts, title=both).twin().title == "Libya first"
    assert bars(counts).twin(title="Mine", top=2).title == "Mine"


def test_what_is_no_title_is_refused(mentions):
    with pytest.raises(TypeError, match=r"Expected a title, not int 3"):
        bars(count_mentions(mentions), title=3)


def test_a_chart_without_its_count_says_how_to_count_again(make_counts):
    chart = bars(make_counts({"LY": 1}))
    alone = Chart(
        **{
            name: getattr(chart, name)
            for name in ("kind", "data", "title", "subtitle", "x_title", "y_title")
        },
        language="ar",
        alt="",
        caption="",
    )
    with pytest.raises(ValueError, match=r"Count again with its filter"):
        alone.twin()
