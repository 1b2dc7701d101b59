"""Filters: which mentions to let in, as a value that can be kept, sent and compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from typing import Self

from kit.articles.article import PART_KINDS
from kit.checking import expect, expect_switch
from kit.mentions.mention import WAYS

BY = ("country", "actor")
FORMS = (
    "name",
    "demonym",
    "people",
    "capital",
    "surname",
    "short",
    "acronym",
    "title",
)
KINDS = ("country", "person", "organisation", "place")
DEFAULT_PARTS = ("headline", "caption", "body")
DEFAULT_KINDS = {"country": ("country",), "actor": ("person", "organisation")}

_CHOICES = {"forms": FORMS, "ways": WAYS, "parts": PART_KINDS, "kinds": KINDS}
_LISTS = (
    "actors", "countries", "forms", "ways", "parts", "kinds", "articles", "outlets",
)  # fmt: skip  # the lists of a filter
_DATES = ("since", "until")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_SWITCHES = ("capitals", "nested", "repeats")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which mentions to let in. ``None`` lets everything in, ``()`` nothing.

    Attributes
    ----------
    actors, countries
        Entity ids: persons and organisations; ISO-3166 alpha-2 codes. An id that
        neither the tables nor the mentions know is an error. An actor filter keeps
        these actors, and of all else what stands in a sentence (of the parts and
        articles let in) that mentions one of them in a form let in; a country filter
        likewise: "Libya" and "Haftar" together give the sentences that name both.
    forms, parts, kinds
        Forms of mention, parts of the article, kinds of entity. ``kinds=None`` means
        what ``by`` counts by default: countries, or persons and organisations. Other
        kinds count for their country, or as actors, and are filtered as such.
    ways
        Ways of naming, the rows of a ledger; see ``kit.mentions.mention.WAYS``.
    capitals
        Whether a capital counts for its country (قالت واشنطن), in counts by country.
    articles
        Article ids.
    outlets
        Where articles come from: their ``source``.
    since, until
        Days, months or years (``2018-03-01``, ``2018-03``, ``2018``) between which
        articles are dated, both included; an article without a date is in neither.
    nested
        Whether names inside longer names count.
    repeats
        Whether a caption or paragraph that repeats an earlier one counts again.
    text
        Keep the sentences that contain these words, in any spelling.

    """

    actors: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    forms: tuple[str, ...] | None = None
    ways: tuple[str, ...] | None = None
    parts: tuple[str, ...] | None = DEFAULT_PARTS
    kinds: tuple[str, ...] | None = None
    articles: tuple[str, ...] | None = None
    outlets: tuple[str, ...] | None = None
    since: str = ""
    until: str = ""
    capitals: bool = False
    nested: bool = True
    repeats: bool = False
    text: str = ""

    def __post_init__(self) -> None:
        for name in _LISTS:
            value = getattr(self, name)
            if value is not None:
                object.__setattr__(self, name, _strings(name, value))
        for name in _SWITCHES:
            expect_switch(getattr(self, name), f"Filter {name}")
        text: object = self.text  # what a dict brought may be anything
        if not isinstance(text, str):
            msg = f"Filter text={text!r} must be a string."
            raise TypeError(msg)
        for name in _DATES:
            date: object = getattr(self, name)
            if date != "" and not (isinstance(date, str) and _DATE.fullmatch(date)):
                msg = (
                    f"Filter {name}={date!r} is no date. "
                    "Write 2018-03-01, 2018-03 or 2018."
                )
                raise ValueError(msg)

    def __repr__(self) -> str:
        default = type(self)()
        said = (
            f"{field.name}={getattr(self, field.name)!r}"
            for field in fields(self)
            if getattr(self, field.name) != getattr(default, field.name)
        )
        return f"Filter({', '.join(said)})"

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> Self:
        """Make a filter of a small dict, as :meth:`to_dict` gives it."""
        known = [field.name for field in fields(cls)]
        for name in values:
            if name not in known:
                msg = f"No filter '{name}'. Use: {', '.join(known)}."
                raise ValueError(msg)
        return cls(**values)  # type: ignore[arg-type]  # __post_init__ checks the values

    def to_dict(self) -> dict[str, object]:
        """Give what differs from the default filter, ready for JSON."""
        default = asdict(type(self)())
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if value != default[name]
        }


def _strings(name: str, value: object) -> tuple[str, ...]:
    """Give what a filter lists; a lone string would be read letter by letter."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        listed = tuple(value)
        if all(isinstance(one, str) for one in listed):
            for one in listed:
                if name in _CHOICES and one not in _CHOICES[name]:
                    msg = f"No {name} '{one}'. Use: {', '.join(_CHOICES[name])}."
                    raise ValueError(msg)
            return listed
    msg = f"Filter {name}={value!r} must be a list of strings."
    raise TypeError(msg)


def as_filter(where: Filter | Mapping[str, object] | None) -> Filter:
    """Give the filter that is meant: none given is the default one."""
    if where is None:
        return Filter()
    if isinstance(where, Filter):
        return where
    example = "as in {'countries': ['LY']}"
    expect(where, Mapping, f"a filter, or the dict of one {example}")
    return Filter.from_dict(where)


def checked(value: str, choices: tuple[str, ...], what: str) -> str:
    """Give a word back if it is one of the choices."""
    if value not in choices:
        msg = f"Cannot count {what} '{value}'. Use one of: {', '.join(choices)}."
        raise ValueError(msg)
    return value


def day_before(day: str) -> str:
    """Give the last day before a day, month or year, as a filter is given it.

    >>> day_before("2018-05"), day_before("2018"), day_before("2018-03-01")
    ('2018-04-30', '2017-12-31', '2018-02-28')
    """
    if not _DATE.fullmatch(day):
        msg = f"'{day}' is no date. Use 2018-05-01, 2018-05 or 2018."
        raise ValueError(msg)
    parts = [int(part) for part in day.split("-")]
    try:
        first = date(*parts, *(1,) * (3 - len(parts)))
    except ValueError as error:
        msg = f"'{day}' is no date: {error}."
        raise ValueError(msg) from error
    return (first - timedelta(days=1)).isoformat()
