"""Delimited tables: ``.csv`` and ``.tsv``, an article a row under a header.

Quotes are read strictly: where they do not close as they should, nobody knows which
words belong to the text, so the row is refused and the next line is tried. A row of
more cells than the header has an unquoted comma in it and is refused too.
"""

from __future__ import annotations

import csv
from collections import deque
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kit.articles.article import Problem
from kit.articles.columns import Columns, columns_of
from kit.articles.file import Facts, UnreadableError, megabytes
from kit.articles.records import Record, record_of
from kit.articles.streams import Line, stream_lines
from kit.language.english import several

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.articles.file import File, Options

_SIGNS = ",;\t|"
_BROKEN = "\ufffe"  # stands for a line that could not be decoded; it is no character


class _Row(NamedTuple):
    """The cells of a row and its first line, or why there are none."""

    line: int
    cells: list[str]
    reason: str = ""


def read_delimited(file: File, options: Options) -> Iterator[Record | Problem | Facts]:
    """Read a table of rows; the first is the header."""
    with file.open() as stream:
        encoding, lines = stream_lines(stream, options)
        yield Facts(encoding.name, guessed=encoding.guessed)
        first = next(lines, None)
        if first and first.text.startswith("sep="):  # as Excel is told the sign
            first = next(lines, None)
        if first is None or not first.text.strip():
            raise UnreadableError(
                first.reason if first and first.reason else "is empty"
            )
        sign = "\t" if file.suffix in (".tsv", ".tab") else _sign(first.text)
        rows = _rows(chain((first,), lines), sign, options.limits.record)
        header = next(rows)
        if header.reason:
            msg = f"its header {header.reason}"
            raise UnreadableError(msg)
        names = [name.strip() for name in header.cells]
        columns = columns_of(names, options.columns)
        yield Facts(columns=tuple(columns.of.items()), guessed=columns.guessed)
        for row in rows:
            yield from _record(row, names, columns, file)


def _sign(header: str) -> str:
    """Give the sign that parts the cells: the one that the header has most of."""
    return max(_SIGNS, key=lambda sign: len(next(csv.reader([header], delimiter=sign))))


def _record(
    row: _Row, names: list[str], columns: Columns, file: File
) -> Iterator[Record | Problem]:
    at = f"line {row.line}"
    place = f"{file.place}, {at}"
    having, expected = len(row.cells), len(names)
    if row.reason:
        yield Problem(place, row.reason)
        return
    if having > expected and any(row.cells[expected:]):
        reason = (
            f"has {several(having, 'cell')}, its header {expected}; is a text with "
        )
        yield Problem(place, reason + "the sign between cells not in quotes?")
        return
    values = dict(zip(names, row.cells, strict=False))
    if having < expected and columns.of["text"] in values:
        reason = f"has {several(having, 'cell')}, its header {expected}"
        yield Problem(place, f"{reason}; those missing are taken as empty", "doubt")
    yield from record_of(values, columns, file, at)


def _rows(lines: Iterator[Line], sign: str, limit: int) -> Iterator[_Row]:
    # The module's own limit, for the whole process, is shorter than some articles.
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    feed = _Feed(lines, limit)
    reader = csv.reader(feed, delimiter=sign, strict=True)
    while True:
        feed.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _Row(feed.first, [], f"is no row of cells: {_explained(error)}")
            # The line after the one that broke may begin a good row.
            feed.go_back()
            reader = csv.reader(feed, delimiter=sign, strict=True)
            continue
        reason = feed.broken if any(_BROKEN in cell for cell in cells) else ""
        if reason or any(cell.strip() for cell in cells):
            yield _Row(feed.first, cells, reason)


def _explained(error: csv.Error) -> str:
    said = str(error)
    if said == "unexpected end of data":
        return "a quotation mark is never closed"
    if "expected after" in said:
        return "a quotation mark inside a cell is not doubled"
    return said


class _Feed:
    """Lines for the reader of rows, that can go back to the second of a row."""

    def __init__(self, lines: Iterator[Line], limit: int) -> None:
        self._lines = lines
        self._limit = limit
        self._again: deque[Line] = deque()
        self._row: list[Line] = []
        self._size = 0
        self.broken = ""

    @property
    def first(self) -> int:
        """The number of the line at which the row began."""
        return self._row[0].number if self._row else 0

    def begin(self) -> None:
        self._row, self._size, self.broken = [], 0, ""

    def go_back(self) -> None:
        self._again.extendleft(reversed(self._row[1:]))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._row.append(line)
        self._size += len(line.text)
        if self._size > self._limit:
            msg = f"it is longer than {megabytes(self._limit)}, the limit"
            raise csv.Error(msg)
        if line.reason:
            self.broken = self.broken or line.reason
            return f"{_BROKEN}\n"
        return line.text
