"""Archives: the files inside a ``.zip`` or ``.gz``, never written to the disk.

A name in an archive is only a name: ``../../etc/passwd`` leads nowhere. What unpacks to
far more than it should (a bomb) is stopped while it is unpacked, whatever the archive
says of its sizes. An archive may lie in an archive, but no deeper.
"""

from __future__ import annotations

import gzip
import io
import stat
import zipfile
from dataclasses import dataclass, field
from functools import partial
from typing import IO, TYPE_CHECKING, Any, cast

from kit.articles.article import Problem
from kit.articles.encodings import decode
from kit.articles.file import File, Limits, UnreadableError, megabytes
from kit.articles.files import is_passed_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DEEPEST = 2
_HARMLESS = 16 << 20  # bytes: less than this is no bomb
_IN_UTF8 = 0x800  # the bit by which a zip says that its names are
_ENCRYPTED = 0x1


def unpacked(file: File, limits: Limits) -> Iterator[File | Problem]:
    """Give a file, or of an archive the files in it.

    Raises
    ------
    UnreadableError
        If it is no archive, or one within two others.

    """
    if file.suffix not in (".zip", ".gz"):
        yield file
        return
    if file.unpacked == _DEEPEST:
        msg = "is an archive in an archive in an archive; unpack it"
        raise UnreadableError(msg)
    if file.suffix == ".gz":
        name = file.name[: -len(".gz")]
        opened = partial(_gunzipped, file, limits)
        inner = File(file.path, name, opened, file.members, file.unpacked + 1)
        yield from unpacked(inner, limits)
    else:
        yield from _members(file, limits)


def check_document(data: bytes, limits: Limits) -> None:
    """Look how large a document that is a zip (Word, Excel) unpacks.

    Raises
    ------
    UnreadableError
        If it is none, is encrypted, or would unpack to too much.

    """
    budget = _Budget(limits, lambda: len(data))
    with _zip(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            # What is told is what a reader takes: it stops at this size.
            budget.spend(info.file_size)


def _zip(stream: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(stream)
    except zipfile.BadZipFile as error:
        beginning = stream.seek(0) or stream.read(4)
        if beginning == b"\xd0\xcf\x11\xe0":
            msg = "is encrypted, or of an old Word or Excel; save it without a password"
        else:
            msg = f"is damaged: {error}"
        raise UnreadableError(msg) from None


def _members(file: File, limits: Limits) -> Iterator[File | Problem]:
    with _seekable(file, limits) as stream, _zip(stream) as archive:
        size = stream.seek(0, io.SEEK_END)
        budget = _Budget(limits, lambda: size)
        for info in archive.infolist():
            name = _name(info)
            if info.is_dir() or is_passed_over(name):
                continue
            member = File(
                file.path,
                name,
                partial(_opened, archive, info, budget),
                (*file.members, name),
                file.unpacked + 1,
            )
            reason = _refusal(info)
            if reason:
                yield Problem(member.place, reason)
                continue
            try:
                yield from unpacked(member, limits)
            except UnreadableError as error:
                yield Problem(member.place, str(error))
        if not archive.filelist:
            yield Problem(file.place, "is empty")


def _seekable(file: File, limits: Limits) -> IO[bytes]:
    """Open an archive; one inside another is held in memory, for it is read crosswise.

    Where an archive is on the disk, nothing but what is read of it is in memory.
    """
    return io.BytesIO(file.whole(limits)) if file.unpacked else file.open()


def _name(info: zipfile.ZipInfo) -> str:
    """Give the name of a member: programs that do not say UTF-8 write it anyway."""
    name = info.filename
    if not info.flag_bits & _IN_UTF8:
        try:
            name, _ = decode(name.encode("cp437"))
        except ValueError:
            name = info.filename
    return name.encode("utf-8", "replace").decode().replace("\\", "/")


def _refusal(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted; unpack it with its password"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link, not a file"
    return ""


def _opened(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget
) -> IO[bytes]:
    stream = cast("zipfile.ZipExtFile", archive.open(info))
    return io.BufferedReader(_Counted(stream, budget))


def _gunzipped(file: File, limits: Limits) -> IO[bytes]:
    packed = file.open()
    budget = _Budget(limits, packed.tell)
    stream = gzip.GzipFile(fileobj=packed)
    return io.BufferedReader(_Counted(stream, budget, packed))


@dataclass(slots=True)
class _Budget:
    """How much has been unpacked of an archive, against what was packed so far."""

    limits: Limits
    packed: Callable[[], int]
    spent: int = field(default=0)

    def spend(self, size: int) -> None:
        self.spent += size
        limit, ratio = self.limits.archive, self.limits.ratio
        if self.spent > limit:
            msg = f"unpacks to more than {megabytes(limit)}, the limit"
            raise UnreadableError(msg)
        if self.spent > max(_HARMLESS, ratio * max(self.packed(), 1)):
            msg = f"unpacks to more than {ratio} times its size, as no text does"
            raise UnreadableError(msg)


class _Counted(io.RawIOBase):
    """A stream that is unpacked, and how much of it."""

    def __init__(
        self,
        stream: zipfile.ZipExtFile | gzip.GzipFile,
        budget: _Budget,
        below: IO[bytes] | None = None,
    ) -> None:
        self._stream = stream
        self._given = 0
        self._budget = budget
        self._below = below  # gzip does not close what it reads from

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401  # Buffer has a name from 3.12 on
        view = memoryview(buffer)
        # No more than is at hand: what stands before a damage is given before it.
        data = self._stream.read1(len(view))
        self._given += len(data)
        self._budget.spend(len(data))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        if self._below:
            self._below.close()
        super().close()
