"""Files: the tables of a store, read whole or asked for a part.

Whatever cannot be read is an error that names the file and the command that repairs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from kit.corpus.manifest import Manifest, read_manifest

if TYPE_CHECKING:
    from pathlib import Path

PARTITIONS = "partitions"


@dataclass(frozen=True)  # without slots: it remembers its table of articles
class Files:
    """The files of a store."""

    store: Path
    manifest: Manifest

    @classmethod
    def of(cls, store: Path) -> Files:
        """Give the files of a store, all of which are there."""
        files = cls(store, read_manifest(store))
        for partition in files.manifest.partitions:
            damage = partition.damage(store / PARTITIONS)
            if damage:
                raise files.damaged(damage)
        return files

    def damaged(self, what: str) -> ValueError:
        """Give the error that says which file is damaged, and how to repair it."""
        command = self.manifest.command(self.store)
        return ValueError(f"The store is damaged: {what}. Repair it: {command}")

    @property
    def catalogue(self) -> Path:
        """The folder of what is known of all partitions together."""
        return self.store / self.manifest.catalogue

    def known(self, name: str) -> pl.DataFrame:
        """Read a table of the catalogue."""
        return self.read(pl.scan_parquet(self.catalogue / f"{name}.parquet"))

    @cached_property
    def articles(self) -> pl.DataFrame:
        """The articles, and in which partition and row each is kept."""
        return self.known("about")

    def paths(self, table: str) -> list[Path]:
        """Give the file of a table in each partition."""
        folder = self.store / PARTITIONS
        return [
            folder / one.name / f"{table}.parquet" for one in self.manifest.partitions
        ]

    def scan(self, table: str, schema: pl.Schema) -> pl.LazyFrame:
        """Ask a table of all partitions."""
        paths = self.paths(table)
        return (
            pl.scan_parquet(paths, schema=schema)
            if paths
            else pl.LazyFrame(schema=schema)
        )

    def read(self, query: pl.LazyFrame) -> pl.DataFrame:
        """Read what a query asks for."""
        try:
            return query.collect()
        except (OSError, pl.exceptions.PolarsError) as error:
            raise self.damaged(self._unreadable(error)) from error

    def _unreadable(self, error: Exception) -> str:
        """Say which file is not as it was written; it takes reading them all."""
        for partition in self.manifest.partitions:
            damage = partition.damage(self.store / PARTITIONS, read=True)
            if damage:
                return damage
        return f"{self.catalogue} cannot be read ({error})"
