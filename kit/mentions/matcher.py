"""The matcher: every form of the lexicon in an article, proclitics read.

An article is a row of tokens with a break between its paragraphs. At each token every
reading of it (with and without proclitics) starts a walk through the index, and each
form that ends on the walk is a match. All matches are given, overlapping ones too:
which to keep is decided by :mod:`kit.mentions.choosing`, for only there is it known
what else stands in the text.

What a token can begin is remembered by its spelling: news repeats its words, and most
begin nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, chain, compress
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from kit.language.normal import normal_form
from kit.language.proclitics import readings
from kit.language.tokens import is_word, pieces, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.articles.article import Article, Part
    from kit.lexicon.index import Entry, Index, Node

HYPHENS = frozenset("-–‐‑ـ_")
BREAK = ""
"""The normal form of the break between two paragraphs, and of what is out of reach."""

_NORMAL = attrgetter("normal")


@dataclass(frozen=True, slots=True)
class Token:
    """A token with what matching needs of it.

    ``text`` is the token as it is written, ``tail`` where its letters end: direction
    marks around a word are not part of what was written. ``offsets`` says where each
    letter of the normal form begins.
    """

    text: str
    normal: str
    word: bool
    offsets: tuple[int, ...]
    tail: int


_BREAK = Token(BREAK, BREAK, word=False, offsets=(), tail=0)


@dataclass(frozen=True, slots=True)
class TokenRow:
    """The tokens of an article: their places in it and their normal forms.

    Attributes
    ----------
    starts, tokens, normals
        Three parallel lists, one item a token. The last token of each paragraph is its
        break, which matches nothing.
    breaks
        Where the paragraphs end: the indexes of the breaks.
    text
        The article's text.

    """

    starts: list[int]
    tokens: list[Token]
    normals: list[str]
    breaks: list[int]
    text: str
    _vocabularies: dict[int | None, frozenset[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.tokens)

    def normal(self, index: int) -> str:
        """Give the normal form of a token, or "" at a break and beyond the ends."""
        return self.normals[index] if 0 <= index < len(self.normals) else BREAK

    def end(self, index: int) -> int:
        """Give where the letters of a token end in the article."""
        return self.starts[index] + self.tokens[index].tail

    def start(self, index: int, stripped: int = 0) -> int:
        """Give where a token begins in the article, ``stripped`` letters skipped."""
        offsets = self.tokens[index].offsets
        return self.starts[index] + (offsets[stripped] if offsets else 0)

    def written(self, first: int, last: int, stripped: int = 0) -> str:
        """Give what is written from a token to another, less ``stripped`` letters."""
        return " ".join(self.text[self.start(first, stripped) : self.end(last)].split())

    def paragraph(self, index: int) -> int:
        """Give the number of the paragraph in which a token stands."""
        return bisect_right(self.breaks, index - 1)

    def span(self, number: int) -> tuple[int, int]:
        """Give the tokens of a paragraph: its first, and its break (exclusive)."""
        first = self.breaks[number - 1] + 1 if number else 0
        return first, self.breaks[number]

    def vocabulary(self, index: int | None = None) -> frozenset[str]:
        """Give the distinct normal forms of the paragraph in which a token stands.

        Without a token, those of the whole article.
        """
        number = None if index is None else self.paragraph(index)
        if number not in self._vocabularies:
            paragraph = slice(None) if number is None else slice(*self.span(number))
            self._vocabularies[number] = frozenset(self.normals[paragraph])
        return self._vocabularies[number]


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


_Start = tuple[int, int, str, "Node"]


class _Beginnings(dict[str, tuple[_Start, ...]]):
    """What each spelling can begin: index, letters stripped, proclitics, node."""

    def __init__(self, roots: Sequence[dict[str, Node]]) -> None:
        super().__init__()
        self._roots = roots

    def __missing__(self, normal: str) -> tuple[_Start, ...]:
        starts = self[normal] = tuple(
            (number, reading.stripped, reading.proclitics, root[reading.word])
            for number, root in enumerate(self._roots)
            for reading in readings(normal)
            if reading.word in root
        )
        return starts


class Matcher:
    """Finds the forms of one or several indexes in articles, in one pass."""

    def __init__(self, *indexes: Index) -> None:
        self._begins = _Beginnings([index.root for index in indexes])
        self._indexes = len(indexes)

    def matches(self, row: TokenRow) -> list[Match]:
        """Give all matches of the first index, in order of their first token."""
        return self.matches_of_each(row)[0]

    def matches_of_each(self, row: TokenRow) -> list[list[Match]]:
        """Give all matches of each index, in order of their first token."""
        found: list[list[Match]] = [[] for _ in range(self._indexes)]
        normals = row.normals
        begun = list(map(self._begins.__getitem__, normals))
        # Most words begin nothing: pass over them without a step of Python.
        for first, starts in compress(enumerate(begun), begun):
            after = normals[first + 1]
            for start in starts:
                number, _, _, node = start
                if node.matched:
                    _note(first, start, first, node, found[number])
                # Most that begin a name go on otherwise: ask before walking.
                following = node.next
                if following and (after in following or after in HYPHENS):
                    _walk(first, start, normals, found[number])
        return found


def _walk(
    first: int, start: _Start, normals: Sequence[str], found: list[Match]
) -> None:
    """Walk down the index from a word on, and note every form that ends on the way."""
    last, node = first, start[-1]
    while node.next:
        # A paragraph ends in a break, which is on no path: the next token is there.
        last += 1
        normal = normals[last]
        if normal in HYPHENS and normal not in node.next:
            last += 1
            normal = normals[last]
        following = node.next.get(normal)
        if following is None:
            return
        node = following
        if node.matched:
            _note(first, start, last, node, found)


def _note(first: int, start: _Start, last: int, node: Node, found: list[Match]) -> None:
    """Note the forms that end at a node, without the words that they leave out."""
    _, stripped, proclitics, _ = start
    for skip, tail, entries in node.matched:
        if skip:
            found.append(Match(first + skip, last - tail, 0, "", entries))
        else:
            found.append(Match(first, last - tail, stripped, proclitics, entries))


_Numbers = tuple[int, ...]


class _Word(NamedTuple):
    """A word between spaces, as the tokens it is made of.

    ``steps`` says how far it is from each token to the next, the space after the word
    included, ``offsets`` where in the word each token begins.
    """

    tokens: tuple[Token, ...]
    normals: tuple[str, ...]
    steps: _Numbers
    offsets: _Numbers


class _Words(dict[str, _Word]):
    """Each word met so far."""

    def __init__(self) -> None:
        super().__init__()
        self._tokens: dict[str, Token] = {}

    def __missing__(self, word: str) -> _Word:
        texts, offsets = pieces(word)
        tokens = tuple(map(self._token, texts))
        *lengths, last = map(len, texts)
        steps = (*lengths, last + 1)
        found = self[word] = _Word(tokens, tuple(map(_NORMAL, tokens)), steps, offsets)
        return found

    def _token(self, written: str) -> Token:
        token = self._tokens.get(written)
        if token is None:
            normal = normal_form(written)
            tail = normal.ends[-1] if normal.ends else len(written)
            token = Token(written, normal.text, is_word(written), normal.starts, tail)
            self._tokens[written] = token
        return token


class Tokenizer:
    """Turns articles into rows of tokens, remembering each word."""

    def __init__(self) -> None:
        self._words = _Words()

    def row(self, article: Article) -> TokenRow:
        """Give the tokens of an article."""
        starts: list[int] = []
        tokens: list[Token] = []
        normals: list[str] = []
        breaks: list[int] = []
        text, known = article.text, self._words.__getitem__
        for part in article.parts:
            words = text[part.start : part.end].split()
            if words:
                of_words = zip(*map(known, words), strict=True)
                some, their_normals, steps, offsets = of_words
                tokens += chain.from_iterable(some)
                normals += chain.from_iterable(their_normals)
                starts += _places(steps, offsets, text, part)
            breaks.append(len(tokens))
            starts.append(part.end)
            tokens.append(_BREAK)
            normals.append(BREAK)
        return TokenRow(starts, tokens, normals, breaks, text)


def _places(
    steps: Iterable[_Numbers], offsets: Iterable[_Numbers], text: str, part: Part
) -> list[int]:
    """Give where the tokens of a part begin; both numbers are those of its words."""
    places = list(accumulate(chain.from_iterable(steps), initial=part.start))
    if places.pop() - 1 == part.end:
        # One space between any two words, as in most lines: no need to look for them.
        return places
    _, words = split(text, part.start, part.end)
    begun = zip(words, offsets, strict=True)
    return [at + offset for at, within in begun for offset in within]
