"""The catalogue: what is known of all partitions together.

Which articles there are and where each is kept, who is mentioned, what could not be
read. Here articles are told apart that have one id in several files: a partition in
which an id stood before is written again under other ids, so that the rows are those
that finding gives when it reads all files itself, whoever built which partition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.articles.article import Problem
from kit.corpus.partition import (
    TABLES,
    Partition,
    table_of_problems,
    written,
)
from kit.corpus.sources import digest
from kit.mentions.mention import ENTITY_SCHEMA
from kit.mentions.shelf import ABOUT_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_WHERE = (("partition", pl.UInt32()), ("row", pl.UInt32()))


def unique_ids(ids: Iterable[str]) -> Iterator[str]:
    """Give each article an id that no other has: the second ``a`` is ``a#2``.

    >>> list(unique_ids(["a", "b", "a", "a"]))
    ['a', 'b', 'a#2', 'a#3']
    """
    taken: dict[str, int] = {}
    for given in ids:
        count = taken.get(given, 0) + 1
        if count == 1:
            taken[given] = 1
            yield given
            continue
        while (name := f"{given}#{count}") in taken:
            count += 1
        taken[given] = count
        taken[name] = 1
        yield name


def told_apart(
    folder: Path, partitions: Sequence[Partition]
) -> tuple[list[Partition], list[Problem]]:
    """Give partitions without an id that stands twice, and say which were changed."""
    told: list[Partition] = []
    doubts: list[Problem] = []
    given = [_column(folder, one, "read_as") for one in partitions]
    ids = unique_ids(one for column in given for one in column)
    for partition, read_as in zip(partitions, given, strict=True):
        new = [next(ids) for _ in read_as]
        old = _column(folder, partition, "article").to_list()
        told.append(partition if old == new else _renamed(folder, partition, old, new))
        paths = None
        for number, (one, name) in enumerate(zip(read_as, new, strict=True)):
            if one != name:
                paths = paths or _column(folder, partition, "path").to_list()
                reason = (
                    f"the id '{one}' stood before; this article is read as '{name}'"
                )
                doubts.append(Problem(paths[number] or one, reason, "doubt"))
    return told, doubts


def _column(folder: Path, partition: Partition, name: str) -> pl.Series:
    file = folder / partition.name / "articles.parquet"
    return pl.read_parquet(file, columns=[name])[name]


def _renamed(
    folder: Path, partition: Partition, old: list[str], new: list[str]
) -> Partition:
    tables = {
        name: pl.read_parquet(folder / partition.name / f"{name}.parquet")
        for name in TABLES
    }
    names = dict(zip(old, new, strict=True))
    for name in ("articles", "mentions", "tokens", "proposals"):
        tables[name] = tables[name].with_columns(
            pl.col("article").replace_strict(names, return_dtype=pl.String)
        )
    name = digest(partition.name, *new)
    return written(folder, name, partition.first, tables)


def is_whole(catalogue: Path) -> bool:
    """Say whether a catalogue is there and can be read."""
    try:
        for table in ("about", "entities", "problems"):
            pl.read_parquet(catalogue / f"{table}.parquet")
    except (OSError, pl.exceptions.PolarsError):
        return False
    return True


def tables_of_all(
    folder: Path, partitions: Sequence[Partition], problems: Sequence[Problem]
) -> dict[str, pl.DataFrame]:
    """Give the tables of the catalogue."""
    about = [
        pl.read_parquet(folder / one.name / "articles.parquet", columns=[*ABOUT_SCHEMA])
        .with_row_index("row")
        .with_columns(partition=pl.lit(number, pl.UInt32))
        for number, one in enumerate(partitions)
    ]
    named = [
        pl.read_parquet(folder / one.name / "entities.parquet") for one in partitions
    ]
    schema = pl.Schema([*ABOUT_SCHEMA.items(), *_WHERE])
    return {
        "about": pl.concat(
            [pl.DataFrame(schema=schema), *(one.select(*schema) for one in about)]
        ),
        # Whom no table lists is called as the last article calls them, as in finding.
        "entities": pl.concat([pl.DataFrame(schema=ENTITY_SCHEMA), *named])
        .unique("entity", keep="last", maintain_order=True)
        .sort("entity"),
        "problems": table_of_problems(problems),
    }
