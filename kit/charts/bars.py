"""Bars: who is mentioned how often.

The longest bar on top, every bar from zero, its number printed at its end: the way a
newspaper prints a ranking. What does not fit is not dropped in silence, the subtitle
says how many names are missing.
"""

from __future__ import annotations

import polars as pl

from kit.charts.chart import Chart, Title, title_in
from kit.charts.definition import DOT, definition, listed, sentences
from kit.charts.making import maker
from kit.checking import expect, expect_several
from kit.counts import Counts
from kit.labels import counted, display_name, number, word

_NAMED_IN_ALT = 3


@maker
def bars(
    counts: Counts,
    *,
    top: int = 20,
    language: str = "ar",
    title: Title = None,
    digits: str = "latin",
) -> Chart:
    """Make the bar chart of a count.

    Parameters
    ----------
    counts
        What :func:`kit.counts.count_mentions` gave.
    top
        How many bars, from the longest.
    language
        ``ar`` or ``en``.
    title
        One title, or one by language; else what was counted.
    digits
        ``latin`` or ``arabic``.

    """
    way_out = "Draw bars(count_mentions(mentions))."
    expect(counts, Counts, "counts, as count_mentions gives them", way_out)
    expect_several(top, "top")
    title = title_in(title, language) or word(
        f"title.{counts.by}.{counts.unit}", language
    )
    data = _rows(counts, top, language, digits)
    phrases = definition(counts, language=language, digits=digits)
    hidden = counts.table.height - data.height
    if hidden > 0:
        phrases.append(counted(hidden, "more", language, digits))
    subtitle = DOT.join(phrases)
    return Chart(
        kind="bars",
        data=data,
        title=title,
        subtitle=subtitle,
        x_title=word(f"unit.{counts.unit}", language),
        y_title="",
        language=language,
        alt=_alt(title, data, counts.unit, language, digits),
        caption=sentences(title, phrases, language),
        empty="" if data.height else word("empty", language),
        digits=digits,
    )


def _rows(counts: Counts, top: int, language: str, digits: str) -> pl.DataFrame:
    where = counts.where
    chosen = where.countries if counts.by == "country" else where.actors
    schema = {
        "entity": pl.String,
        "label": pl.String,
        "value": counts.table.schema.get("value", pl.Int64),
        "text": pl.String,
        "mentions": pl.Int64,
        "selected": pl.Boolean,
    }
    rows = [
        (
            row["entity"],
            display_name(row["name"], row["english"], language),
            row["value"],
            number(row["value"], language, digits),
            row["mentions"],
            chosen is None or row["entity"] in chosen,
        )
        for row in counts.table.head(top).iter_rows(named=True)
    ]
    return pl.DataFrame(rows, schema=schema, orient="row")


def _alt(title: str, data: pl.DataFrame, unit: str, language: str, digits: str) -> str:
    chart = word("chart.bars", language)
    if data.is_empty():
        return f"{chart}: {title}. {word('empty', language)}"
    first = [
        f"{label} ({counted(value, unit, language, digits)})"
        for label, value in data.head(_NAMED_IN_ALT).select("label", "value").rows()
    ]
    comma = listed(["", ""], language)
    size = counted(data.height, "bars", language, digits)
    largest = word("largest", language)
    return f"{chart}: {title}{comma}{size}{comma}{largest}: {listed(first, language)}."
