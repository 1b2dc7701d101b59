"""Columns: which column of a table, or name in a record, holds which field.

Usual names in English and Arabic stand in ``kit/data/columns.csv``, the likeliest
first: ``content`` is the text where no column is called ``text`` or ``body``. What was
chosen is shown, and what the researcher says goes before all guesses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kit.articles.file import UnreadableError
from kit.language.english import brief
from kit.language.normal import normalise
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIELDS = ("id", "text", "title", "source", "date", "url", "author")
_LISTED = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is which field.

    Attributes
    ----------
    of
        The column of each field that there is one for.
    stamp
        The numbers in the column of dates are seconds since 1970, as it says.
    guessed
        A column has another name than its field, and nobody said it.

    """

    of: Mapping[str, str]
    stamp: bool = False
    guessed: bool = False


def columns_of(
    names: Sequence[str], asked: Mapping[str, str | None] | None = None
) -> Columns:
    """Give the columns to read, of a table with these names.

    Parameters
    ----------
    names
        The names of all columns.
    asked
        A field and the column that holds it, as the researcher says; None for none.

    Raises
    ------
    UnreadableError
        If no column holds a text, or one that was asked for is not there.

    Examples
    --------
    >>> columns_of(["No.", "Headline", "المحتوى"]).of
    {'text': 'المحتوى', 'title': 'Headline'}

    """
    asked = asked or {}
    chosen = {field: name for field, name in asked.items() if name is not None}
    for name in chosen.values():
        if name not in names:
            msg = f"has no column '{name}'; it has {_listed(names)}"
            raise UnreadableError(msg)
    guessed = False
    free: dict[str, str] = {}
    for name in names:
        if name not in chosen.values():
            free.setdefault(_key(name), name)
    for field, key in _known():
        if field not in asked and field not in chosen and key in free:
            chosen[field] = free.pop(key)
            guessed = guessed or chosen[field] != field
    if "text" not in chosen:
        msg = f"has no column of texts among {_listed(names)}; say columns="
        raise UnreadableError(msg + '{"text": "its name"}')
    is_stamp = _known().get(("date", _key(chosen.get("date", ""))), False)
    ordered = {field: chosen[field] for field in FIELDS if field in chosen}
    return Columns(ordered, stamp=is_stamp, guessed=guessed)


def _listed(names: Sequence[str]) -> str:
    shown = [f"'{brief(name)}'" for name in names[:_LISTED]]
    if len(names) > _LISTED:
        shown.append(f"{len(names) - _LISTED} more")
    return ", ".join(shown) or "none"


def _key(name: str) -> str:
    """Give a name without what writers of headers do not agree on."""
    return re.sub(r"[\W_]+", "", normalise(name))


@cache
def _known() -> dict[tuple[str, str], bool]:
    rows = table("columns")
    return {(row["field"], _key(row["name"])): bool(row["stamp"]) for row in rows}
