"""Progress: how far a build is, and when it will be done, as far as that is known.

The records of text files are counted beforehand, while their content is compared; with
a file of another kind among them nobody knows how many articles there will be, and no
time is promised.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Self

from tqdm import tqdm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.corpus.sources import Group


class Progress:
    """A bar of articles, and lines that stay above it."""

    def __init__(self, groups: Iterable[Group], *, shown: bool) -> None:
        records = [one.records for group in groups for one in group.sources]
        total = None if any(one < 0 for one in records) else sum(records)
        self._bar = tqdm(
            total=total, desc="building", unit="article", disable=not shown
        )
        self._shown = shown
        self.told: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._bar.close()

    def add(self, articles: int) -> None:
        """Note that so many articles are done, or were done before."""
        self._bar.update(articles)

    def tell(self, line: str) -> None:
        """Say something that stays, on the screen and in the corpus that is built."""
        self.told.append(line)
        if self._shown:
            tqdm.write(f"kit: {line}", file=sys.stderr)
