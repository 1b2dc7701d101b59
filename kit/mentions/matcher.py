"""The matcher: every form of the lexicon in an article, proclitics read.

At each token every reading of it (with and without proclitics) starts a walk through
the index, and each form that ends on the walk is a match. All matches are given,
overlapping ones too: which to keep is decided by :mod:`kit.mentions.choosing`, for only
there is it known what else stands in the text.

Most words begin nothing, and most that begin longer names stand before a word that is
in no name. Both follow from the type alone, so these are passed over at once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from kit.language.proclitics import readings
from kit.mentions.tokenrow import HYPHENS, Facts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.lexicon.index import Entry, Index, Node
    from kit.mentions.tokenrow import Token, TokenRow, Types


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


# A named tuple's own way to be made takes a step of Python, a tuple's does not.
_match = cast("Callable[[tuple[object, ...]], Match]", partial(tuple.__new__, Match))


class _Start(NamedTuple):
    """What a spelling can begin: in which index, how it is read, and the node there.

    ``whole`` are the forms of the word itself, where they leave nothing out.
    """

    number: int
    stripped: int
    proclitics: str
    node: Node
    whole: tuple[Entry, ...] | None


class _Beginnings(dict[str, tuple[_Start, ...]]):
    """All that each spelling can begin."""

    def __init__(self, roots: Sequence[dict[str, Node]]) -> None:
        super().__init__()
        self._roots = roots

    def __missing__(self, normal: str) -> tuple[_Start, ...]:
        starts = self[normal] = tuple(
            _Start(number, reading.stripped, reading.proclitics, node, _whole(node))
            for number, root in enumerate(self._roots)
            for reading in readings(normal)
            if (node := root.get(reading.word)) is not None
        )
        return starts


def _whole(node: Node) -> tuple[Entry, ...] | None:
    if len(node.matched) == 1:
        skip, tail, entries = node.matched[0]
        return None if skip or tail else entries
    return None


class Matcher:
    """Finds the forms of one or several indexes in articles, in one pass.

    The articles are rows of ``types``.
    """

    def __init__(self, types: Types, *indexes: Index) -> None:
        roots = [index.root for index in indexes]
        self._begins = _Beginnings(roots)
        self._indexes = len(indexes)
        nodes = (node for root in roots for node in root.values())
        self._seconds = HYPHENS.union(*(node.next for node in nodes))
        self._are_forms = Facts(types.tokens, self._is_form, np.bool_)
        self._are_firsts = Facts(types.tokens, self._is_first, np.bool_)
        self._are_seconds = Facts(types.tokens, self._is_second, np.bool_)

    def _is_form(self, token: Token) -> bool:
        return any(start.node.matched for start in self._begins[token.normal])

    def _is_first(self, token: Token) -> bool:
        return any(start.node.next for start in self._begins[token.normal])

    def _is_second(self, token: Token) -> bool:
        return token.normal in self._seconds

    def matches(self, row: TokenRow) -> list[Match]:
        """Give all matches of the first index, in order of their first token."""
        return self.matches_of_each(row)[0]

    def matches_of_each(self, row: TokenRow) -> list[list[Match]]:
        """Give all matches of each index, in order of their first token."""
        found: list[list[Match]] = [[] for _ in range(self._indexes)]
        begun = self._are_forms.of(row.numbers)
        goes_on = self._are_firsts.of(row.numbers[:-1])
        begun[:-1] |= goes_on & self._are_seconds.of(row.numbers[1:])
        normals = row.normals
        for first in begun.nonzero()[0].tolist():
            after = normals[first + 1]
            for start in self._begins[normals[first]]:
                number, stripped, proclitics, node, whole = start
                if whole:
                    match = _match((first, first, stripped, proclitics, whole))
                    found[number].append(match)
                elif node.matched:
                    _note(start, (first, first), node, normals, found[number])
                # Most that begin a name go on otherwise: ask before walking.
                following = node.next
                if following and (after in following or after in HYPHENS):
                    _walk(first, start, normals, found[number])
        return found


def _walk(
    first: int, start: _Start, normals: Sequence[str], found: list[Match]
) -> None:
    """Walk down the index from a word on, and note every form that ends on the way."""
    last, node = first, start.node
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
            _note(start, (first, last), node, normals, found)


def _note(
    start: _Start,
    span: tuple[int, int],
    node: Node,
    normals: Sequence[str],
    found: list[Match],
) -> None:
    """Note the forms that end at a node, without the words that they leave out."""
    _, stripped, proclitics, _, _ = start
    first, last = span
    for skip, tail, entries in node.matched:
        end = _words_on(last, -tail, normals) if tail else last
        if skip:
            begin = _words_on(first, skip, normals)
            found.append(_match((begin, end, 0, "", entries)))
        else:
            found.append(_match((first, end, stripped, proclitics, entries)))


def _words_on(index: int, words: int, normals: Sequence[str]) -> int:
    """Give the token so many words on, or back: دولة_الإمارات, دولة #الإمارات."""
    step = 1 if words > 0 else -1
    for _ in range(abs(words)):
        index += step
        while normals[index] in HYPHENS:
            index += step
    return index
