"""Proclitics: the one-letter words that Arabic writes onto the next word.

The conjunctions و and ف ("and", "so") and the prepositions ب ل ك ("in", "to", "like")
are written without a space before the word they govern, a conjunction before a
preposition (``وبليبيا``). After ل the article ال loses its alef: ل + العراق is
``للعراق`` (Wright, A Grammar of the Arabic Language, I, 14 and 356).
The future marker س stands before verbs only, so it never hides a name.

A word may be read in several ways: ``وليد`` is a name or "and" + ``ليد``, ``بلجيكا`` is
Belgium and not "in" + ``لجيكا``. Which reading is right only a lexicon can tell;
:func:`readings` lists them all, the least stripped first.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

CONJUNCTIONS = "وف"
PREPOSITIONS = "بلك"
CHAINS = tuple(
    conjunction + preposition
    for conjunction in ("", *CONJUNCTIONS)
    for preposition in ("", *PREPOSITIONS)
)
"""What may be written onto a word, nothing first; after ل the article changes too."""

_SHORTEST_WORD = 2
_REMEMBERED_WORDS = 1 << 18


class Reading(NamedTuple):
    """One way to read a word.

    Attributes
    ----------
    proclitics
        The letters stripped, e.g. ``"و"``, ``"ول"``, or ``"لل"`` with the article.
    word
        What the word would be if written alone: the article is restored after ``لل``.
    stripped
        How many letters of the written word to skip.

    """

    proclitics: str
    word: str
    stripped: int


@lru_cache(maxsize=_REMEMBERED_WORDS)
def readings(word: str) -> tuple[Reading, ...]:
    """List the ways to read a word in normal form, the least stripped first.

    >>> [(r.proclitics, r.word) for r in readings("وللعراق")]
    [('', 'وللعراق'), ('و', 'للعراق'), ('ول', 'لعراق'), ('ولل', 'العراق')]
    """
    found = [Reading("", word, 0)]
    conjunction = 1 if word and word[0] in CONJUNCTIONS else 0
    if conjunction and len(word) > _SHORTEST_WORD:
        found.append(Reading(word[0], word[1:], 1))
    for skip in range(conjunction + 1):
        preposition = word[skip : skip + 1]
        rest = word[skip + 1 :]
        if not preposition or preposition not in PREPOSITIONS:
            continue
        if len(rest) >= _SHORTEST_WORD:
            found.append(Reading(word[: skip + 1], rest, skip + 1))
        if preposition == "ل" and rest[:1] == "ل" and len(rest) > _SHORTEST_WORD:
            found.append(Reading(word[: skip + 2], "ال" + rest[1:], skip + 2))
    return tuple(found)


class Readable(dict[str, bool]):
    """Says of a written word whether any reading of it is one of some words.

    >>> words = Readable(["نادي"])
    >>> words["نادي"], words["ولنادي"], words["نواد"]
    (True, True, False)
    """

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__()
        self._words = frozenset(words)

    def __missing__(self, written: str) -> bool:
        words = self._words
        found = any(reading.word in words for reading in readings(written))
        self[written] = found
        return found
