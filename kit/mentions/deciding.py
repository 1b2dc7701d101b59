"""Deciding: what a match means here, where its letters may mean several things.

A form may belong to several entities (طرابلس in Libya or Lebanon), may need words
beside it (القاعدة only after تنظيم), or may be another word altogether (مالي is Mali or
"financial"). Each decision leaves its reason in the evidence, and what the context
cannot decide is marked with the readings that remain.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kit.language.proclitics import Readable, readings
from kit.lexicon.context import context_words, readable
from kit.lexicon.index import ARTICLE
from kit.mentions.choosing import Choice
from kit.mentions.dotted import names_of_ali
from kit.mentions.homographs import judge, needs_no_judging
from kit.mentions.nationalities import is_known_family_name
from kit.mentions.tokenrow import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kit.lexicon.form import Form
    from kit.lexicon.index import Entry
    from kit.lexicon.lexicon import Lexicon
    from kit.mentions.homographs import Verdict
    from kit.mentions.matcher import Match
    from kit.mentions.tokenrow import Token, TokenRow, Types
    from kit.mentions.votes import Votes

_CONTEXT_REACH = 2
_NEARNESS = 3
_REPORT = 4
_VOTING_KINDS = frozenset({"country", "place"})
_SHORTEST_GIVEN = 3
_SHORTEST_AFTER_BY = 4
_NO_NAME = -1
CLUB = "نادي"
_SERVANT_OF = frozenset({"عبد", "وعبد", "لعبد", "بعبد"})
_TOWNS = frozenset({"place", "country"})  # Monaco is both
_BY_VOTES = "the countries named decide"
_BY_DEFAULT = "nothing here speaks for another"
_BEFORE_GIVEN = frozenset({"", "و", "ل", "ول", "ب"})


def merged(matches: Sequence[Match]) -> list[Match]:
    """Bring the entries of matches of the same characters together."""
    if len({match[:3] for match in matches}) == len(matches):
        return list(matches)
    together: dict[tuple[int, int, int], Match] = {}
    for match in matches:
        place = match.first, match.last, match.stripped
        other = together.get(place)
        if other is not None:
            match = match._replace(entries=(*other.entries, *match.entries))  # noqa: PLW2901  # the rest is the same
        together[place] = match
    return list(together.values())


class GivenNames:
    """Finds the given names in articles, which are rows of ``types``."""

    def __init__(self, types: Types, lexicon: Lexicon) -> None:
        self._names = lexicon.given_names
        self._words = lexicon.name_words
        self._skips = Facts(types.tokens, self._skip, np.int8)

    def _skip(self, token: Token) -> int:
        """Give how many letters to skip to read a given name, or that there is none."""
        for reading in readings(token.normal):
            if (
                # Not ك: more names begin with it (كارين) than follow it.
                reading.proclitics in _BEFORE_GIVEN
                and reading.word in self._names
                and len(reading.word) >= _SHORTEST_GIVEN
                and (reading.proclitics != "ب" or self._is_by(token, reading.word))
            ):
                return reading.stripped
        return _NO_NAME

    def _is_by(self, token: Token, name: str) -> bool:
        """Say whether ب is a preposition: بممدوح, but not بيلي and باولا."""
        return token.normal not in self._words and len(name) >= _SHORTEST_AFTER_BY

    def strangers(self, row: TokenRow, matches: Sequence[Match]) -> dict[int, int]:
        """Give the tokens that are given names, but in no known name.

        Each with how many letters of attached proclitics to skip (ومحمد: one).
        """
        skips = self._skips.of(row.numbers)
        places = (skips != _NO_NAME).nonzero()[0]
        given = dict(zip(places.tolist(), skips[places].tolist(), strict=True))
        given.update(dict.fromkeys(names_of_ali(row), 0))
        if given:
            for first, last, *_ in matches:
                given.pop(first, None)
                for index in range(first + 1, last + 1) if last > first else ():
                    given.pop(index, None)
        return given


def decided(
    matches: Iterable[Match],
    row: TokenRow,
    votes: Votes,
    strangers: Mapping[int, int],
    families: frozenset[str] = frozenset(),
) -> Iterator[Choice]:
    """Take each match for one of its entries, or for nothing.

    ``votes`` says how often each country is named around: between namesakes, the one
    whose country is named most is taken, and those whose country is named too, or as
    little, are listed as undecided. ``families`` are the nationalities that are
    family names in the article.
    """
    for match in matches:
        first, last, _, _, entries = match
        if first == last and row.normal(first - 1) in _SERVANT_OF:
            continue  # عبد الجليل is nobody of Galilee
        alone = entries[0] if len(entries) == 1 else None
        if alone is not None and needs_no_judging(alone):
            yield Choice(match, alone.form, alone.spelling)
            continue
        choice = _decide(match, row, votes, strangers, families)
        if choice is not None:
            yield choice


def _decide(
    match: Match,
    row: TokenRow,
    votes: Votes,
    strangers: Mapping[int, int],
    families: frozenset[str],
) -> Choice | None:
    """Take a match for what the words around it make it, or for nothing."""
    if families and is_known_family_name(match, row, strangers, families):
        return None
    if len(match.entries) == 1:
        return _judged(match.entries[0], match, row, votes, strangers)
    plays = _is_among_players(match, row)
    taken_for = [
        _Reading(
            entry,
            form,
            # مدينة برشلونة is the city, برشلونة الإسباني the club: words beside it
            # that the form leaves out have decided.
            verdict.weight
            + bool(entry.skip or entry.tail)
            + (plays and CLUB in entry.context),
            votes.of(form.country, match.first),
            verdict,
        )
        for entry in match.entries
        if _has_context(entry, match, row) or (plays and CLUB in entry.context)
        for verdict in [judge(entry.form, match, row, votes=votes, strangers=strangers)]
        if (form := verdict.form) is not None
    ]
    if not taken_for:
        return None
    best = max(taken_for, key=_Reading.rank)
    after_club = len(taken_for) > 1 and _follows_club_word(match, row)
    rivals = {
        other.form.entity
        for other in taken_for
        if other.form.entity != best.form.entity
        and other.weight >= best.weight
        and (other.votes >= best.votes or other.votes > 0)
        # Inside نادي برشلونة the city is no rival of the club around it.
        and not (after_club and CLUB in other.entry.context)
    }
    reason = best.verdict.reason
    if best.verdict.open and not rivals:
        several = len(taken_for) > 1
        reason += f": {_BY_VOTES if several else _BY_DEFAULT}"
    spelling = best.entry.spelling
    return Choice(match, best.form, spelling, reason, tuple(sorted(rivals)))


def _judged(
    entry: Entry,
    match: Match,
    row: TokenRow,
    votes: Votes,
    strangers: Mapping[int, int],
) -> Choice | None:
    """Take a match for the one thing that it may mean, or for nothing."""
    if not _has_context(entry, match, row):
        return None
    verdict = judge(entry.form, match, row, votes=votes, strangers=strangers)
    if verdict.form is None:
        return None
    return Choice(match, verdict.form, entry.spelling, verdict.reason)


class _Reading(NamedTuple):
    entry: Entry
    form: Form
    weight: int
    votes: int
    verdict: Verdict

    def rank(self) -> tuple[int, int, bool]:
        return self.weight, self.votes, not self.entry.spelling


def _is_among_players(match: Match, row: TokenRow) -> bool:
    """Say whether a city's name is a club's here: برشلونة in a report of a match.

    Inside the club's full name (نادي برشلونة) the city is still the city.
    """
    return (
        len(match.entries) > 1
        and any(entry.form.kind in _TOWNS for entry in match.entries)
        and any(CLUB in entry.context for entry in match.entries)
        and not is_before_city(match, row)
        and tells_of_football(row, match.first)
    )


def is_before_city(match: Match, row: TokenRow) -> bool:
    """Say whether the word before says that a city follows."""
    return readable("before a city")[row.normal(match.first - 1)]


def tells_of_football(row: TokenRow, index: int) -> bool:
    """Say whether the paragraph or the whole article around a token is about a match.

    Headlines play with words (برشلونة يرد على سواريز); the report below them does not.
    """
    return (
        not row.vocabulary(index).isdisjoint(_football())
        or len(row.vocabulary() & _football()) >= _REPORT
    )


def _follows_club_word(match: Match, row: TokenRow) -> bool:
    return club_word()[row.normal(match.first - 1)]


@cache
def club_word() -> Readable:
    """Give the word that the press writes before a club's name, or not."""
    return Readable([CLUB])


@cache
def _football() -> frozenset[str]:
    """Give the words of a report of a match, with and without proclitics."""
    words = context_words("football")
    attached = {letter + word for word in words for letter in "وب"}
    to = {"ل" + word.replace(ARTICLE, "ل", 1) for word in words if ARTICLE in word[:2]}
    return words | attached | to


def _has_context(entry: Entry, match: Match, row: TokenRow) -> bool:
    if not entry.context:
        return True
    before = range(match.first - _CONTEXT_REACH, match.first)
    return any(
        word in entry.context or word.lstrip("وفبلك") in entry.context
        for word in map(row.normal, before)
    )
