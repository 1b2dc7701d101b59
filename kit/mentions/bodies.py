"""National bodies: a head and a nationality make an organisation.

``الحكومة`` alone is nobody, ``الحكومة الهولندية`` is the Dutch government: an
organisation, with the Netherlands mentioned inside it. The heads are a table
(``kit/data/bodies.csv``); the nationality is any country's adjective that agrees with
the head in definiteness and gender (Wright, I, 304: the adjective follows its noun in
both), or, for some heads, the country's name (سفارة الولايات المتحدة).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.language.normal import normalise
from kit.language.proclitics import readings
from kit.lexicon.form import Form
from kit.lexicon.index import ARTICLE, Entry
from kit.lexicon.lexicon import Lexicon, Name
from kit.mentions.choosing import Choice
from kit.mentions.matcher import Match, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.lexicon.actors import Body


_FEMININE_ENDING = "ة"
_CLUB = "نادي"
# وزير الخارجية الروسي is a man: the head الخارجية is not free after these.
_MINISTERS = frozenset(
    normalise(prefix + word)
    for word in ("وزير", "وزيرة", "وزراء", "الوزير", "وزيري", "وزيرا")
    for prefix in ("", "و", "ل", "ب", "ول")
)


def national_bodies(
    heads: Sequence[Match],
    choices: Sequence[Choice],
    paragraph: Paragraph,
    lexicon: Lexicon,
) -> Iterator[tuple[Choice, Name]]:
    """Give a choice, and a name, for each head followed by its nationality.

    Parameters
    ----------
    heads
        Matches of the lexicon's heads in the paragraph.
    choices
        What the forms found in the same paragraph were taken for.

    """
    countries = {
        choice.match.first: choice
        for choice in choices
        if choice.form.kind == "country" and choice.match.stripped == 0
    }
    for head in heads:
        nationality = countries.get(head.last + 1)
        if nationality is None or paragraph.normal(head.first - 1) in _MINISTERS:
            continue
        body = lexicon.heads[head.entries[0].form.entity]
        if nationality.form.form == "demonym":
            written = nationality.form.text
            fits = "adjective" in body.takes and _agrees(written, body.gender)
        else:
            fits = "name" in body.takes and nationality.form.form == "name"
        if fits:
            yield _body(head, nationality, body, lexicon)


def clubs(choices: Sequence[Choice], paragraph: Paragraph) -> list[Choice]:
    """Take the word نادي into the names of the clubs it stands before.

    It is part of a club's name (نادي الزمالك), but the press writes it or not.
    """
    return [
        choice._replace(match=_with_club_word(choice.match, paragraph))
        if choice.form.kind == "organisation"
        else choice
        for choice in choices
    ]


def _with_club_word(match: Match, paragraph: Paragraph) -> Match:
    if match.stripped:
        return match
    for reading in readings(paragraph.normal(match.first - 1)):
        if reading.word == _CLUB:
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
    head: Match, nationality: Choice, body: Body, lexicon: Lexicon
) -> tuple[Choice, Name]:
    code = nationality.form.entity
    english = body.english.format(adjective=lexicon.adjectives.get(code) or code)
    identity = "-".join(
        "".join(c if c.isalnum() else " " for c in english.casefold()).split()
    )
    name = f"{body.head} {nationality.form.text}"
    kind = nationality.form.form
    note = f'body "{body.head}" + {kind} of {lexicon.names[code].arabic}'
    form = Form(name, identity, "organisation", "name", code, note)
    match = Match(
        head.first,
        nationality.match.last,
        head.stripped,
        head.proclitics,
        (Entry(form),),
    )
    choice = Choice(match, form, engine="pattern")
    return choice, Name("organisation", code, name, english)
