"""Repeating: a name recognised once in an article is that name wherever it stands.

Words keep their sense through a text (Gale, Church and Yarowsky 1992, One Sense per
Discourse), but a recogniser reads sentence by sentence and may be sure of ``هاري`` in
one and not in the next. What it was sure of is looked for in the rest of the article,
also with proclitics attached; common words are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kit.language.proclitics import readings
from kit.mentions.choosing import tokens_of
from kit.mentions.linking import name_words
from kit.mentions.matcher import Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.mentions.choosing import Choice
    from kit.mentions.tokenrow import TokenRow

_SURE = 0.7
_SHORTEST = 3


def repeated(
    row: TokenRow,
    standing: Sequence[Choice],
    recognised: Sequence[Choice],
    common: frozenset[str],
) -> Iterator[Choice]:
    """Give the places where recognised names stand again and nothing else does.

    ``standing`` is all that stands by itself, ``common`` the words that are no names.
    """
    sought: dict[str, list[tuple[tuple[str, ...], Choice]]] = defaultdict(list)
    for choice in recognised:
        words = name_words(choice.match, row)
        sure = choice.confidence is None or choice.confidence >= _SURE
        if sure and len(words[0]) >= _SHORTEST and not common.intersection(words):
            sought[words[0]].append((words, choice))
    if not sought:
        return
    taken = tokens_of(standing)
    for first, normal in enumerate(row.normals):
        if first in taken or normal in common:
            continue
        for reading in readings(normal):
            for words, choice in sought.get(reading.word, ()):
                last = first + len(words) - 1
                there = tuple(row.normals[first + 1 : last + 1]) == words[1:]
                if there and taken.isdisjoint(range(first, last + 1)):
                    taken.update(range(first, last + 1))
                    yield _again(
                        choice,
                        Match(first, last, reading.stripped, reading.proclitics, ()),
                    )


def _again(choice: Choice, match: Match) -> Choice:
    match = match._replace(entries=choice.match.entries)
    reason = f"{choice.reason} + again" if choice.reason else "again"
    return choice._replace(match=match, reason=reason)
