"""Candidates: who may be meant by a mention, the likeliest first."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from kit.counts import Filter, selecting
from kit.labels import display_name
from kit.language.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.explorer.book import Book
    from kit.explorer.draft import Draft
    from kit.lexicon.lexicon import Name

SHOWN = 12
"""Candidates offered at once; more are found by typing more of the name."""


class Candidate(NamedTuple):
    """Somebody who may be meant, and how often they are mentioned already."""

    id: str
    name: str
    mentions: int


def candidates(
    book: Book, draft: Draft, row: Mapping[str, object], language: str
) -> tuple[Candidate, ...]:
    """Give who may be meant: whose name holds what was typed, or who is near.

    Without anything typed, first the readings that context left open, then who is
    mentioned in the same article, the most mentioned first.
    """
    names = book.names
    # As often as the bars say where nothing is filtered: repeated captions count once.
    counting = selecting(book.mentions, Filter(), None)
    rows = counting.select("article", "entity").collect()
    often = Counter(dict(rows.group_by("entity").len().iter_rows()))
    sought = normalise(draft.sought).strip().casefold()
    if sought:
        found = _named(names, sought)
        ids = sorted(found, key=lambda one: (found[one], -often[one], one))
    else:
        near = rows.filter(pl.col("article") == draft.article)["entity"]
        ids = [*str(row["undecided"] or "").split()]
        ids += [one for one, _ in Counter(near).most_common()]
    countries = draft.action == "other_country"
    able = [
        one
        for one in dict.fromkeys(ids)
        if one in names
        and one != draft.entity
        and (names[one].kind == "country" or not countries)
    ]
    return tuple(
        Candidate(
            one,
            display_name(names[one].arabic, names[one].english, language),
            often[one],
        )
        for one in able[:SHOWN]
    )


def _named(names: Mapping[str, Name], sought: str) -> dict[str, int]:
    """Give whose name holds a text, each with how well: 0 is the whole name."""
    found: dict[str, int] = {}
    for entity, name in names.items():
        for text in _texts(entity, name.arabic, name.english):
            if sought in text:
                rank = 0 if text == sought else 1 if text.startswith(sought) else 2
                found[entity] = min(rank, found.get(entity, rank))
    return found


@lru_cache(maxsize=1 << 16)
def _texts(entity: str, arabic: str, english: str) -> tuple[str, ...]:
    """Give what an entity is found by, in normal form."""
    return tuple(normalise(text).casefold() for text in (arabic, english, entity))
