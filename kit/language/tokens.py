"""Tokens: the words and signs of a text, each with its place in it.

The tokens are those of camel-tools' ``simple_word_tokenize``, the tokenizer that the
Arabic tools of this field share, so that token counts compare with other work. It gives
no offsets and looks at one whitespace-separated word at a time; both are turned to
account here. Offsets follow because a word's tokens, in order, are the word. And as
news repeats its words, each distinct word is tokenized once and remembered, which makes
the same tokens many times faster.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from camel_tools.tokenizers.word import simple_word_tokenize

_TATWEEL = "ـ"  # Unicode has it a letter; alone it is a stroke
_WORD = re.compile(r"\S+")
_REMEMBERED_WORDS = 1 << 19


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: three parallel tuples, offsets end exclusive."""

    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.texts)


def split(
    text: str, start: int = 0, end: int | None = None
) -> tuple[list[str], list[int]]:
    """Split a text at white space: the words, signs attached, and where they start.

    >>> split("بحث (ليبيا).")
    (['بحث', '(ليبيا).'], [0, 4])
    """
    end = len(text) if end is None else end
    words = text[start:end].split()
    steps = [len(word) + 1 for word in words]
    places = list(accumulate(steps, initial=start))
    if places.pop() - 1 == end:
        # One space between any two words, as in most lines: no need to look for them.
        return words, places
    return words, [match.start() for match in _WORD.finditer(text, start, end)]


@lru_cache(maxsize=_REMEMBERED_WORDS)
def pieces(word: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Give the tokens of a word without white space, and where in it they start.

    >>> pieces("(ليبيا).")
    (('(', 'ليبيا', ')', '.'), (0, 1, 6, 7))
    """
    tokens = tuple(simple_word_tokenize(word))
    return tokens, tuple(accumulate(map(len, tokens), initial=0))[:-1]


def tokenize(text: str) -> Tokens:
    """Split a text into tokens with offsets.

    >>> tokenize("بحث (ليبيا).")
    Tokens(texts=('بحث', '(', 'ليبيا', ')', '.'), starts=(0, 4, 5, 10, 11), \
ends=(3, 5, 10, 11, 12))
    """
    texts: list[str] = []
    starts: list[int] = []
    for word, start in zip(*split(text), strict=True):
        tokens, offsets = pieces(word)
        texts.extend(tokens)
        starts.extend([start + offset for offset in offsets])
    ends = [start + len(token) for token, start in zip(texts, starts, strict=True)]
    return Tokens(tuple(texts), tuple(starts), tuple(ends))


@lru_cache(maxsize=_REMEMBERED_WORDS)
def is_word(token: str) -> bool:
    """Say whether a token has a letter or digit: only these count as running words.

    >>> is_word("ليبيا"), is_word("6"), is_word("،")
    (True, True, False)
    """
    return any(map(str.isalnum, token.replace(_TATWEEL, "")))
