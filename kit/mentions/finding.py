"""Finding: from articles to mentions.

Each article is looked at whole: its paragraphs are matched against the lexicon,
doubtful forms are decided by what else the article names, overlapping matches are
chosen from, titles propose persons nobody listed, and short names are linked to full
ones. Every mention is a row with its evidence; nothing here counts.
"""

from __future__ import annotations

import gc
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

import polars as pl
from tqdm import tqdm

from kit.articles.article import Article, Articles
from kit.language.normal import letters
from kit.lexicon.index import ARTICLE
from kit.lexicon.lexicon import Lexicon, Name, default_lexicon
from kit.mentions.bodies import clubs, national_bodies
from kit.mentions.choosing import Choice, outermost
from kit.mentions.deciding import GivenNames, Votes, decide, merged
from kit.mentions.discovering import (
    Surroundings,
    unknown_persons,
    with_given_names,
)
from kit.mentions.linking import ShortNames
from kit.mentions.matcher import Matcher, Tokenizer, TokenRow
from kit.mentions.mention import (
    ENTITY_SCHEMA,
    MENTION_SCHEMA,
    TOKEN_SCHEMA,
    Mentions,
)
from kit.mentions.nationalities import family_names

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGINES = ("lexicon",)
_PATIENCE = 2.0
_SHORTENED_KINDS = frozenset({"person", "organisation"})
_IS_WORD = attrgetter("word")
_Standing = tuple[Choice, list[Choice]]


def find_mentions(
    articles: Iterable[Article] | Article, *, engine: str = "lexicon"
) -> Mentions:
    """Find who and which countries and places are mentioned.

    Parameters
    ----------
    articles
        What :func:`kit.read_articles` gave, or any articles, or one.
    engine
        ``lexicon``: the shipped tables and the rules of Arabic; no download.

    Raises
    ------
    ValueError
        If there is no such engine.

    """
    if engine not in ENGINES:
        msg = f"No engine '{engine}'. Use one of: {', '.join(ENGINES)}."
        raise ValueError(msg)
    articles = _articles(articles)
    finder = _finder()
    rows: list[tuple[object, ...]] = []
    tokens: list[tuple[object, ...]] = []
    names: dict[str, Name] = {}
    with _no_collecting():
        for article in tqdm(articles, desc="finding", unit="article", delay=_PATIENCE):
            found = finder.find(article)
            rows.extend(found.rows)
            tokens.extend(found.tokens)
            names.update(found.names)
    return Mentions(
        _frame(rows, MENTION_SCHEMA),
        _frame(tokens, TOKEN_SCHEMA),
        _entities(names, finder.lexicon),
        articles,
    )


def _articles(articles: object) -> Articles:
    if isinstance(articles, Articles):
        return articles
    if isinstance(articles, Article):
        return Articles((articles,))
    if not isinstance(articles, (str, bytes)) and isinstance(articles, Iterable):
        several = tuple(articles)
        if all(isinstance(one, Article) for one in several):
            return Articles(several)
    msg = (
        f"Cannot find mentions in {type(articles).__name__} {str(articles)[:40]!r}. "
        "Give articles, as read_articles(path) reads them."
    )
    raise TypeError(msg)


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


@cache
def _finder() -> Finder:
    return Finder(default_lexicon())


@dataclass(frozen=True, slots=True)
class Found:
    """What one article gives: rows of the mention and token tables, and names."""

    rows: list[tuple[object, ...]]
    tokens: list[tuple[object, ...]]
    names: dict[str, Name]


class Finder:
    """Finds the mentions of articles, one at a time, with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._tokenizer = Tokenizer()
        self._given_names = GivenNames(lexicon)
        self._matcher = Matcher(lexicon.index, lexicon.bodies, lexicon.titles)

    def find(self, article: Article) -> Found:
        """Find the mentions of one article."""
        row = self._tokenizer.row(article)
        names: dict[str, Name] = {}
        chosen = self._choose(row, names)
        chosen = self._linked(row, chosen)
        known = self.lexicon.names
        for outer, inner in chosen:
            for choice in (outer, *inner):
                entity = choice.form.entity
                if entity in known:
                    names[entity] = known[entity]
        sentences = [start for start, _ in article.sentences()]
        return Found(
            list(_rows(article, row, chosen, sentences)),
            list(_token_rows(article, row, sentences)),
            names,
        )

    def _choose(self, row: TokenRow, names: dict[str, Name]) -> list[_Standing]:
        """Take the matches of forms, heads and titles for what they mean here."""
        forms, heads, titles = self._matcher.matches_of_each(row)
        matches = merged(forms)
        votes = Votes(matches, row)
        strangers = self._given_names.strangers(row, matches)
        families = family_names(matches, row, strangers) if strangers else frozenset()
        decided = (decide(match, row, votes, strangers, families) for match in matches)
        standing = clubs([choice for choice in decided if choice is not None], row)
        for body, name in national_bodies(heads, standing, row, self.lexicon):
            names[body.form.entity] = name
            standing.append(body)
        chosen = outermost(standing)
        around = Surroundings.of(row, [c for c, _ in chosen], self.lexicon)
        for old, new, discovered in with_given_names([c for c, _ in chosen], around):
            chosen[chosen.index((old, []))] = (new, [])
            around.take(new)
            if discovered is not None:
                names[new.form.entity] = discovered
        for choice, name in unknown_persons(titles, strangers, around):
            names[choice.form.entity] = name
            chosen.append((choice, []))
        return sorted(chosen, key=_place)

    def _linked(self, row: TokenRow, chosen: list[_Standing]) -> list[_Standing]:
        """Add the short names of what the article names in full."""
        shorts = ShortNames(self.lexicon)
        for outer, _ in chosen:
            if outer.form.form == "name" and outer.form.kind in _SHORTENED_KINDS:
                shorts.add(outer, row)
        linked = shorts.linked(row, [outer for outer, _ in chosen])
        return sorted([*chosen, *((choice, []) for choice in linked)], key=_place)


def _place(pair: _Standing) -> int:
    return pair[0].match.first


def _rows(
    article: Article,
    row: TokenRow,
    chosen: Sequence[_Standing],
    sentences: Sequence[int],
) -> Iterator[tuple[object, ...]]:
    """Give the rows of an article; ``sentences`` are where its sentences begin."""
    text, parts = article.text, article.parts
    words = list(accumulate(map(_IS_WORD, row.tokens), initial=0)) if chosen else []
    for outer, inner in chosen:
        at = row.paragraph(outer.match.first)
        part = parts[at]
        for choice in (outer, *inner):
            match, form = choice.match, choice.form
            inside = choice.inside if choice is outer else outer.form.entity
            start = row.start(match.first, match.stripped)
            end = row.end(match.last)
            yield (
                article.id, start, end, text[start:end],
                form.entity, form.kind, form.form, form.country, inside,
                part.kind, part.repeat, at, bisect_right(sentences, start) - 1,
                words[match.first], match.proclitics or None, _evidence(choice),
                choice.engine, choice.confidence,
                " ".join(choice.undecided) or None,
                "nested" if inside else _way(choice, text[start:end]),
            )  # fmt: skip  # in the order of MENTION_SCHEMA


def _way(choice: Choice, surface: str) -> str:
    """Give the one of ``WAYS`` that a mention of its own is counted under."""
    form = choice.form
    if form.form != "name":
        return form.form
    if form.note.startswith("alias"):
        return "other_name"
    if choice.spelling or not _same_letters(surface, form.text):
        return "spelling"
    return "proclitic" if choice.match.proclitics else "name"


@lru_cache(maxsize=1 << 18)
def _same_letters(surface: str, usual: str) -> bool:
    """Say whether two spellings differ in nothing but marks and a missing article."""
    written, meant = letters(surface), letters(usual)
    return meant in {written, ARTICLE + written}


def _evidence(choice: Choice) -> str:
    said = choice.form.note
    if choice.match.proclitics:
        said = f"proclitic {choice.match.proclitics} + {said}"
    if choice.spelling:
        said += f" + spelling {choice.spelling}"
    return f"{said} + {choice.reason}" if choice.reason else said


def _token_rows(
    article: Article, row: TokenRow, sentences: Sequence[int]
) -> Iterator[tuple[object, ...]]:
    first = 0
    for at, part in enumerate(article.parts):
        count = bisect_left(sentences, part.end) - bisect_left(sentences, part.start)
        words = sum(map(_IS_WORD, row.tokens[first : row.breaks[at]]))
        first = row.breaks[at]
        yield article.id, at, part.kind, part.repeat, words, count


def _frame(rows: list[tuple[object, ...]], schema: pl.Schema) -> pl.DataFrame:
    columns = zip(*rows, strict=True) if rows else [[] for _ in schema]
    return pl.DataFrame(dict(zip(schema, columns, strict=True)), schema=schema)
