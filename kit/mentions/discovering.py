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

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Self

from kit.language.normal import letters, normalise
from kit.language.proclitics import readings
from kit.language.romanise import romanise
from kit.lexicon.form import Form
from kit.lexicon.index import ARTICLE, Entry
from kit.lexicon.lexicon import UNKNOWN_ENGLISH, Lexicon, Name
from kit.mentions.choosing import Choice
from kit.mentions.dictionary import Dictionary
from kit.mentions.matcher import Match
from kit.mentions.tokenrow import HYPHENS, TokenRow
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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

_VERB = re.compile("[يت].+(ون|ها|هم|وا)")
_LONGEST_NAME = 5
_FEWEST_WORDS = 2
_FARTHEST = 5
_COMMA = "،"
_NEARLY = 0.7
_LEXICONS = 4  # that may be in use at a time


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A row, and what each of its tokens already belongs to."""

    row: TokenRow
    lexicon: Lexicon
    by_token: dict[int, Choice]
    dictionary: Dictionary

    @classmethod
    def of(
        cls,
        row: TokenRow,
        standing: Sequence[Choice],
        lexicon: Lexicon,
        dictionary: Dictionary | None = None,
    ) -> Self:
        """Note which tokens the standing choices take."""
        by_token: dict[int, Choice] = {}
        for choice in standing:
            first, last, *_ = choice.match
            by_token[first] = choice
            for index in range(first + 1, last + 1) if last > first else ():
                by_token[index] = choice
        return cls(row, lexicon, by_token, dictionary or Dictionary())

    def take(self, choice: Choice) -> None:
        """Note that a choice stands too."""
        for index in range(choice.match.first, choice.match.last + 1):
            self.by_token[index] = choice

    def may_be_name(self, index: int) -> bool:
        """Say whether a token may be a word of an unknown name."""
        if not 0 <= index < len(self.row) or index in self.by_token:
            return False
        likely = _likely(self.lexicon.common_words, self.lexicon.given_names)
        return likely[self.row.normals[index]] and self.row.token(index).word

    def is_another(self, normal: str) -> bool:
        """Say whether a word goes on after a name: ``وبول``, ``ويضعها``, ``يفعلون``."""
        if normal in self.lexicon.name_words:
            return False
        return normal.startswith("و") or bool(_VERB.fullmatch(normal))

    def verb(self, index: int) -> str:
        """Say why a token that might be a name's is a verb after it, or ""."""
        against = self.dictionary.verb(self.row.token(index).text)
        known = self.row.normal(index) in self.lexicon.name_words
        return "" if known or not self.may_be_name(index) else against

    @staticmethod
    def match(first: int, last: int, stripped: int) -> Match:
        """Give a match of no entry yet, its conjunction or preposition skipped."""
        return Match(first, last, stripped, "", ())


class _Likely(dict[str, bool]):
    """Says of each word whether it may be a name's by its letters."""

    def __init__(self, common: frozenset[str], given: frozenset[str]) -> None:
        super().__init__()
        self._common = common
        self._given = given

    def __missing__(self, normal: str) -> bool:
        shaped = normal.isalpha() and not normal.isascii()
        shaped = shaped and not normal.startswith("لل")
        likely = self[normal] = shaped and (
            normal in self._given
            or not any(r.word in self._common for r in readings(normal))
        )
        return likely


@lru_cache(maxsize=_LEXICONS)
def _likely(common: frozenset[str], given: frozenset[str]) -> _Likely:
    return _Likely(common, given)


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


@cache
def function_words() -> frozenset[str]:
    """Give the words that a title's complement (رئيس حزب المحافظين X) never crosses."""
    return frozenset(row["word"] for row in table("function_words"))


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
        if not particle and not around.may_be_name(index):
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
        before = choice.match.first - 1
        if (
            form.form != "surname"
            or form.kind != "person"
            or choice.match.stripped
            or not around.may_be_name(before)
        ):
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
