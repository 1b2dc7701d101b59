"""Objects: articles as JSON, one object a line or a list of them.

Both are read as they come, an object at a time, however large the file. A line that is
no JSON is a problem of that line; in a list nobody knows where the next object begins,
so what follows is not read, and that is said.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kit.articles.article import Problem
from kit.articles.columns import Columns, columns_of
from kit.articles.file import Facts, UnreadableError, megabytes
from kit.articles.records import Record, record_of
from kit.articles.streams import stream_lines, stream_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.articles.file import File, Options

_NEARLY = 16  # characters: an error so near the end may be for want of what follows
_WHITE = " \t\r\n\ufeff"


def read_lines(file: File, options: Options) -> Iterator[Record | Problem | Facts]:
    """Read a file of one JSON object a line (``.jsonl``, ``.ndjson``)."""
    known = _Known(file, options)
    with file.open() as stream:
        encoding, lines = stream_lines(stream, options)
        yield Facts(encoding.name, guessed=encoding.guessed)
        for number, text, reason in lines:
            at = f"line {number}"
            if reason:
                yield Problem(f"{file.place}, {at}", reason)
            elif text.strip():
                yield from _record_of_line(text, known, at)


def _record_of_line(
    line: str, known: _Known, at: str
) -> Iterator[Record | Problem | Facts]:
    place = f"{known.file.place}, {at}"
    try:
        value = json.loads(line.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        yield Problem(place, f"is not JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:  # a huge number, deep brackets
        yield Problem(place, f"is not JSON: {error}")
    else:
        yield from known.record(value, at)


def read_objects(file: File, options: Options) -> Iterator[Record | Problem | Facts]:
    """Read a JSON file: a list of objects, an object that holds one, or one article."""
    known = _Known(file, options)
    with file.open() as stream:
        encoding, pieces = stream_text(stream, options)
        yield Facts(encoding.name, guessed=encoding.guessed)
        number = 0
        for value, in_list in _values(pieces, options):
            within = None if in_list else _list_within(value)
            for one in [value] if within is None else within:
                number += 1
                yield from known.record(one, f"record {number}")


class _Known:
    """The columns of a file, by the names of its objects: they need not be alike."""

    def __init__(self, file: File, options: Options) -> None:
        self.file = file
        self._options = options
        self._columns: dict[tuple[str, ...], Columns] = {}

    def record(self, value: object, at: str) -> Iterator[Record | Problem | Facts]:
        if not isinstance(value, dict):
            reason = "is no object; expected one with a text"
            yield Problem(f"{self.file.place}, {at}", reason)
            return
        # "" is no value: one record has the text as content, the next as body.
        names = tuple(name for name, held in value.items() if held not in (None, ""))
        columns = self._columns.get(names)
        if columns is None:
            try:
                columns = self._columns_of(names, tuple(value))
            except UnreadableError as error:
                yield Problem(f"{self.file.place}, {at}", str(error))
                return
            self._columns[names] = columns
            yield Facts(columns=tuple(columns.of.items()), guessed=columns.guessed)
        yield from record_of(value, columns, self.file, at)

    def _columns_of(self, names: tuple[str, ...], named: tuple[str, ...]) -> Columns:
        try:
            return columns_of(names, self._asked(names))
        except UnreadableError:
            # Then one that has nothing in it, to be said to be empty.
            return columns_of(named, self._asked(named))

    def _asked(self, names: tuple[str, ...]) -> dict[str, str | None]:
        """Let an object do without a field, but for the text."""
        asked = self._options.columns
        return {
            field: name if name in names or field == "text" else None
            for field, name in asked.items()
        }


def _list_within(value: object) -> list[object] | None:
    """Give the list of objects in an object without a text of its own."""
    if not isinstance(value, dict):
        return None
    lists = [
        held
        for held in value.values()
        if isinstance(held, list) and held and isinstance(held[0], dict)
    ]
    try:
        columns_of(tuple(value))
    except UnreadableError:
        return lists[0] if len(lists) == 1 else None
    return None


def _values(pieces: Iterator[str], options: Options) -> Iterator[tuple[object, bool]]:
    """Give the values of a JSON text, and whether each is an element of the list."""
    text = _Buffer(pieces)
    if text.next_sign() != "[":
        while text.next_sign():
            yield text.value(options.limits.file), False
        return
    text.pass_over("[")
    if text.next_sign() == "]":
        text.pass_over("]")
    else:
        while True:
            yield text.value(options.limits.record), True
            if text.next_sign() != ",":
                break
            text.pass_over(",")
        text.pass_over("]")
    if text.next_sign():
        msg = "is not JSON: something follows the list; it was not read"
        raise UnreadableError(msg)


class _Buffer:
    """A text that comes piece by piece, and how far it is read."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._held = ""
        self._at = 0
        self._before = 0  # characters that are no longer held
        self._decoder = json.JSONDecoder()

    def next_sign(self) -> str:
        """Give the next character that is no space, "" at the end."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in _WHITE:
                self._at += 1
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more():
                return ""

    def pass_over(self, sign: str) -> None:
        if self.next_sign() != sign:
            raise UnreadableError(self._wrong(f"Expecting '{sign}'"))
        self._at += 1

    def value(self, limit: int) -> object:
        """Give the next value, read as far as it takes."""
        self.next_sign()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated string")
                if not cut and error.pos < len(self._held) - _NEARLY:
                    raise UnreadableError(self._wrong(error.msg, error.pos)) from None
                reason = self._wrong(error.msg, error.pos)
            except (ValueError, RecursionError) as error:
                raise UnreadableError(self._wrong(str(error))) from None
            else:
                # A number at the end of what is held may go on.
                if end < len(self._held) or isinstance(value, (dict, list, str)):
                    self._at = end
                    return value
                reason = ""
            if len(self._held) - self._at > limit:
                msg = f"holds a record longer than {megabytes(limit)}, the limit"
                raise UnreadableError(msg)
            if not self._more(len(self._held) - self._at):
                if reason:
                    raise UnreadableError(reason)
                self._at = end
                return value

    def _more(self, at_least: int = 0) -> bool:
        """Hold more; so much that to begin anew does not cost its square."""
        self._before += self._at
        pieces, size = [self._held[self._at :]], 0
        self._at = 0
        while size <= at_least:
            piece = next(self._pieces, "")
            if not piece:
                break
            pieces.append(piece)
            size += len(piece)
        self._held = "".join(pieces)
        return size > 0

    def _wrong(self, message: str, at: int | None = None) -> str:
        place = self._before + (self._at if at is None else at)
        return f"is not JSON: {message} at character {place}; no more was read"
