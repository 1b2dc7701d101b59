"""Deciding: what a match means here, where its letters may mean several things.

A form may belong to several entities (طرابلس in Libya or Lebanon), may need words
beside it (القاعدة only after تنظيم), or may be another word altogether (مالي is Mali or
"financial"). Each decision leaves its reason in the evidence, and what the context
cannot decide is marked with the readings that remain.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kit.language.proclitics import readings
from kit.lexicon.context import context_words
from kit.lexicon.index import ARTICLE
from kit.mentions.choosing import Choice
from kit.mentions.homographs import is_doubtful, judge, needs_no_judging
from kit.mentions.nationalities import is_known_family_name
from kit.mentions.tokenrow import Facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.lexicon.form import Form
    from kit.lexicon.index import Entry
    from kit.lexicon.lexicon import Lexicon
    from kit.mentions.homographs import Verdict
    from kit.mentions.matcher import Match
    from kit.mentions.tokenrow import Token, TokenRow, Types

_CONTEXT_REACH = 2
_NEARNESS = 3
_REPORT = 4
_VOTING_KINDS = frozenset({"country", "place"})
_SHORTEST_GIVEN = 3
_NO_NAME = -1
_CLUB = "نادي"
_SERVANT_OF = frozenset({"عبد", "وعبد", "لعبد", "بعبد"})
_TOWNS = frozenset({"place", "country"})  # Monaco is both
_BY_VOTES = "the countries named decide"
_BY_DEFAULT = "nothing here speaks for another"
_BEFORE_GIVEN = frozenset({"", "و", "ل", "ول"})


class Votes:
    """How often each country is named in an article by an unambiguous form.

    Around a mention, what its own paragraph names weighs more than the rest.
    """

    def __init__(self, matches: Sequence[Match], row: TokenRow) -> None:
        self._row = row
        self._votes = [
            (match.first, country)
            for match in matches
            if (country := _vote(match.entries)) is not None
        ]
        self._article = Counter(country for _, country in self._votes)
        self._near: dict[int, Counter[str]] = {}

    def around(self, index: int) -> Counter[str]:
        """Give the votes that count for a token."""
        number = self._row.paragraph(index)
        if number not in self._near:
            first, end = self._row.span(number)
            near = [country for place, country in self._votes if first <= place < end]
            votes = self._article
            if near:
                votes = votes.copy()
                for country in near:
                    votes[country] += _NEARNESS
            self._near[number] = votes
        return self._near[number]


def _vote(entries: tuple[Entry, ...]) -> str | None:
    """Give the country that a match of these entries speaks for, if it does."""
    form = entries[0].form
    if form.country is None or form.kind not in _VOTING_KINDS or is_doubtful(form):
        return None
    one = len(entries) == 1 or len({entry.form.country for entry in entries}) == 1
    return form.country if one else None


def merged(matches: Sequence[Match]) -> list[Match]:
    """Bring the entries of matches of the same characters together."""
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
        self._skips = Facts(types.tokens, self._skip, np.int8)

    def _skip(self, token: Token) -> int:
        """Give how many letters to skip to read a given name, or that there is none."""
        for reading in readings(token.normal):
            if (
                # Not ب and ك: more names begin with them (كارين) than follow them.
                reading.proclitics in _BEFORE_GIVEN
                and reading.word in self._names
                and len(reading.word) >= _SHORTEST_GIVEN
            ):
                return reading.stripped
        return _NO_NAME

    def strangers(self, row: TokenRow, matches: Sequence[Match]) -> dict[int, int]:
        """Give the tokens that are given names, but in no known name.

        Each with how many letters of attached proclitics to skip (ومحمد: one).
        """
        skips = self._skips.of(row.numbers)
        places = np.flatnonzero(skips != _NO_NAME)
        given = dict(zip(places.tolist(), skips[places].tolist(), strict=True))
        if given:
            for match in matches:
                for index in range(match.first, match.last + 1):
                    given.pop(index, None)
        return given


def decide(
    match: Match,
    row: TokenRow,
    votes: Votes,
    strangers: Mapping[int, int],
    families: frozenset[str] = frozenset(),
) -> Choice | None:
    """Take a match for one of its entries, or for nothing.

    ``votes`` says how often each country is named around: between namesakes, the one
    whose country is named most is taken, and those whose country is named too, or as
    little, are listed as undecided. ``families`` are the nationalities that are
    family names in the article.
    """
    if match.length == 1 and row.normal(match.first - 1) in _SERVANT_OF:
        return None  # عبد الجليل is nobody of Galilee
    if len(match.entries) == 1 and needs_no_judging(match.entries[0]):
        entry = match.entries[0]
        return Choice(match, entry.form, entry.spelling)
    if families and is_known_family_name(match, row, strangers, families):
        return None
    named = votes.around(match.first)
    plays = _is_among_players(match, row)
    taken_for = [
        _Reading(
            entry,
            form,
            # مدينة برشلونة is the city, برشلونة الإسباني the club: words beside it
            # that the form leaves out have decided.
            verdict.weight
            + bool(entry.skip or entry.tail)
            + (plays and _CLUB in entry.context),
            named.get(form.country or "", 0),
            verdict,
        )
        for entry in match.entries
        if _has_context(entry, match, row) or (plays and _CLUB in entry.context)
        for verdict in [judge(entry.form, match, row, votes=named, strangers=strangers)]
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
        and not (after_club and _CLUB in other.entry.context)
    }
    reason = best.verdict.reason
    if best.verdict.open and not rivals:
        several = len(taken_for) > 1
        reason += f": {_BY_VOTES if several else _BY_DEFAULT}"
    spelling = best.entry.spelling
    return Choice(match, best.form, spelling, reason, tuple(sorted(rivals)))


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
        and any(_CLUB in entry.context for entry in match.entries)
        and not is_before_city(match, row)
        and tells_of_football(row, match.first)
    )


def is_before_city(match: Match, row: TokenRow) -> bool:
    """Say whether the word before says that a city follows."""
    words = context_words("before a city")
    before = readings(row.normal(match.first - 1))
    return any(reading.word in words for reading in before)


def tells_of_football(row: TokenRow, index: int) -> bool:
    """Say whether the paragraph or the whole article around a token is about a match.

    Headlines play with words (برشلونة يرد على سواريز); the report below them does not.
    """
    return (
        not row.vocabulary(index).isdisjoint(_football())
        or len(row.vocabulary() & _football()) >= _REPORT
    )


def _follows_club_word(match: Match, row: TokenRow) -> bool:
    before = row.normal(match.first - 1)
    return any(reading.word == _CLUB for reading in readings(before))


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
