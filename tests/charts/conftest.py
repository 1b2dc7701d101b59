"""Counts written by hand: charts need no article, tokenizer or browser."""

from __future__ import annotations

import polars as pl
import pytest

from kit.counts import Counts, Filter

NAMES = {
    "LY": ("ليبيا", "Libya"),
    "RU": ("روسيا", "Russia"),
    "XX": ("قناة CNN (بالعربية)", "CNN (in Arabic)"),
    "BAD": ("<img src=x onerror=alert(1)> & <b>ليبيا</b>", ""),
}
SCHEMA = {
    "entity": pl.String,
    "name": pl.String,
    "english": pl.String,
    "kind": pl.String,
    "country": pl.String,
    "value": pl.Int64,
    "mentions": pl.Int64,
}
POSITIONS = {
    "entity": pl.String,
    "name": pl.String,
    "english": pl.String,
    "article": pl.String,
    "token": pl.UInt32,
    "tokens": pl.UInt32,
    "start": pl.UInt32,
    "sentence": pl.UInt32,
    "surface": pl.String,
    "part": pl.String,
}


@pytest.fixture
def make_counts():
    def make(values, *, by="country", unit="mentions", **where):
        rows = [
            (
                entity,
                *NAMES.get(entity, (entity, entity)),
                "country",
                None,
                value,
                value,
            )
            for entity, value in values.items()
        ]
        table = pl.DataFrame(rows, schema=SCHEMA, orient="row")
        return Counts(table, by, unit, Filter(**where), 314, 1)

    return make


@pytest.fixture
def make_positions():
    def make(*rows):
        """Make positions of (entity, article, token) in articles of 200 words."""
        full = [
            (entity, *NAMES[entity], article, token, 200, token * 5, 0, "ليبيا", "body")
            for entity, article, token in rows
        ]
        return pl.DataFrame(full, schema=POSITIONS, orient="row")

    return make
