"""Over time: how often each country or actor is mentioned in each period.

A line over time is honest when its gaps show: a period in which nobody is mentioned is
zero, one in which nothing was published is unknown, and articles without a date are in
no period and are said to be.

Weeks are those of ISO 8601 and begin on Monday. The day of an article is the one that
its date names, in whatever time zone it was written.
"""

from __future__ import annotations

import datetime as dt
import re
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

EVERY = ("day", "week", "month", "year")

_STEPS = {"day": "1d", "week": "1w", "month": "1mo", "year": "1y"}
_LONGEST = 10_000  # periods, 27 years of days: more are a mistake in a date
_MONTH_OR_YEAR = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class OverTime:
    """A count over time, and all that must be said beside it.

    Attributes
    ----------
    table
        ``period, entity, name, english, value, mentions, articles, tokens``: each
        period from the first to the last that has an article, with each of the leading
        entities. ``period`` is its first day. ``articles`` and ``tokens`` are those of
        the period, the denominators; where there is no article ``value`` is null,
        where nobody is mentioned 0.
    by, every, unit, where
        What was counted: see :func:`over_time`.
    hidden
        How many others are mentioned and do not stand in the table.
    undated
        ``entity, name, english, value, mentions, articles, tokens`` of the articles
        that are in no period, for the same entities; empty where there is none.
    dated_articles, undated_articles
        How many articles are in a period, and how many are in none.
    chosen
        Arabic and English name of the entities that the filter names.
    basis
        Gives what the count stands on: see :mod:`kit.mentions.basis`.

    """

    table: pl.DataFrame
    by: str
    every: str
    unit: str
    where: Filter
    hidden: int
    undated: pl.DataFrame
    dated_articles: int
    undated_articles: int
    chosen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    basis: Callable[[], Basis] | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        many = "countries" if self.by == "country" else ""
        shown = several(self.table["entity"].n_unique(), self.by, many)
        spans = several(self.table["period"].n_unique(), self.every)
        said = f"; {self.said}" if self.said else ""
        return f"<OverTime: {self.unit} of {shown} in {spans}{said}; see table>"

    @property
    def said(self) -> str:
        """What must be said of undated articles; "" where there are none."""
        if not self.undated_articles:
            return ""
        whole = self.dated_articles + self.undated_articles
        bear = "bears" if self.undated_articles == 1 else "bear"
        return (
            f"{self.undated_articles:,} of {several(whole, 'article')} {bear} no "
            f"{self.every} and {'is' if bear == 'bears' else 'are'} in no period"
        )


def over_time(  # noqa: PLR0913  # each option is a question a researcher asks
    mentions: Mentions,
    *,
    by: str = "country",
    every: str = "month",
    unit: str = "mentions",
    where: Filter | Mapping[str, object] | None = None,
    top: int | None = TOP,
) -> OverTime:
    """Count the mentions of each country or actor in each period.

    The mentions of all periods and of undated articles sum to those of
    :func:`kit.count_mentions` under the same filter.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    by
        ``country`` or ``actor`` (persons and organisations).
    every
        ``day``, ``week`` (from Monday), ``month`` or ``year``. An article that bears a
        month and no day is in no day and no week.
    unit
        ``mentions``; ``per_1000`` running words of the period; ``articles`` of the
        period that mention it; or their ``share`` of its articles.
    where
        A :class:`Filter`, or the dict of one. Undated articles are not let in where it
        says ``since`` or ``until``.
    top
        How many entities, the most mentioned in the whole time; None for all.

    Raises
    ------
    ValueError
        If a word or an id is not known, or there would be too many periods, as where
        one article is dated 1018.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from kit import find_mentions, read_articles
    >>> seed = read_articles("seeds")[0]
    >>> two = [replace(seed, id=day, date=day) for day in ("2018-01-30", "2018-03-01")]
    >>> libya = over_time(find_mentions(two, engine="lexicon"), top=1)
    >>> [(str(day), value) for day, value in libya.table["period", "value"].rows()]
    [('2018-01-01', 14), ('2018-02-01', None), ('2018-03-01', 14)]

    """
    expect_mentions(mentions)
    checked(every, EVERY, "every")
    checked(unit, SLICE_UNITS, "unit")
    where = as_filter(where)
    slices = mentions.about.select("article", slice=_periods(mentions, every))
    count = sliced(mentions, slices, by=by, where=where, top=top)
    dated = count.sizes.filter(pl.col("slice").is_not_null())
    undated = count.sizes.filter(pl.col("slice").is_null())
    return OverTime(
        table=count.table(_from_first_to_last(dated["slice"], every), unit).rename(
            {"slice": "period"}
        ),
        by=by,
        every=every,
        unit=unit,
        where=where,
        hidden=count.hidden,
        undated=count.table(undated.select("slice"), unit).drop("slice"),
        dated_articles=int(dated["articles"].sum()),
        undated_articles=int(undated["articles"].sum()),
        chosen=chosen(where, mentions),
        basis=partial(basis_of, mentions),
    )


def _periods(mentions: Mentions, every: str) -> pl.Series:
    """Give the first day of the period of every article, null where it has none."""
    dates = mentions.about["date"]
    days = {date: _day(date, every) for date in dates.drop_nulls().unique()}
    schema = {"date": pl.String, "day": pl.Date}
    known = pl.DataFrame([*days.items()], schema=schema, orient="row")
    joined = dates.to_frame("date").join(
        known, on="date", how="left", maintain_order="left"
    )
    return joined["day"].dt.truncate(_STEPS[every])


def _day(date: str, every: str) -> dt.date | None:
    """Give a day of the period that a date names, None if it names none.

    >>> str(_day("2018-03-05T10:00:00Z", "day")), _day("2018-03", "day")
    ('2018-03-05', None)
    >>> str(_day("2018-03", "month")), _day("2018", "month"), str(_day("2018", "year"))
    ('2018-03-01', None, '2018-01-01')
    """
    try:
        return dt.datetime.fromisoformat(date).date()
    except ValueError:
        part = _MONTH_OR_YEAR.fullmatch(date)
    if part is None or every not in ("month", "year"):
        return None
    if part[2] is None and every == "month":
        return None
    try:
        return dt.date(int(part[1]), int(part[2] or 1), 1)
    except ValueError:
        return None


def _from_first_to_last(periods: pl.Series, every: str) -> pl.DataFrame:
    first, last = periods.min(), periods.max()
    if not isinstance(first, dt.date) or not isinstance(last, dt.date):
        return pl.DataFrame(schema={"slice": pl.Date})
    every_one = pl.date_range(first, last, interval=_STEPS[every], eager=True)
    if len(every_one) > _LONGEST:
        msg = (
            f"{len(every_one):,} periods of a {every} from {first} to {last} are too "
            "many. Count every year, or let in fewer articles: "
            f"where={{'since': '{last.year}'}}."
        )
        raise ValueError(msg)
    return every_one.alias("slice").to_frame()
