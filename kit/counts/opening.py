"""Opening: from rows of mentions to what a reader is shown of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.mentions.mention import Mentions


def concordance(mentions: Mentions, rows: pl.DataFrame) -> pl.DataFrame:
    """Open mentions into their sentences: key word in context.

    Adds to the rows ``left`` and ``right``, the raw text of the sentence before and
    after the mention, and ``sentence_start``, ``sentence_end``, its characters in the
    article. Left is what comes first: in Arabic it stands on the right.
    """
    texts = {article.id: article for article in mentions.articles}
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    opened: list[tuple[str, str, int, int]] = []
    for article_id, number, start, end in rows.select(
        "article", "sentence", "start", "end"
    ).iter_rows():
        article = texts[article_id]
        if article_id not in spans:
            spans[article_id] = article.sentences()
        first, last = spans[article_id][number]
        opened.append((article.text[first:start], article.text[end:last], first, last))
    schema = {
        "left": pl.String,
        "right": pl.String,
        "sentence_start": pl.UInt32,
        "sentence_end": pl.UInt32,
    }
    return rows.hstack(pl.DataFrame(opened, schema=schema, orient="row"))


def names(entities: Iterable[str], mentions: Mentions) -> dict[str, tuple[str, str]]:
    """Give the Arabic and English names of entities, for drawing."""
    wanted = mentions.entities.filter(pl.col("entity").is_in(list(entities)))
    return {
        entity: (name, english)
        for entity, name, english in wanted.select(
            "entity", "name", "english"
        ).iter_rows()
    }
