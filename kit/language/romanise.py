"""Romanisation: a readable Latin id for a name that no table knows.

A plain one-way mapping in the manner of news English (no diacritics), used for ids of
discovered actors. Short vowels are not written in Arabic, so the result can be told
from others and typed, but is no name to print: a chart shows the Arabic one. Spellings
that share a normal form share an id. A name without a single known letter is spelt by
its code points (``u416``), for an id must never be empty.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kit.language.normal import normalise

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "w", "ي": "i", "ء": "",
}  # fmt: skip  # a table reads best as a block

_ARTICLE = "ال"
_SHORTEST_WITH_ARTICLE = 4
_ALLAH = "الله"  # its first two letters are no article that one would write apart

_WORD = re.compile(r"[^\W_]+")
_LONG_U = re.compile(r"(?<=[^aeiuw])w(?=[^aeiuw]|$)")


@lru_cache(maxsize=1 << 14)
def romanise(text: str) -> str:
    """Give a kebab-case Latin spelling of an Arabic name, empty only for blanks.

    >>> romanise("ستيف بلوك"), romanise("عبد الله المسماري")
    ('stif-bluk', 'abd-allah-al-msmari')
    """
    words = [_romanised(word) for word in _WORD.findall(normalise(text))]
    return "-".join(filter(None, words)) or _spelt(text)


def _romanised(word: str) -> str:
    if word == _ALLAH:
        return "allah"
    defined = word.startswith(_ARTICLE) and len(word) >= _SHORTEST_WITH_ARTICLE
    letters = "".join(
        _LETTERS.get(char, char if char.isascii() else "")
        for char in (word.removeprefix(_ARTICLE) if defined else word)
    )
    latin = _LONG_U.sub("u", letters)
    return f"al-{latin}" if defined and latin else latin


def _spelt(text: str) -> str:
    return "-".join(f"u{ord(char):x}" for char in text if not char.isspace())
