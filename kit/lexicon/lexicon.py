"""The lexicon: everything that can be named, ready to be found in text."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kit.language.normal import normalise
from kit.lexicon.actors import MANY, Body, actor_forms, actors, bodies, titles
from kit.lexicon.countries import country_forms, country_names
from kit.lexicon.form import Form
from kit.lexicon.index import ARTICLE, Entry, Index, words_of
from kit.lexicon.nisba import spellings
from kit.lexicon.places import GAZETTEER, city_forms, place_forms, place_names
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


UNKNOWN_ENGLISH = ""
"""The English name of whom no table lists.

Arabic writes no short vowels, so letters alone give no name that a reader would know
(``Khald Al Ghwil``); where English is asked, the Arabic name stands as it is.
"""


@dataclass(frozen=True, slots=True)
class Name:
    """How an entity is called when it is drawn or listed."""

    kind: str
    country: str | None
    arabic: str
    english: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What finding needs to know.

    Attributes
    ----------
    index
        Every form of every country, place and actor.
    names
        Display names by entity id.
    adjectives
        English adjective of each country (``Libyan``), by code.
    bodies
        Heads of national bodies, an index of their own; see ``kit.lexicon.actors``.
    titles
        Titles before persons, likewise.
    given_names, name_words, common_words
        Words in normal form: given names of persons, words of known persons' names,
        and words that are no names.

    """

    index: Index
    names: dict[str, Name]
    adjectives: dict[str, str]
    bodies: Index
    heads: dict[str, Body]
    titles: Index
    given_names: frozenset[str]
    name_words: frozenset[str]
    common_words: frozenset[str]


@cache
def default_lexicon() -> Lexicon:
    """Build the lexicon of the shipped tables, once."""
    with _no_garbage():
        return _built()


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Let Python not look for garbage where all that is made is made to stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()


def _built() -> Lexicon:
    names = _names()
    common = frozenset(row["word"] for row in table("common_words"))
    given = frozenset(row["word"] for row in table("given_names"))
    index = Index()
    forms = (*country_forms(), *_context_only_forms(names), *place_forms())
    own = {(form.entity, form.text) for form in forms}
    for form in forms:
        # دولة قطر is also قطر, but دولة الاحتلال is nobody's الاحتلال.
        bare = form.kind != "country" or (form.entity, _rest(form.text)) in own
        index.add(form.text, Entry(form, skip=_class_nouns(form.text) if bare else 0))
    named = tuple(actor_forms())
    _add_actors(index, named, names, common)
    _add_cities(index, names, common | given)
    heads = {normalise(body.head): body for body in bodies()}
    return Lexicon(
        index,
        names,
        {code: adjective for code, (_, _, adjective) in country_names().items()},
        _phrases((body.head, body.english) for body in heads.values()),
        heads,
        _phrases(titles()),
        given,
        given | _words_of_persons(form for form, _ in named),
        common,
    )


def _names() -> dict[str, Name]:
    names: dict[str, Name] = {}
    for code, (arabic, english, _) in country_names().items():
        names[code] = Name("country", code, arabic, english)
    for actor in actors():
        names[actor.id] = Name(actor.kind, actor.country, actor.name, actor.english)
    for place, (country, arabic, english) in place_names().items():
        names.setdefault(place, Name("place", country, arabic, english))
    return names


def _words_of_persons(forms: Iterable[Form]) -> frozenset[str]:
    persons = (form for form in forms if form.kind == "person")
    return frozenset(word for form in persons for word in words_of(form.text))


def _context_only_forms(names: dict[str, Name]) -> Iterator[Form]:
    """Give the forms that only context makes a name: المملكة, a bare الكوري."""
    for row in table("homographs"):
        for text in row["forms"].split(MANY) if row["extra"] else ():
            entity, name = row["entity"], names[row["entity"]]
            bare = text.removeprefix(ARTICLE)
            form = "demonym" if bare.endswith(("ي", "ية")) else "name"
            form = "people" if bare.endswith(("يون", "يين")) else form
            yield Form(text, entity, name.kind, form, name.country, form)


def _add_actors(
    index: Index,
    forms: Iterable[tuple[Form, tuple[str, ...]]],
    names: dict[str, Name],
    common: frozenset[str],
) -> None:
    own = {(form.entity, normalise(form.text)) for form, _ in forms}
    for form, context in forms:
        entry = Entry(
            form,
            context=frozenset(map(normalise, context)),
            skip=_class_nouns(form.text) or _honorific(form),
            tail=_outer_adjective(form, own),
        )
        index.add(form.text, entry)
        for spelling in spellings(form.text, names[form.entity].english):
            written = words_of(spelling)
            if spelling != form.text and (len(written) > 1 or written[0] not in common):
                index.add(spelling, entry._replace(spelling=spelling))


def _add_cities(
    index: Index, names: dict[str, Name], not_places: frozenset[str]
) -> None:
    """Add the gazetteer's cities where nothing else is called so."""
    for form, english in city_forms():
        words = words_of(form.text)
        definite = (ARTICLE + words[0], *words[1:])
        if len(words) == 1 and words[0] in not_places:
            continue
        known = (*index.lookup_words(words), *index.lookup_words(definite))
        if all(entry.form.note == GAZETTEER for entry in known):
            index.add(form.text, Entry(form))
            names[form.entity] = Name("place", form.country, form.text, english)


def _rest(text: str) -> str:
    return text.partition(" ")[2]


def _class_nouns(text: str) -> int:
    """Say how many words of a form only tell its class: the صحيفة of صحيفة الشروق."""
    first, _, rest = text.partition(" ")
    return int(bool(rest) and _class_roles().get(first) == "left out")


def _honorific(form: Form) -> int:
    """Say how many words of a person's name are a title: البابا فرنسيس is فرنسيس."""
    first, _, rest = form.text.partition(" ")
    return int(form.kind == "person" and bool(rest) and first in _honorifics())


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(
        row["title"]
        for row in table("titles")
        if row["kind"] == "honorific" and row["title"].startswith(ARTICLE)
    )


def _outer_adjective(form: Form, own: set[tuple[str, str]]) -> int:
    """Say whether a form ends in a nationality that is no part of the name.

    A name stands without it and leaves it outside (الموساد الإسرائيلي); a common noun
    takes it in (مجلس النواب الليبي).
    """
    rest, _, last = form.text.rpartition(" ")
    if not rest or not (last.startswith(ARTICLE) and last.endswith(("ي", "ية"))):
        return 0
    bare = rest.partition(" ")[2] if _class_nouns(rest) else rest
    listed = any((form.entity, normalise(text)) in own for text in (rest, bare))
    return int(listed and not takes_adjective(bare))


def takes_adjective(name: str) -> bool:
    """Say whether a name begins with a common noun that takes a nationality in."""
    return _class_roles().get(name.partition(" ")[0]) == "taken in"


@cache
def class_nouns(role: str) -> frozenset[str]:
    """Return the nouns of class that are ``left out`` or ``taken in``, normalised."""
    return frozenset(
        normalise(word) for word, its in _class_roles().items() if its == role
    )


@cache
def _class_roles() -> dict[str, str]:
    return {row["word"]: row["role"] for row in table("class_nouns")}


def _phrases(texts: Iterable[tuple[str, str]]) -> Index:
    """Index phrases that are no entities, each with its English meaning as the note."""
    index = Index()
    for text, english in texts:
        key = normalise(text)
        index.add(text, Entry(Form(text, key, "phrase", "name", None, english)))
    return index
