"""Homographs: words that are a name and something else, decided by named rules.

Rules that speak of whole families of forms, all nationalities, are in
:mod:`kit.mentions.nationalities`. The others are rows of
``kit/data/homographs.csv``, each for some forms of one entity:
words that, right before or after, make the reading right (``yes``) or wrong (``no``),
and what holds otherwise: ``yes``, ``no``, ``votes`` (right only if the article names
the same country by another, unambiguous form) or ``undecided`` (taken by votes, and
listed when the votes are even).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kit.language.normal import normal_form, normalise
from kit.language.proclitics import Readable
from kit.lexicon.context import context_words
from kit.lexicon.countries import common_country_forms
from kit.lexicon.places import GAZETTEER, common_place_forms
from kit.mentions.nationalities import (
    PEOPLE_NOUNS,
    adjective_or_people,
    is_family_name,
    is_language,
    may_be_adjective,
    name_or_adjective,
    people_nouns,
)
from kit.mentions.tokenrow import HYPHENS
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.lexicon.form import Form
    from kit.lexicon.index import Entry
    from kit.mentions.matcher import Match
    from kit.mentions.tokenrow import TokenRow
    from kit.mentions.votes import Votes

_REACH = 2
_ANY_ENTITY = "*"
_LIST = "@"
_INFLECTED = frozenset({"demonym", "people"})


class Verdict(NamedTuple):
    """What the rules say of a reading.

    Attributes
    ----------
    form
        The form, perhaps relabelled (demonym or people); None if it is no mention.
    weight
        2 where a word beside it confirmed the reading, 1 where nothing speaks
        against it, 0 where only votes can tell.
    reason
        Evidence, empty where no rule had to speak.
    open
        Whether a row of the table asks that votes decide.

    """

    form: Form | None
    weight: int = 1
    reason: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Rule:
    yes_after: Readable
    yes_before: Readable
    no_after: Readable
    no_before: Readable
    no_proclitic: frozenset[str]
    otherwise: str
    note: str


def judge(
    form: Form,
    match: Match,
    row: TokenRow,
    *,
    votes: Votes,
    strangers: Mapping[int, int],
) -> Verdict:
    """Judge one reading of a match by what stands around it.

    ``votes`` says how often the article names each country, ``strangers`` are the
    tokens of the article that are given names of nobody known.
    """
    known = _facts(form)
    against = _another_word(form, known, match, row, strangers)
    if against:
        return Verdict(None, reason=against)
    if known.inflected:
        form = adjective_or_people(form, match, row)
    elif known.like_adjective:
        form = name_or_adjective(form, match, row)
    if known.rule is not None:
        return _apply(known.rule, form, match, row, votes)
    if known.mostly_another:
        named = votes.of(form.country, match.first)
        reason = f"the article names {form.country}"
        return Verdict(form, 0, reason) if named else Verdict(None)
    if known.needs_place_word:
        return _common_place(form, match, row, votes)
    return Verdict(form)


def _another_word(
    form: Form,
    known: _Facts,
    match: Match,
    row: TokenRow,
    strangers: Mapping[int, int],
) -> str:
    """Give the rule by which it is no name at all here, or ""."""
    if known.marks and _bears_other_marks(known.marks, match, row):
        return "vowel marks"
    if form.form == "demonym" and is_language(form, match, row):
        return "language"
    if known.inflected and is_family_name(form, match, row, strangers):
        return "family name"
    return ""


class _Facts(NamedTuple):
    """What is known of a form wherever it stands."""

    inflected: bool
    like_adjective: bool
    rule: _Rule | None
    mostly_another: bool
    needs_place_word: bool
    marks: frozenset[int]


@lru_cache(maxsize=1 << 18)
def _facts(form: Form) -> _Facts:
    return _Facts(
        inflected=form.form in _INFLECTED,
        like_adjective=may_be_adjective(form),
        rule=_rule_of(form.text, form.entity),
        mostly_another=_is_mostly_another_word(form),
        needs_place_word=_needs_place_word(form),
        marks=_marked_letters(normal_form(form.text).starts),
    )


def _bears_other_marks(meant: frozenset[int], match: Match, row: TokenRow) -> bool:
    """Say whether the marks written are another word's: عمّان is not عُمان.

    Only where a form of the tables bears marks itself; which mark it is is not
    looked at, only on which letters.
    """
    written = _marked_letters(row.token(match.first).offsets[match.stripped :])
    return bool(written) and not meant <= written


def _marked_letters(offsets: Sequence[int]) -> frozenset[int]:
    return frozenset(
        index for index, (at, after) in enumerate(pairwise(offsets)) if after - at > 1
    )


def needs_no_judging(entry: Entry) -> bool:
    """Say whether an entry means one thing wherever it stands."""
    return not entry.context and _is_plain(entry.form)


@lru_cache(maxsize=1 << 18)
def _is_plain(form: Form) -> bool:
    inflected = form.form in _INFLECTED or may_be_adjective(form)
    return not (inflected or has_rule(form))


@lru_cache(maxsize=1 << 18)
def is_doubtful(form: Form) -> bool:
    """Say whether a form alone is no evidence that its country is spoken of."""
    rule = _rule_of(form.text, form.entity)
    if rule is not None:
        return rule.otherwise != "yes"
    return _needs_place_word(form) or _is_mostly_another_word(form)


def waits_for_votes(form: Form) -> bool:
    """Say whether a form alone is no country's, but nothing need speak against it.

    Such a form (مالي) is taken where the article names the country otherwise, or where
    a recogniser is sure of a place. Others were left for a word that stands beside.
    """
    rule = _rules().get((normalise(form.text), form.entity))
    if rule is not None:
        return rule.otherwise == "votes"
    return _is_mostly_another_word(form)


@lru_cache(maxsize=1 << 18)
def has_rule(form: Form) -> bool:
    """Say whether a form is a homograph that a row of the table speaks of."""
    return (
        _rule_of(form.text, form.entity) is not None
        or _is_mostly_another_word(form)
        or form.note == GAZETTEER
        or (form.kind == "place" and form.text in common_place_forms())
    )


@lru_cache(maxsize=1 << 18)
def _rule_of(text: str, entity: str) -> _Rule | None:
    """Give the row of the table that speaks of a form, if one does."""
    normal = normalise(text)
    return _rules().get((normal, entity)) or _rules().get((normal, _ANY_ENTITY))


@cache
def _rules() -> dict[tuple[str, str], _Rule]:
    rules = {}
    for row in table("homographs"):
        rule = _Rule(
            yes_after=_words(row["yes_after"]),
            yes_before=_words(row["yes_before"]),
            no_after=_words(row["no_after"]),
            no_before=_words(row["no_before"]),
            no_proclitic=frozenset(row["no_proclitic"].split("|")),
            otherwise=row["otherwise"],
            note=row["note"],
        )
        for text in row["forms"].split("|"):
            rules[normalise(text), row["entity"]] = rule
    return rules


@cache
def _words(cell: str) -> Readable:
    words = frozenset(cell.split("|")) - {""}
    lists = {word for word in words if word.startswith(_LIST)}
    listed = (
        people_nouns() if name == PEOPLE_NOUNS else context_words(name[len(_LIST) :])
        for name in lists
    )
    return Readable(frozenset(map(normalise, words - lists)).union(*listed))


def _near(words: Readable, row: TokenRow, places: range) -> str:
    """Give the first of the words that stands at one of the places, as written."""
    for place in places:
        if words[row.normal(place)]:
            return row.written(place, place)
    return ""


def _apply(
    rule: _Rule,
    form: Form,
    match: Match,
    row: TokenRow,
    votes: Votes,
) -> Verdict:
    before, after = match.first - 1, match.last + 1
    after += row.normal(after) in HYPHENS  # كامبريدج_أناليتيكا
    against = _near(rule.no_after, row, range(before, before + 1)) or _near(
        rule.no_before, row, range(after, after + 1)
    )
    if against or (match.proclitics and match.proclitics[-1] in rule.no_proclitic):
        return Verdict(None, reason=f"{rule.note}: {against or match.proclitics}")
    near = _near(rule.yes_after, row, range(before, before - _REACH, -1))
    near = near or _near(rule.yes_before, row, range(after, after + 1))
    if near:
        return Verdict(form, 2, f"beside {near}")
    if rule.otherwise == "yes":
        return Verdict(form)
    if rule.otherwise == "undecided":
        return Verdict(form, 0, rule.note, open=True)
    named = votes.of(form.country, match.first)
    if rule.otherwise == "votes" and named:
        return Verdict(form, 0, f"the article names {form.country}")
    return Verdict(None, reason=rule.note)


def _is_mostly_another_word(form: Form) -> bool:
    return form.kind == "country" and form.text in common_country_forms()


def _needs_place_word(form: Form) -> bool:
    if form.note == GAZETTEER:
        return True
    return form.kind == "place" and form.text in common_place_forms()


def _common_place(form: Form, match: Match, row: TokenRow, votes: Votes) -> Verdict:
    """Judge a place whose name is a common word: a word of its class must say so."""
    before = range(match.first - 1, match.first)
    near = _near(_place_classes(), row, before)
    if form.note == GAZETTEER:
        # مطار ولاية is no airport of "and لاية".
        near = "" if match.stripped else near
        named = votes.of(form.country, match.first)
        if not (near or match.stripped) and named:
            near = "في" if row.normal(match.first - 1) == "في" else ""
    return Verdict(form, 2, f"beside {near}") if near else Verdict(None)


@cache
def _place_classes() -> Readable:
    return Readable(normalise(row["word"]) for row in table("place_classes"))
