"""Searching: the sentences that hold some words, in whatever spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from kit.mentions.texts import articles_where, normalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.articles.article import Article, Articles

_BLANKS = r"[\s\x1c-\x1f]+"  # what Python parts words at
_SCHEMA = {"article": pl.String, "sentence": pl.UInt32, "text": pl.String}


def containing(articles: Articles, sought: str) -> pl.DataFrame:
    """Give ``article, sentence`` of the sentences that hold words in normal form."""
    pattern = _BLANKS.join(map(re.escape, sought.split()))
    holding = articles_where(articles, lambda texts: texts.str.contains(pattern))
    parted = _sentences(holding)
    return parted.filter(normalised(parted["text"]).str.contains(pattern)).drop("text")


def _sentences(articles: Iterable[Article]) -> pl.DataFrame:
    rows = [
        (article.id, number, article.text[start:end])
        for article in articles
        for number, (start, end) in enumerate(article.sentences())
    ]
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")
