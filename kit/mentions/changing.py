"""Changing: rows of mentions that say which decision changed them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import polars as pl

from kit.lexicon.places import place_forms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.lexicon.lexicon import Name

ENGINE = "decision"
_TEXT = pl.String


def marked(
    rows: pl.DataFrame, marks: pl.Expr, changes: Mapping[str, pl.Expr]
) -> pl.DataFrame:
    """Change the rows that have a mark, and let their evidence and engine say so."""
    before = pl.when(pl.col("evidence") != "").then("evidence")
    said = pl.concat_str([before, marks], separator=" + ", ignore_nulls=True)
    every = {**changes, "evidence": said, "engine": pl.lit(ENGINE)}
    return rows.with_columns(
        pl.when(marks.is_not_null())
        .then(value.cast(rows.schema[name]))
        .otherwise(pl.col(name))
        .alias(name)
        for name, value in every.items()
    )


def renamed(rows: pl.DataFrame, names: Mapping[str, Name]) -> pl.DataFrame:
    """Let the rows with a ``mark`` name the entity that they are to become."""
    targets = rows["becomes"].drop_nulls().unique().to_list()
    kinds = {one: names[one].kind for one in targets}
    countries = {one: names[one].country for one in targets}
    becomes = pl.col("becomes")
    kind = becomes.replace_strict(kinds, return_dtype=_TEXT)
    form = (
        pl.when(pl.col("entity") == becomes)
        .then("form")
        .when(becomes.is_in(sorted(_capitals())))
        .then(pl.lit("capital"))
        .when((kind == pl.col("kind")) & (kind != "place"))
        .then("form")
        .otherwise(pl.lit("name"))
    )
    keeps_way = (pl.col("way") == "nested") | (form == pl.col("form"))
    changes = {
        "entity": becomes,
        "kind": kind,
        "country": becomes.replace_strict(countries, return_dtype=_TEXT),
        "form": form,
        "way": pl.when(keeps_way).then("way").otherwise(form),
        "undecided": pl.lit(None, _TEXT),
    }
    has_new = becomes.is_not_null()
    return marked(rows, pl.when(has_new).then("mark"), changes)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(form.entity for form in place_forms() if form.form == "capital")
