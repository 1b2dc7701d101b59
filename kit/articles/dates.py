"""Dates: the many ways in which a publication day is written, as one.

``2018-02-17``, ``17/2/2018`` (the day first, as in all the Arab world),
``١٧ شباط ٢٠١٨``, ``17 فبراير/شباط 2018``, ``Sat, 17 Feb 2018 08:30:00 GMT`` and
``1 جمادى الآخرة 1439 هـ`` are one day. The names of the months, in the sets of Egypt
and the Gulf, the Levant and the Maghreb, stand in ``kit/data/months.csv``. A year of
the fourteenth or fifteenth century is one of the Hijra, told by the Umm al-Qura
calendar: by sight of the moon the month may have begun a day apart (Ramadan 1439 began
on 17 May 2018, by this calendar on the 16th). Where both calendars stand, the Gregorian
one holds.

What is not wholly understood is no date: an article without one stands in no year,
not in a wrong one. So ``2/17/2018`` is none, for then ``2/3/2018`` would be a guess.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache

from hijridate import Hijri

from kit.language.normal import normalise
from kit.tables import table

_LONGEST = 120  # characters; what is longer is no date, and not worth a search
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\S+)?")
_HIJRI_YEARS = range(1343, 1501)  # those the Umm al-Qura calendar tells
_STAMPS = (631_152_000, 4_102_444_800)  # seconds: the years 1990 to 2099
_NUMERIC = re.compile(
    r"(?<![\d:./-])(?:(\d{4})([/.-])(\d{1,2})\2(\d{1,2})|(\d{1,2})([/.-])(\d{1,2})\6(\d{4}))"
    r"(?![\d/-])"
)
_TIME = re.compile(
    r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?![\d:])"
    r"(?:\s*(صباحا|مساء|ص|م|am|pm)\b)?(?:\s*(z|gmt|utc|[+-]\d\d:?\d\d)(?!\w))?"
)
_MORNING, _NOON = ("صباحا", "ص", "am"), 12
# What may stand beside a date without changing it, in normal form.
_ASIDE = re.compile(
    r"\b(?:ال(?:سبت|احد|اثنين|ثلاثاء|ثلاثا|اربعاء|اربعا|خميس|جمعه)|يوم|الموافق|ل|"
    r"نشر|تاريخ|بتاريخ|في|الساعه|عند|بتوقيت|غرينتش|جرينتش|هجري|هجريه|ميلادي|ميلاديه|ه|م|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|on|at|of|"
    r"st|nd|rd|th|published|updated)\b"
)


def read_date(written: str, *, stamp: bool = False) -> str | None:
    """Give a date in the form ``2018-02-17`` or ``2018-02-17T08:30``, or None.

    Parameters
    ----------
    written
        The date as it is written, with a time or without.
    stamp
        A number is seconds (or thousandths) since 1970, for a column says so.

    Examples
    --------
    >>> read_date("السبت ١٧ شباط ٢٠١٨"), read_date("1/6/1439"), read_date("أمس")
    ('2018-02-17', '2018-02-17', None)

    """
    text = written.strip()
    if len(text) > _LONGEST:
        return None
    if stamp:
        return _from_stamp(text) or read_date(text)
    normal = text.lower() if text.isascii() else normalise(text)
    iso = normal.upper()
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return _from_words(normal)
    if moment.year in _HIJRI_YEARS:
        return _day(moment.year, moment.month, moment.day)
    if _ISO.fullmatch(iso):
        return iso
    has_time = len(normal) > len("2018-02-17")
    return moment.isoformat() if has_time else moment.date().isoformat()


def _from_stamp(text: str) -> str | None:
    try:
        seconds = float(text)
    except ValueError:
        return None
    first, last = _STAMPS
    if not first <= seconds < last:
        seconds /= 1000
    if not first <= seconds < last:
        return None
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _from_words(normal: str) -> str | None:
    """Give the one day that is written, if nothing else is."""
    named, numeric = _named().finditer(normal), _NUMERIC.finditer(normal)
    days = [_day_of_name(found) for found in named]
    days += [_day_of_numbers(found) for found in numeric]
    rest = _NUMERIC.sub(" ", _named().sub(" ", normal))
    times = list(_TIME.finditer(rest))
    rest = _ASIDE.sub(" ", _TIME.sub(" ", rest))
    if None in days or any(letter.isalnum() for letter in rest) or len(times) > 1:
        return None
    gregorian = {day for day, year in filter(None, days) if year not in _HIJRI_YEARS}
    told = gregorian or {day for day, _ in filter(None, days)}
    if len(told) != 1:
        return None
    (day,) = told
    if not times:
        return day
    clock = _clock(times[0])
    return f"{day}T{clock}" if clock else None


@cache
def _months() -> dict[str, tuple[int, str]]:
    rows = table("months")
    return {
        normalise(row["name"]): (int(row["month"]), row["calendar"]) for row in rows
    }


@cache
def _named() -> re.Pattern[str]:
    longest_first = sorted(_months(), key=len, reverse=True)
    name = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest_first)
    month = rf"(?:{name})\b\.?"
    months = rf"({month}(?:\s*[/(-]\s*{month}\)?)*)"
    between = r"[\s,،/-]+"
    return re.compile(
        rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?{between}{months}{between}(\d{{4}})(?!\d)"
        rf"|\b{months}\s*(\d{{1,2}})(?:st|nd|rd|th)?{between}(\d{{4}})(?!\d)"
    )


def _day_of_name(found: re.Match[str]) -> tuple[str, int] | None:
    day, months, year, months_first, day_second, year_last = found.groups()
    names = re.split(r"\s*[/()-]\s*", months or months_first)
    meant = {_months()[" ".join(name.rstrip(".").split())] for name in names if name}
    if len(meant) != 1:
        return None
    ((month, calendar),) = meant
    number = int(year or year_last)
    if (calendar == "hijri") != (number in _HIJRI_YEARS):
        return None
    told = _day(number, month, int(day or day_second))
    return (told, number) if told else None


def _day_of_numbers(found: re.Match[str]) -> tuple[str, int] | None:
    first_year, _, month, day, first_day, _, second_month, last_year = found.groups()
    year = int(first_year or last_year)
    told = _day(year, int(month or second_month), int(day or first_day))
    return (told, year) if told else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        if year in _HIJRI_YEARS:
            return Hijri(year, month, day).to_gregorian().isoformat()
        return date(year, month, day).isoformat()
    except (ValueError, OverflowError):
        return None


def _clock(found: re.Match[str]) -> str | None:
    hour, minute, second, half, zone = found.groups()
    number = int(hour)
    if half:
        if not 1 <= number <= _NOON:
            return None
        number = number % _NOON + (0 if half in _MORNING else _NOON)
    try:
        clock = time(number, int(minute), int(second or 0), tzinfo=_zone(zone))
    except ValueError:
        return None
    return clock.isoformat("seconds" if second else "minutes").replace("+00:00", "Z")


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if written.isalpha():
        return UTC
    digits = written[1:].replace(":", "")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(ahead if written[0] == "+" else -ahead)
