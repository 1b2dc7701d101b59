"""Duplicates: articles that tell one story in the same words.

An agency's report appears in ten papers, with another headline, without its first
paragraph or cut at the end: ten articles, one story. Two articles are of one story if
nearly all runs of three words in the shorter stand in the longer, whatever the spelling
(:mod:`kit.language.normal`), and the longer is not much longer. Which pairs to compare
their MinHash signatures tell, so that not all need be; and of a text its runs are kept,
each as a number, so that a corpus may be larger than memory holds texts.
"""

from __future__ import annotations

import re
from array import array
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

import polars as pl
from tqdm import tqdm

from kit.articles.article import Article, Articles, as_articles
from kit.language.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_WORD = re.compile(r"[^\W_]+")
_RUN = 3  # words
_SIGNS = 128  # of a signature
_LONGER = 2.5  # times; a round-up holds many stories and is none of them
_CANDIDATE = 0.5  # of the threshold: as like are the wholes where one is a part
_PATIENCE = 2.0  # seconds before progress is shown
_SCHEMA = {"article": pl.String, "story": pl.String}


def duplicates(
    articles: Iterable[Article] | Article, *, threshold: float = 0.8
) -> pl.DataFrame:
    """Give the story of each article: the id of the earliest one that tells it.

    Parameters
    ----------
    articles
        What :func:`kit.read_articles` read, or some of it; or ``mentions.articles``, of
        an opened store too.
    threshold
        How much of the shorter of two articles stands in the longer, from 0 to 1.

    Returns
    -------
    polars.DataFrame
        ``article`` and ``story``, a row for each article in their order. The earliest
        is that of the first date, where there are any, else the first.

    Examples
    --------
    >>> from kit import read_articles
    >>> from dataclasses import replace
    >>> (article,) = read_articles("seeds")
    >>> copy = replace(article, id="copy", text=article.text[:3000], parts=())
    >>> duplicates([article, copy])["story"].to_list()
    ['000_617c5abc0a7285a5', '000_617c5abc0a7285a5']

    """
    if isinstance(threshold, bool) or not 0 < threshold <= 1:
        msg = f"threshold={threshold!r} must be a number above 0, and 1 at most."
        raise ValueError(msg)
    some = as_articles(articles)
    about: list[tuple[str, str | None]] = []
    groups = _Groups(len(some))
    _join(_told(some, about), threshold, groups)
    return pl.DataFrame(_rows(about, groups), schema=_SCHEMA, orient="row")


def _told(
    articles: Articles, about: list[tuple[str, str | None]]
) -> Iterator[list[str]]:
    """Give the words of each article; of itself only its id and date are kept."""
    # A store reads its articles one after the other, and holds no text for long.
    for article in tqdm(
        articles, desc="comparing", unit="article", delay=_PATIENCE, total=len(articles)
    ):
        about.append((article.id, article.date))
        yield _words(article)


def _join(told: Iterable[list[str]], threshold: float, groups: _Groups) -> None:
    """Join those that are of one story, of articles whose words are told in order."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  # slow to import

    blank = MinHash(num_perm=_SIGNS, hashfunc=_as_it_is)
    index = MinHashLSH(threshold=_CANDIDATE * threshold, num_perm=_SIGNS)
    same: dict[bytes, int] = {}
    kept: dict[int, array[int]] = {}
    for at, words in enumerate(told):
        if not words:
            continue
        first = same.setdefault(_digest(words), at)
        if first != at:
            groups.join(first, at)
            continue
        runs = _runs(words)
        signature = blank.copy()
        signature.update_batch(runs)
        for other in index.query(signature):
            if not groups.are_joined(at, other) and _is_one_story(
                runs, kept[other], threshold
            ):
                groups.join(other, at)
        index.insert(at, signature)
        kept[at] = array("I", runs)


def _digest(words: Sequence[str]) -> bytes:
    return blake2b(" ".join(words).encode(), digest_size=16).digest()


def _as_it_is(number: int) -> int:
    return number


def _words(article: Article) -> list[str]:
    """Give the words of an article in one spelling, without notices and repeats."""
    kept = [
        part for part in article.parts if not (part.kind == "notice" or part.repeat)
    ]
    spans = [(part.start, part.end) for part in kept] or [(0, len(article.text))]
    text = "\n".join(article.text[start:end] for start, end in spans)
    return _WORD.findall(normalise(text))


def _runs(words: Sequence[str]) -> frozenset[int]:
    """Give the runs of words, each as a number; a text shorter than one is its own."""
    last = max(len(words) - _RUN, 0)
    return frozenset(
        crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(last + 1)
    )


def _is_one_story(
    one: frozenset[int], other: Collection[int], threshold: float
) -> bool:
    """Say whether two are of one story by their runs, which are told once each."""
    shorter, longer = sorted((len(one), len(other)))
    if longer > _LONGER * shorter:
        return False
    return len(one.intersection(other)) >= threshold * shorter


def _rows(
    about: Sequence[tuple[str, str | None]], groups: _Groups
) -> list[tuple[str, str]]:
    told: dict[int, int] = {}
    for at, (_, date) in enumerate(about):
        _, best = about[told.setdefault(groups.of(at), at)]
        if date and (not best or date < best):
            told[groups.of(at)] = at
    return [(one, about[told[groups.of(at)]][0]) for at, (one, _) in enumerate(about)]


class _Groups:
    """Groups that are joined two by two, each named by one of its members."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def of(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def are_joined(self, one: int, other: int) -> bool:
        return self.of(one) == self.of(other)

    def join(self, one: int, other: int) -> None:
        self._above[self.of(other)] = self.of(one)
