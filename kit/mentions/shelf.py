"""The shelf: what is asked of articles by those who do not read them.

Counting asks of an article where and when it appeared, and seldom for its text. So it
looks articles up on a table, and opens by their ids the few that a reader is shown.
Articles in memory make such a table when they are asked; a corpus on the disk has one,
and leaves the texts where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.articles.article import Article, Articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ABOUT_SCHEMA = pl.Schema(
    {
        "article": pl.String,
        "title": pl.String,
        "source": pl.String,
        "date": pl.String,
        "url": pl.String,
        "path": pl.String,
        "author": pl.String,
    }
)
"""Columns of :attr:`kit.Mentions.about`: the articles in order, without their texts."""


class Shelf(Articles):
    """Articles whose texts are fetched when they are read; who holds them says how."""

    @property
    def about(self) -> pl.DataFrame:
        """The articles in order, columns as in ``ABOUT_SCHEMA``."""
        raise NotImplementedError

    def of(self, ids: Iterable[str]) -> dict[str, Article]:
        """Give the articles of these ids, those that are here."""
        raise NotImplementedError

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give the id and the text of each article, one after the other."""
        raise NotImplementedError


def about(articles: Articles) -> pl.DataFrame:
    """Give the articles in order, without their texts, as in ``ABOUT_SCHEMA``.

    >>> from kit.articles.reading import read_articles
    >>> about(read_articles("seeds")).columns[:2]
    ['article', 'title']
    """
    if isinstance(articles, Shelf):
        return articles.about
    rows = [
        (one.id, one.title, one.source, one.date, one.url, one.path, one.author)
        for one in articles
    ]
    return pl.DataFrame(rows, schema=ABOUT_SCHEMA, orient="row")
