"""English: the little that values say of themselves where they are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 40


def several(number: int, one: str, many: str = "") -> str:
    """Give a number with its noun, in the plural where it is not one.

    >>> several(1, "article"), several(1200, "country", "countries")
    ('1 article', '1,200 countries')
    """
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}"


def series(items: Sequence[str]) -> str:
    """Give several things as one phrase.

    >>> series(["2 actors", "1 country", "1 place"])
    '2 actors, 1 country and 1 place'
    """
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last


def brief(text: str) -> str:
    """Give a text in one line, its end left off where it is long.

    >>> brief("نص")
    'نص'
    """
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
