"""Months: a day, week, month or year in words, with the names each region uses.

The same month is يناير in Cairo, كانون الثاني in Beirut and جانفي in Algiers; a reader
takes the wrong set for a foreign paper. The names stand in ``kit/data/months.csv``,
which dates are read by too; a month that a region has no name of its own for is called
as in Egypt.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from kit.labels.words import digits_as, expect_language, word
from kit.tables import table

MONTHS = {
    "egypt": "Egypt, Libya and the Gulf",
    "levant": "Levant and Iraq",
    "maghreb": "Tunisia and Algeria",
    "morocco": "Morocco",
}
"""The sets of Arabic month names, and where each is used."""


def month_name(month: int, language: str, *, months: str = "egypt") -> str:
    """Give the name of a month (1 to 12).

    >>> month_name(1, "ar"), month_name(1, "ar", months="levant"), month_name(1, "en")
    ('يناير', 'كانون الثاني', 'January')
    >>> month_name(3, "ar", months="maghreb"), month_name(5, "ar", months="maghreb")
    ('مارس', 'ماي')
    """
    expect_language(language)
    if months not in MONTHS:
        msg = f"No months '{months}'. Use one of: {', '.join(MONTHS)}."
        raise ValueError(msg)
    names = _names()
    own = "English" if language == "en" else MONTHS[months]
    return names.get((own, month)) or names[MONTHS["egypt"], month]


def period_name(
    day: date,
    every: str,
    language: str,
    *,
    months: str = "egypt",
    digits: str | None = None,
) -> str:
    """Give a period by its first day: of a ``day``, ``week``, ``month`` or ``year``.

    >>> from datetime import date
    >>> period_name(date(2018, 3, 5), "week", "ar", months="levant")
    'أسبوع 5 آذار 2018'
    >>> period_name(date(2018, 3, 1), "month", "en")
    'March 2018'
    """
    year = digits_as(str(day.year), language, digits)
    if every == "year":
        return year
    month = month_name(day.month, language, months=months)
    if every == "month":
        return f"{month} {year}"
    written = f"{digits_as(str(day.day), language, digits)} {month} {year}"
    return written if every == "day" else f"{word('week', language)} {written}"


def span_name(since: str, until: str, language: str, *, months: str = "egypt") -> str:
    """Give the time between two days, months or years, as a filter names them.

    >>> span_name("2018", "2018-04", "en"), span_name("2018-05-03", "", "ar")
    ('2018 – April 2018', 'منذ 3 مايو 2018')
    """
    first, last = (_written(day, language, months) for day in (since, until))
    if first and last:
        # In Arabic a dash between numbers would turn them around.
        between = f"{word('from', language)} {first} {word('to', language)} {last}"
        spelt = between if language == "ar" else f"{first} – {last}"
        return first if first == last else spelt
    return f"{word('only.since' if first else 'only.until', language)} {first or last}"


def _written(day: str, language: str, months: str) -> str:
    parts = [int(part) for part in day.split("-") if part]
    if not parts:
        return ""
    every = ("year", "month", "day")[len(parts) - 1]
    whole = date(*parts, *(1,) * (3 - len(parts)))
    return period_name(whole, every, language, months=months)


@cache
def _names() -> dict[tuple[str, int], str]:
    names: dict[tuple[str, int], str] = {}
    for row in table("months"):
        if row["calendar"] == "gregorian":
            names.setdefault((row["used_in"], int(row["month"])), row["name"])
    return names
