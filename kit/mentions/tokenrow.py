"""Token rows: the tokens of an article as finding walks over them.

An article is a row of tokens with a break between its paragraphs. What linguists call
types, the different tokens, are far fewer: news repeats its words. So whatever follows
from a token's letters alone is worked out once for each type and looked up for a whole
row at once, and rules look only where such a fact says that there is something to see.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

from kit.language.normal import normal_form
from kit.language.tokens import is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import DTypeLike, NDArray

    Numbers = NDArray[np.intp]

T = TypeVar("T")

HYPHENS = frozenset("-–‐‑ـ_#")
"""Signs that stand between the words of one name; # where a tag begins in it."""

BREAK = ""
"""The normal form of the break between two paragraphs, and of what is out of reach."""


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

    @property
    def lead(self) -> int:
        """Where its letters begin."""
        return self.offsets[0] if self.offsets else 0

    @classmethod
    def of(cls, written: str) -> Token:
        """Make the token that is written so."""
        normal = normal_form(written)
        tail = normal.ends[-1] if normal.ends else len(written)
        return cls(written, normal.text, is_word(written), normal.starts, tail)


class Facts(Generic[T]):
    """One fact about each of some things met, to be looked up for many at once.

    ``met`` may grow; nothing in it changes.
    """

    def __init__(
        self, met: Sequence[T], fact: Callable[[T], object], dtype: DTypeLike
    ) -> None:
        self._met = met
        self._fact = fact
        self._facts: NDArray[Any] = np.empty(0, dtype)

    def of(self, numbers: Numbers) -> NDArray[Any]:
        """Give the fact about each of the things of these numbers."""
        if len(self._facts) < len(self._met):
            new = self._met[len(self._facts) :]
            facts = np.fromiter(map(self._fact, new), self._facts.dtype, len(new))
            self._facts = np.concatenate([self._facts, facts])
        return self._facts[numbers]


class Types:
    """Every token that was met so far, each once, by number; 0 is the break.

    ``by_normal`` numbers their normal forms, of which there are fewer.
    """

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self._numbers: dict[str, int] = {}
        self.normals = Facts(self.tokens, attrgetter("normal"), object)
        self.texts = Facts(self.tokens, attrgetter("text"), object)
        self.are_words = Facts(self.tokens, attrgetter("word"), np.bool_)
        self.leads = Facts(self.tokens, attrgetter("lead"), np.intp)
        self.tails = Facts(self.tokens, attrgetter("tail"), np.intp)
        self.by_normal: dict[str, int] = {}
        self._marks = np.zeros(0, np.bool_)
        self.spellings = Facts(
            self.tokens, lambda token: self.by_normal[token.normal], np.intp
        )
        self.number(BREAK)

    def marks(self) -> NDArray[np.bool_]:
        """Give a mark for each normal form, all unset; whoever sets one unsets it."""
        if len(self._marks) < len(self.by_normal):
            self._marks = np.zeros(2 * len(self.by_normal), np.bool_)
        return self._marks

    def number(self, written: str) -> int:
        """Give the number of a token, a new one if it was not met before."""
        number = self._numbers.get(written)
        if number is None:
            number = self._numbers[written] = len(self.tokens)
            token = Token.of(written)
            self.tokens.append(token)
            self.by_normal.setdefault(token.normal, len(self.by_normal))
        return number


@dataclass(frozen=True, slots=True)
class TokenRow:
    """The tokens of an article: their places in it and their normal forms.

    Attributes
    ----------
    starts, numbers, normals
        Three parallel rows, one item a token: where it begins, the number of its type,
        its normal form. The last token of each paragraph is its break, which matches
        nothing.
    breaks
        Where the paragraphs end: the indexes of the breaks.
    text
        The article's text.
    types
        The types that ``numbers`` speaks of.

    """

    starts: Numbers
    numbers: Numbers
    normals: list[str]
    breaks: list[int]
    text: str
    types: Types
    _vocabularies: dict[int | None, frozenset[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.normals)

    def token(self, index: int) -> Token:
        """Give a token."""
        token: Token = self.types.tokens[self.numbers[index]]
        return token

    def texts(self) -> list[str]:
        """Give all tokens as they are written."""
        texts: list[str] = self.types.texts.of(self.numbers).tolist()
        return texts

    def normal(self, index: int) -> str:
        """Give the normal form of a token, or "" at a break and beyond the ends."""
        return self.normals[index] if 0 <= index < len(self.normals) else BREAK

    def end(self, index: int) -> int:
        """Give where the letters of a token end in the article."""
        return int(self.starts[index]) + self.token(index).tail

    def start(self, index: int, stripped: int = 0) -> int:
        """Give where a token begins in the article, ``stripped`` letters skipped."""
        offsets = self.token(index).offsets
        return int(self.starts[index]) + (offsets[stripped] if offsets else 0)

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

    def places(self, words: Iterable[str]) -> list[int]:
        """Give the tokens whose normal form is one of these words, in order."""
        known = self.types.by_normal
        sought = [known[word] for word in words if word in known]
        if not sought:
            return []
        spellings = self.types.spellings.of(self.numbers)
        marks = self.types.marks()
        marks[sought] = True
        places: list[int] = marks[spellings].nonzero()[0].tolist()
        marks[sought] = False
        return places

    def vocabulary(self, index: int | None = None) -> frozenset[str]:
        """Give the distinct normal forms of the paragraph in which a token stands.

        Without a token, those of the whole article.
        """
        number = None if index is None else self.paragraph(index)
        if number not in self._vocabularies:
            paragraph = slice(None) if number is None else slice(*self.span(number))
            self._vocabularies[number] = frozenset(self.normals[paragraph])
        return self._vocabularies[number]
