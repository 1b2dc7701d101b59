"""Selecting: the mentions that a filter lets in.

Parts, articles, forms and nesting say what is a mention at all. Actors and countries
then say in which sentences to look, and the kinds what of it to count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.counts.filters import BY, DEFAULT_KINDS, Filter, as_filter, checked
from kit.counts.knowing import check_ids
from kit.counts.searching import containing
from kit.language.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.mentions.mention import Mentions

_PLACE = ["article", "sentence"]


def select(
    mentions: Mentions,
    *,
    where: Filter | Mapping[str, object] | None = None,
    by: str | None = None,
) -> pl.DataFrame:
    """Give the rows that a filter lets in, in the order of the text.

    With ``by``, only the kinds that such a count counts (:data:`DEFAULT_KINDS`), unless
    the filter names kinds of its own.
    """
    where = as_filter(where)
    check_ids(where, mentions)
    rows = selected(mentions, where, by)
    return rows.sort("article", "start", "end", maintain_order=True)


def _kinds_of(where: Filter, by: str) -> tuple[str, ...]:
    default = DEFAULT_KINDS[checked(by, BY, "by")]
    return default if where.kinds is None else where.kinds


def selected(mentions: Mentions, where: Filter, by: str | None) -> pl.DataFrame:
    """Give the rows that :func:`select` gives, in no certain order."""
    return selecting(mentions, where, by).collect()


def selecting(
    mentions: Mentions,
    where: Filter,
    by: str | None,
    *,
    rows: pl.LazyFrame | None = None,
) -> pl.LazyFrame:
    """Give the query of :func:`selected`: who needs few columns pays for no others.

    ``rows`` are those of the mentions with columns more, if any are needed.
    """
    kinds, owned = where.kinds, dict(DEFAULT_KINDS)
    if by is not None:
        kinds = owned[by] = _kinds_of(where, by)
    scope = mentions.scan() if rows is None else rows
    scope = scope.filter(admitted(mentions, where))
    if where.forms is not None:
        scope = scope.filter(pl.col("form").is_in(where.forms))
    if where.ways is not None:
        scope = scope.filter(pl.col("way").is_in(where.ways))
    if not where.nested:
        scope = scope.filter(pl.col("inside").is_null())
    rows = scope
    if kinds is not None:
        of_kind = pl.col("kind").is_in(kinds)
        if by == "country" and where.capitals:
            of_kind |= pl.col("form") == "capital"
        rows = rows.filter(of_kind)
    if by == "country":
        rows = rows.filter(pl.col("country").is_not_null())
    sought = " ".join(normalise(where.text).split())
    if sought:
        # As the articles of the rows are, which may be numbered.
        of_rows = pl.col("article").cast(mentions.rows.schema["article"], strict=False)
        found = _containing(mentions, sought).lazy().with_columns(of_rows)
        rows = rows.join(found, on=_PLACE, how="semi", maintain_order="left")
    rows = _narrow(rows, where.actors, owned["actor"], "entity", scope)
    return _narrow(rows, where.countries, owned["country"], "country", scope)


def admitted(mentions: Mentions, where: Filter) -> pl.Expr:
    """Give the condition for parts and articles, shared by mentions and tokens."""
    condition = pl.lit(value=True)
    if where.parts is not None:
        condition &= pl.col("part").is_in(where.parts)
    if where.articles is not None:
        condition &= pl.col("article").is_in(where.articles)
    if where.outlets is not None or where.since or where.until:
        condition &= pl.col("article").is_in(_published(mentions, where))
    if not where.repeats:
        condition &= ~pl.col("repeat")
    return condition


def _published(mentions: Mentions, where: Filter) -> pl.Series:
    """Give the articles of the outlets and dates that are let in, as one list."""
    published = mentions.about
    if where.outlets is not None:
        published = published.filter(pl.col("source").is_in(where.outlets))
    if where.since or where.until:
        # A day lies between two days, months or years, or in one of them.
        until = pl.col("date").str.slice(0, len(where.until)) <= where.until
        published = published.filter(pl.col("date") >= where.since, until)
    return published["article"].implode()


def _narrow(
    rows: pl.LazyFrame,
    wanted: tuple[str, ...] | None,
    own: tuple[str, ...],
    key: str,
    scope: pl.LazyFrame,
) -> pl.LazyFrame:
    """Keep the wanted entities of a dimension, and of others what stands with them.

    ``own`` are the kinds of the dimension; the sentences are looked for in ``scope``.
    """
    if wanted is None:
        return rows
    is_own = pl.col("kind").is_in(own)
    chosen = is_own & pl.col(key).is_in(wanted).fill_null(value=False)
    beside = scope.filter(chosen).select(*_PLACE, beside=pl.lit(value=True)).unique()
    return (
        rows.join(beside, on=_PLACE, how="left", maintain_order="left")
        .filter(chosen | (~is_own & pl.col("beside").fill_null(value=False)))
        .drop("beside")
    )


def _containing(mentions: Mentions, sought: str) -> pl.DataFrame:
    """Give the sentences that hold what is sought; a search is made once."""
    if sought not in mentions.remembered:
        mentions.remembered[sought] = containing(mentions.articles, sought)
    return mentions.remembered[sought]
