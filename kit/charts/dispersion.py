"""Dispersion: where in the text the names stand.

One row per name and a thin upright mark for every mention, from the beginning of the
text to its end. In Arabic the beginning is at the right, where reading begins. Several
articles are laid over one another, each stretched to the full width, so the picture
answers: who opens the news, who comes as background?

A row of many thousand marks would be a grey band and a slow one. Beyond
``MARKS`` mentions, those that fall on the same hair's breadth become one darker mark.
"""

from __future__ import annotations

import polars as pl

from kit.charts.chart import Chart, Title, title_in
from kit.charts.definition import DOT, known_names, listed, scope, sentences
from kit.charts.making import maker
from kit.checking import expect
from kit.counts import Positions
from kit.labels import counted, display_name, number, word

MARKS = 2000
"""Mentions above which neighbours share a mark."""

_BREADTH = 1  # percent of the text that one shared mark covers
_NAMED_IN_ALT = 3


@maker
def dispersion(
    positions: Positions,
    *,
    language: str = "ar",
    title: Title = None,
    digits: str = "latin",
) -> Chart:
    """Make the dispersion chart of some mentions.

    Parameters
    ----------
    positions
        What :func:`kit.positions` gave.
    language
        ``ar`` or ``en``.
    title
        One title, or one by language; else the question the chart answers.
    digits
        ``latin`` or ``arabic``.

    """
    way_out = "Draw dispersion(positions(mentions))."
    expect(positions, Positions, "positions, as positions gives them", way_out)
    title = title_in(title, language) or word("title.dispersion", language)
    table, counts = positions.table, positions.counts
    data = _marks(table, language)
    ranking = data.group_by("entity", "label", maintain_order=True).agg(
        pl.col("mentions").sum()
    )
    shown = _names(table, ranking.height, language, digits)
    shared = bool((data["mentions"] > 1).any())
    phrases = [
        word("mark.many" if shared else "mark", language),
        *scope(
            counts.where,
            {counts.by},
            unit=counted(table.height, "mentions", language, digits),
            known=known_names(counts.table, counts.chosen, language),
            language=language,
        ),
        shown,
        counted(table["article"].n_unique(), "articles", language, digits),
        word(f"begins.{language}", language),
    ]
    return Chart(
        kind="dispersion",
        data=data,
        title=title,
        subtitle=DOT.join(phrases),
        x_title=word("axis.position", language),
        y_title="",
        language=language,
        alt=_alt(title, ranking, shown, language, digits),
        caption=sentences(title, phrases, language),
        empty="" if data.height else word("empty", language),
        digits=digits,
    )


def _marks(positions: pl.DataFrame, language: str) -> pl.DataFrame:
    labels = {
        row["entity"]: display_name(row["name"], row["english"], language)
        for row in positions.unique("entity").iter_rows(named=True)
    }
    marks = positions.select(
        "entity",
        pl.col("entity").replace_strict(labels, default="", return_dtype=pl.String)
        .alias("label"),
        "article",
        "start",
        "token",
        "tokens",
        (100 * pl.col("token") / pl.col("tokens")).round(2).alias("at"),
        "surface",
        pl.lit(1, dtype=pl.Int64).alias("mentions"),
    )  # fmt: skip  # the columns read as one list
    if marks.height <= MARKS:
        return marks
    own = {"entity", "at", "mentions"}
    first = [column for column in marks.columns if column not in own]
    return (
        marks.group_by(
            "entity",
            # In the middle of its breadth: evenly spaced marks do not shimmer.
            (pl.col("at") // _BREADTH * _BREADTH + _BREADTH / 2).alias("at"),
            maintain_order=True,
        )
        .agg(
            *(pl.col(column).first() for column in first),
            pl.len().cast(pl.Int64).alias("mentions"),
        )
        .select(marks.columns)
    )


def _names(positions: pl.DataFrame, rows: int, language: str, digits: str) -> str:
    """Say how many names there are, and where only the leading ones stand, of how many.

    >>> _names(pl.DataFrame({"names": [57]}), 20, "en", "latin")
    'the 20 most mentioned of 57 names'
    """
    every = int(positions["names"].max() or 0)  # type: ignore[arg-type]  # of numbers
    if every <= rows:
        return counted(rows, "names", language, digits)
    leading = counted(rows, "leading", language, digits)
    return leading.replace("{all}", number(every, language, digits))


def _alt(
    title: str, ranking: pl.DataFrame, size: str, language: str, digits: str
) -> str:
    chart = word("chart.dispersion", language)
    if ranking.is_empty():
        return f"{chart}: {title}. {word('empty', language)}"
    leading = ranking.sort("mentions", descending=True, maintain_order=True)
    first = [
        f"{label} ({counted(mentions, 'mentions', language, digits)})"
        for label, mentions in leading.head(_NAMED_IN_ALT)
        .select("label", "mentions")
        .rows()
    ]
    comma = listed(["", ""], language)
    most = word("most", language)
    return f"{chart}: {title}{comma}{size}{comma}{most}: {listed(first, language)}."
