"""Checking: what was given is what is meant, or an error that says what would be.

A notebook checks no types. What would fail far from where it was given, or pass in
silence and mean something else (``titles="no"``), is looked at where it comes in.
"""

from __future__ import annotations

import os
from operator import index
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 60


def expect(
    given: object, kind: type | tuple[type, ...], what: str, way_out: str = ""
) -> None:
    """Raise a TypeError if something is not of a kind.

    >>> expect(5, str, "an entity id")
    Traceback (most recent call last):
    TypeError: Expected an entity id, not int 5.
    """
    if not isinstance(given, kind):
        msg = f"Expected {what}, not {shown(given)}.{_after(way_out)}"
        raise TypeError(msg)


def expect_table(
    given: object, columns: Sequence[str], what: str, way_out: str = ""
) -> None:
    """Raise an error if something is no table, or one without these columns."""
    expect(given, pl.DataFrame, what, way_out)
    having = given.columns if isinstance(given, pl.DataFrame) else []
    missing = [column for column in columns if column not in having]
    if missing:
        msg = f"Expected {what}; this has no column '{missing[0]}'.{_after(way_out)}"
        raise ValueError(msg)


def _after(way_out: str) -> str:
    return way_out and f" {way_out}"


def expect_path(given: object) -> None:
    """Raise a TypeError if something is no path."""
    expect(given, (str, os.PathLike), "a path")


def expect_switch(given: object, name: str) -> None:
    """Raise a TypeError if an option is neither on nor off."""
    if not isinstance(given, bool):
        msg = f"{name}={given!r} must be True or False."
        raise TypeError(msg)


def expect_several(given: object, name: str) -> None:
    """Raise an error if an option is no whole number from 1 on."""
    msg = f"{name}={given!r} must be a whole number, 1 or more."
    try:
        number = index(given)  # type: ignore[arg-type]  # that is the question
    except TypeError:
        raise TypeError(msg) from None
    if isinstance(given, bool):
        raise TypeError(msg)
    if number < 1:
        raise ValueError(msg)


def shown(given: object) -> str:
    """Give a value as an error shows it: of what kind it is, and if short, what.

    >>> shown("LY"), shown(None), shown([1])
    ("str 'LY'", 'None', 'list')
    """
    if given is None:
        return "None"
    kind = type(given).__name__
    if not isinstance(given, (str, bytes, int, float)):
        return kind
    value = repr(given)
    return f"{kind} {value if len(value) <= _LONGEST else f'{value[:_LONGEST]}…'}"
