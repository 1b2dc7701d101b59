"""Together: who is mentioned in the same sentence as whom.

A sentence that mentions two names says something of both. For the most mentioned
actors and countries :func:`together` counts those sentences, pair by pair, zeros
included: that two are never mentioned together is also known. :func:`behind` opens a
number into the mentions it was counted from.

The filter means what it means in :func:`kit.counts.count_mentions`: what counts for a
country there does here. A name is not together with itself, nor is a mention: where
persons count for their countries, حفتر alone is not Haftar together with Libya.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from kit.counts.counting import ranked
from kit.counts.filters import BY, Filter, as_filter, checked
from kit.counts.knowing import check_ids
from kit.counts.opening import chosen
from kit.counts.selecting import admitted, selected, selecting
from kit.mentions.basis import basis_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kit.mentions.basis import Basis
    from kit.mentions.mention import Mentions

TOP = (12, 12)
"""How many rows and columns there are at most, if nothing else is asked for."""

_SENTENCE = ("article", "sentence")
_KEY = {"country": "country", "actor": "entity"}


@dataclass(frozen=True, slots=True)
class Together:
    """How often names are mentioned together, and all that must be said beside it.

    Attributes
    ----------
    table
        ``entity, name, english, other, other_name, other_english, sentences``: one row
        per pair of an entity of the rows and another of the columns, also where the
        number is 0, in the order of the leading entities.
    row_totals, column_totals
        The entities of the rows and of the columns, the most mentioned first:
        ``entity, name, english, kind, country, value, mentions``, ``value`` being the
        number of sentences that mention it.
    rows, columns, where
        What was counted: see :func:`together`.
    hidden
        How many names are mentioned and stand neither in a row nor in a column.
    sentences, articles
        Sentences in the selected parts, and articles: the denominators.
    chosen
        Arabic and English name of the entities that the filter names.
    basis
        Gives what the count stands on: see :mod:`kit.mentions.basis`.

    """

    table: pl.DataFrame
    row_totals: pl.DataFrame
    column_totals: pl.DataFrame
    rows: str
    columns: str
    where: Filter
    hidden: int
    sentences: int
    articles: int
    chosen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    basis: Callable[[], Basis] | None = field(default=None, compare=False, repr=False)


def together(
    mentions: Mentions,
    *,
    rows: str = "actor",
    columns: str = "country",
    where: Filter | Mapping[str, object] | None = None,
    top: tuple[int, int] = TOP,
) -> Together:
    """Count the sentences in which two are mentioned together.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    rows, columns
        ``actor`` (persons and organisations) or ``country``; both may be the same.
    where
        A :class:`Filter`, or the dict of one, as for :func:`kit.count_mentions`.
    top
        How many rows and columns: those that have the most mentions.

    Raises
    ------
    ValueError
        If ``rows``, ``columns`` or the filter holds a word that is not known, or
        ``top`` is not two numbers of 1 or more.

    """
    where = as_filter(where)
    check_ids(where, mentions)
    checked(rows, BY, "rows")
    checked(columns, BY, "columns")
    most_rows, most_columns = _sizes(top)
    placed = _placed(mentions, where, (rows, columns))
    every = {by: _ranked(found, mentions) for by, found in placed.items()}
    row_totals = _totals(every[rows].head(most_rows), placed[rows])
    column_totals = _totals(every[columns].head(most_columns), placed[columns])
    met = (
        _beside(
            _only(placed[rows], row_totals),
            _only(placed[columns], column_totals),
            ("place",),
        )
        .group_by("entity", other="entity_right")
        .agg(sentences=pl.col("place").n_unique())
    )
    named = {entity for table in every.values() for entity in table["entity"]}
    shown = {*row_totals["entity"], *column_totals["entity"]}
    in_scope = mentions.scan_tokens().filter(admitted(mentions, where))
    sentences, articles = (
        in_scope.select(pl.col("sentences").sum(), pl.col("article").n_unique())
        .collect()
        .row(0)
    )
    return Together(
        table=_table(row_totals, column_totals, met),
        row_totals=row_totals,
        column_totals=column_totals,
        rows=rows,
        columns=columns,
        where=where,
        hidden=len(named - shown),
        sentences=int(sentences),
        articles=int(articles),
        chosen=chosen(where, mentions),
        basis=partial(basis_of, mentions),
    )


def behind(  # noqa: PLR0913  # a cell is two names and the question it stands in
    mentions: Mentions,
    entity: str,
    other: str,
    *,
    rows: str = "actor",
    columns: str = "country",
    where: Filter | Mapping[str, object] | None = None,
) -> pl.DataFrame:
    """Give the mentions behind one number: of either, in the sentences that name both.

    Asked as :func:`together` was, with an entity of the rows and one of the columns.
    The rows are those of :func:`kit.select`, ready for :func:`kit.concordance`, in the
    order of the text; they stand in as many sentences as the number says.
    """
    where = as_filter(where)
    check_ids(where, mentions)
    checked(rows, BY, "rows")
    checked(columns, BY, "columns")
    left = selected(mentions, where, rows).filter(pl.col(_KEY[rows]) == entity)
    right = selected(mentions, where, columns).filter(pl.col(_KEY[columns]) == other)
    shared = _beside(
        left.select(*_SENTENCE, "start", "end", entity=pl.lit(entity)),
        right.select(*_SENTENCE, "start", "end", entity=pl.lit(other)),
        _SENTENCE,
    )
    return (
        pl.concat([left, right])
        .unique()
        .join(shared, on=_SENTENCE, how="semi")
        .sort("article", "start", "end", "entity")
    )


def _sizes(top: tuple[int, int]) -> tuple[int, int]:
    given: object = top  # whatever the notebook's reader passes
    if isinstance(given, tuple | list) and len(given) == 2:  # noqa: PLR2004  # rows, columns
        first, second = given
        if all(isinstance(one, int) and one >= 1 for one in given):
            return first, second
    msg = f"Cannot count together the top={top!r}. Use two numbers of 1 or more."
    raise ValueError(msg)


def _placed(
    mentions: Mentions, where: Filter, dimensions: tuple[str, str]
) -> dict[str, pl.DataFrame]:
    """Give who is mentioned where, by actor and by country as asked.

    The tables are ``entity, place, start, end``; ``place`` numbers the sentences of all
    articles. Mentions come in the order of the text, so that a sentence ends where the
    next one begins; to compare the ids of articles again would take most of the time.
    """
    numbered = mentions.scan().with_columns(
        place=pl.struct("article", "sentence").rle_id()
    )
    sides = {
        by: selecting(mentions, where, by, rows=numbered).select(
            "place", "start", "end", entity=_KEY[by]
        )
        for by in dimensions
    }
    return dict(zip(sides, pl.collect_all(sides.values()), strict=True))


def _ranked(placed: pl.DataFrame, mentions: Mentions) -> pl.DataFrame:
    numbers = placed.group_by("entity").agg(value=pl.len(), mentions=pl.len())
    return ranked(numbers, mentions)


def _only(placed: pl.DataFrame, leading: pl.DataFrame) -> pl.DataFrame:
    some = placed.filter(pl.col("entity").is_in(leading["entity"].implode()))
    return some.with_columns(pl.col("entity").cast(pl.String))


def _totals(leading: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    """Let the value of the leading entities be the number of their sentences."""
    numbers = (
        _only(placed, leading).group_by("entity").agg(value=pl.col("place").n_unique())
    )
    return (
        leading.drop("value")
        .join(numbers, on="entity", how="left", maintain_order="left")
        .select(leading.columns)
    )


def _beside(
    left: pl.DataFrame, right: pl.DataFrame, on: tuple[str, ...]
) -> pl.DataFrame:
    """Pair the mentions of two sides that stand in one sentence.

    Not those of one entity, nor one mention that counts on either side.
    """
    same = pl.all_horizontal(
        pl.col(side) == pl.col(f"{side}_right") for side in ("start", "end")
    )
    return left.join(right, on=on).filter(
        pl.col("entity") != pl.col("entity_right"), ~same
    )


def _table(
    rows: pl.DataFrame, columns: pl.DataFrame, met: pl.DataFrame
) -> pl.DataFrame:
    """Give the number of every pair, also where they do not meet."""
    names_of = ("entity", "name", "english")
    others = columns.select(
        pl.col(column).alias(other)
        for column, other in zip(
            names_of, ("other", "other_name", "other_english"), strict=True
        )
    )
    return (
        rows.select(names_of)
        .join(others, how="cross", maintain_order="left_right")
        .filter(pl.col("entity") != pl.col("other"))
        .join(met, on=["entity", "other"], how="left", maintain_order="left")
        .with_columns(pl.col("sentences").fill_null(0))
    )
