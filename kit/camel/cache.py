"""The cache: what a slow engine has worked out once is not worked out again.

Results are kept by content: the key is a hash of everything the result follows from,
the model or database included, so a result can be missing but never out of date. All
are in one SQLite file in the user's cache folder, or in the folder that ``KIT_CACHE``
names. Any number of processes may share it: SQLite lets one write at a time and the
others wait. Each use opens the file anew, which costs a millisecond and makes a cache
safe to hand to threads and other processes.

A cache is a convenience. Where the folder cannot be used the engines work without, and
a damaged file is set aside and begun anew; both are said in one warning.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import warnings
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

VARIABLE = "KIT_CACHE"
_FILE = "camel.sqlite"
_PATIENCE = 60.0  # seconds to wait for another process to finish writing
_TABLE = (
    "CREATE TABLE IF NOT EXISTS results "
    "(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
)
_RECALL = "SELECT key, value FROM results WHERE key IN (SELECT value FROM json_each(?))"
_KEEP = "INSERT OR REPLACE INTO results VALUES (?, ?)"

_Answer = TypeVar("_Answer")


def digest(*parts: str) -> str:
    """Give the key of a result that follows from these texts, in this order."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def file_digest(path: Path) -> str:
    """Give the hash of what a file holds."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Cache:
    """Texts by key, in one file that survives the process."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._refused: set[str] = set()

    @classmethod
    def of_user(cls) -> Cache:
        """Give the cache in the folder of ``KIT_CACHE``, or the user's own."""
        named = os.environ.get(VARIABLE)
        folder = (
            Path(named).expanduser()
            if named
            else user_cache_path("arabic-news-kit", appauthor=False)
        )
        return cls(folder / _FILE)

    def recall(self, keys: Iterable[str]) -> dict[str, str]:
        """Give what is known, by key; the other keys are left out."""
        wanted = json.dumps(list(keys))

        def read(connection: sqlite3.Connection) -> dict[str, str]:
            return dict(connection.execute(_RECALL, [wanted]).fetchall())

        return self._attempt("read", read, {})

    def keep(self, results: Mapping[str, str]) -> None:
        """Remember results for other days and processes, all or none of them."""

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany(_KEEP, list(results.items()))

        self._attempt("write", write, None)

    def _attempt(
        self,
        act: str,
        work: Callable[[sqlite3.Connection], _Answer],
        otherwise: _Answer,
    ) -> _Answer:
        for _ in ("as it is", "begun anew"):
            if act in self._refused:
                break
            try:
                return self._connected(work)
            except (OSError, sqlite3.OperationalError) as error:
                self._do_without(act, error)
            except sqlite3.DatabaseError as error:
                self._set_aside(act, error)
        return otherwise

    def _connected(self, work: Callable[[sqlite3.Connection], _Answer]) -> _Answer:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.file, timeout=_PATIENCE)
        with closing(connection), connection:
            connection.execute(_TABLE)
            return work(connection)

    def _set_aside(self, act: str, error: Exception) -> None:
        """Move a damaged file out of the way, with the journal that belongs to it."""
        damaged = self.file.with_name(f"{self.file.name}.damaged")
        try:
            self.file.replace(damaged)
            self.file.with_name(f"{self.file.name}-journal").unlink(missing_ok=True)
        except FileNotFoundError:
            return  # another process has just done it
        except OSError as refusal:
            self._do_without(act, refusal)
            return
        msg = (
            f"The cache '{self.file}' is damaged ({error}); it is set aside as "
            f"'{damaged.name}' and begun anew."
        )
        warnings.warn(msg, RuntimeWarning, stacklevel=2)

    def _do_without(self, act: str, error: Exception) -> None:
        # Who cannot read cannot write either; a read-only cache is still of use.
        self._refused |= {"read", "write"} if act == "read" else {"write"}
        msg = (
            f"Cannot {act} the cache '{self.file}' ({error}); working without. "
            f"Set {VARIABLE} to a folder of your own."
        )
        warnings.warn(msg, RuntimeWarning, stacklevel=2)
