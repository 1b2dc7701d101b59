"""Slices: one count, taken apart by where or when the articles appeared.

Every article stands in one slice at most, so the slices of a count sum to it. Each
slice has denominators of its own: twice as many mentions in a month with twice as many
words are no more. What is not mentioned in a slice is a row all the same, of zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from kit.checking import expect_several
from kit.counts.counting import ranked
from kit.counts.filters import BY, checked
from kit.counts.knowing import check_ids
from kit.counts.selecting import admitted, selecting

if TYPE_CHECKING:
    from kit.counts.filters import Filter
    from kit.mentions.mention import Mentions

SLICE_UNITS = ("mentions", "per_1000", "articles", "share")
"""Units of a count by slices; ``share`` is the share of a slice's articles."""

TOP = 10
_PER = 1000


@dataclass(frozen=True, slots=True)
class Sliced:
    """A count by slices.

    Attributes
    ----------
    numbers
        ``slice, entity, mentions, within``, only where something is mentioned;
        ``within`` is the number of the slice's articles that mention it.
    sizes
        ``slice, articles, tokens``, each slice that has an article.
    leading
        ``entity, name, english``, the most mentioned first.
    hidden
        How many others are mentioned.

    """

    numbers: pl.DataFrame
    sizes: pl.DataFrame
    leading: pl.DataFrame
    hidden: int

    def table(self, slices: pl.DataFrame, unit: str) -> pl.DataFrame:
        """Give every pair of these slices and the leading entities.

        ``slices`` are a column ``slice``; the table adds ``entity, name, english,
        value, mentions, articles, tokens``. In a slice without any article the value
        is null: nothing can be said of it.
        """
        return (
            slices.join(self.leading, how="cross", maintain_order="left_right")
            .join(
                self.numbers,
                on=["slice", "entity"],
                how="left",
                maintain_order="left",
                nulls_equal=True,
            )
            .join(
                self.sizes,
                on="slice",
                how="left",
                maintain_order="left",
                nulls_equal=True,
            )
            .with_columns(
                pl.col("mentions", "within", "articles", "tokens").fill_null(0)
            )
            .with_columns(value=pl.when(pl.col("articles") > 0).then(_value(unit)))
            .select(
                "slice", "entity", "name", "english", "value", "mentions", "articles",
                "tokens",
            )
        )  # fmt: skip  # the columns read as one list


def _value(unit: str) -> pl.Expr:
    return {
        "mentions": pl.col("mentions"),
        "per_1000": pl.col("mentions") * _PER / pl.col("tokens").clip(lower_bound=1),
        "articles": pl.col("within"),
        "share": pl.col("within") / pl.col("articles"),
    }[unit]


def sliced(
    mentions: Mentions,
    slices: pl.DataFrame,
    *,
    by: str,
    where: Filter,
    top: int | None,
) -> Sliced:
    """Count by slices.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    slices
        ``article, slice``; an article that is not in it is in the slice null.
    by, where
        As for :func:`kit.count_mentions`.
    top
        How many entities lead; None for all.

    """
    check_ids(where, mentions)
    key = "country" if checked(by, BY, "by") == "country" else "entity"
    if top is not None:
        expect_several(top, "top")
    # By article first: to put a million mentions into slices would take longest.
    per_article = (
        selecting(mentions, where, by)
        .group_by("article", entity=key)
        .agg(mentions=pl.len())
        .with_columns(pl.col("article", "entity").cast(pl.String))
    )
    numbers = (
        per_article.join(slices.lazy(), on="article", how="left")
        .group_by("slice", "entity")
        .agg(pl.col("mentions").sum(), within=pl.len())
        .collect()
    )
    sizes = (
        mentions.scan_tokens()
        .filter(admitted(mentions, where))
        .join(slices.lazy(), on="article", how="left")
        .group_by("slice")
        .agg(
            articles=pl.col("article").n_unique(),
            tokens=pl.col("tokens").sum().cast(pl.Int64),
        )
        .collect()
    )
    whole = numbers.group_by("entity").agg(
        value=pl.col("mentions").sum(), mentions=pl.col("mentions").sum()
    )
    order = ranked(whole, mentions).select("entity", "name", "english")
    leading = order if top is None else order.head(top)
    return Sliced(numbers, sizes, leading, order.height - leading.height)
