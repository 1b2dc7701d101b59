"""Periods: how finely a time is divided, and which days a day, month or year holds.

Some weeks are shown day by day and some years month by month; who asks otherwise is
obeyed. What articles do not bear is no choice: where most bear a month alone, nothing
finer than months is shown.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from kit.counts import EVERY

FITTING = "auto"
"""What is asked where the period shall fit the time."""
EVERIES = (FITTING, *EVERY)

_LONGEST = {"day": 60, "week": 366, "month": 8 * 366}
"""Up to how many days are divided so; what is longer is divided by the year."""
_WRITTEN = {"year": len("2018"), "month": len("2018-03"), "day": len("2018-03-01")}


def days_of(written: str) -> tuple[date, date] | None:
    """Give the first and last day of a day, month or year, None of anything else.

    >>> [str(day) for day in days_of("2018-02")]
    ['2018-02-01', '2018-02-28']
    >>> [str(day) for day in days_of("2018-03-05T10:00:00Z")], days_of("أمس")
    (['2018-03-05', '2018-03-05'], None)
    """
    parts = written[: _WRITTEN["day"]].split("-")
    try:
        year, month, day = [*map(int, parts), 0, 0][:3]
        if day:
            return (date(year, month, day),) * 2
        last = monthrange(year, month or 12)[1]
        return date(year, month or 1, 1), date(year, month or 12, last)
    except ValueError:
        return None


def finest(dates: list[str]) -> str:
    """Give the shortest period that most of some dates tell.

    >>> finest(["2018", "2018-03", "2018-04-05"]), finest(["2018-03-01"]), finest([])
    ('month', 'day', 'day')
    """
    lengths = sorted(map(len, dates)) or [_WRITTEN["day"]]
    usual = lengths[len(lengths) // 2]
    return next((every for every, most in _WRITTEN.items() if usual <= most), "day")


def fitting(first: str, last: str, borne: str = "day") -> str:
    """Give the period that divides a time well, of those that its dates bear.

    >>> fitting("2018-03-01", "2018-04-29"), fitting("2018-03-01", "2018-04-30")
    ('day', 'week')
    >>> fitting("2018-03", "2018-03", borne="month"), fitting("1990", "2018")
    ('month', 'year')
    """
    begun, ended = days_of(first), days_of(last)
    if begun is None or ended is None:
        return "month"
    lasting = (ended[1] - begun[0]).days + 1
    fits = next((every for every, most in _LONGEST.items() if lasting <= most), "year")
    return max(fits, borne, key=EVERY.index)


def within(every: str, first: str) -> tuple[str, str]:
    """Give ``since`` and ``until`` of the period that begins on a day.

    A month is written as a month: articles that bear no day are in it too.

    >>> within("month", "2018-03-01"), within("week", "2018-02-26")
    (('2018-03', '2018-03'), ('2018-02-26', '2018-03-04'))
    """
    if every == "week":
        return first, (date.fromisoformat(first) + timedelta(days=6)).isoformat()
    written = first[: _WRITTEN[every]]
    return written, written
