"""Stored articles: a text is read from the disk when its article is."""

from __future__ import annotations

from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING, overload

import polars as pl

from kit.corpus.partition import article_of, problems_of
from kit.mentions.shelf import ABOUT_SCHEMA, Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kit.articles.article import Article, FileRead, Problem
    from kit.corpus.files import Files

_REMEMBERED = 2048  # articles, some megabytes of text
_FEW = 8  # rows that are looked up one by one


class StoredArticles(Shelf):
    """The articles of a store, in order."""

    def __init__(self, files: Files) -> None:
        # As frozen as all articles are; the fields of those in memory stay empty.
        remembered: OrderedDict[str, Article] = OrderedDict()
        self.__dict__.update(_files=files, remembered=remembered)

    _files: Files
    remembered: OrderedDict[str, Article]

    @cached_property
    def about(self) -> pl.DataFrame:
        """The articles in order, without their texts."""
        return self._files.articles.select(*ABOUT_SCHEMA)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What was not read, or read with a doubt."""
        return problems_of(self._files.known("problems"))

    @property
    def files(self) -> tuple[FileRead, ...]:
        """Nothing: a store keeps what was wrong with files, and no account of each."""
        return ()

    @property
    def items(self) -> tuple[Article, ...]:
        """All articles, with their texts."""
        return tuple(self)

    def __repr__(self) -> str:
        return f"<StoredArticles: {len(self):,} in '{self._files.store}'>"

    def __len__(self) -> int:
        return sum(one.articles for one in self._files.manifest.partitions)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        ids = self._files.articles["article"]
        if isinstance(index, slice):
            some = ids[index].to_list()
            opened = self.of(some)
            return tuple(opened[one] for one in some)
        only = ids[index]
        return self.of([only])[only]

    def __iter__(self) -> Iterator[Article]:
        for path in self._files.paths("articles"):
            table = self._files.read(pl.scan_parquet(path))
            yield from map(article_of, table.iter_rows(named=True))

    def of(self, ids: Iterable[str]) -> dict[str, Article]:
        """Give the articles of these ids, those that are here."""
        wanted = list(dict.fromkeys(ids))
        opened = {one: self.remembered[one] for one in wanted if one in self.remembered}
        missing = [one for one in wanted if one not in opened]
        if missing:
            opened |= {one.id: one for one in self._fetched(missing)}
        for one, article in opened.items():
            self.remembered[one] = article
            self.remembered.move_to_end(one)
        while len(self.remembered) > _REMEMBERED:
            self.remembered.popitem(last=False)
        return opened

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give the id and the text of each article, one after the other."""
        for path in self._files.paths("articles"):
            # A partition may have been written again under other ids: ask it itself.
            query = pl.scan_parquet(path).select("article", "text")
            yield from self._files.read(query).iter_rows()

    def _fetched(self, ids: list[str]) -> Iterator[Article]:
        paths = self._files.paths("articles")
        sought = pl.DataFrame({"article": ids}, schema={"article": pl.String})
        places = (
            self._files.articles.join(sought, on="article", how="semi")
            .group_by("partition", maintain_order=True)
            .agg("row")
        )
        for partition, rows in places.iter_rows():
            table = self._rows(paths[partition], rows)
            yield from map(article_of, table.iter_rows(named=True))

    def _rows(self, path: Path, rows: list[int]) -> pl.DataFrame:
        scan = pl.scan_parquet(path)
        if len(rows) <= _FEW:
            return self._files.read(pl.concat(scan.slice(row, 1) for row in rows))
        return self._files.read(scan)[rows]
