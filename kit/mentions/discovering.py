"""Unknown persons: names that no table knows, found by what stands before them.

``وزير الخارجية الهولندي ستيف بلوك``: a title says that a person's name follows; the
nationality and words like السابق may stand between. Without a title, a given name
says the same (``ماثيو مولر``), and so does an unknown word before a known surname:
nearly the known person's given name (``تيبوا كورتوا`` for تيبو) makes it that person,
another one somebody else (``ميلانيا ترامب``).

The name ends where a word that is no name begins. Which words are no names is known
from counts of annotated and plain news (``kit/data/common_words.csv``), and from a
morphology database where one is asked; particles that build names (بن، أبو، آل) do not
end one.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kit.language.normal import letters, normalise
from kit.language.romanise import romanise
from kit.lexicon.form import Form
from kit.lexicon.index import ARTICLE, Entry
from kit.lexicon.lexicon import UNKNOWN_ENGLISH, Name
from kit.mentions.choosing import Choice
from kit.mentions.surroundings import Surroundings, function_words
from kit.mentions.tokenrow import HYPHENS, TokenRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.mentions.matcher import Match

PARTICLES = frozenset(
    [
        "بن",
        "ابن",
        "ابو",
        "ابي",
        "ال",
        "عبد",
        "دي",
        "دو",
        "فان",
        "فون",
        "لو",
        "دا",
        "بنت",
    ]
)
RULES = frozenset({"title", "given name"})
"""The engines of this module: rules about what stands before a name."""

_LONGEST_NAME = 5
_FEWEST_WORDS = 2
_FARTHEST = 5
_COMMA = "،"
_NEARLY = 0.7


def unknown_persons(
    titles: Sequence[Match],
    strangers: Mapping[int, int],
    around: Surroundings,
) -> Iterator[tuple[Choice, Name]]:
    """Propose a person for each title or given name that an unknown name follows.

    ``titles`` are the matches of titles in the row, ``strangers`` its tokens that
    are given names of nobody known.
    """
    longest = {
        title.first: title for title in sorted(titles, key=lambda match: match.last)
    }
    starts: list[tuple[int, Match | None]] = [
        *((title.last + 1, title) for title in longest.values()),
        *((index, None) for index in strangers),
    ]
    reached = -1
    for begin, title in sorted(starts, key=lambda start: (start[0], start[1] is None)):
        if begin <= reached:
            continue
        first, country = begin, None
        if title is not None:
            complement = _wants_complement(title)
            first, country = _skip_modifiers(begin, around, complement=complement)
            if first == begin and complement:
                continue
            first = _into_apposition(first, around)
        stripped = strangers.get(first, 0)
        last = _name_end(first, around)
        if last is None or first <= reached:
            continue
        reached = last
        match = around.match(first, last, stripped)
        choice, name = _proposal(title, match, country, around.row)
        yield choice._replace(reason=around.verb(last + 1)), name


def _into_apposition(first: int, around: Surroundings) -> int:
    """Step over a comma where a name between commas follows: وزير كذا، فلان، ..."""
    normal = around.row.normal
    if normal(first) == _COMMA:
        last = _name_end(first + 1, around)
        if last is not None and normal(last + 1) == _COMMA:
            return first + 1
    return first


def _wants_complement(title: Match) -> bool:
    """Say whether the title is of something: رئيس X names what X heads, not X."""
    return title.entries[0].form.note.endswith((" of", " for", " to"))


def _skip_modifiers(
    first: int, around: Surroundings, *, complement: bool
) -> tuple[int, str | None]:
    """Pass over nationality, institution and adjectives between title and name."""
    country = None
    limit = first + _FARTHEST
    while first < min(limit, len(around.row)):
        choice = around.by_token.get(first)
        word = around.row.normal(first)
        if choice is not None and choice.form.kind != "person":
            country = country or choice.form.country
            first = choice.match.last + 1
        elif word in around.lexicon.common_words and (
            word.startswith((ARTICLE, "لل"))
            or (complement and word not in function_words())
        ):
            first += 1
        else:
            break
    return first, country


def _name_end(first: int, around: Surroundings) -> int | None:
    """Give the last token of the name that begins at ``first``, if one does."""
    words = 0
    last = None
    index = first
    while words < _LONGEST_NAME:
        normal = around.row.normal(index)
        if words and normal in HYPHENS:
            index += 1
            continue
        particle = normal in PARTICLES and index not in around.by_token
        if not (
            particle
            or around.may_be_name(index)
            or (words and around.is_family_name(index))
        ):
            break
        if words and (around.is_another(normal) or around.verb(index)):
            break
        words += 1
        if not particle:
            last = index
        index += 1
    return last if last is not None and words >= _FEWEST_WORDS else None


def with_given_names(
    standing: Sequence[Choice], around: Surroundings
) -> Iterator[tuple[Choice, Choice, Name | None]]:
    """Give the known surnames before which an unknown given name stands.

    Each as the choice it was, the choice it becomes, and a name if it is somebody new.
    """
    for choice in standing:
        form = choice.form
        if form.form != "surname" or form.kind != "person" or choice.match.stripped:
            continue
        before = _first_given(choice.match.first, around)
        if before == choice.match.first:
            continue
        given = around.row.normal(before)
        match = choice.match._replace(first=before)
        known = normalise(around.lexicon.names[form.entity].arabic).partition(" ")[0]
        if SequenceMatcher(None, given, known).ratio() >= _NEARLY:
            written = around.row.written(before, before)
            note = f"given name {written} + {form.note}"
            same = form._replace(form="name", note=note)
            yield choice, choice._replace(match=match, form=same), None
        elif given in around.lexicon.given_names:
            new, name = _proposal(None, match, None, around.row)
            yield choice, new, name


def _first_given(surname: int, around: Surroundings) -> int:
    """Give the first of the given names before a surname: هزاع علي خلفان المنصوري.

    One may be any word that is no common one, more only where the tables have them.
    """
    first = surname
    given = around.lexicon.given_names
    while around.may_be_name(first - 1) and surname - first < _LONGEST_NAME - 1:
        if first < surname and not (
            around.row.normal(first - 1) in given and around.row.normal(first) in given
        ):
            break
        first -= 1
    return first


def _proposal(
    title: Match | None, match: Match, country: str | None, row: TokenRow
) -> tuple[Choice, Name]:
    words = list(row.normals[match.first : match.last + 1])
    proclitics = words[0][: match.stripped]
    words[0] = words[0][match.stripped :]
    identity = romanise(" ".join(word for word in words if word not in HYPHENS))
    name = letters(row.written(match.first, match.last, match.stripped))
    said = f'title "{title.entries[0].form.text}"' if title else "given name"
    note = f"{said} + unknown name"
    form = Form(name, identity, "person", "name", country, note)
    match = match._replace(proclitics=proclitics, entries=(Entry(form),))
    return (
        Choice(match, form, engine="title" if title else "given name"),
        Name("person", country, name, UNKNOWN_ENGLISH),
    )
