import polars as pl
import pytest
from dated_mentions import CORPORA, PUBLISHED
from hypothesis import given
from hypothesis import strategies as st
from written_mentions import NOTHING

from kit.counts import BY, by_outlet, count_mentions


def test_every_outlet_stands_with_every_entity_and_its_denominators():
    counted = by_outlet(PUBLISHED, top=2)
    assert counted.table.drop("name", "english").rows() == [
        ("الخبر", "LY", 3, 3, 3, 35),
        ("الخبر", "TR", 1, 1, 3, 35),
        ("الشروق", "LY", 2, 2, 2, 38),
        ("الشروق", "TR", 1, 1, 2, 38),
        (None, "LY", 0, 0, 1, 5),
        (None, "TR", 0, 0, 1, 5),
    ]
    assert counted.outlets.rows() == [
        ("الخبر", 3, 35),
        ("الشروق", 2, 38),
        (None, 1, 5),
    ]
    assert counted.hidden == 1
    assert repr(counted) == (
        "<ByOutlet: mentions of 2 countries in 2 outlets; see table>"
    )


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("mentions", [3, 2, 0]),
        ("per_1000", [3000 / 35, 2000 / 38, 0.0]),
        ("articles", [2, 2, 0]),
        ("share", [2 / 3, 1.0, 0.0]),
    ],
)
def test_every_unit_has_the_denominators_of_its_outlet(unit, expected):
    table = by_outlet(PUBLISHED, unit=unit, top=1).table
    assert table["value"].to_list() == expected


def test_a_filter_holds_for_numbers_and_denominators():
    table = by_outlet(PUBLISHED, by="actor", where={"since": "2018"}).table
    assert table.select("outlet", "entity", "value", "articles").rows() == [
        ("الخبر", "haftar", 1, 3),
        ("الشروق", "haftar", 0, 1),
        (None, "haftar", 0, 1),
    ]


def test_nothing_is_an_empty_table():
    assert by_outlet(NOTHING).table.height == 0


def test_an_unknown_unit_is_refused():
    with pytest.raises(ValueError, match="Cannot count unit 'sentences'"):
        by_outlet(PUBLISHED, unit="sentences")


@given(CORPORA, st.sampled_from(BY), st.sampled_from(["mentions", "articles"]))
def test_outlets_sum_to_the_count(mentions, by, unit):
    whole = count_mentions(mentions, by=by, unit=unit)
    parted = by_outlet(mentions, by=by, unit=unit, top=None)
    columns = ("entity", "value", "mentions")
    summed = (
        parted.table.select(columns)
        .group_by("entity")
        .agg(pl.col("value").sum(), pl.col("mentions").sum())
    )
    assert sorted(summed.rows()) == sorted(whole.table.select(columns).rows())
    assert parted.outlets["articles"].sum() == whole.articles
    assert parted.outlets.select(pl.col("tokens").sum()).item() == whole.tokens
