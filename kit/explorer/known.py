"""What is known of mentions whatever is asked: worked out once, and kept.

Names, titles and dates of a hundred thousand articles take longer to gather than to
count under a filter, and no filter changes them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import polars as pl

from kit.explorer.periods import finest
from kit.labels import display_name
from kit.language.normal import normalise
from kit.mentions.shelf import Shelf

if TYPE_CHECKING:
    from kit.mentions.mention import Mentions


_REPEATING = ("article", "entity", "kind", "form", "country", "part", "way")


class Known:
    """What does not depend on the question; ``mentions`` are those it is known of."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._names: dict[str, dict[str, str]] = {}

    @cached_property
    def quick(self) -> Mentions:
        """The same mentions for counting: what repeats is numbered, not spelled out.

        Numbers are compared and grouped several times faster than texts, in which a
        million mentions say the same few words. Those of a store stay on the disk.
        """
        if isinstance(self.mentions.articles, Shelf):
            return self.mentions
        rows = self.mentions.rows
        distinct = {one: rows[one].drop_nulls().unique().sort() for one in _REPEATING}
        numbered = (pl.col(one).cast(pl.Enum(of)) for one, of in distinct.items())
        return replace(self.mentions, rows=rows.with_columns(*numbered))

    def names(self, language: str) -> dict[str, str]:
        """Give the name of every entity in a language."""
        if language not in self._names:
            columns = self.mentions.entities.select("entity", "name", "english")
            self._names[language] = {
                entity: display_name(name, english, language)
                for entity, name, english in columns.iter_rows()
            }
        return self._names[language]

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of every article, its id where it has none."""
        of = self.mentions.about.select("article", "title").iter_rows()
        return {article: title or article for article, title in of}

    @cached_property
    def outlets(self) -> pl.DataFrame | None:
        """``article, outlet`` of those that tell it; None where one is no choice."""
        told = self.mentions.about.select("article", outlet="source")
        told = told.filter(pl.col("outlet") != "")
        return told if told["outlet"].n_unique() > 1 else None

    @cached_property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day that articles bear; None where none does."""
        days = [day for day in self.mentions.about["date"] if day]
        return (min(days), max(days)) if days else None

    @cached_property
    def borne(self) -> str:
        """The shortest period that most articles with a date bear."""
        return finest([day for day in self.mentions.about["date"] if day])


@lru_cache(maxsize=1 << 17)
def searched(name: str) -> str:
    """Give a name as it is searched for: in normal form, without capitals."""
    return normalise(name).casefold()
