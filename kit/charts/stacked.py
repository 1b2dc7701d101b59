"""Stacked bars: of what each number is made.

A bar for each name, as long as its count, in stretches of one colour for each form of
mention (or way of naming, or part of the article). The whole is written at its end; the
stretches say theirs when pointed at and in the table under the picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.charts.chart import Chart, Title, title_in
from kit.charts.definition import DOT, definition, listed, sentences
from kit.charts.making import maker
from kit.charts.theme import SERIES
from kit.checking import expect, expect_several
from kit.counts.breaking import GROUPS, Breakdown
from kit.labels import counted, display_name, number, word

if TYPE_CHECKING:
    from collections.abc import Sequence

_OTHER = "other"
_NAMED_IN_ALT = 3


@maker
def stacked(
    parts: Breakdown,
    *,
    top: int = 20,
    language: str = "ar",
    title: Title = None,
    digits: str = "latin",
) -> Chart:
    """Make the chart of stacked bars of a breakdown.

    Parameters
    ----------
    parts
        What :func:`kit.breakdown` gave.
    top
        How many bars, from the longest.
    language
        ``ar`` or ``en``.
    title
        One title, or one by language; else what was counted.
    digits
        ``latin`` or ``arabic``.

    """
    way_out = "Draw stacked(breakdown(mentions))."
    expect(parts, Breakdown, "a breakdown, as breakdown gives it", way_out)
    expect_several(top, "top")
    counts = parts.counts
    title = title_in(title, language) or word(
        f"title.{counts.by}.into.{parts.into}", language
    )
    data = _rows(parts, top, language, digits)
    phrases = definition(counts, language=language, digits=digits)
    shown = data["entity"].n_unique()
    if counts.table.height > shown:
        phrases.append(counted(counts.table.height - shown, "more", language, digits))
    return Chart(
        kind="stacked",
        data=data,
        title=title,
        subtitle=DOT.join(phrases),
        x_title=word("unit.mentions", language),
        y_title="",
        language=language,
        alt=_alt(title, data, language, digits),
        caption=sentences(title, phrases, language),
        empty="" if data.height else word("empty", language),
        digits=digits,
    )


def _rows(parts: Breakdown, top: int, language: str, digits: str) -> pl.DataFrame:
    names = {
        row["entity"]: display_name(row["name"], row["english"], language)
        for row in parts.counts.table.head(top).iter_rows(named=True)
    }
    table = parts.table.filter(pl.col("entity").is_in(list(names)))
    kept = _own_colours(table, parts.into)
    series = {group: place for place, group in enumerate([*kept, _OTHER])}
    table = (
        table.with_columns(
            group=pl.when(pl.col("group").is_in(kept))
            .then("group")
            .otherwise(pl.lit(_OTHER))
        )
        .group_by("entity", "group", maintain_order=True)
        .agg(value=pl.col("mentions").sum())
    )
    labels = {group: word(f"{parts.into}.{group}", language) for group in kept}
    labels[_OTHER] = word("others", language)
    rows = [
        (
            entity, names[entity], group, labels[group], series[group], value,
            number(value, language, digits),
        )
        for entity, group, value in table.iter_rows()
    ]  # fmt: skip  # the columns read as one list
    schema = {
        "entity": pl.String,
        "label": pl.String,
        "group": pl.String,
        "group_label": pl.String,
        "series": pl.Int64,
        "value": pl.Int64,
        "text": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _own_colours(table: pl.DataFrame, into: str) -> Sequence[str]:
    """Give the groups that have a colour of their own; small ones share the last."""
    sizes = table.group_by("group").agg(pl.col("mentions").sum())
    sizes = sizes.sort("mentions", "group", descending=[True, False])
    fits = sizes.height <= len(SERIES)
    large = set(sizes["group"].head(len(SERIES) if fits else len(SERIES) - 1))
    return [group for group in GROUPS[into] if group in large]


def _alt(title: str, data: pl.DataFrame, language: str, digits: str) -> str:
    chart = word("chart.stacked", language)
    if data.is_empty():
        return f"{chart}: {title}. {word('empty', language)}"
    said = [
        f"{label} ({listed(_stretches(rows, language, digits), language)})"
        for (_, label), rows in data.group_by("entity", "label", maintain_order=True)
    ]
    return f"{chart}: {title}. {listed(said[:_NAMED_IN_ALT], language)}."


def _stretches(rows: pl.DataFrame, language: str, digits: str) -> list[str]:
    return [
        f"{group} {number(value, language, digits)}"
        for group, value in rows.select("group_label", "value").iter_rows()
    ]
