"""Heatmap: who is mentioned together with whom, a cell for every pair.

The number stands in its cell and the shade only leads the eye to the large ones, so no
legend is needed. Pairs that never meet are left blank: the blank is as telling as the
number. In Arabic the rows are named at the right and the columns follow one another
from there to the left, as one reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.charts import pairs
from kit.charts.chart import Chart, Title, title_in
from kit.charts.definition import DOT, listed, sentences
from kit.charts.making import maker
from kit.checking import expect
from kit.counts import Together
from kit.labels import counted, number, word

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMED_IN_ALT = 3


@maker
def heatmap(
    together: Together,
    *,
    language: str = "ar",
    title: Title = None,
    digits: str = "latin",
) -> Chart:
    """Make the heatmap of what is mentioned together.

    Parameters
    ----------
    together
        What :func:`kit.counts.together` gave.
    language
        ``ar`` or ``en``.
    title
        One title, or one by language; else the question the chart answers.
    digits
        ``latin`` or ``arabic``.

    """
    way_out = "Draw heatmap(together(mentions))."
    expect(together, Together, "what is mentioned together", way_out)
    title = title_in(title, language) or word(
        f"title.together.{together.rows}.{together.columns}", language
    )
    data = _cells(together, language, digits)
    phrases = pairs.phrases(together, language, digits)
    empty = pairs.nothing(together, language)
    return Chart(
        kind="heatmap",
        data=data,
        title=title,
        subtitle=DOT.join(phrases),
        x_title=word("unit.together", language),
        y_title="",
        language=language,
        alt=_alt(title, data, empty, language, digits),
        caption=sentences(title, phrases, language),
        empty=empty,
        digits=digits,
    )


def _cells(together: Together, language: str, digits: str) -> pl.DataFrame:
    labels = pairs.labels(together, language)
    rows = _positions(together.row_totals, together.table["entity"])
    columns = _positions(together.column_totals, together.table["other"])
    totals = {
        side: dict(table.select("entity", "value").iter_rows())
        for side, table in (
            ("rows", together.row_totals),
            ("columns", together.column_totals),
        )
    }
    schema = {
        "entity": pl.String,
        "label": pl.String,
        "other": pl.String,
        "other_label": pl.String,
        "row": pl.Int64,
        "column": pl.Int64,
        "value": pl.Int64,
        "text": pl.String,
        "entity_total": pl.Int64,
        "other_total": pl.Int64,
    }
    cells = [
        (
            entity,
            labels[entity],
            other,
            labels[other],
            rows[entity],
            columns[other],
            value,
            number(value, language, digits) if value else "",
            totals["rows"][entity],
            totals["columns"][other],
        )
        for entity, other, value in together.table.select(
            "entity", "other", "sentences"
        ).iter_rows()
    ]
    return pl.DataFrame(cells, schema=schema, orient="row")


def _positions(totals: pl.DataFrame, present: Iterable[str]) -> dict[str, int]:
    """Give the place of each entity that has a cell, the most mentioned first."""
    there = set(present)
    kept = [entity for entity in totals["entity"] if entity in there]
    return {entity: position for position, entity in enumerate(kept)}


def _alt(title: str, data: pl.DataFrame, empty: str, language: str, digits: str) -> str:
    chart = word("chart.heatmap", language)
    if empty:
        return f"{chart}: {title}. {empty}"
    # Who is a row and a column meets the other twice.
    once = data.unique(
        pl.concat_list("entity", "other").list.sort(), keep="first", maintain_order=True
    )
    largest = once.sort("value", descending=True, maintain_order=True)
    first = pairs.named_pairs(
        largest.filter(pl.col("value") > 0)
        .head(_NAMED_IN_ALT)
        .select("label", "other_label", "value")
        .rows(),
        language,
        digits,
    )
    comma = listed(["", ""], language)
    size = comma.join(
        counted(data[side].n_unique(), f"{side}s", language, digits)
        for side in ("row", "column")
    )
    most = word("most", language)
    return f"{chart}: {title}{comma}{size}{comma}{most}: {listed(first, language)}."
