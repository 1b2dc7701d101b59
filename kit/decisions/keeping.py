"""The file of decisions: read, and kept without ever losing one.

Several notebooks may keep their decisions in one file. Each takes a lock, reads what
the others have written, adds its own and writes the whole anew: into another file
first, which takes the old one's place only when it is safely on the disk. A crash or a
full disk in between leaves the old file as it was.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from kit.checking import expect, expect_path
from kit.decisions.record import Decisions
from kit.decisions.rows import from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.articles.article import Article

NAME = "decisions.csv"
_PATIENCE = 60.0  # seconds to wait for another process to finish writing


def decisions_beside(articles: Iterable[Article]) -> Path:
    """Give the file in which decisions about articles are kept: in their folder.

    In the one that holds all of them; the current one for articles of no file.
    """
    return beside(article.path for article in articles)


def beside(files: Iterable[str | None]) -> Path:
    """Give the file in which decisions about the articles of some files are kept."""
    paths = set(files)
    if not paths or None in paths:
        return Path.cwd() / NAME
    folders = {str(Path(path).resolve().parent) for path in paths if path}
    return Path(os.path.commonpath(folders)) / NAME


def read_decisions(path: str | os.PathLike[str]) -> Decisions:
    """Read a file of decisions.

    Rows that could not be read stand in ``kept`` of the result, each with its line and
    what is wrong; the rest is read all the same.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is no file of decisions, is not in UTF-8, or is of a newer format.

    """
    expect_path(path)
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        found = error.object[error.start : error.end].hex()
        msg = (
            f"'{file}' is not in UTF-8: byte {found} at {error.start}. "
            "Save it as 'CSV UTF-8'."
        )
        raise ValueError(msg) from None
    except FileNotFoundError:
        msg = f"No file of decisions '{file}'. save_decisions makes one."
        raise FileNotFoundError(msg) from None
    return from_text(text, file.name)


def save_decisions(
    path: str | os.PathLike[str], decisions: Decisions, *, patience: float = _PATIENCE
) -> Decisions:
    """Keep decisions in a file, beside all that it holds by now.

    Returns
    -------
    Decisions
        What the file holds afterwards: also what others have added meanwhile. A row
        that somebody edited in the file stays as it was edited.

    Raises
    ------
    ValueError
        If the file is none of decisions, or of a newer format; it is left alone.
    TimeoutError
        If others are writing to it for longer than ``patience`` seconds.
    OSError
        If it cannot be written; the old file is left as it was.

    """
    expect_path(path)
    expect(decisions, Decisions, "decisions")
    file = Path(path).resolve()  # a link stays a link
    lock = file.with_name(f".{file.name}.lock")
    try:
        with FileLock(lock, timeout=patience):
            together = decisions
            if file.exists():
                together = read_decisions(file).merged(decisions)
            _replace(file, to_text(together).encode())
    except Timeout:
        msg = (
            f"'{file}' is being written by another process for {patience:g} seconds. "
            f"Try again; the lock is '{lock}'."
        )
        raise TimeoutError(msg) from None
    return together


def _replace(file: Path, content: bytes) -> None:
    """Put a file in the place of the old one, whole or not at all."""
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)  # of a process that died; the lock is ours
    try:
        with unfinished.open("xb") as writing:
            writing.write(content)
            writing.flush()
            os.fsync(writing.fileno())
        if file.exists():
            unfinished.chmod(file.stat().st_mode)
        unfinished.replace(file)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise
    # The new name itself is on the disk only when its folder is.
    with suppress(OSError):  # no such thing on Windows
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
