"""Counting: how often and where each country or actor is mentioned."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from kit.checking import expect_several
from kit.counts.filters import BY, Filter, as_filter, checked
from kit.counts.knowing import check_ids
from kit.counts.opening import chosen
from kit.counts.selecting import admitted, selecting
from kit.language.english import several
from kit.mentions.basis import basis_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kit.mentions.basis import Basis
    from kit.mentions.mention import Mentions

UNITS = ("mentions", "per_1000", "sentences", "articles")

_PER = 1000


@dataclass(frozen=True, slots=True)
class Counts:
    """A count and all that must be said beside it.

    Attributes
    ----------
    table
        ``entity, name, english, kind, country, value, mentions``, highest value first.
        ``value`` is in ``unit``; ``mentions`` is the number of rows behind it.
    by, unit, where
        What was counted: see :func:`count_mentions`.
    tokens, articles
        Running words in the selected parts, and articles: the denominators.
    chosen
        Arabic and English name of the entities that the filter names.
    basis
        Gives what the count stands on: see :mod:`kit.mentions.basis`.

    """

    table: pl.DataFrame
    by: str
    unit: str
    where: Filter
    tokens: int
    articles: int
    chosen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    basis: Callable[[], Basis] | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        many = "countries" if self.by == "country" else ""
        return (
            f"<Counts: {self.unit} of {several(self.table.height, self.by, many)} in "
            f"{several(self.tokens, 'word')} of {several(self.articles, 'article')}; "
            "see table>"
        )


def count_mentions(
    mentions: Mentions,
    *,
    by: str = "country",
    unit: str = "mentions",
    where: Filter | Mapping[str, object] | None = None,
) -> Counts:
    """Count the mentions of each country or actor.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    by
        ``country`` or ``actor`` (persons and organisations).
    unit
        ``mentions``, ``per_1000`` (running words), ``sentences`` or ``articles``.
    where
        A :class:`Filter`, or the dict of one.

    Raises
    ------
    ValueError
        If ``by``, ``unit`` or the filter holds a word or an id that is not known.

    """
    where = as_filter(where)
    check_ids(where, mentions)
    rows = selecting(mentions, where, checked(by, BY, "by"))
    key = "country" if by == "country" else "entity"
    counted = {
        "mentions": pl.len(),
        "per_1000": pl.len(),
        "sentences": pl.struct("article", "sentence").n_unique(),
        "articles": pl.col("article").n_unique(),
    }[checked(unit, UNITS, "unit")]
    tokens, articles = sizes(mentions, where)
    numbers = (
        rows.group_by(pl.col(key).alias("entity"))
        .agg(value=counted, mentions=pl.len())
        .collect()
    )
    if unit == "per_1000":
        numbers = numbers.with_columns(pl.col("value") * _PER / max(tokens, 1))
    return Counts(
        ranked(numbers, mentions),
        by,
        unit,
        where,
        tokens,
        articles,
        chosen=chosen(where, mentions),
        basis=partial(basis_of, mentions),
    )


def sizes(mentions: Mentions, where: Filter) -> tuple[int, int]:
    """Give how many running words and articles a filter lets in: the denominators."""
    scope = mentions.scan_tokens().filter(admitted(mentions, where))
    counted = scope.select(pl.col("tokens").sum(), pl.col("article").n_unique())
    tokens, articles = counted.collect().row(0)
    return int(tokens), int(articles)


def ranked(numbers: pl.DataFrame, mentions: Mentions) -> pl.DataFrame:
    """Name the entities of ``entity, value, mentions``, the highest value first."""
    return (
        numbers.with_columns(pl.col("entity").cast(pl.String))
        .join(mentions.entities, on="entity", how="left")
        .select("entity", "name", "english", "kind", "country", "value", "mentions")
        .pipe(_ranked)
    )


def tally(mentions: Mentions, rows: pl.DataFrame, key: str) -> dict[str, int]:
    """Count rows by ``country`` or ``entity``, in the order of all counts.

    The highest number first; of equal ones by the Arabic name, as in
    :func:`count_mentions` and every chart.
    """
    counted = rows.group_by(pl.col(key).alias("entity")).agg(value=pl.len())
    named = counted.join(mentions.entities, on="entity", how="left")
    return dict(_ranked(named).select("entity", "value").iter_rows())


def _ranked(table: pl.DataFrame) -> pl.DataFrame:
    return table.sort(["value", "name", "entity"], descending=[True, False, False])


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the most mentioned entities stand in their articles.

    Attributes
    ----------
    table
        One row per mention: ``entity, name, english, article, token, tokens, start,
        sentence, surface, part, names``; ``token`` is the index of the word in the
        article, of ``tokens`` words, and ``names`` the number of all entities that are
        counted, of which these are the leading ones. Entities come in the order of
        their counts.
    counts
        The count that they lead.

    """

    table: pl.DataFrame
    counts: Counts


def positions(
    mentions: Mentions,
    *,
    by: str = "country",
    where: Filter | Mapping[str, object] | None = None,
    top: int = 10,
) -> Positions:
    """Give where in their articles the ``top`` most mentioned entities stand."""
    return positions_of(count_mentions(mentions, by=by, where=where), mentions, top)


def positions_of(counts: Counts, mentions: Mentions, top: int = 10) -> Positions:
    """Give what :func:`positions` gives, of what was counted already."""
    expect_several(top, "top")
    leading = counts.table.head(top).select("entity", "name", "english")
    key = "country" if counts.by == "country" else "entity"
    leads = pl.col(key).is_in(leading["entity"].implode())
    text = pl.col("entity", "article", "part").cast(pl.String)
    # Few columns of few rows, put in order before their texts are spelled out.
    marked = (
        selecting(mentions, counts.where, counts.by)
        .filter(leads)
        .select(
            "article", "token", "start", "end", "sentence", "surface", "part",
            entity=key,
        )
        .sort("article", "start", "end")
        .with_columns(text)
        .collect()
    )  # fmt: skip  # the columns read as one list
    lengths = (
        mentions.scan_tokens()
        .with_columns(pl.col("article").cast(pl.String))
        .filter(pl.col("article").is_in(marked["article"].unique().implode()))
        .group_by("article")
        .agg(pl.col("tokens").sum())
        .collect()
    )
    table = (
        marked.join(leading.with_row_index("rank"), on="entity", maintain_order="left")
        .join(lengths, on="article", maintain_order="left")
        .sort("rank", maintain_order=True)
        .select(
            "entity", "name", "english", "article", "token", "tokens",
            "start", "sentence", "surface", "part",
            pl.lit(counts.table.height, pl.UInt32).alias("names"),
        )
    )  # fmt: skip  # the columns read as one list
    return Positions(table, counts)
