"""Finding: from articles to mentions.

Each article is looked at whole by the :class:`~kit.mentions.finder.Finder`; here its
rows become the tables of :class:`~kit.mentions.mention.Mentions`, and what a researcher
decided is applied. Every mention is a row with its evidence; nothing here counts.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

import polars as pl
from tqdm import tqdm

from kit.articles.article import as_articles
from kit.checking import expect
from kit.decisions.extending import extended_lexicon
from kit.decisions.record import Decisions
from kit.mentions.correcting import corrected
from kit.mentions.engines import recognisers
from kit.mentions.finder import Finder, Settings
from kit.mentions.mention import (
    ENTITY_SCHEMA,
    MENTION_SCHEMA,
    PROPOSAL_SCHEMA,
    TOKEN_SCHEMA,
    Asked,
    Mentions,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.articles.article import Article
    from kit.camel.morphology import Morphology
    from kit.decisions.decision import Decision
    from kit.lexicon.lexicon import Lexicon, Name

DEFAULT_ENGINE = "recogniser"
_PATIENCE = 2.0
_REMEMBERED_WORDS = 1 << 18  # those of some ten thousand articles
_READ_TOGETHER = 64  # articles: enough for a recogniser to work in large batches


def find_mentions(  # noqa: PLR0913  # each option is a question a researcher asks
    articles: Iterable[Article] | Article,
    *,
    engine: str | Sequence[str] = DEFAULT_ENGINE,
    combine: str = "union",
    titles: bool = False,
    morphology: Morphology | None = None,
    decisions: Decisions | None = None,
) -> Mentions:
    """Find who and which countries and places are mentioned.

    Parameters
    ----------
    articles
        What :func:`kit.read_articles` gave, or any articles, or one.
    engine
        Who proposes mentions, one name or several. ``lexicon``: the shipped tables and
        the rules of Arabic alone, the fastest. ``recogniser``: also the recogniser that
        ships with the kit, which knows names that no table lists. ``camel``: also the
        neural model of camel-tools, where it is installed.
    combine
        ``union`` takes what any engine finds, ``vote`` what no table lists only when
        two engines find it, the rules about titles and given names counting as one.
    titles
        Also let titles (الرئيس الأميركي) stand for the person of whom the same article
        says that they hold it; such mentions have the form ``title``.
    morphology
        A database of words, as ``Morphology.load()`` gives it where one is installed,
        to be asked where names that no table lists begin and end.
    decisions
        What a researcher decided, as :func:`kit.read_decisions` gives it; what each
        did stands in ``decided`` of the result.

    Raises
    ------
    ValueError
        If there is no such engine, or no such way to combine them.
    RuntimeError, FileNotFoundError
        If an engine is not installed; the message says how to install it.

    """
    if decisions is not None:
        expect(decisions, Decisions, "decisions, as read_decisions gives them")
    additions = decisions.additions if decisions else ()
    asked = Asked(engine, combine, titles, morphology, additions)
    mentions = found(articles, asked)
    return corrected(mentions, decisions) if decisions else mentions


def found(
    articles: Iterable[Article] | Article, asked: Asked, *, quiet: bool = False
) -> Mentions:
    """Find mentions as asked, before decisions other than additions are applied.

    ``quiet`` shows no progress.
    """
    settings = Settings(asked.combine, titles=asked.titles, morphology=asked.morphology)
    readers = recognisers(asked.engine)
    articles = as_articles(articles)
    finder = _finder(asked.additions)
    if finder.met > _REMEMBERED_WORDS:
        # News never runs out of new words: whoever reads on and on begins anew.
        _finder.cache_clear()
        finder = _finder(asked.additions)
    rows = [pl.DataFrame(schema=MENTION_SCHEMA)]
    tokens = [pl.DataFrame(schema=TOKEN_SCHEMA)]
    proposed = [pl.DataFrame(schema=PROPOSAL_SCHEMA)]
    names: dict[str, Name] = {}
    with (
        _no_collecting(),
        tqdm(
            articles, desc="finding", unit="article", delay=_PATIENCE, disable=quiet
        ) as progress,
    ):
        for first in range(0, len(articles), _READ_TOGETHER):
            some = articles[first : first + _READ_TOGETHER]
            now = finder.find(some, readers, settings)
            rows.append(now.rows)
            tokens.append(now.tokens)
            proposed.append(now.proposals)
            names.update(now.names)
            progress.update(len(some))
    return Mentions(
        pl.concat(rows),
        pl.concat(tokens),
        _entities(names, finder.lexicon),
        articles,
        pl.concat(proposed),
        asked=asked,
    )


def _entities(names: dict[str, Name], lexicon: Lexicon) -> pl.DataFrame:
    """Give the entities found, and the countries they belong to."""
    for name in tuple(names.values()):
        if name.country and name.country not in names:
            names[name.country] = lexicon.names[name.country]
    rows = [
        (entity, name.kind, name.country, name.arabic, name.english)
        for entity, name in sorted(names.items())
    ]
    return pl.DataFrame(rows, schema=ENTITY_SCHEMA, orient="row")


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Leave garbage alone for a while.

    Finding makes no cycles, and looking for them again and again among a million rows
    and forms would take a third of its time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@lru_cache(maxsize=2)  # without decisions, and with those of the day
def _finder(additions: tuple[Decision, ...]) -> Finder:
    return Finder(extended_lexicon(additions))
