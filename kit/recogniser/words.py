"""What the network knows of a word before it reads the sentence.

A word is known by five things: the word itself, if the news used it often enough to
learn it; its *stem*, that is the commonest word that a reading without proclitics
makes of it (``وليبيا`` is seen as itself and as ``ليبيا``); the groups of two to five
letters in it, by which words never seen resemble words seen (``كوفاتشيتش``); its shape
(digits, Latin capitals, signs attached); and where the kit's own tables use it (in
names of countries, places, persons, organisations, among titles).

All five depend on the word alone and not on its place, so each distinct word is looked
at once, whatever the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np

from kit.language.normal import normalise
from kit.language.proclitics import readings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

UNKNOWN = 0
"""The number of every word that is not in the vocabulary."""

GROUPS = (2, 3, 4, 5)
"""The lengths of the groups of letters."""

TABLE_FLAGS = 20
"""How many uses in the kit's tables are told apart."""

_PROCLITICS = (
    "", "و", "ف", "ب", "ل", "ك", "لل", "وب", "ول", "وك", "ولل", "فب", "فل", "فك",
    "فلل",
)  # fmt: skip  # their order is the order of the network's inputs
_SHAPES = 12
MARKS = _SHAPES + TABLE_FLAGS + len(_PROCLITICS)
"""How many marks a word has: its shape, its uses in tables, its proclitics."""

_LONGEST_KEY = 24
_SHORT = 2
_DIGIT = re.compile(r"\d")
_ARABIC = re.compile(r"[^\W\d_a-z]")
_LATIN = re.compile(r"[a-z]")


class Word(NamedTuple):
    """What is known of one word, as numbers.

    Attributes
    ----------
    word, stem
        Numbers in the vocabulary, or ``UNKNOWN``.
    groups
        Numbers of its groups of letters.
    marks
        Shape, table uses and proclitics, each 0 or 1.

    """

    word: int
    stem: int
    groups: list[int]
    marks: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words the network has learned, and the words of the kit's tables.

    Attributes
    ----------
    numbers
        The number of each word in normal form, from 1 on, the commonest first.
    uses
        For words of the kit's tables: a bit for each use, see ``TABLE_FLAGS``.
    buckets
        How many numbers the groups of letters share.

    """

    numbers: Mapping[str, int]
    uses: Mapping[str, int]
    buckets: int

    @classmethod
    def of(
        cls, words: Sequence[str], uses: Mapping[str, int], buckets: int
    ) -> Vocabulary:
        """Give the words numbers in their order."""
        return cls({word: at + 1 for at, word in enumerate(words)}, uses, buckets)

    def look_up(self, token: str) -> Word:
        """Give what is known of a token as it is written."""
        normal = normalise(token)
        written = key(normal)
        read = readings(written)
        stem, proclitics = UNKNOWN, ""
        used = 0
        for reading in read:
            used |= self.uses.get(reading.word, 0)
            number = self.numbers.get(reading.word, UNKNOWN)
            if number and (not stem or number < stem):
                stem, proclitics = number, reading.proclitics
        return Word(
            self.numbers.get(written, UNKNOWN),
            stem,
            letter_groups(written, self.buckets),
            _marks(token, normal, used, proclitics),
        )


def key(normal: str) -> str:
    """Give the word that a token in normal form is learned as.

    Signs that stand at its ends are left out, and digits are all alike.

    >>> key("(2018"), key("ليبيا»"), key("..")
    ('0000', 'ليبيا', '..')
    """
    first, last = 0, len(normal)
    while first < last and not normal[first].isalnum():
        first += 1
    while last > first and not normal[last - 1].isalnum():
        last -= 1
    return _DIGIT.sub("0", normal[first:last] or normal)[:_LONGEST_KEY]


def letter_groups(word: str, buckets: int) -> list[int]:
    """Give the numbers of a word's groups of letters, its ends marked.

    Numbers are a checksum, so different groups may share one; there is no table of
    groups to ship.

    >>> len(letter_groups("من", 40_000))
    6
    """
    marked = f"<{word}>"
    return [
        crc32(marked[at : at + length].encode()) % buckets
        for length in GROUPS
        for at in range(len(marked) - length + 1)
    ]


def _marks(token: str, normal: str, used: int, proclitics: str) -> NDArray[np.float32]:
    marks = np.zeros(MARKS, np.float32)
    signs = not any(map(str.isalnum, normal))
    marks[:_SHAPES] = (
        _ARABIC.search(normal) is not None,
        _LATIN.search(normal) is not None,
        _DIGIT.search(normal) is not None,
        normal.isdigit(),
        signs,
        token[:1].isupper(),
        token.isupper(),
        not signs and not normal[0].isalnum(),
        not signs and not normal[-1].isalnum(),
        len(normal) <= _SHORT,
        normal.startswith(("ال", "لل")),
        normal.endswith("ي"),
    )
    for flag in range(TABLE_FLAGS):
        if used >> flag & 1:
            marks[_SHAPES + flag] = 1
    if proclitics in _PROCLITICS:
        marks[_SHAPES + TABLE_FLAGS + _PROCLITICS.index(proclitics)] = 1
    return marks
