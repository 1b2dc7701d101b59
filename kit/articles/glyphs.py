"""Glyphs: the words of a drawn line, in the order in which they are read.

A PDF says which letters stand where, in the order in which a program drew them: from
left to right, from right to left, or word by word in either. Where they stand is the
truth. So the letters of an Arabic word are put in order from the right, and its words
too; numbers and words in Latin letters stand from the left, as they are read. A vowel
mark follows the letter it is drawn over.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_SIGN = "0-9٠-٩A-Za-z\u00c0-\u024f"
# Numbers and foreign words in a line that is read from the right: 12.5%, Barack Obama.
_RUN = re.compile(
    rf"%?[{_SIGN}](?:[{_SIGN}.,:/@_+'&-]*[{_SIGN}])?"
    rf"(?:(?<=[A-Za-z]) [A-Za-z](?:[{_SIGN}.,:/@_+'&-]*[{_SIGN}])?)*"
)
_MIRRORED = str.maketrans("()[]{}«»<>", ")(][}{»«><")
_CLOSED = re.compile(r"[(«][^()«»]*[)»]")
_OPENED = re.compile(r"[)»][^()«»]*[(«]")
_SPACED = re.compile(r"(?<=\w) ?([«(\[]) ")
# Parts of the size of letters: so far apart are words, and no letters of one.
_APART, _TOGETHER = 0.25, 0.1


class Glyph(NamedTuple):
    """A drawn letter: what it is, its left and right edge, its baseline and size."""

    letter: str
    left: float
    right: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        """Where it stands."""
        return (self.left + self.right) / 2


def lines_of(glyphs: Sequence[Glyph]) -> list[str]:
    """Give the lines that glyphs make, as they are read.

    >>> word = [Glyph(letter, x, x + 1, 0, 9) for x, letter in enumerate("رصم")]
    >>> lines_of(word), lines_of(word[::-1])
    (['مصر'], ['مصر'])
    """
    return [read for line in _drawn_lines(glyphs) if (read := _read_line(line))]


def mended(text: str) -> str:
    """Turn brackets round if they close before they open: some programs name the drawn.

    >>> mended("قال )أمس( نعم"), mended("وحزبه« العدالة»")
    ('قال (أمس) نعم', 'وحزبه «العدالة»')
    """
    wrong = len(_OPENED.findall(text)) > len(_CLOSED.findall(text))
    return _SPACED.sub(r" \1", text.translate(_MIRRORED) if wrong else text)


def _drawn_lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Give the glyphs line by line: those drawn after each other at one height."""
    line: list[Glyph] = []
    base = size = 0.0
    for glyph in glyphs:
        is_letter = not (glyph.letter.isspace() or unicodedata.combining(glyph.letter))
        if is_letter and line and size and abs(glyph.base - base) > size / 2:
            yield line
            line, size = [], 0.0
        if is_letter:
            base, size = glyph.base, max(size, glyph.size)
        line.append(glyph)
    if line:
        yield line


def _read_line(line: Sequence[Glyph]) -> str:
    written = "".join(glyph.letter for glyph in line)
    if len(_ARABIC.findall(written)) <= len(_LATIN.findall(written)):
        return " ".join(written.split())
    letters, marks = _letters_and_marks(line)
    letters.sort(key=lambda letter: letter[0].middle, reverse=True)
    read: list[str] = []
    for at, (glyph, word, number) in enumerate(letters):
        before = letters[at - 1] if at else None
        if before:
            gap = (before[0].left - glyph.right) / (glyph.size or 1)
            if gap > _APART or (gap > _TOGETHER and before[1] != word):
                read.append(" ")
        read.append(glyph.letter + marks.get(number, ""))
    return _RUN.sub(lambda run: run[0][::-1], "".join(read))


def _letters_and_marks(
    line: Sequence[Glyph],
) -> tuple[list[tuple[Glyph, int, int]], dict[int, str]]:
    """Give the letters with the number of their word and their own, and their marks."""
    letters: list[tuple[Glyph, int, int]] = []
    marked: list[Glyph] = []
    word = 0
    for glyph in line:
        if glyph.letter.isspace():
            word += 1
        elif unicodedata.combining(glyph.letter):
            marked.append(glyph)
        else:
            letters.append((glyph, word, len(letters)))
    marks: dict[int, str] = {}
    for mark in marked if letters else ():
        over = min(letters, key=lambda letter: abs(letter[0].middle - mark.middle))
        marks[over[2]] = marks.get(over[2], "") + mark.letter
    return letters, marks
