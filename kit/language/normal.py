"""The normal form: one spelling for everything Arabic writes in several ways.

Readers do not see a difference between ``أردوغان`` and ``اردوغان``, between
``السيسي`` and the Egyptian ``السيسى``, or between a word with and without its vowel
marks; a computer does. Names are therefore compared in a *normal form*, while the text
itself is never altered: every character of the normal form knows where it came from.

What is folded, and why:

- vowel marks, the elongation stroke (tatweel), zero-width and direction marks: they do
  not make another word;
- presentation forms (``ﻻ``), by Unicode's own compatibility mapping, but for the space
  on which it seats a lone vowel mark: that would break the word in two;
- hamza on its carriers (أ إ آ ؤ ئ ٱ) to the bare carrier: omitted at will in the press;
- ى to ي and ة to ه: Egyptian typesetting and careless keyboards;
- Persian and Urdu keyboards' ی ک ہ ھ, and the letters پ ڤ چ ژ گ that Arabic lacks;
- Arabic-Indic digits to 0-9, Latin letters to lower case.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
    normalize_unicode,
)

_TATWEEL = "ـ"
_LETTERS = str.maketrans(
    {
        "ؤ": "و",
        "ئ": "ي",
        "ی": "ي",
        "ې": "ي",
        "ے": "ي",
        "ک": "ك",
        "ہ": "ه",
        "ھ": "ه",
        "ە": "ه",
        "ۀ": "ه",
        "پ": "ب",
        "ڤ": "ف",
        "چ": "ج",
        "ژ": "ز",
        "گ": "غ",
    }
)


@dataclass(frozen=True, slots=True)
class NormalText:
    """A text in normal form that knows its way back.

    Attributes
    ----------
    text
        The normal form.
    starts, ends
        For each character of ``text``: where the raw characters it stands for begin
        and end (exclusive). Marks that follow a letter belong to it.

    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the raw span of the characters ``start`` to ``end`` (exclusive)."""
        if not 0 <= start < end <= len(self.text):
            msg = (
                f"No span {start}-{end} in a normal form of {len(self.text)} letters. "
                f"Use 0 <= start < end <= {len(self.text)}."
            )
            raise ValueError(msg)
        return self.starts[start], self.ends[end - 1]


@cache
def fold(char: str) -> str:
    """Give the normal form of one character: none, one or several characters.

    >>> fold("أ"), fold("ﻻ"), fold("َ"), fold("٣")
    ('ا', 'لا', '', '3')
    """
    written = normalize_unicode(char)
    if not char.isspace():
        written = written.lstrip()
    folded = []
    for letter in unicodedata.normalize("NFD", written):
        if letter == _TATWEEL or unicodedata.category(letter) in {"Mn", "Cf"}:
            continue
        bare = normalize_alef_ar(dediac_ar(letter))
        bare = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(bare))
        if unicodedata.category(letter) == "Nd":
            bare = str(unicodedata.digit(letter))
        folded.append(bare.translate(_LETTERS).casefold())
    return "".join(folded)


class _Folds(dict[int, str]):
    """Every character met so far and its fold, as ``str.translate`` wants them."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold(chr(code))
        return folded


_FOLDS = _Folds()


def normalise(text: str) -> str:
    """Give the normal form of a text.

    >>> normalise("إلى أَنْقَرَة")
    'الي انقره'
    """
    return text.translate(_FOLDS)


def normal_form(text: str) -> NormalText:
    """Give the normal form of a text together with the way back to it.

    >>> normal = normal_form("و«مُحمَّد»")
    >>> normal.text, normal.span(2, 6)
    ('و«محمد»', (2, 9))
    """
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, char in enumerate(text):
        folded = fold(char)
        if folded:
            letters.append(folded)
            starts.extend([index] * len(folded))
            ends.extend([index + 1] * len(folded))
        elif ends and ends[-1] == index and unicodedata.category(char) != "Cf":
            ends[-1] = index + 1
    return NormalText("".join(letters), tuple(starts), tuple(ends))


def letters(text: str) -> str:
    """Give the letters of a text as they are written, without marks and strokes.

    Unlike the normal form it keeps the spelling: hamza, ى, ة.

    >>> letters("لِيبْيـــا")
    'ليبيا'
    """
    return "".join(
        char
        for char in text
        if char != _TATWEEL and unicodedata.category(char) not in {"Mn", "Cf"}
    )
