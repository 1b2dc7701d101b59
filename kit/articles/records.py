"""Records: what a file says of an article, before its parts are known.

What is wrong with a record is a problem of that record alone; a field that is neither
text nor number is left out and said so, and so is a date that is none: an article
without one stands in no year, not in a wrong one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kit.articles.article import Problem
from kit.articles.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kit.articles.columns import Columns
    from kit.articles.file import File

_SHOWN = 40  # characters of a wrong value


@dataclass(frozen=True, slots=True)
class Record:
    """What a file says of one article; captions are lines of its text."""

    id: str
    text: str
    path: str
    title: str = ""
    source: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None
    captions: tuple[str, ...] = ()


def shown(path: Path | str) -> str:
    """Give a path as text: a name that is not UTF-8 could not be printed or saved."""
    return os.fsencode(path).decode("utf-8", "replace")


def record_of(
    values: Mapping[str, object], columns: Columns, file: File, at: str
) -> Iterator[Record | Problem]:
    """Give the record in a row or object, and what is wrong with it.

    Parameters
    ----------
    values
        Each column with its value.
    columns
        Which of them is which field.
    file
        The file it stands in.
    at
        Where in the file: ``line 3``.

    """
    place = f"{file.place}, {at}"
    text_column = columns.of["text"]
    text = values.get(text_column)
    if not isinstance(text, str):
        yield Problem(place, f"has no '{text_column}'; expected a text")
        return
    if not text.strip():
        yield Problem(place, f"has an empty '{text_column}'")
        return
    known: dict[str, Any] = {}  # of texts; Record has captions too
    for field, column in columns.of.items():
        value = values.get(column)
        if field == "text" or value is None:
            continue
        written = _written(value)
        if written is None:
            yield Problem(place, f"'{column}' is not text; it was left out", "doubt")
        elif not written.strip():
            continue
        elif field == "date":
            told = read_date(written, stamp=columns.stamp)
            if told:
                known["date"] = told
            else:
                yield Problem(place, no_date(column, written), "doubt")
        else:
            known[field] = written
    if not _is_whole(text, *known.values()):
        yield Problem(place, "holds half a character; expected UTF-8")
        return
    identity = known.pop("id", f"{file.stem}-{at.rpartition(' ')[2]}")
    yield replace(Record(identity, text, file.path), **known)


def no_date(column: str, written: str) -> str:
    """Say that a value is no date."""
    told = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
    form = "2026-11-24 or 24/11/2026"
    return f"'{column}' is {told!r}; expected a form like {form}; it was left out"


def _written(value: object) -> str | None:
    if isinstance(value, datetime):
        # A workbook has no days without an hour, so midnight is none.
        is_day = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if is_day else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return _names(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a workbook has no whole numbers
    return str(value)


def _names(value: object) -> str | None:
    """Give a list of texts (as of authors) as one."""
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return "، ".join(value)
    return None


def _is_whole(*texts: str) -> bool:
    """Say whether texts are free of lone surrogates, which no file can hold."""
    try:
        for text in texts:
            text.encode()
    except UnicodeEncodeError:
        return False
    return True
