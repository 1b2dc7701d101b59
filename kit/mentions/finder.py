"""The finder: what one article names, decided step by step.

The article is matched against the lexicon, doubtful forms are decided by what else it
names, overlapping matches are chosen from, heads and titles propose what no table
lists, recognisers are heard, and short names are linked to full ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.camel.morphology import Morphology
from kit.checking import expect, expect_switch
from kit.lexicon.headwords import head_index
from kit.mentions.bodies import clubs, national_bodies
from kit.mentions.choosing import Choice, outermost
from kit.mentions.combining import COMBINATIONS, Combiner
from kit.mentions.deciding import GivenNames, decided, merged
from kit.mentions.dictionary import Dictionary
from kit.mentions.discovering import unknown_persons, with_given_names
from kit.mentions.engines import ENGINES, Proposal, Recognises, proposals
from kit.mentions.heads import named_by_heads
from kit.mentions.holders import with_titles
from kit.mentions.linking import ShortBodies, ShortNames
from kit.mentions.matcher import Match, Matcher
from kit.mentions.nationalities import family_names
from kit.mentions.repeating import repeated
from kit.mentions.rows import Read, Standing, Tables
from kit.mentions.surroundings import Surroundings
from kit.mentions.tokenizer import Tokenizer
from kit.mentions.tokenrow import TokenRow, Types
from kit.mentions.trimming import Trimmer
from kit.mentions.votes import Votes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import polars as pl

    from kit.articles.article import Article
    from kit.lexicon.lexicon import Lexicon, Name

_SHORTENED_KINDS = frozenset({"person", "organisation"})


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
        expect_switch(self.titles, "titles")
        if self.morphology is not None:
            what = "a morphology database, as Morphology.load() gives it"
            expect(self.morphology, Morphology, what)


@dataclass(frozen=True, slots=True)
class Found:
    """What some articles give: the tables of :class:`Mentions`, and names."""

    rows: pl.DataFrame
    tokens: pl.DataFrame
    proposals: pl.DataFrame
    names: dict[str, Name]


class Finder:
    """Finds the mentions of articles with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        types = Types()
        self._tokenizer = Tokenizer(types)
        self._given_names = GivenNames(types, lexicon)
        self._short_bodies = ShortBodies(lexicon)
        self._matcher = Matcher(
            types, lexicon.index, lexicon.bodies, lexicon.titles, head_index()
        )

    @property
    def met(self) -> int:
        """How many different words it has met, and remembers."""
        return self._tokenizer.met

    def row(self, article: Article) -> TokenRow:
        """Give the tokens of an article."""
        return self._tokenizer.row(article)

    def find(
        self,
        articles: Sequence[Article],
        readers: Mapping[str, Recognises],
        settings: Settings,
    ) -> Found:
        """Find the mentions of articles, each by itself; recognisers read them all."""
        rows = self._tokenizer.rows(articles)
        if readers:
            proposed = proposals(readers, articles, rows)
        else:
            proposed = [[] for _ in articles]
        Dictionary(settings.morphology).prepare(rows, proposed, self.lexicon)
        chosen, marked = [], []
        names: dict[str, Name] = {}
        for row, some in zip(rows, proposed, strict=True):
            standing, trimmed, named = self._find(row, some, settings)
            chosen.append(standing)
            marked.append(trimmed)
            names |= named
        tables = Tables(list(map(Read.of, articles, rows)))
        return Found(
            tables.mentions(chosen), tables.tokens(), tables.proposals(marked), names
        )

    def _find(
        self, row: TokenRow, proposed: Sequence[Proposal], settings: Settings
    ) -> tuple[list[Standing], Sequence[Proposal], dict[str, Name]]:
        """Give what stands in one article, what recognisers marked, and names."""
        dictionary = Dictionary(settings.morphology)
        forms, bodies, titles, heads = self._matcher.matches_of_each(row)
        matches = merged(forms)
        votes = Votes(matches, row)
        found = matches, bodies, titles, heads
        chosen, names = self._choose(row, found, votes, dictionary)
        if proposed:
            trimmer = Trimmer(row, titles, self.lexicon, dictionary)
            proposed = trimmer.trim(proposed, [outer for outer, _ in chosen])
        combiner = Combiner(
            row, self.lexicon, proposed, votes=votes, combine=settings.combine
        )
        chosen = self._with_repeated(row, combiner.combined(chosen))
        shorts = ShortNames(row, self.lexicon, self._short_bodies)
        for outer, _ in chosen:
            if outer.form.form == "name" and outer.form.kind in _SHORTENED_KINDS:
                shorts.add(outer)
        chosen = _with(chosen, shorts.linked([outer for outer, _ in chosen]))
        chosen = combiner.with_single_names(chosen, shorts)
        chosen = self._with_repeated(row, chosen)
        if settings.titles:
            chosen = with_titles(chosen, titles)
        names |= combiner.names
        return chosen, proposed, self._names(chosen, names)

    def _with_repeated(self, row: TokenRow, chosen: list[Standing]) -> list[Standing]:
        """Add the places where what a recogniser found stands again."""
        found = [outer for outer, _ in chosen if outer.engine in ENGINES[1:]]
        if not found:
            return chosen
        standing = [outer for outer, _ in chosen]
        return _with(chosen, repeated(row, standing, found, self.lexicon.common_words))

    def _names(
        self, chosen: Sequence[Standing], new: Mapping[str, Name]
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
    ) -> tuple[list[Standing], dict[str, Name]]:
        """Take the matches of forms, bodies, titles and heads for what they mean.

        With the names of those that no table has.
        """
        names: dict[str, Name] = {}
        matches, bodies, titles, heads = found
        strangers = self._given_names.strangers(row, matches)
        families = family_names(matches, row, strangers) if strangers else frozenset()
        standing = list(decided(matches, row, votes, strangers, families))
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
        persons = list(unknown_persons(titles, strangers, around))
        names |= {choice.form.entity: name for choice, name in persons}
        return _with(chosen, (choice for choice, _ in persons)), names


def _with(chosen: list[Standing], more: Iterable[Choice]) -> list[Standing]:
    """Add choices that hold no others, in the order of the text."""
    added: list[Standing] = [(choice, []) for choice in more]
    return sorted([*chosen, *added], key=_place) if added else chosen


def _place(pair: Standing) -> int:
    return pair[0].match.first
