"""Records: what a file says of an article, before its parts are known.

A ``.jsonl`` file holds one JSON object a line. What is wrong with a line is a problem
of that line alone; a field that is neither text nor number is left out and said so, and
so is a date that is none: an article without one stands in no year, not in a wrong one.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.articles.article import Problem
from kit.articles.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FIELDS = ("id", "title", "source", "date", "url")
_SHOWN = 40  # characters of a wrong value


@dataclass(frozen=True, slots=True)
class Record:
    """What a file says of one article."""

    id: str
    text: str
    path: str
    title: str = ""
    source: str | None = None
    date: str | None = None
    url: str | None = None


def shown(path: Path | str) -> str:
    """Give a path as text: a name that is not UTF-8 could not be printed or saved."""
    return os.fsencode(path).decode("utf-8", "replace")


def records(file: Path, text: str) -> Iterator[Record | Problem]:
    """Give the records of the text of a ``.jsonl`` file, and what is wrong with it."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield from _records_of(line, file, number)


def _records_of(line: str, file: Path, number: int) -> Iterator[Record | Problem]:
    place = f"{shown(file)}, line {number}"
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        yield Problem(place, f"is not JSON: {error.msg} at column {error.colno}")
        return
    except (ValueError, RecursionError) as error:  # a huge number, deep brackets
        yield Problem(place, f"is not JSON: {error}")
        return
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        yield Problem(place, "has no 'text'; expected an object with a text")
        return
    if not record["text"].strip():
        yield Problem(place, "has an empty 'text'")
        return
    known: dict[str, str] = {}
    for name in _FIELDS:
        value = record.get(name)
        doubt = _doubt(name, value)
        if doubt:
            yield Problem(place, doubt, level="doubt")
        elif value is not None and str(value).strip():
            known[name] = (name == "date" and read_date(str(value))) or str(value)
    if not _is_whole(record["text"], *known.values()):
        yield Problem(place, "holds half a character; expected UTF-8")
        return
    known.setdefault("id", f"{shown(file.stem)}-{number}")
    yield Record(text=record["text"], path=shown(file), **known)


def _doubt(name: str, value: object) -> str:
    """Say what is wrong with the value of a field, or ""."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return f"'{name}' is not text; it was left out"
    text = str(value)
    if name != "date" or not text.strip() or read_date(text):
        return ""
    told = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    form = "2026-11-24 or 24/11/2026"
    return f"'date' is {told!r}; expected a form like {form}; it was left out"


def _is_whole(*texts: str) -> bool:
    """Say whether texts are free of lone surrogates, which no file can hold."""
    try:
        for text in texts:
            text.encode()
    except UnicodeEncodeError:
        return False
    return True
