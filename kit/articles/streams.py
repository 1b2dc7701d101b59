"""Streams: the lines of a file of any size, one in memory at a time.

A line that does not end within the limit is passed over and said to be too long; one
that is not in the encoding of the file is said to be so; the next is read all the same.
"""

from __future__ import annotations

import codecs
from itertools import chain
from typing import IO, TYPE_CHECKING, NamedTuple

from kit.articles.encodings import Encoding, encoding_of
from kit.articles.file import UnreadableError, megabytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.articles.file import Options

_CHUNK = 1 << 20  # bytes; the first decides about the encoding


class Line(NamedTuple):
    """A line with its end (the last has one too), from 1 on, or why there is none."""

    number: int
    text: str
    reason: str = ""


def stream_lines(
    stream: IO[bytes], options: Options
) -> tuple[Encoding, Iterator[Line]]:
    r"""Give the encoding of a stream, and its lines.

    >>> import io
    >>> from kit.articles.file import Options
    >>> encoding, lines = stream_lines(io.BytesIO("خبر\nآخر".encode()), Options())
    >>> [line.text for line in lines]
    ['خبر\n', 'آخر\n']

    Raises
    ------
    UnreadableError
        If it is no text in a known encoding.

    """
    encoding, chunks = _opened(stream, options)
    name = encoding.name
    if "16" in name or "32" in name:
        # A line end is more than one byte there, and may stand inside a letter.
        chunks = (text.encode() for text in codecs.iterdecode(chunks, name))
        name = "utf-8"
    first = next(chunks, b"")
    end = b"\r" if b"\r" in first and b"\n" not in first else b"\n"  # an old Mac's
    split = _split(chain((first,), chunks), end, options.limits.record)
    return encoding, _decoded(split, end, name, options.limits.record)


def stream_text(stream: IO[bytes], options: Options) -> tuple[Encoding, Iterator[str]]:
    """Give the encoding of a stream, and its text piece by piece."""
    encoding, chunks = _opened(stream, options)
    return encoding, codecs.iterdecode(chunks, encoding.name)


def _opened(stream: IO[bytes], options: Options) -> tuple[Encoding, Iterator[bytes]]:
    chunks = _chunks(stream)
    first = b""
    broken: list[Exception] = []
    try:
        while len(first) < _CHUNK and (chunk := next(chunks, b"")):
            first += chunk
    except Exception as error:  # noqa: BLE001  # said after what stands before it
        broken.append(error)
    sample = first
    if broken or len(first) >= _CHUNK:
        last = first.rfind(b"\n")
        # Without a line's end, the cut may go through a letter.
        sample = first[: last + 1] if last > 0 else _whole_letters(first)
    try:
        encoding = encoding_of(sample, encoding=options.encoding)
    except ValueError as error:
        raise UnreadableError(str(error)) from None
    return encoding, chain((first,), _raised(broken), chunks)


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    # Of files on the disk and in archives alike, a read at a time.
    read = getattr(stream, "read1", stream.read)
    while chunk := read(_CHUNK):
        yield chunk


def _raised(broken: list[Exception]) -> Iterator[bytes]:
    for error in broken:
        raise error
    yield from ()


def _whole_letters(data: bytes) -> bytes:
    longest = 4
    for cut in range(1, longest):
        if data[-cut] >= 0xC0:  # the first byte of a letter of several  # noqa: PLR2004
            return data[:-cut]
        if data[-cut] < 0x80:  # a letter of one  # noqa: PLR2004
            break
    return data


def _split(chunks: Iterator[bytes], end: bytes, limit: int) -> Iterator[bytes | None]:
    """Give the lines without their ends; None for one beyond the limit."""
    held: list[bytes] = []
    size = 0
    for chunk in chunks:
        first, *others = chunk.split(end)
        for piece in (first, *others[:-1]) if others else ():
            size += len(piece)
            yield b"".join((*held, piece)) if size <= limit else None
            held, size = [], 0
        tail = others[-1] if others else first
        size += len(tail)
        if size <= limit:
            held.append(tail)
        else:
            held.clear()
    if size:
        yield b"".join(held) if size <= limit else None


def _decoded(
    split: Iterator[bytes | None], end: bytes, name: str, limit: int
) -> Iterator[Line]:
    for number, data in enumerate(split, start=1):
        if data is None:
            yield Line(number, "", f"is longer than {megabytes(limit)}, the limit")
            continue
        try:
            text = data.decode("utf-8-sig" if number == 1 and name == "utf-8" else name)
        except UnicodeDecodeError as error:
            shown = "UTF-8" if name.startswith("utf-8") else name
            yield Line(number, "", f"is not {shown} (byte {error.start})")
            continue
        if "\0" in text:
            yield Line(number, "", "is binary; expected text")
            continue
        yield Line(number, text + end.decode())
