"""Sources: the files of a corpus, gathered into groups that are worked on one by one.

A large file is a group of its own. Small ones are gathered in the order of their names,
and a group ends after a file whose name says so (its hash ends in zeros), not after so
many files: a file that is added or removed changes its own group and leaves the others
as they are.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kit.articles.article import Article, Problem
from kit.articles.files import files_of
from kit.articles.reading import iter_file
from kit.checking import expect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LARGE = 1 << 20  # bytes
_FULL = 8 << 20
_ENDS = 256  # one in so many files ends a group
_BLOCK = 1 << 20
_PATHS = "the path of a file or folder, or several"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was when it was read: its size, time, content and records.

    ``records`` is the number of lines of a .jsonl file and 1 of a .txt file, -1 where
    the name does not tell.
    """

    path: str
    size: int
    modified: int
    content: str
    records: int


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are read together, in order; or what was met in looking for files."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        """The names and the content of its files, as a hash."""
        return digest(*(f"{one.path}\0{one.content}" for one in self.sources))

    def read(self) -> Iterator[Article | Problem]:
        """Read its articles; several may have the same id."""
        for source in self.sources:
            yield from _read(source.path)


def _read(file: str) -> Iterator[Article | Problem]:
    # Ids are told apart later, for the whole corpus, so that they do not depend on who
    # read which file.
    return iter_file(Path(file))


def sources(
    paths: Sequence[str | Path], known: dict[str, Source]
) -> Iterator[Source | Problem]:
    """Give the files under paths, each once, in the order in which they are read.

    A file of the size and time of a ``known`` one is taken to be the same.
    """
    for found in files_of(paths):
        if isinstance(found, Problem):
            yield found
        elif str(found.local) != found.path:
            # No manifest could name it.
            yield Problem(found.path, "has a name that is not UTF-8; rename it")
        else:
            yield _source(found.path, known)


def _source(path: str, known: dict[str, Source]) -> Source | Problem:
    file = Path(path)
    try:
        if not file.is_file():
            # Who reads it says what is wrong with it; to open a pipe is to wait.
            return Source(path, 0, 0, "", -1)
        told = file.stat()
        before = known.get(path)
        as_before = (told.st_size, told.st_mtime_ns)
        if before is not None and as_before == (before.size, before.modified):
            return before
        content, lines = _content(file)
    except OSError as error:
        return Problem(path, f"could not be opened: {error.strerror or error}")
    suffix = file.suffix.lower()
    records = {".jsonl": lines, ".txt": 1}.get(suffix, -1)
    return Source(path, told.st_size, told.st_mtime_ns, content, records)


def _content(file: Path) -> tuple[str, int]:
    """Give the hash of a file's bytes, and the number of its lines."""
    content, lines, last = hashlib.blake2b(digest_size=16), 0, b"\n"
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            content.update(block)
            lines += block.count(b"\n")
            last = block[-1:]
    return content.hexdigest(), lines + (last != b"\n")


def grouped(found: Iterable[Source | Problem]) -> Iterator[Group]:
    """Gather files into groups."""
    gathered: list[Source] = []
    size = 0
    for one in found:
        apart = isinstance(one, Problem) or one.size >= _LARGE
        if gathered and (apart or size >= _FULL):
            yield Group(tuple(gathered))
            gathered, size = [], 0
        if isinstance(one, Problem):
            yield Group((), (one,))
        elif apart:
            yield Group((one,))
        else:
            gathered.append(one)
            size += one.size
            if int(digest(Path(one.path).name)[:8], 16) % _ENDS == 0:
                yield Group(tuple(gathered))
                gathered, size = [], 0
    if gathered:
        yield Group(tuple(gathered))


def digest(*texts: str) -> str:
    """Give the hash of some texts, short enough for the name of a file."""
    content = hashlib.blake2b(digest_size=12)
    for text in texts:
        content.update(text.encode())
        content.update(b"\0\0")
    return content.hexdigest()


def as_paths(paths: str | Path | Sequence[str | Path]) -> list[str | Path]:
    """Give the paths that are meant: one, or several."""
    if isinstance(paths, (str, os.PathLike)):
        return [paths]
    expect(paths, (list, tuple), _PATHS)
    for one in paths:
        expect(one, (str, os.PathLike), _PATHS)
    return list(paths)
