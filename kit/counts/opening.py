"""Opening: from rows of mentions to what a reader is shown of them.

In a concordance *left* is what comes first, as in the field's textbooks; in Arabic it
stands on the right. Columns and orders are therefore named for the order of reading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from kit.checking import expect_table
from kit.language.normal import normalise
from kit.mentions.mention import expect_mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kit.articles.article import Article
    from kit.counts.filters import Filter
    from kit.mentions.mention import Mentions

_PLACE = ("article", "sentence", "paragraph", "start", "end")
ORDERS = ("text", "surface", "before", "after")
"""How a concordance may be ordered: as in the text, by what is written, or by the words
before or after it, the nearest first."""

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W_]+")
_SEEN = 80  # characters beside a mention that decide its place in an order
_COMPARED = 4  # words of them


def concordance(
    mentions: Mentions, rows: pl.DataFrame, *, width: int | None = None
) -> pl.DataFrame:
    """Open mentions into their sentences, or into some words around them.

    Adds to the rows ``left`` and ``right``, the raw text before and after the mention,
    and ``sentence_start``, ``sentence_end``, the characters of its sentence in the
    article. Left is what comes first: in Arabic it stands on the right.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    rows
        Some of its rows.
    width
        How many words to show on each side, within the paragraph, also beyond the
        sentence; None for the sentence. A letter attached to the mention (وليبيا) is
        no word of its own and is shown too.

    """
    expect_mentions(mentions)
    expect_table(rows, _PLACE, "the rows of mentions, as select(mentions) gives them")
    given: object = width  # whatever the notebook's reader passes
    if given is not None and not (isinstance(given, int) and given >= 0):
        msg = f"Cannot show {width!r} words beside a mention. Give a number, or None."
        raise ValueError(msg)
    texts = mentions.opened(rows["article"].unique())
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    opened: list[tuple[str, str, int, int]] = []
    for article_id, number, paragraph, start, end in rows.select(_PLACE).iter_rows():
        article = texts[article_id]
        if article_id not in spans:
            spans[article_id] = article.sentences()
        first, last = spans[article_id][number]
        left, right = article.text[first:start], article.text[end:last]
        if width is not None:
            part = article.parts[paragraph]
            left = _last(article.text[part.start : start], width)
            right = _first(article.text[end : part.end], width)
        opened.append((left, right, first, last))
    schema = {
        "left": pl.String,
        "right": pl.String,
        "sentence_start": pl.UInt32,
        "sentence_end": pl.UInt32,
    }
    return rows.hstack(pl.DataFrame(opened, schema=schema, orient="row"))


def in_order(mentions: Mentions, rows: pl.DataFrame, order: str) -> pl.DataFrame:
    """Give rows in one of ``ORDERS``; those that compare equal stay as in the text.

    Words are compared in their normal form, so that spellings of one word stand
    together.
    """
    if order not in ORDERS:
        msg = f"No order '{order}'. Use one of: {', '.join(ORDERS)}."
        raise ValueError(msg)
    if order == "text":
        return rows
    key = _KEYS[order]
    texts = mentions.opened(rows["article"].unique())
    places = rows.select("article", "paragraph", "start", "end").iter_rows()
    keys = [key(texts[article], *place) for article, *place in places]
    ordered = pl.Series("key", keys, dtype=pl.List(pl.String))
    # One string sorts faster than a list; a blank is less than any letter.
    return (
        rows.with_columns(ordered.list.join(" "))
        .sort("key", maintain_order=True)
        .drop("key")
    )


def names(entities: Iterable[str], mentions: Mentions) -> dict[str, tuple[str, str]]:
    """Give the Arabic and English names of entities, for drawing."""
    wanted = mentions.entities.filter(pl.col("entity").is_in(list(entities)))
    return {
        entity: (name, english)
        for entity, name, english in wanted.select(
            "entity", "name", "english"
        ).iter_rows()
    }


def chosen(where: Filter, mentions: Mentions) -> dict[str, tuple[str, str]]:
    """Give the Arabic and English names of the entities that a filter names."""
    return names([*(where.actors or ()), *(where.countries or ())], mentions)


def _last(text: str, width: int) -> str:
    """Give the last words of what stands before a mention, and what is attached."""
    starts = [match.start() for match in _WORD.finditer(text)]
    attached = bool(text) and not text[-1].isspace()
    shown = width + attached
    return text if shown >= len(starts) else text[starts[-shown] :] if shown else ""


def _first(text: str, width: int) -> str:
    ends = [match.end() for match in _WORD.finditer(text)]
    attached = bool(text) and not text[0].isspace()
    shown = width + attached
    return text if shown >= len(ends) else text[: ends[shown - 1]] if shown else ""


def _compared(text: str) -> list[str]:
    return _LETTERS.findall(normalise(text))


def _by_surface(article: Article, paragraph: int, start: int, end: int) -> list[str]:
    del paragraph
    return _compared(article.text[start:end])


def _by_before(article: Article, paragraph: int, start: int, end: int) -> list[str]:
    del end
    first = article.parts[paragraph].start
    seen = article.text[max(first, start - _SEEN) : start]
    if seen and not seen[-1].isspace():
        seen = seen.rstrip().rpartition(" ")[0]  # without what is attached
    return _compared(seen)[: -_COMPARED - 1 : -1]


def _by_after(article: Article, paragraph: int, start: int, end: int) -> list[str]:
    del start
    last = article.parts[paragraph].end
    return _compared(article.text[end : min(last, end + _SEEN)])[:_COMPARED]


_KEYS: dict[str, Callable[[Article, int, int, int], list[str]]] = {
    "surface": _by_surface,
    "before": _by_before,
    "after": _by_after,
}
