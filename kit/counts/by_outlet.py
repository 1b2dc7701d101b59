"""By outlet: how often each outlet mentions each country or actor.

Outlets publish more or less, so beside every number stand the words and articles of its
outlet, and the units ``per_1000`` and ``share`` divide by them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from kit.counts.filters import Filter, as_filter, checked
from kit.counts.opening import chosen
from kit.counts.slices import SLICE_UNITS, TOP, sliced
from kit.language.english import several
from kit.mentions.basis import basis_of
from kit.mentions.mention import expect_mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kit.mentions.basis import Basis
    from kit.mentions.mention import Mentions


@dataclass(frozen=True, slots=True)
class ByOutlet:
    """A count by outlet, and all that must be said beside it.

    Attributes
    ----------
    table
        ``outlet, entity, name, english, value, mentions, articles, tokens``: each
        outlet with each of the leading entities, zeros included; the outlet with most
        articles first, the most mentioned entity first. ``articles`` and ``tokens``
        are the outlet's, the denominators. Articles that name no outlet come last,
        under null.
    by, unit, where
        What was counted: see :func:`by_outlet`.
    outlets
        ``outlet, articles, tokens``, in the order of the table.
    hidden
        How many others are mentioned and do not stand in the table.
    chosen
        Arabic and English name of the entities that the filter names.
    basis
        Gives what the count stands on: see :mod:`kit.mentions.basis`.

    """

    table: pl.DataFrame
    by: str
    unit: str
    where: Filter
    outlets: pl.DataFrame
    hidden: int
    chosen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    basis: Callable[[], Basis] | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        named = several(self.outlets["outlet"].drop_nulls().len(), "outlet")
        many = "countries" if self.by == "country" else ""
        shown = several(self.table["entity"].n_unique(), self.by, many)
        return f"<ByOutlet: {self.unit} of {shown} in {named}; see table>"


def by_outlet(
    mentions: Mentions,
    *,
    by: str = "country",
    unit: str = "mentions",
    where: Filter | Mapping[str, object] | None = None,
    top: int | None = TOP,
) -> ByOutlet:
    """Count the mentions of each country or actor in each outlet.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    by
        ``country`` or ``actor`` (persons and organisations).
    unit
        ``mentions``; ``per_1000`` running words of the outlet; ``articles`` of the
        outlet that mention it; or their ``share`` of its articles.
    where
        A :class:`Filter`, or the dict of one.
    top
        How many entities, the most mentioned in all outlets together; None for all.

    Examples
    --------
    >>> from kit import find_mentions, read_articles
    >>> counted = by_outlet(find_mentions(read_articles("seeds"), engine="lexicon"))
    >>> counted.table.select("outlet", "entity", "value", "articles").row(0)
    (None, 'LY', 14, 1)

    """
    expect_mentions(mentions)
    checked(unit, SLICE_UNITS, "unit")
    where = as_filter(where)
    named = pl.when(pl.col("source") != "").then("source")
    slices = mentions.about.select("article", slice=named)
    count = sliced(mentions, slices, by=by, where=where, top=top)
    outlets = count.sizes.sort(
        [pl.col("slice").is_null(), "articles", "slice"],
        descending=[False, True, False],
    )
    return ByOutlet(
        count.table(outlets.select("slice"), unit).rename({"slice": "outlet"}),
        by,
        unit,
        where,
        outlets.rename({"slice": "outlet"}),
        count.hidden,
        chosen=chosen(where, mentions),
        basis=partial(basis_of, mentions),
    )
