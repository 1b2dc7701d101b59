"""Mentions made by hand: what the screen shows must not depend on the finder."""

from __future__ import annotations

import polars as pl

from kit.articles.article import Article, Articles
from kit.articles.parts import parts_of
from kit.mentions.mention import (
    ENTITY_SCHEMA,
    MENTION_SCHEMA,
    TOKEN_SCHEMA,
    Mentions,
)

NAMES = (
    # surface, entity, kind, form, country
    ("ليبيا", "LY", "country", "name", "LY"),
    ("الليبي", "LY", "country", "demonym", "LY"),
    ("مصر", "EG", "country", "name", "EG"),
    ("حفتر", "khalifa-haftar", "person", "surname", "LY"),
    ("الجيش الوطني الليبي", "lna", "organisation", "name", "LY"),
)
ENTITIES = (
    ("LY", "country", "LY", "ليبيا", "Libya"),
    ("EG", "country", "EG", "مصر", "Egypt"),
    ("khalifa-haftar", "person", "LY", "خليفة حفتر", "Khalifa Haftar"),
    ("lna", "organisation", "LY", "الجيش الوطني الليبي", "Libyan National Army"),
)
FIRST = """وقف القتال في ليبيا

تقدم الجيش الوطني الليبي في ليبيا. ورحبت مصر بقرار حفتر.

تنويه: ليبيا خبر آخر"""
SECOND = """حفتر في مصر

وصل حفتر إلى مصر. ثم عاد إلى ليبيا."""


def articles_of(dates=(), **texts):
    dates = dict(dates)
    return Articles(
        tuple(
            Article(
                name,
                text,
                parts_of(text),
                title=text.split("\n")[0],
                date=dates.get(name),
            )
            for name, text in texts.items()
        )
    )


def found_in(articles, names=NAMES):
    """Find every surface of ``names``: enough of a finder for a screen."""
    rows, tokens = [], []
    for article in articles:
        sentence = 0
        for number, part in enumerate(article.parts):
            spans = [
                span
                for span in article.sentences()
                if part.start <= span[0] and span[1] <= part.end
            ]
            words = len(article.text[part.start : part.end].split())
            place = (article.id, number, part.kind, part.repeat)
            tokens.append((*place, words, len(spans)))
            for start, end in spans:
                rows.extend(_rows(article, place, (start, end, sentence), names))
                sentence += 1
    return Mentions(
        pl.DataFrame(rows, schema=MENTION_SCHEMA, orient="row").sort(
            "article", "start", "end", descending=[False, False, True]
        ),
        pl.DataFrame(tokens, schema=TOKEN_SCHEMA, orient="row"),
        pl.DataFrame(ENTITIES, schema=ENTITY_SCHEMA, orient="row"),
        articles,
    )


def _rows(article, place, sentence, names):
    first, last, number = sentence
    for surface, entity, kind, form, country in names:
        at = article.text.find(surface, first, last)
        while at != -1:
            end = at + len(surface)
            outer = article.text.find("الجيش الوطني الليبي", first, last)
            nested = entity != "lna" and outer <= at < outer + 19 and outer >= 0
            before = len(article.text[:at].split())
            yield (
                *(article.id, at, end, surface, entity, kind, form, country),
                *("lna" if nested else None, place[2], place[3], place[1]),
                *(number, before, "", f"{form} {surface}", "lexicon", 1.0, None),
                "nested" if nested else form,
            )
            at = article.text.find(surface, end, last)
