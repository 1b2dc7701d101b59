"""Revising: mentions under other decisions, looking again only where it matters.

Most decisions change what was found. Aliases and new actors change what can be found:
the articles must be looked at again, but only those in which the letters of such a name
stand, since each article is looked at by itself. Among a hundred thousand these are
few, so that a researcher can see what a name would add before adding it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from kit.articles.article import Articles
from kit.decisions.extending import extended_lexicon, written_as
from kit.decisions.record import Decisions
from kit.lexicon.index import ARTICLE, words_of
from kit.lexicon.lexicon import Name
from kit.mentions.correcting import corrected
from kit.mentions.finding import find_mentions
from kit.mentions.mention import ENTITY_SCHEMA, Mentions
from kit.mentions.texts import articles_where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.articles.article import Article
    from kit.decisions.decision import Decision

_SHORTEST = 3
_NO_LETTER = r"[^\p{L}\p{N}]+"


def revised(mentions: Mentions, decisions: Decisions) -> Mentions:
    """Give mentions as they are under other decisions.

    The same as finding them again with these decisions, in less time: only articles in
    which the letters of an added name stand, or of one that is added no more, are
    looked at again. The decisions under which ``mentions`` were found do not matter.
    """
    found = mentions if mentions.found is None else mentions.found
    before, after = found.asked.additions, decisions.additions
    if before != after:
        changed = {*before} ^ {*after}
        found = _found_again(found, [*_letters_of(changed)], decisions)
    return corrected(found, decisions)


def _letters_of(additions: Iterable[Decision]) -> Iterator[str]:
    """Give letters of which some stand in every article that additions can change."""
    additions = tuple(additions)
    common = extended_lexicon(additions).common_words
    for text, kind in written_as(additions):
        words = words_of(text)
        # A person's words tell of others who bear them, whoever they are.
        alone = (
            [word for word in words if word not in common] if kind == "person" else ()
        )
        for written in ("".join(words), *alone):
            # للعراق has lost the alef of العراق.
            bare = written.removeprefix(ARTICLE)
            yield bare if len(bare) >= _SHORTEST else written


def _found_again(found: Mentions, letters: list[str], decisions: Decisions) -> Mentions:
    asked = replace(found.asked, additions=decisions.additions)
    opened = _holding(found.articles, letters)
    ids = [article.id for article in opened]
    again = find_mentions(
        Articles(tuple(opened)),
        engine=asked.engine,
        combine=asked.combine,
        titles=asked.titles,
        morphology=asked.morphology,
        decisions=Decisions(decisions.additions),
    )
    again = again.found or again
    place = {article: at for at, article in enumerate(found.about["article"])}

    def spliced(old: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
        rows = pl.concat([old.filter(~pl.col("article").is_in(ids)), new])
        order = pl.col("article").replace_strict(place, return_dtype=pl.UInt32)
        return rows.sort(order, maintain_order=True)

    rows = spliced(found.rows, again.rows)
    return Mentions(
        rows,
        found.tokens,
        _mentioned(rows, found, again),
        found.articles,
        spliced(found.proposals, again.proposals),
        asked=asked,
    )


def _holding(articles: Articles, letters: list[str]) -> list[Article]:
    """Give the articles in which some of these letters stand, whatever parts them."""
    return articles_where(
        articles,
        lambda texts: texts.str.replace_all(_NO_LETTER, "").str.contains_any(letters),
    )


def _mentioned(rows: pl.DataFrame, *known: Mentions) -> pl.DataFrame:
    """Give the entities of rows, and the countries they belong to."""
    names: dict[str, Name] = {}
    for mentions in known:
        for entity, *name in mentions.entities.iter_rows():
            names[entity] = Name(*name)
    used = {*rows["entity"].unique()}
    used |= {country for one in used if (country := names[one].country)}
    table = [
        (entity, name.kind, name.country, name.arabic, name.english)
        for entity, name in sorted(names.items())
        if entity in used
    ]
    return pl.DataFrame(table, schema=ENTITY_SCHEMA, orient="row")
