"""Bodies by pattern: a head and its complement make an organisation.

``الحكومة`` alone is nobody, ``الحكومة الهولندية`` is the Dutch government: an
organisation, with the Netherlands mentioned inside it. The heads are a table
(``kit/data/bodies.csv``); the nationality is any country's adjective that agrees with
the head in definiteness and gender (Wright, I, 304: the adjective follows its noun in
both), or, for some heads, the country's name (سفارة الولايات المتحدة).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kit.language.normal import normalise
from kit.language.proclitics import readings
from kit.lexicon.actors import bodies
from kit.lexicon.form import Form
from kit.lexicon.headwords import heads
from kit.lexicon.index import ARTICLE, Entry, Index
from kit.lexicon.lexicon import Lexicon, Name
from kit.mentions.choosing import Choice
from kit.mentions.deciding import CLUB, club_word, is_before_city, tells_of_football
from kit.mentions.matcher import Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.lexicon.actors import Body
    from kit.mentions.tokenrow import TokenRow


_FEMININE_ENDING = "ة"
_COMPLEMENTS = frozenset({"country", "place"})
_TWO_WORDS = 2
# وزير الخارجية الروسي is a man: the head الخارجية is not free after these.
_MINISTERS = frozenset(
    normalise(prefix + word)
    for word in ("وزير", "وزيرة", "وزراء", "الوزير", "وزيري", "وزيرا")
    for prefix in ("", "و", "ل", "ب", "ول")
)


@cache
def body_heads() -> frozenset[str]:
    """Give the first words of the heads of national bodies, in normal form."""
    return frozenset(normalise(body.head).partition(" ")[0] for body in bodies())


def national_bodies(
    heads: Sequence[Match],
    choices: Sequence[Choice],
    row: TokenRow,
    lexicon: Lexicon,
) -> Iterator[tuple[Choice, Name]]:
    """Give a choice, and a name, for each head followed by its complement.

    Parameters
    ----------
    heads
        Matches of the lexicon's heads in the article.
    choices
        What the forms found in the same article were taken for.

    """
    if not heads:
        return
    after = {head.last + 1 for head in heads}
    complements: dict[int, Choice] = {}
    for choice in choices:
        first, last, stripped, *_ = choice.match
        if first in after and not stripped and choice.form.kind in _COMPLEMENTS:
            longest = complements.get(first)
            if longest is None or longest.match.last < last:
                complements[first] = choice
    for head in heads:
        complement = complements.get(head.last + 1)
        if complement is None or row.normal(head.first - 1) in _MINISTERS:
            continue
        body = lexicon.heads[head.entries[0].form.entity]
        if _fits(complement.form, body):
            yield _body(head, complement, body, lexicon)


def _fits(form: Form, body: Body) -> bool:
    """Say whether a body's head takes such a complement."""
    if form.kind == "place":
        return "place" in body.takes
    if form.form == "demonym":
        return "adjective" in body.takes and _agrees(form.text, body.gender)
    return "name" in body.takes and form.form == "name"


def clubs(choices: Sequence[Choice], row: TokenRow, index: Index) -> list[Choice]:
    """Take choices for the clubs that they mean.

    The word نادي is part of a club's name (نادي الزمالك), but the press writes it or
    not. A club that an article names by two words, the second of them its city's
    (بوروسيا دورتموند), is afterwards called by the city alone, unless it is known by
    the first (بايرن).
    """
    choices = [
        choice._replace(match=_with_club_word(choice.match, row))
        if choice.form.kind == "organisation" and _follows_club_word(choice.match, row)
        else choice
        for choice in choices
    ]
    by_city = _clubs_by_city(choices, row, index)
    if not by_city:
        return choices
    named = {
        index
        for choice in choices
        if choice.form.kind == "organisation"
        for index in range(choice.match.first, choice.match.last + 1)
    }
    return [
        choice if choice.match.first in named else _as_club(choice, by_city, row)
        for choice in choices
    ]


def _clubs_by_city(
    choices: Sequence[Choice], row: TokenRow, index: Index
) -> dict[str, Form]:
    clubs = [
        choice
        for choice in choices
        if choice.form.kind == "organisation" and choice.match.length == _TWO_WORDS
    ]
    ends = {club.match.last for club in clubs}
    cities = {
        choice.match.last
        for choice in choices
        if choice.match.last in ends
        and choice.form.kind == "place"
        and choice.match.length == 1
    }
    found: dict[str, Form] = {}
    for match, form in ((club.match, club.form) for club in clubs):
        if match.last in cities and not _is_head(match, row):
            first = row.normal(match.first)[match.stripped :]
            known = (*index.lookup(first), *index.lookup(ARTICLE + first))
            if all(entry.form.entity != form.entity for entry in known):
                found[row.normal(match.last)] = form
    return found


def _is_head(match: Match, row: TokenRow) -> bool:
    """Say whether a name begins with a common noun: جامعة القاهرة، شرطة لندن."""
    word = row.normal(match.first)[match.stripped :]
    return word == CLUB or word in heads() or word in body_heads()


def _as_club(choice: Choice, by_city: Mapping[str, Form], row: TokenRow) -> Choice:
    """Take a city for the club that the article calls by it."""
    match, form = choice.match, choice.form
    club = by_city.get(row.normal(match.first)[match.stripped :])
    if (
        club is None
        or (form.kind, form.form, match.length) != ("place", "name", 1)
        or is_before_city(match, row)
        or not tells_of_football(row, match.first)
    ):
        return choice
    short = club._replace(form="short", note=f"short of {club.text}")
    return choice._replace(form=short, engine="linking")


def _follows_club_word(match: Match, row: TokenRow) -> bool:
    return not match.stripped and club_word()[row.normal(match.first - 1)]


def _with_club_word(match: Match, row: TokenRow) -> Match:
    for reading in readings(row.normal(match.first - 1)):
        if reading.word == CLUB:
            return match._replace(
                first=match.first - 1,
                stripped=reading.stripped,
                proclitics=reading.proclitics,
            )
    return match


def _agrees(adjective: str, gender: str) -> bool:
    definite = adjective.startswith(ARTICLE)
    feminine = adjective.endswith(_FEMININE_ENDING)
    return definite and feminine == (gender == "f")


def _body(
    head: Match, complement: Choice, body: Body, lexicon: Lexicon
) -> tuple[Choice, Name]:
    entity = complement.form.entity
    named = lexicon.names[entity]
    adjective = lexicon.adjectives.get(entity) or named.english
    form, name = _named_body(body, complement.form, named, adjective)
    match = Match(
        head.first,
        complement.match.last,
        head.stripped,
        head.proclitics,
        (Entry(form),),
    )
    choice = Choice(match, form, engine="pattern")
    return choice, name


@lru_cache(maxsize=1 << 14)
def _named_body(
    body: Body, complement: Form, named: Name, adjective: str
) -> tuple[Form, Name]:
    """Give the form and the name of a body of somebody ``named``."""
    place = adjective if named.kind == "country" else named.english
    english = body.english.format(adjective=adjective, place=place)
    identity = "-".join(
        "".join(c if c.isalnum() else " " for c in english.casefold()).split()
    )
    name = f"{body.head} {complement.text}"
    note = f'body "{body.head}" + {complement.form} of {named.arabic}'
    country = complement.country
    form = Form(name, identity, "organisation", "name", country, note)
    return form, Name("organisation", country, name, english)
