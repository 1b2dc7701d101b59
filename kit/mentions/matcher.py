"""The matcher: every form of the lexicon in a paragraph, proclitics read.

A paragraph is a row of tokens. At each token every reading of it (with and without
proclitics) starts a walk through the index, and each form that ends on the walk is a
match. All matches are given, overlapping ones too: which to keep is decided by
:mod:`kit.mentions.choosing`, for only there is it known what else stands in the text.

What a token can begin is remembered by its spelling: news repeats its words, and most
begin nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kit.language.normal import normal_form
from kit.language.proclitics import readings
from kit.language.tokens import is_word, pieces, split

if TYPE_CHECKING:
    from kit.lexicon.index import Entry, Index, Node

HYPHENS = frozenset("-–‐‑ـ_")
_TOKENS = itemgetter(0)
_NORMAL = attrgetter("normal")
_IS_WORD = attrgetter("word")


@dataclass(frozen=True, slots=True)
class Token:
    """A token with what matching needs of it.

    ``head`` and ``tail`` are the characters of ``text`` (the token) between which its
    letters stand: direction marks around a word are not part of what was written.
    ``offsets`` says where each letter of the normal form begins.
    """

    normal: str
    word: bool
    offsets: tuple[int, ...]
    tail: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's tokens: their places in the article and their normal forms.

    ``vocabulary`` holds the distinct normal forms; ``words`` is the number of running
    words, signs not counted.
    """

    starts: tuple[int, ...]
    tokens: tuple[Token, ...]
    normals: tuple[str, ...]
    vocabulary: frozenset[str]
    words: int

    def __len__(self) -> int:
        return len(self.tokens)

    def normal(self, index: int) -> str:
        """Give the normal form of a token, or "" beyond the paragraph's ends."""
        return self.normals[index] if 0 <= index < len(self.normals) else ""

    def end(self, index: int) -> int:
        """Give where the letters of a token end in the article."""
        return self.starts[index] + self.tokens[index].tail

    def start(self, index: int, stripped: int = 0) -> int:
        """Give where a token begins in the article, ``stripped`` letters skipped."""
        offsets = self.tokens[index].offsets
        return self.starts[index] + (offsets[stripped] if offsets else 0)


class Match(NamedTuple):
    """A form found: tokens ``first`` to ``last`` (inclusive), proclitics skipped."""

    first: int
    last: int
    stripped: int
    proclitics: str
    entries: tuple[Entry, ...]

    @property
    def length(self) -> int:
        """Number of tokens."""
        return self.last - self.first + 1


class Matcher:
    """Finds the forms of one or several indexes in paragraphs, in one pass."""

    def __init__(self, *indexes: Index) -> None:
        self._roots = [index.root for index in indexes]
        self._begins: dict[str, tuple[tuple[int, int, str, Node], ...]] = {}
        self._known: set[str] = set()

    def matches(self, paragraph: Paragraph) -> list[Match]:
        """Give all matches of the first index, in order of their first token."""
        return self.matches_of_each(paragraph)[0]

    def matches_of_each(self, paragraph: Paragraph) -> list[list[Match]]:
        """Give all matches of each index, in order of their first token."""
        for normal in paragraph.vocabulary - self._known:
            self._learn(normal)
        found: list[list[Match]] = [[] for _ in self._roots]
        begins = self._begins
        for first, normal in enumerate(paragraph.normals):
            if normal in begins:
                for number, stripped, proclitics, node in begins[normal]:
                    _walk(first, stripped, proclitics, node, paragraph, found[number])
        return found

    def _learn(self, normal: str) -> None:
        """Find out what a spelling can begin."""
        starts = tuple(
            (number, reading.stripped, reading.proclitics, root[reading.word])
            for number, root in enumerate(self._roots)
            for reading in readings(normal)
            if reading.word in root
        )
        self._known.add(normal)
        if starts:
            self._begins[normal] = starts


def _walk(  # noqa: PLR0913, PLR0917  # the inner loop: an object per walk costs more than names
    first: int,
    stripped: int,
    proclitics: str,
    node: Node | None,
    paragraph: Paragraph,
    found: list[Match],
) -> None:
    """Walk down the index from a word on, and note every form that ends on the way."""
    last = first
    while node is not None:
        for skip, tail, entries in node.matched:
            if skip:
                found.append(Match(first + skip, last - tail, 0, "", entries))
            else:
                found.append(Match(first, last - tail, stripped, proclitics, entries))
        if not node.next:
            return
        last += 1
        normal = paragraph.normal(last)
        if normal in HYPHENS and normal not in node.next:
            last += 1
            normal = paragraph.normal(last)
        node = node.next.get(normal)


class Tokenizer:
    """Turns paragraphs into tokens with normal forms, remembering each word."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._words: dict[str, tuple[tuple[Token, ...], tuple[int, ...]]] = {}

    def paragraph(self, text: str, start: int, end: int) -> Paragraph:
        """Give the tokens of the characters ``start`` to ``end`` of an article."""
        words, starts = split(text[start:end])
        known = self._words
        for word in words:
            if word not in known:
                self._learn(word)
        found = [known[word] for word in words]
        tokens = tuple(chain.from_iterable(map(_TOKENS, found)))
        if len(tokens) == len(words):
            places = [start + at for at in starts]
        else:
            places = [
                start + at + offset
                for at, (_, offsets) in zip(starts, found, strict=True)
                for offset in offsets
            ]
        normals = tuple(map(_NORMAL, tokens))
        count = sum(map(_IS_WORD, tokens))
        return Paragraph(tuple(places), tokens, normals, frozenset(normals), count)

    def _learn(self, word: str) -> None:
        tokens, offsets = pieces(word)
        self._words[word] = tuple(map(self._token, tokens)), offsets

    def _token(self, written: str) -> Token:
        token = self._tokens.get(written)
        if token is None:
            normal = normal_form(written)
            tail = normal.ends[-1] if normal.ends else len(written)
            token = Token(normal.text, is_word(written), normal.starts, tail)
            self._tokens[written] = token
        return token
