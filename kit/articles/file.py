"""A file: bytes with a name, on the disk or inside an archive, and how it is read.

A file is opened anew by whoever reads it, so that a corpus is never open all at once.
What is unpacked or read whole has limits, for an archive of a few kilobytes may hold
terabytes, and a line need not end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MEGABYTE = 1 << 20


class UnreadableError(ValueError):
    """A file, or what follows in it, cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before it is refused, in bytes.

    Attributes
    ----------
    record
        One line, record or cell of a table.
    file
        A file that must be read whole: a text, page, document, workbook.
    archive
        All that one archive unpacks to.
    ratio
        How many times larger than packed an archive may unpack, from 16 MB on.

    """

    record: int = 32 * _MEGABYTE
    file: int = 256 * _MEGABYTE
    archive: int = 8192 * _MEGABYTE
    ratio: int = 200


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read: what the researcher said, else what is guessed."""

    columns: Mapping[str, str | None] = field(default_factory=dict)
    encoding: str | None = None
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Facts:
    """How a file was read: in which encoding, and which columns as which fields."""

    encoding: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read.

    Attributes
    ----------
    path
        Where it is on the disk; of a member, its archive.
    name
        Its name as a path, within the archive if in one.
    open
        Opens its bytes; to be closed by who reads them.
    members
        The names that lead to it through archives.
    unpacked
        How many archives it was taken out of.
    local
        The file itself, where it is one on the disk.

    """

    path: str
    name: str
    open: Callable[[], IO[bytes]]
    members: tuple[str, ...] = ()
    unpacked: int = 0
    local: Path | None = None

    @property
    def place(self) -> str:
        """Where it is, for who looks for it."""
        return ", ".join((self.path, *self.members))

    @property
    def suffix(self) -> str:
        """The ending of its name, in small letters."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def stem(self) -> str:
        """Its name without folders and ending: the id of its article."""
        return PurePosixPath(self.name).stem

    @property
    def folder(self) -> str:
        """The name of the folder it is in, on the disk or in its archive."""
        within = PurePosixPath(self.name).parent.name if self.members else ""
        return within or Path(self.path).absolute().parent.name

    def whole(self, limits: Limits) -> bytes:
        """Give all its bytes.

        Raises
        ------
        UnreadableError
            If there are more than the limit.

        """
        with self.open() as stream:
            data = stream.read(limits.file + 1)
        if len(data) > limits.file:
            raise UnreadableError(too_large(limits.file))
        return data


def too_large(limit: int) -> str:
    """Say that a file is larger than a limit."""
    return f"is larger than {megabytes(limit)}, the limit; see kit.articles.file.Limits"


def megabytes(size: int) -> str:
    """Give a number of bytes to be read by people.

    >>> megabytes(32 << 20), megabytes(500)
    ('32 MB', '500 bytes')
    """
    whole = size // _MEGABYTE
    return f"{whole:,} MB" if whole else f"{size} bytes"
