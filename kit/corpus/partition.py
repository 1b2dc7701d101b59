"""Partitions: a thousand articles and what was found in them, in one folder.

A partition is written under a name of its own and moved to its place when all of it is
on the disk, so it is there whole or not at all, and of two that were written at the
same time one stays. It never changes afterwards. Its name follows from what it was made
of: who finds it there need not make it again.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

import polars as pl

from kit.articles.article import Article, Part, Problem
from kit.mentions.shelf import ABOUT_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from kit.mentions.mention import Mentions

SIZE = 1000
"""How many articles a partition holds."""

TABLES = ("articles", "entities", "mentions", "problems", "proposals", "tokens")

_PART = {
    "kind": pl.String,
    "start": pl.UInt32,
    "end": pl.UInt32,
    "repeat": pl.Boolean,
}

ARTICLE_SCHEMA = pl.Schema(
    [
        *ABOUT_SCHEMA.items(),
        ("read_as", pl.String()),
        ("text", pl.String()),
        ("parts", pl.List(pl.Struct(_PART))),
    ]
)
"""Columns of the articles; ``read_as`` is the id that the file gives."""

PROBLEM_SCHEMA = pl.Schema({one.name: pl.String for one in fields(Problem)})

_UNFINISHED = "unfinished-"
_READ_TOGETHER = 50  # articles: a text is read with so many beside it
_SAID = "partition.json"


@dataclass(frozen=True, slots=True)
class Partition:
    """What a manifest says of a partition.

    Attributes
    ----------
    name
        Its folder.
    first, last
        Its articles, counted from 0 in the group of files it was read from, ``last``
        exclusive.
    articles, mentions, tokens
        How many it holds; tokens are running words.
    files
        The size and the hash of each of its files.

    """

    name: str
    first: int
    last: int
    articles: int
    mentions: int
    tokens: int
    files: Mapping[str, tuple[int, str]]

    @classmethod
    def from_dict(cls, values: dict[str, object]) -> Partition:
        """Give the partition that :meth:`to_dict` wrote down."""
        files = values.pop("files")
        if not isinstance(files, dict):
            raise TypeError(files)
        told = {name: (int(size), str(of)) for name, (size, of) in files.items()}
        return cls(files=told, **values)  # type: ignore[arg-type]  # of a manifest

    def to_dict(self) -> dict[str, object]:
        """Give it as JSON writes it."""
        return asdict(self)

    def damage(self, folder: Path, *, read: bool = False) -> str:
        """Say which file is missing or not as it was written, or "".

        Of what is there the size is compared; with ``read`` the content is too.
        """
        for name, (size, content) in self.files.items():
            file = folder / self.name / name
            if not file.is_file():
                return f"{file} is missing"
            if file.stat().st_size != size or (read and _hash(file) != content):
                return f"{file} is not as it was written"
        return ""


def written(
    folder: Path,
    name: str,
    first: int,
    tables: Mapping[str, pl.DataFrame],
) -> Partition:
    """Write a partition, unless it is there already."""
    there = read_partition(folder, name)
    if there is not None:
        if not there.damage(folder, read=True):
            return there
        shutil.rmtree(folder / name, ignore_errors=True)

    def fill(unfinished: Path) -> None:
        for table in TABLES:
            few = _READ_TOGETHER if table == "articles" else None
            tables[table].write_parquet(
                unfinished / f"{table}.parquet", row_group_size=few
            )
        partition = Partition(
            name,
            first,
            first + tables["articles"].height,
            tables["articles"].height,
            tables["mentions"].height,
            int(tables["tokens"]["tokens"].sum()),
            {
                file.name: (file.stat().st_size, _hash(file))
                for file in sorted(unfinished.iterdir())
            },
        )
        said = json.dumps(partition.to_dict())
        (unfinished / _SAID).write_text(said, encoding="utf-8")

    settle(folder, name, fill)
    there = read_partition(folder, name)
    if there is None:
        msg = f"{folder / name} was removed while it was written. Build again."
        raise FileNotFoundError(msg)
    return there


def settle(folder: Path, name: str, fill: Callable[[Path], None]) -> None:
    """Write a folder that is there whole or not at all.

    Where somebody else has written it meanwhile, theirs stays: it is the same.
    """
    unfinished = folder / f"{_UNFINISHED}{os.getpid()}-{secrets.token_hex(4)}"
    unfinished.mkdir(parents=True)
    fill(unfinished)
    for file in unfinished.iterdir():
        _to_disk(file)
    try:
        unfinished.rename(folder / name)
    except OSError:
        shutil.rmtree(unfinished)
        if not (folder / name).is_dir():
            raise


def read_partition(folder: Path, name: str) -> Partition | None:
    """Give what a partition says of itself; None where there is none."""
    try:
        text = (folder / name / _SAID).read_text(encoding="utf-8")
        return Partition.from_dict(json.loads(text))
    except (OSError, ValueError, TypeError):
        return None


def tables_of(
    articles: Sequence[Article],
    read_as: Sequence[str],
    problems: Sequence[Problem],
    mentions: Mentions,
) -> dict[str, pl.DataFrame]:
    """Give the tables of a partition."""
    return {
        "articles": _articles(articles, read_as),
        "entities": mentions.entities,
        "mentions": mentions.rows,
        "problems": table_of_problems(problems),
        "proposals": mentions.proposals,
        "tokens": mentions.tokens,
    }


def _articles(articles: Sequence[Article], read_as: Sequence[str]) -> pl.DataFrame:
    rows = [
        (
            one.id,
            one.title,
            one.source,
            one.date,
            one.url,
            one.path,
            one.author,
            given,
            one.text,
            [dict(zip(_PART, _told(part), strict=True)) for part in one.parts],
        )
        for one, given in zip(articles, read_as, strict=True)
    ]
    return pl.DataFrame(rows, schema=ARTICLE_SCHEMA, orient="row")


def _told(part: Part) -> tuple[str, int, int, bool]:
    return part.kind, part.start, part.end, part.repeat


def article_of(row: Mapping[str, object]) -> Article:
    """Give the article of a row of a partition."""
    values = {name: row[name] for name in ABOUT_SCHEMA if name != "article"}
    parts: list[dict[str, object]] = row["parts"]  # type: ignore[assignment]  # as _articles wrote it
    return Article(
        id=str(row["article"]),
        text=str(row["text"]),
        parts=tuple(Part(**part) for part in parts),  # type: ignore[arg-type]  # see above
        **values,  # type: ignore[arg-type]  # see above
    )


def table_of_problems(problems: Sequence[Problem]) -> pl.DataFrame:
    """Give problems as a table."""
    rows = [tuple(getattr(one, name) for name in PROBLEM_SCHEMA) for one in problems]
    return pl.DataFrame(rows, schema=PROBLEM_SCHEMA, orient="row")


def problems_of(table: pl.DataFrame) -> tuple[Problem, ...]:
    """Give the problems of a table."""
    return tuple(Problem(**row) for row in table.iter_rows(named=True))


def problems_in(folder: Path, partitions: Iterable[Partition]) -> list[Problem]:
    """Give what was met in reading some partitions."""
    return [
        problem
        for one in partitions
        for problem in problems_of(
            pl.read_parquet(folder / one.name / "problems.parquet")
        )
    ]


def clear_unfinished(folder: Path) -> None:
    """Remove what somebody had begun to write who was stopped."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)


def _hash(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, _short).hexdigest()


def _short() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=12)


def _to_disk(file: Path) -> None:
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())
