"""Differences: what a decision, or any other change, does to the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.counts.filters import BY, Filter, as_filter, checked
from kit.counts.knowing import check_ids
from kit.counts.selecting import selected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.mentions.mention import Mentions

_PLACE = ("article", "start", "end")


def difference(
    before: Mentions,
    after: Mentions,
    *,
    by: str = "country",
    where: Filter | Mapping[str, object] | None = None,
) -> pl.DataFrame:
    """Compare the counts of two findings of the same articles, entity by entity.

    Returns
    -------
    polars.DataFrame
        ``entity, name, english, before, after, added, removed, articles``, for the
        entities that differ, the largest change first. ``before`` and ``after`` are
        what :func:`kit.count_mentions` counts under the same filter, and differ by
        ``added`` less ``removed``; ``articles`` is in how many articles it differs.

    """
    where = as_filter(where)
    check_ids(where, before, after)
    key = "country" if checked(by, BY, "by") == "country" else "entity"
    then = _placed(before, where, by, key).rename({"mentions": "then"})
    now = _placed(after, where, by, key).rename({"mentions": "now"})
    change = pl.col("now") - pl.col("then")
    known = pl.concat([after.entities, before.entities]).unique(
        "entity", keep="first", maintain_order=True
    )
    return (
        then.join(now, on=["entity", *_PLACE], how="full", coalesce=True)
        .with_columns(pl.col("then", "now").fill_null(0))
        .with_columns(change=change)
        .group_by("entity")
        .agg(
            before=pl.col("then").sum(),
            after=pl.col("now").sum(),
            added=pl.col("change").clip(lower_bound=0).sum(),
            removed=-pl.col("change").clip(upper_bound=0).sum(),
            articles=pl.col("article").filter(pl.col("change") != 0).n_unique(),
        )
        .filter(pl.col("articles") > 0)
        .join(known.select("entity", "name", "english"), on="entity", how="left")
        .sort(
            [pl.col("added") + pl.col("removed"), "name", "entity"],
            descending=[True, False, False],
        )
        .select(
            "entity", "name", "english", "before", "after", "added", "removed",
            "articles",
        )
    )  # fmt: skip  # the columns read as one list


def _placed(mentions: Mentions, where: Filter, by: str, key: str) -> pl.DataFrame:
    """Give how often each entity is counted at each place of the text."""
    return (
        selected(mentions, where, by)
        .group_by(pl.col(key).alias("entity"), *_PLACE)
        .agg(mentions=pl.len().cast(pl.Int64))
    )
