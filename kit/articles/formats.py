"""Formats: which reader reads a file of which ending, and what keeps it from falling.

Readers speak of bytes that nobody vouches for, through libraries written for good
files. Whatever they raise is a line in the report, and the next file is read.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, TypeVar

from kit.articles.article import Problem
from kit.articles.delimited import read_delimited
from kit.articles.documents import read_document
from kit.articles.encodings import decode
from kit.articles.file import Facts, UnreadableError
from kit.articles.objects import read_lines, read_objects
from kit.articles.pages import read_page
from kit.articles.printed import read_printed
from kit.articles.records import Record
from kit.articles.sheets import read_parquet, read_workbook
from kit.language.english import brief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kit.articles.file import File, Options

    Reader = Callable[[File, Options], Iterator[Record | Problem | Facts]]

T = TypeVar("T")

_STOPPING = (KeyboardInterrupt, SystemExit, GeneratorExit)


def read_file(file: File, options: Options) -> Iterator[Record | Problem | Facts]:
    """Give the records of a file that is no archive, and what is wrong with it."""
    reader = READERS.get(file.suffix)
    if reader is None:
        what = f"'{file.suffix}' files" if file.suffix else "a file without a suffix"
        yield Problem(file.place, f"cannot read {what}; expected {expected()}")
        return
    yield from guarded(reader(file, options), file.place)


def guarded(read: Iterator[T], place: str) -> Iterator[T | Problem]:
    """Give what is read, and what keeps the rest from being read."""
    some = False
    while True:
        try:
            one = next(read)
        except StopIteration:
            return
        except _STOPPING:
            raise
        except BaseException as error:  # noqa: BLE001  # a parser in Rust panics past Exception
            after = "; what follows was not read" if some else ""
            yield Problem(place, f"{_reason(error)}{after}")
            return
        some = some or isinstance(one, (Record, Problem))
        yield one


def expected() -> str:
    """Give the endings that can be read, as a phrase."""
    *others, last = sorted({*READERS, ".gz", ".zip"})
    return f"{', '.join(others)} or {last}"


def _reason(error: BaseException) -> str:
    if isinstance(error, UnreadableError):
        return str(error)
    if isinstance(error, EOFError):
        return "is cut off or damaged"
    if isinstance(error, zlib.error):
        return f"is damaged: {brief(str(error))}"
    if isinstance(error, OSError) and error.strerror:
        return f"could not be opened: {error.strerror}"
    if isinstance(error, MemoryError):
        return "is too large for the memory of this machine"
    what = brief(str(error)) or type(error).__name__
    return f"is damaged, or no file of its kind: {what}"


def _read_text(file: File, options: Options) -> Iterator[Record | Facts]:
    try:
        text, encoding = decode(file.whole(options.limits), encoding=options.encoding)
    except UnreadableError:
        raise
    except ValueError as error:
        raise UnreadableError(str(error)) from None
    if not text.strip():
        msg = "is empty"
        raise UnreadableError(msg)
    yield Facts(encoding.name, guessed=encoding.guessed)
    yield Record(id=file.stem, text=text, path=file.path)


READERS: dict[str, Reader] = {
    ".csv": read_delimited,
    ".docx": read_document,
    ".htm": read_page,
    ".html": read_page,
    ".json": read_objects,
    ".jsonl": read_lines,
    ".mht": read_page,
    ".mhtml": read_page,
    ".ndjson": read_lines,
    ".parquet": read_parquet,
    ".pdf": read_printed,
    ".tab": read_delimited,
    ".tsv": read_delimited,
    ".txt": _read_text,
    ".xhtml": read_page,
    ".xlsx": read_workbook,
}
