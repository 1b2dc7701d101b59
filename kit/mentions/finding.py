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
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

import polars as pl
from tqdm import tqdm

from kit.articles.article import Article, Articles
from kit.decisions.extending import extended_lexicon
from kit.language.normal import letters
from kit.lexicon.headwords import head_index
from kit.lexicon.index import ARTICLE
from kit.mentions.bodies import clubs, national_bodies
from kit.mentions.choosing import Choice, outermost
from kit.mentions.combining import COMBINATIONS, Combiner
from kit.mentions.correcting import corrected
from kit.mentions.deciding import GivenNames, Votes, decide, merged
from kit.mentions.dictionary import Dictionary
from kit.mentions.discovering import (
    Surroundings,
    unknown_persons,
    with_given_names,
)
from kit.mentions.engines import ENGINES, Proposal, Recognises, proposals, recognisers
from kit.mentions.heads import named_by_heads
from kit.mentions.holders import with_titles
from kit.mentions.linking import ShortNames
from kit.mentions.matcher import Match, Matcher, Tokenizer, TokenRow
from kit.mentions.mention import (
    ENTITY_SCHEMA,
    MENTION_SCHEMA,
    PROPOSAL_SCHEMA,
    TOKEN_SCHEMA,
    Mentions,
)
from kit.mentions.nationalities import family_names
from kit.mentions.repeating import repeated
from kit.mentions.trimming import Trimmer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.camel.morphology import Morphology
    from kit.decisions.decision import Decision
    from kit.decisions.record import Decisions
    from kit.lexicon.lexicon import Lexicon, Name

DEFAULT_ENGINE = "recogniser"
_PATIENCE = 2.0
_READ_TOGETHER = 64  # articles: enough for a recogniser to work in large batches
_SHORTENED_KINDS = frozenset({"person", "organisation"})
_IS_WORD = attrgetter("word")
_Standing = tuple[Choice, list[Choice]]


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
    settings = Settings(combine, titles=titles, morphology=morphology)
    readers = recognisers(engine)
    articles = _articles(articles)
    finder = _finder(decisions.additions if decisions else ())
    rows: list[tuple[object, ...]] = []
    tokens: list[tuple[object, ...]] = []
    proposed: list[tuple[object, ...]] = []
    names: dict[str, Name] = {}
    with (
        _no_collecting(),
        tqdm(articles, desc="finding", unit="article", delay=_PATIENCE) as progress,
    ):
        for first in range(0, len(articles), _READ_TOGETHER):
            some = articles[first : first + _READ_TOGETHER]
            for found in finder.find_several(some, readers, settings):
                rows.extend(found.rows)
                tokens.extend(found.tokens)
                proposed.extend(found.proposals)
                names.update(found.names)
                progress.update()
    mentions = Mentions(
        _frame(rows, MENTION_SCHEMA),
        _frame(tokens, TOKEN_SCHEMA),
        _entities(names, finder.lexicon),
        articles,
        _frame(proposed, PROPOSAL_SCHEMA),
    )
    return corrected(mentions, decisions) if decisions else mentions


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


@lru_cache(maxsize=2)  # without decisions, and with those of the day
def _finder(additions: tuple[Decision, ...]) -> Finder:
    return Finder(extended_lexicon(additions))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a researcher may choose about finding; see :func:`find_mentions`."""

    combine: str = "union"
    titles: bool = False
    morphology: Morphology | None = None

    def __post_init__(self) -> None:
        if self.combine not in COMBINATIONS:
            known = ", ".join(COMBINATIONS)
            msg = f"Cannot combine by '{self.combine}'. Use one of: {known}."
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Found:
    """What one article gives: rows of the tables of mentions, and names."""

    rows: list[tuple[object, ...]]
    tokens: list[tuple[object, ...]]
    proposals: list[tuple[object, ...]]
    names: dict[str, Name]


class Finder:
    """Finds the mentions of articles with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._tokenizer = Tokenizer()
        self._given_names = GivenNames(lexicon)
        self._matcher = Matcher(
            lexicon.index, lexicon.bodies, lexicon.titles, head_index()
        )

    def row(self, article: Article) -> TokenRow:
        """Give the tokens of an article."""
        return self._tokenizer.row(article)

    def find_several(
        self,
        articles: Sequence[Article],
        readers: Mapping[str, Recognises],
        settings: Settings,
    ) -> Iterator[Found]:
        """Find the mentions of articles, each by itself; recognisers read them all."""
        rows = [self.row(article) for article in articles]
        if readers:
            proposed = proposals(readers, articles, rows)
        else:
            proposed = [[] for _ in articles]
        Dictionary(settings.morphology).prepare(rows, proposed, self.lexicon)
        for article, row, some in zip(articles, rows, proposed, strict=True):
            yield self._find(article, row, some, settings)

    def _find(
        self,
        article: Article,
        row: TokenRow,
        proposed: Sequence[Proposal],
        settings: Settings,
    ) -> Found:
        dictionary = Dictionary(settings.morphology)
        forms, bodies, titles, heads = self._matcher.matches_of_each(row)
        matches = merged(forms)
        votes = Votes(matches, row)
        found = matches, bodies, titles, heads
        chosen, names = self._choose(row, found, votes, dictionary)
        trimmer = Trimmer(row, titles, self.lexicon, dictionary)
        proposed = trimmer.trim(proposed, [outer for outer, _ in chosen])
        combiner = Combiner(
            row, self.lexicon, proposed, votes=votes, combine=settings.combine
        )
        chosen = self._with_repeated(row, combiner.combined(chosen))
        shorts = ShortNames(self.lexicon)
        for outer, _ in chosen:
            if outer.form.form == "name" and outer.form.kind in _SHORTENED_KINDS:
                shorts.add(outer, row)
        linked = shorts.linked(row, [outer for outer, _ in chosen])
        chosen = sorted([*chosen, *((choice, []) for choice in linked)], key=_place)
        chosen = combiner.with_single_names(chosen, shorts)
        chosen = self._with_repeated(row, chosen)
        if settings.titles:
            chosen = with_titles(chosen, titles)
        names |= combiner.names
        sentences = [start for start, _ in article.sentences()]
        return Found(
            list(_rows(article, row, chosen, sentences)),
            list(_token_rows(article, row, sentences)),
            list(_proposal_rows(article, row, proposed)),
            self._names(chosen, names),
        )

    def _with_repeated(self, row: TokenRow, chosen: list[_Standing]) -> list[_Standing]:
        """Add the places where what a recogniser found stands again."""
        standing = [outer for outer, _ in chosen]
        found = [outer for outer in standing if outer.engine in ENGINES[1:]]
        again = repeated(row, standing, found, self.lexicon.common_words)
        return sorted([*chosen, *((choice, []) for choice in again)], key=_place)

    def _names(
        self, chosen: Sequence[_Standing], new: Mapping[str, Name]
    ) -> dict[str, Name]:
        """Give the names of the entities that stand."""
        found = {
            choice.form.entity for outer, inner in chosen for choice in (outer, *inner)
        }
        known = self.lexicon.names
        return {entity: known.get(entity) or new[entity] for entity in found}

    def _choose(
        self,
        row: TokenRow,
        found: tuple[Sequence[Match], ...],
        votes: Votes,
        dictionary: Dictionary,
    ) -> tuple[list[_Standing], dict[str, Name]]:
        """Take the matches of forms, bodies, titles and heads for what they mean.

        With the names of those that no table has.
        """
        names: dict[str, Name] = {}
        matches, bodies, titles, heads = found
        strangers = self._given_names.strangers(row, matches)
        families = family_names(matches, row, strangers) if strangers else frozenset()
        decided = (decide(match, row, votes, strangers, families) for match in matches)
        standing = [choice for choice in decided if choice is not None]
        standing = clubs(standing, row, self.lexicon.index)
        for body, name in national_bodies(bodies, standing, row, self.lexicon):
            names[body.form.entity] = name
            standing.append(body)
        for choice, name in named_by_heads(heads, standing, row, self.lexicon, votes):
            names[choice.form.entity] = name
            standing.append(choice)
        chosen = outermost(standing)
        known = [choice for choice, _ in chosen]
        around = Surroundings.of(row, known, self.lexicon, dictionary)
        for old, new, discovered in with_given_names(known, around):
            chosen[chosen.index((old, []))] = (new, [])
            around.take(new)
            if discovered is not None:
                names[new.form.entity] = discovered
        for choice, name in unknown_persons(titles, strangers, around):
            names[choice.form.entity] = name
            chosen.append((choice, []))
        return sorted(chosen, key=_place), names


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
    if choice.engine in ENGINES[1:]:
        return "recognised"
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


def _proposal_rows(
    article: Article, row: TokenRow, proposed: Iterable[Proposal]
) -> Iterator[tuple[object, ...]]:
    for first, last, kind, engine, confidence, stripped, *_ in proposed:
        start, end = row.start(first, stripped), row.end(last)
        yield article.id, start, end, article.text[start:end], kind, engine, confidence


def _frame(rows: list[tuple[object, ...]], schema: pl.Schema) -> pl.DataFrame:
    columns = zip(*rows, strict=True) if rows else [[] for _ in schema]
    return pl.DataFrame(dict(zip(schema, columns, strict=True)), schema=schema)
