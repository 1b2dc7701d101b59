"""Ledgers: the ways of naming behind a count, and what context could not decide.

A count is a sum of judgements: that الليبي counts as Libya, that a name inside a longer
name does, that a capital does not. :func:`ledger` takes the sum apart so that each can
be switched off, :func:`ambiguous` lists the mentions whose meaning remained open.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from kit.checking import expect
from kit.counts.filters import Filter, as_filter
from kit.counts.knowing import meant
from kit.counts.opening import concordance
from kit.counts.selecting import select
from kit.lexicon.lexicon import default_lexicon
from kit.mentions.mention import WAYS, expect_mentions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.mentions.mention import Mentions


def ledger(
    mentions: Mentions,
    entity: str,
    *,
    where: Filter | Mapping[str, object] | None = None,
) -> pl.DataFrame:
    """Split the count of one country or actor by the way it is named.

    Returns
    -------
    polars.DataFrame
        ``way, mentions, share, counted``, in the order of
        :data:`kit.mentions.mention.WAYS`. The mentions of the rows that are
        ``counted`` sum to the count under the same filter, their shares to 1. The
        others are switched off by the filter (``ways``, ``capitals``); their share is
        null.

    Raises
    ------
    ValueError
        If the entity is not mentioned in these articles at all.

    """
    where = as_filter(where)
    by = _counted_by(mentions, entity)
    key = "country" if by == "country" else "entity"
    counting = select(mentions, where=where, by=by).filter(pl.col(key) == entity)
    # All that the switches could add: without them more sentences name an actor.
    whole = replace(where, ways=None)
    every = select(mentions, where=whole, by=by).filter(pl.col(key) == entity)
    on = WAYS if where.ways is None else where.ways
    switched_off = every.filter(pl.col("way").is_in(on).not_())
    # Capitals that do not count are listed as such, wherever they stand.
    more = select(mentions, where=replace(whole, capitals=True), by=by)
    capitals = more.filter(pl.col(key) == entity).join(
        every, on=["article", "start", "end"], how="anti"
    )
    rows = pl.concat(
        [
            counting.select("way", counted=pl.lit(value=True)),
            switched_off.select("way", counted=pl.lit(value=False)),
            capitals.with_columns(way=pl.lit("capital")).select(
                "way", counted=pl.lit(value=False)
            ),
        ]
    )
    return (
        rows.group_by("way", "counted")
        .agg(mentions=pl.len())
        .with_columns(
            share=pl.when("counted").then(
                pl.col("mentions") / pl.col("mentions").filter(pl.col("counted")).sum()
            )
        )
        .sort(
            pl.col("way").replace_strict(dict(zip(WAYS, range(len(WAYS)), strict=True)))
        )
        .select("way", "mentions", "share", "counted")
    )


def _counted_by(mentions: Mentions, entity: str) -> str:
    """Say whether an entity is a country or an actor of these mentions."""
    expect_mentions(mentions)
    expect(entity, str, "the id of an entity")
    kinds = dict(mentions.entities.select("entity", "kind").iter_rows())
    if entity not in kinds:
        few = f" There are {', '.join(sorted(kinds)[:5])}." if kinds else ""
        is_id = entity in default_lexicon().names
        hint = few if is_id else meant(entity, mentions) or few
        msg = (
            f"No entity '{entity}' in these mentions.{hint} "
            "All of them stand in mentions.entities."
        )
        raise ValueError(msg)
    return "country" if kinds[entity] == "country" else "actor"


def ambiguous(
    mentions: Mentions, *, where: Filter | Mapping[str, object] | None = None
) -> pl.DataFrame:
    """List the mentions that context could not decide, in their sentences.

    The rows of :func:`kit.select` with ``undecided``, the entities it may be instead,
    and the columns of :func:`kit.concordance`.
    """
    rows = select(mentions, where=where).filter(pl.col("undecided").is_not_null())
    return concordance(mentions, rows)
