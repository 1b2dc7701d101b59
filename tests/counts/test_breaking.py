from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_mentions import FILTERS, MENTIONS

from kit.counts import GROUPS, breakdown, count_mentions


def rows(**options):
    return breakdown(MENTIONS, **options).table.rows()


def test_a_count_is_broken_into_forms():
    assert rows() == [
        ("TR", "name", 3),
        ("LY", "name", 2),
        ("LY", "demonym", 1),
    ]


def test_a_count_is_broken_into_ways_and_parts():
    assert rows(into="way") == [
        ("TR", "name", 3),
        ("LY", "name", 2),
        ("LY", "nested", 1),
    ]
    assert rows(into="part", by="actor") == [
        ("haftar", "headline", 1),
        ("haftar", "caption", 1),
        ("haftar", "body", 1),
        ("lna", "body", 1),
    ]


def test_a_capital_that_counts_is_a_form():
    assert ("TR", "capital", 1) in rows(where={"capitals": True})


def test_what_cannot_be_a_part_says_what_can():
    with pytest.raises(ValueError, match=r"'colour'.*form, way, part"):
        breakdown(MENTIONS, into="colour")


@given(FILTERS, st.sampled_from(("country", "actor")), st.sampled_from(tuple(GROUPS)))
def test_the_parts_sum_to_the_count(where, by, into):
    parts = breakdown(MENTIONS, by=by, into=into, where=where)
    counts = count_mentions(MENTIONS, by=by, where=where)
    sums = parts.table.group_by("entity", maintain_order=True).agg(
        pl.col("mentions").sum()
    )
    assert sums.rows() == counts.table.select("entity", "mentions").rows()
    assert parts.counts.where == where
