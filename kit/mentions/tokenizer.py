"""The tokenizer: articles turned into rows of tokens, many articles at a time.

Only to split a text at white space and to look its words up takes a step for each word.
Which tokens a word is made of, and where in it they begin, was worked out when the word
was first met, and arrays put the tokens of many articles together at once.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kit.language.tokens import pieces, split
from kit.mentions.tokenrow import BREAK, Facts, TokenRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.articles.article import Article
    from kit.mentions.tokenrow import Numbers, Types

_Span = tuple[str, int, int]


class Tokenizer:
    """Turns articles into rows of tokens, remembering each word."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self._words = _Words(types)

    @property
    def met(self) -> int:
        """How many different words it has met, and remembers."""
        return len(self._words)

    def row(self, article: Article) -> TokenRow:
        """Give the tokens of an article."""
        return self.rows([article])[0]

    def rows(self, articles: Sequence[Article]) -> list[TokenRow]:
        """Give the tokens of each of some articles."""
        spans = [
            (article.text, part.start, part.end)
            for article in articles
            for part in article.parts
        ]
        numbers, starts, breaks = self._words.tokens(spans)
        normals = self._types.normals.of(numbers).tolist()
        paragraphs = accumulate((len(one.parts) for one in articles), initial=0)
        rows, first = [], 0
        for article, (begin, end) in zip(articles, pairwise(paragraphs), strict=True):
            after = breaks[end - 1] + 1 if end > begin else first
            own = slice(first, after)
            ends = [at - first for at in breaks[begin:end]]
            rows.append(
                TokenRow(
                    starts[own],
                    numbers[own],
                    normals[own],
                    ends,
                    article.text,
                    self._types,
                )
            )
            first = after
        return rows


class _Word(NamedTuple):
    """A word between spaces: its length, and its tokens among all that were met."""

    length: int
    first: int
    tokens: int


class _Words(dict[str, int]):
    """Each word met so far, by number, and the tokens of all, one after the other."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self._met = [_Word(length=0, first=0, tokens=1)]
        self._tokens = [0]
        self._offsets = [0]
        super().__init__({BREAK: 0})
        self._lengths = Facts(self._met, lambda word: word.length, np.intp)
        self._firsts = Facts(self._met, lambda word: word.first, np.intp)
        self._counts = Facts(self._met, lambda word: word.tokens, np.intp)
        self._all_tokens = Facts(self._tokens, int, np.intp)
        self._all_offsets = Facts(self._offsets, int, np.intp)

    def __missing__(self, word: str) -> int:
        texts, offsets = pieces(word)
        number = self[word] = len(self._met)
        self._met.append(_Word(len(word), len(self._tokens), len(texts)))
        self._tokens += map(self._types.number, texts)
        self._offsets += offsets
        return number

    def tokens(self, spans: Sequence[_Span]) -> tuple[Numbers, Numbers, list[int]]:
        """Give the tokens of paragraphs, a break after each.

        Their types, where they begin, and which of them are the breaks.
        """
        written: list[str] = []
        ends = [0]
        for text, start, end in spans:
            written += text[start:end].split()
            written.append(BREAK)
            ends.append(len(written))
        looked_up = map(self.__getitem__, written)
        words = np.fromiter(looked_up, np.intp, len(written))
        places = _places(self._lengths.of(words), ends, spans)
        counts = self._counts.of(words)
        after = np.cumsum(counts)
        first = self._firsts.of(words) - (after - counts)
        at = np.repeat(first, counts) + np.arange(len(first) and after[-1])
        starts = np.repeat(places, counts) + self._all_offsets.of(at)
        breaks = after[np.array(ends[1:], np.intp) - 1] - 1
        return self._all_tokens.of(at), starts, breaks.tolist()


def _places(lengths: Numbers, ends: Sequence[int], spans: Sequence[_Span]) -> Numbers:
    """Give where the words of paragraphs begin, each paragraph with its break."""
    steps = lengths + 1
    places: Numbers = np.cumsum(steps) - steps
    first, after = np.array(ends[:-1], np.intp), np.array(ends[1:], np.intp)
    breaks = after - 1
    begins = np.array([start for _, start, _ in spans], np.intp)
    closes = np.array([end for _, _, end in spans], np.intp)
    places += np.repeat(begins - places[first], after - first)
    # One space between any two words, as in most lines, leads to the end of the line;
    # only elsewhere need one look for them.
    for number in np.flatnonzero(places[breaks] - 1 != closes).tolist():
        text, start, end = spans[number]
        places[first[number] : breaks[number]] = split(text, start, end)[1]
    places[breaks] = closes
    return places
