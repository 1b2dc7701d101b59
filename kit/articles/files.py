"""Files: what stands in a folder, in the order of names, and what hides some of it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from kit.articles.article import Problem
from kit.articles.file import File, UnreadableError
from kit.articles.records import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DOCUMENTATION = ("readme", "license", "licence")
_DECISIONS = "decisions.csv"  # what a researcher decided is kept beside the articles
_OF_SYSTEMS = ("__macosx", "thumbs.db", "desktop.ini")


def files_of(paths: Sequence[str | Path]) -> Iterator[File | Problem]:
    """Give the files of paths and folders, each once.

    Raises
    ------
    FileNotFoundError
        If a path does not exist.

    """
    reached: set[str] = set()
    for found in (found for path in paths for found in _under(Path(path))):
        if isinstance(found, Problem):
            yield found
            continue
        place = os.path.abspath(found)  # noqa: PTH100  # a link stays a file of its own
        if place not in reached:
            reached.add(place)
            opened = partial(_open, found)
            yield File(shown(found), shown(found.name), opened, local=found)


def is_passed_over(name: str) -> bool:
    """Say whether a file beside articles is none: hidden, a README, decisions.

    >>> is_passed_over("news/README.md"), is_passed_over(".git/a.txt")
    (True, True)
    """
    path = PurePosixPath(name)
    return (
        any(part.startswith(".") and part not in (".", "..") for part in path.parts)
        or any(part.lower() in _OF_SYSTEMS for part in path.parts)
        or path.name == _DECISIONS
        or path.name.startswith("~$")  # what Word keeps beside an open document
        or path.stem.lower() in _DOCUMENTATION
    )


def _under(root: Path) -> Iterator[Path | Problem]:
    if not root.exists():
        msg = f"No such file or folder: '{root}'. Working folder: '{Path.cwd()}'."
        raise FileNotFoundError(msg)
    if not root.is_dir():
        yield root
        return
    closed: list[OSError] = []
    found: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = [name for name in folders if not is_passed_over(f"{name}/x")]
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        for name in linked:
            reason = "is a link to a folder, not followed; give that folder itself"
            yield Problem(shown(Path(folder, name)), reason)
        found.extend(Path(folder, name) for name in names if not is_passed_over(name))
    for error in closed:
        reason = f"could not be opened: {error.strerror or error}"
        yield Problem(shown(error.filename), reason)
    yield from sorted(found)


def _open(path: Path) -> BinaryIO:
    if path.exists() and not path.is_file():
        # To open a named pipe would be to wait for ever.
        msg = "is not a file that can be read; expected text"
        raise UnreadableError(msg)
    return path.open("rb")
