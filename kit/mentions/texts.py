"""Texts: the normal form of a whole collection, for who looks for letters in it.

To give thousands of articles their normal form letter by letter takes seconds, so it is
given to all texts at once: what changes is replaced, and what need not is passed over
by a regular expression, both in polars. The forms of the collection that was looked
into last are kept.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import polars as pl

from kit.language.normal import fold
from kit.mentions.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.articles.article import Article, Articles

_BATCH = 1000  # articles
_COMMON = range(0x700)  # up to the end of the Arabic letters
_last: list[tuple[Sequence[Article], pl.Series]] = []


def articles_where(
    articles: Articles, test: Callable[[pl.Series], pl.Series]
) -> list[Article]:
    """Give the articles whose normal form passes a test, in their order.

    The test is given many normal forms and says of each whether it passes. Articles on
    the disk are read in batches and only those that pass are opened.
    """
    if not isinstance(articles, Shelf):
        return [articles[at] for at in test(_normal_texts(articles)).arg_true()]
    ids: list[str] = []
    every = articles.texts()
    while batch := list(islice(every, _BATCH)):
        passed = test(normalised(pl.Series([text for _, text in batch]))).arg_true()
        ids += [batch[at][0] for at in passed]
    opened = articles.of(ids)
    return [opened[one] for one in ids]


def _normal_texts(articles: Articles) -> pl.Series:
    """Give the normal form of all articles, kept until others are asked for."""
    for known, texts in _last:
        if known is articles.items:
            return texts
    texts = normalised(pl.Series([one.text for one in articles], dtype=pl.String))
    _last[:] = [(articles.items, texts)]
    return texts


def normalised(texts: pl.Series) -> pl.Series:
    """Give the normal form of each text.

    >>> normalised(pl.Series(["إلى أَنْقَرَة"])).to_list()
    ['الي انقره']
    """
    others = texts.str.extract_all(_uncommon()).explode().drop_nulls().unique()
    folds = {letter: fold(letter) for letter in others}
    return texts.str.replace_many({a: b for a, b in folds.items() if a != b})


@cache
def _uncommon() -> str:
    """Give the pattern of a letter that may not be its own normal form."""
    plain = (code for code in _COMMON if fold(chr(code)) == chr(code))
    return "[^" + "".join(rf"\x{{{code:x}}}" for code in plain) + "]"
