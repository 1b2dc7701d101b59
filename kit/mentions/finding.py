"""Finding: from articles to mentions.

Each article is looked at whole: its paragraphs are matched against the lexicon,
doubtful forms are decided by what else the article names, overlapping matches are
chosen from, titles propose persons nobody listed, and short names are linked to full
ones. Every mention is a row with its evidence; nothing here counts.
"""

from __future__ import annotations

import gc
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import polars as pl
from tqdm import tqdm

from kit.articles.article import Article, Articles
from kit.language.normal import letters
from kit.lexicon.index import ARTICLE
from kit.lexicon.lexicon import Lexicon, Name, default_lexicon
from kit.mentions.bodies import clubs, national_bodies
from kit.mentions.choosing import Choice, outermost
from kit.mentions.deciding import GivenNames, country_votes, decide, merged
from kit.mentions.discovering import (
    Surroundings,
    unknown_persons,
    with_given_names,
)
from kit.mentions.linking import ShortNames
from kit.mentions.matcher import Match, Matcher, Paragraph, Tokenizer
from kit.mentions.mention import (
    ENTITY_SCHEMA,
    MENTION_SCHEMA,
    TOKEN_SCHEMA,
    Mentions,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENGINES = ("lexicon",)
_PATIENCE = 2.0
_NEARNESS = 3
_SHORTENED_KINDS = frozenset({"person", "organisation"})


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


@cache
def _finder() -> Finder:
    finder = Finder(default_lexicon())
    # The lexicon is a million objects that live as long as Python: looking through
    # them for garbage again and again would take a fifth of the time of finding.
    gc.freeze()
    return finder


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
        paragraphs = [
            self._tokenizer.paragraph(article.text, part.start, part.end)
            for part in article.parts
        ]
        found = [self._matcher.matches_of_each(paragraph) for paragraph in paragraphs]
        votes = country_votes([matches for matches, _, _ in found])
        names: dict[str, Name] = {}
        chosen = [
            self._choose(paragraph, matches, _nearby(votes, matches[0]), names)
            for paragraph, matches in zip(paragraphs, found, strict=True)
        ]
        self._link(paragraphs, chosen)
        for choice in _flat(chosen):
            entity = choice.form.entity
            if entity in self.lexicon.names:
                names[entity] = self.lexicon.names[entity]
        sentences = [start for start, _ in article.sentences()]
        return Found(
            list(_rows(article, paragraphs, chosen, sentences)),
            list(_token_rows(article, paragraphs, sentences)),
            names,
        )

    def _choose(
        self,
        paragraph: Paragraph,
        found: Sequence[Sequence[Match]],
        votes: Counter[str],
        names: dict[str, Name],
    ) -> list[tuple[Choice, list[Choice]]]:
        """Take the matches of forms, heads and titles for what they mean here."""
        forms, heads, titles = found
        matches = merged(forms)
        strangers = self._given_names.strangers(paragraph, matches)
        choices = [decide(match, paragraph, votes, strangers) for match in matches]
        standing = clubs([c for c in choices if c is not None], paragraph)
        for body, name in national_bodies(heads, standing, paragraph, self.lexicon):
            names[body.form.entity] = name
            standing.append(body)
        chosen = outermost(standing)
        if not (titles or strangers or any(c.form.form == "surname" for c in standing)):
            return chosen
        around = Surroundings.of(paragraph, [c for c, _ in chosen], self.lexicon)
        for old, new, discovered in with_given_names([c for c, _ in chosen], around):
            chosen[chosen.index((old, []))] = (new, [])
            if discovered is not None:
                names[new.form.entity] = discovered
        around = Surroundings.of(paragraph, [c for c, _ in chosen], self.lexicon)
        for choice, name in unknown_persons(titles, strangers, around):
            names[choice.form.entity] = name
            chosen.append((choice, []))
        return sorted(chosen, key=_place)

    def _link(
        self,
        paragraphs: Sequence[Paragraph],
        chosen: Sequence[list[tuple[Choice, list[Choice]]]],
    ) -> None:
        """Add the short names of what the article names in full."""
        shorts = ShortNames(self.lexicon)
        for at, pairs in enumerate(chosen):
            for outer, _ in pairs:
                if outer.form.form == "name" and outer.form.kind in _SHORTENED_KINDS:
                    shorts.add(outer, at, paragraphs[at])
        for at, pairs in enumerate(chosen):
            standing = [outer for outer, _ in pairs]
            linked = list(shorts.linked(at, paragraphs[at], standing))
            if linked:
                pairs.extend((choice, []) for choice in linked)
                pairs.sort(key=_place)


def _nearby(votes: Counter[str], matches: Sequence[Match]) -> Counter[str]:
    """Let what a paragraph names weigh more than what the article names elsewhere."""
    here = country_votes([matches])
    return votes + Counter({code: _NEARNESS * named for code, named in here.items()})


def _place(pair: tuple[Choice, list[Choice]]) -> int:
    return pair[0].match.first


def _flat(
    chosen: Iterable[list[tuple[Choice, list[Choice]]]],
) -> Iterator[Choice]:
    for pairs in chosen:
        for outer, inner in pairs:
            yield outer
            yield from inner


def _rows(
    article: Article,
    paragraphs: Sequence[Paragraph],
    chosen: Sequence[list[tuple[Choice, list[Choice]]]],
    sentences: Sequence[int],
) -> Iterator[tuple[object, ...]]:
    """Give the rows of an article; ``sentences`` are where its sentences begin."""
    text = article.text
    words_before = 0
    for at, (paragraph, part) in enumerate(zip(paragraphs, article.parts, strict=True)):
        words: list[int] = []
        if chosen[at]:
            counted = [token.word for token in paragraph.tokens]
            words = list(accumulate(counted, initial=words_before))
        for outer, inner in chosen[at]:
            nested = [c._replace(inside=outer.form.entity) for c in inner]
            for choice in (outer, *nested):
                match, form = choice.match, choice.form
                start = paragraph.start(match.first, match.stripped)
                end = paragraph.end(match.last)
                yield (
                    article.id, start, end, text[start:end],
                    form.entity, form.kind, form.form, form.country, choice.inside,
                    part.kind, part.repeat, at, bisect_right(sentences, start) - 1,
                    words[match.first], match.proclitics or None, _evidence(choice),
                    choice.engine, choice.confidence,
                    " ".join(choice.undecided) or None,
                    _way(choice, text[start:end]),
                )  # fmt: skip  # in the order of MENTION_SCHEMA
        words_before += paragraph.words


def _way(choice: Choice, surface: str) -> str:
    """Give the one of ``WAYS`` that a mention is counted under."""
    form = choice.form
    if choice.inside is not None:
        return "nested"
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
    article: Article, paragraphs: Sequence[Paragraph], sentences: Sequence[int]
) -> Iterator[tuple[object, ...]]:
    for at, (part, paragraph) in enumerate(zip(article.parts, paragraphs, strict=True)):
        count = bisect_left(sentences, part.end) - bisect_left(sentences, part.start)
        yield article.id, at, part.kind, part.repeat, paragraph.words, count


def _frame(rows: list[tuple[object, ...]], schema: pl.Schema) -> pl.DataFrame:
    columns = zip(*rows, strict=True) if rows else [[] for _ in schema]
    return pl.DataFrame(dict(zip(schema, columns, strict=True)), schema=schema)
