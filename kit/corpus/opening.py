"""Opening: a store as mentions, without reading what nobody asks for.

Counts ask the rows for some columns of some mentions, and get them from the disk; the
texts of articles stay there until a sentence is shown. What asks for all rows at once
(decisions, the screen) reads them once, still without any text.
"""

from __future__ import annotations

import warnings
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from kit.corpus.files import Files
from kit.corpus.manifest import as_store
from kit.corpus.stored import StoredArticles
from kit.decisions.record import Decisions
from kit.decisions.rows import from_text
from kit.mentions.correcting import corrected
from kit.mentions.mention import (
    DECIDED_SCHEMA,
    MENTION_SCHEMA,
    PROPOSAL_SCHEMA,
    TOKEN_SCHEMA,
    Mentions,
)

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from pathlib import Path

    from kit.mentions.mention import Asked

DECISIONS = "decisions.csv"


def open_corpus(store: str | os.PathLike[str]) -> Mentions:
    """Open a store as mentions.

    What counts, charts and the explorer ask of it is read when they ask. Decisions that
    it was built with are applied, which reads all its rows. A store that was built with
    other tables, rules or another version of the kit says so in a warning and in
    ``stale``, and is opened all the same.

    Raises
    ------
    FileNotFoundError
        If there is no store.
    ValueError
        If its manifest cannot be read, or a file of it is missing or damaged; the
        message names the file, and the command that repairs it.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from kit.corpus import build
    >>> from kit.counts import count_mentions
    >>> with TemporaryDirectory() as store:
    ...     corpus = build("seeds", store, engine="lexicon", workers=1, progress=False)
    ...     count_mentions(open_corpus(store)).table["entity", "value"].row(0)
    ('LY', 14)

    """
    corpus = Corpus(store)
    if corpus.said:
        warnings.warn(corpus.said, stacklevel=2)
    return corpus.as_decided()


class Corpus(Mentions):
    """Mentions in a store, as they were found.

    Attributes
    ----------
    files
        Its files, and what they hold.
    stale
        What differs between the kit that built it and this one, each as a phrase: by
        ``kit``, ``lexicon``, ``recogniser``, ``rules``. Empty where the
        same would be found.
    told
        What the build that gave it had to say, else empty.

    """

    files: Files
    told: tuple[str, ...]

    def __init__(self, store: str | os.PathLike[str], told: Sequence[str] = ()) -> None:
        # As frozen as all mentions are.
        self.__dict__.update(files=Files.of(as_store(store)), told=tuple(told))

    @property
    def store(self) -> Path:
        """Its folder."""
        return self.files.store

    @cached_property
    def stale(self) -> dict[str, str]:
        """What differs in this kit from the one that built it."""
        return self.files.manifest.settings.stale()

    @property
    def said(self) -> str:
        """A line that says what is stale and what to do, or ""."""
        if not self.stale:
            return ""
        differs = " and ".join(self.stale.values())
        return (
            f"The store '{self.store}' was built with {differs}: what is found now may "
            f"differ from what it holds. Build it again: "
            f"{self.files.manifest.command(self.store)}"
        )

    def as_decided(self) -> Mentions:
        """Give the mentions under the decisions that the store was built with."""
        return corrected(self, self.decisions)

    @cached_property
    def decisions(self) -> Decisions:
        """The decisions that the store was built with."""
        file = self.files.catalogue / DECISIONS
        if not file.exists():
            return Decisions()
        return from_text(file.read_text(encoding="utf-8"), str(file))

    def __len__(self) -> int:
        return sum(one.mentions for one in self.files.manifest.partitions)

    def scan(self) -> pl.LazyFrame:
        """Give the rows to be asked for few of them, or few of their columns."""
        if "rows" in self.__dict__:
            return self.rows.lazy()
        return self.files.scan("mentions", MENTION_SCHEMA)

    def scan_tokens(self) -> pl.LazyFrame:
        """Give the tokens likewise."""
        if "tokens" in self.__dict__:
            return self.tokens.lazy()
        return self.files.scan("tokens", TOKEN_SCHEMA)

    @cached_property
    def rows(self) -> pl.DataFrame:
        """All rows, read when they are asked for."""
        return self.files.read(self.files.scan("mentions", MENTION_SCHEMA))

    @cached_property
    def tokens(self) -> pl.DataFrame:
        """The tokens likewise."""
        return self.files.read(self.files.scan("tokens", TOKEN_SCHEMA))

    @cached_property
    def proposals(self) -> pl.DataFrame:
        """The proposals likewise."""
        return self.files.read(self.files.scan("proposals", PROPOSAL_SCHEMA))

    @cached_property
    def entities(self) -> pl.DataFrame:
        """Everybody who is mentioned."""
        return self.files.known("entities")

    @cached_property
    def decided(self) -> pl.DataFrame:
        """No decision is applied: see :meth:`as_decided`."""
        return pl.DataFrame(schema=DECIDED_SCHEMA)

    @cached_property
    def asked(self) -> Asked:
        """How the mentions were found."""
        return self.files.manifest.settings.asked(self.decisions)

    @cached_property
    def articles(self) -> StoredArticles:
        """The articles; a text is read when its article is."""
        return StoredArticles(self.files)
