"""Breaking a count down: of what forms, ways or parts each number is made.

Where a ledger takes one number apart, a breakdown does it for all: how much of what is
said of Libya is the bare name, how much the adjective? The parts of each entity sum to
its count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from kit.articles.article import PART_KINDS
from kit.counts.counting import Counts, count_mentions
from kit.counts.filters import FORMS, Filter, as_filter, checked
from kit.counts.selecting import selecting
from kit.mentions.mention import WAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.mentions.mention import Mentions

GROUPS = {"form": FORMS, "way": WAYS, "part": PART_KINDS}
"""What a count can be broken into, and the order of its parts."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A count in mentions, and what each of its numbers is made of.

    Attributes
    ----------
    counts
        The count itself.
    into
        ``form``, ``way`` or ``part``.
    table
        ``entity, group, mentions``: the entities in the order of the count, the groups
        of each in their usual order, none with no mention.

    """

    counts: Counts
    into: str
    table: pl.DataFrame


def breakdown(
    mentions: Mentions,
    *,
    by: str = "country",
    into: str = "form",
    where: Filter | Mapping[str, object] | None = None,
) -> Breakdown:
    """Count the mentions of each country or actor by form, way of naming or part.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    by
        ``country`` or ``actor``.
    into
        ``form`` (name, demonym, people ...), ``way`` (the rows of a ledger) or ``part``
        (headline, caption, body, notice).
    where
        A :class:`Filter`, or the dict of one.

    Raises
    ------
    ValueError
        If ``by``, ``into`` or the filter holds a word or an id that is not known.

    """
    order = GROUPS[checked(into, tuple(GROUPS), "into")]
    counts = count_mentions(mentions, by=by, where=where)
    key = "country" if by == "country" else "entity"
    rank = dict(zip(order, range(len(order)), strict=True))
    table = (
        selecting(mentions, as_filter(where), by)
        .group_by(entity=pl.col(key), group=pl.col(into))
        .agg(mentions=pl.len())
        .collect()
    )
    places = counts.table.select("entity").with_row_index("place")
    return Breakdown(
        counts=counts,
        into=into,
        table=table.join(places, on="entity")
        .sort("place", pl.col("group").replace_strict(rank))
        .select("entity", "group", pl.col("mentions").cast(pl.Int64)),
    )
