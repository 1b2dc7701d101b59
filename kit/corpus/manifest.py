"""The manifest: what a store holds, from which files, found how.

It is written last and moved to its place whole, so a store is always as some finished
build left it. What a build adds stands beside until then; what no manifest names any
more is removed afterwards.
"""

from __future__ import annotations

import json
import os
import secrets
import shlex
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.checking import expect_path
from kit.corpus.partition import Partition
from kit.corpus.settings import FORMAT, Settings
from kit.corpus.sources import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Held:
    """A group of files and its partitions; ``bases`` are those as they were read.

    A partition is another than its base where articles had ids that stood before.
    """

    key: str
    sources: tuple[Source, ...]
    bases: tuple[str, ...]
    partitions: tuple[Partition, ...]

    def to_dict(self) -> dict[str, object]:
        """Give it as JSON writes it."""
        return {
            "key": self.key,
            "sources": [asdict(one) for one in self.sources],
            "bases": list(self.bases),
            "partitions": [one.to_dict() for one in self.partitions],
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Held:
        """Give the group that :meth:`to_dict` wrote down."""
        return cls(
            values["key"],
            tuple(Source(**one) for one in values["sources"]),
            tuple(values["bases"]),
            tuple(Partition.from_dict(one) for one in values["partitions"]),
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a store holds.

    Attributes
    ----------
    settings
        How its mentions were found.
    paths
        What it was built of, as it was given.
    groups
        Its files and partitions, in order.
    catalogue
        The folder of what is known of all of them together.

    """

    settings: Settings
    paths: tuple[str, ...]
    groups: tuple[Held, ...]
    catalogue: str

    @property
    def partitions(self) -> list[Partition]:
        """All partitions, in order."""
        return [one for group in self.groups for one in group.partitions]

    @property
    def sources(self) -> dict[str, Source]:
        """All files, by their paths."""
        return {one.path: one for group in self.groups for one in group.sources}

    def command(self, store: Path) -> str:
        """Give the command that builds such a store anew, where that is needed."""
        options = ["--store", str(store), "--engine", ",".join(self.settings.engine)]
        if self.settings.combine != "union":
            options += ["--combine", self.settings.combine]
        if self.settings.titles:
            options += ["--titles"]
        words = ("python", "-m", "kit", "build", *self.paths, *options)
        return shlex.join(words)

    def write(self, store: Path) -> None:
        """Write it in the place of the one that was there."""
        said = {
            "format": FORMAT,
            "settings": self.settings.to_dict(),
            "paths": list(self.paths),
            "catalogue": self.catalogue,
            "groups": [one.to_dict() for one in self.groups],
        }
        write_whole(store / NAME, json.dumps(said, ensure_ascii=False, indent=1))


def write_whole(file: Path, text: str) -> None:
    """Write a file that is there as it was, or as it will be, and never in between."""
    other = file.with_name(f".{file.name}-{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with other.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        other.replace(file)
    finally:
        other.unlink(missing_ok=True)


def read_manifest(store: Path) -> Manifest:
    """Read the manifest of a store.

    Raises
    ------
    FileNotFoundError
        If there is no store.
    ValueError
        If the manifest cannot be read, or is of another layout.

    """
    file = store / NAME
    again = f"Build it: python -m kit build PATH --store {store}"
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        what = "is not finished" if (store / "partitions").is_dir() else "is no store"
        msg = f"'{store}' {what}: it has no {NAME}. {again}"
        raise FileNotFoundError(msg) from None
    try:
        said = json.loads(text)
        if said["format"] != FORMAT:
            newer = said["format"] > FORMAT
            kit, way = ("a newer", "Update the kit.") if newer else ("an older", again)
            msg = f"{file} is of {kit} kit (format {said['format']}). {way}"
            raise ValueError(msg)
        return Manifest(
            Settings.from_dict(said["settings"]),
            tuple(said["paths"]),
            tuple(Held.from_dict(one) for one in said["groups"]),
            said["catalogue"],
        )
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        msg = f"{file} cannot be read ({error}). {again}"
        raise ValueError(msg) from error


def is_store(path: object) -> bool:
    """Say whether a path is the folder of a store."""
    return isinstance(path, (str, os.PathLike)) and (Path(path) / NAME).is_file()


def only_store(paths: Sequence[str | os.PathLike[str]]) -> Path | None:
    """Give the store among paths, if there is one.

    Raises
    ------
    ValueError
        If it is not alone.

    """
    stores = [Path(path) for path in paths if is_store(path)]
    if not stores:
        return None
    if len(paths) > 1:
        msg = f"The store '{stores[0]}' is given with other paths. Give it alone."
        raise ValueError(msg)
    return stores[0]


def as_store(path: str | os.PathLike[str]) -> Path:
    """Give the folder that is meant."""
    expect_path(path)
    return Path(path)
