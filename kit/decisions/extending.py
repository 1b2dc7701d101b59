"""Extending: the lexicon with the aliases and actors that a researcher added.

These decisions act before finding. An added name is found like those of the tables,
with attached و ف ب ل ك and in the spellings that rules yield, and is the only reading
of the letters it is written with: whoever adds it has decided what they mean.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kit.decisions.decision import NEW_ACTOR, Decision
from kit.language.normal import letters
from kit.lexicon.form import Form
from kit.lexicon.index import Entry, words_of
from kit.lexicon.lexicon import Lexicon, Name, default_lexicon
from kit.lexicon.nisba import spellings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_REMEMBERED = 8
_SINGLE = {"person": "surname", "organisation": "short"}


@lru_cache(maxsize=_REMEMBERED)
def extended_lexicon(additions: tuple[Decision, ...] = ()) -> Lexicon:
    """Give the kit's lexicon with the aliases and new actors of some decisions."""
    lexicon = default_lexicon()
    if not additions:
        return lexicon
    names = _names(additions)
    forms = [form for decision in additions for form in _forms(decision, names)]
    entries = list(_entries(forms, names))
    persons = (form.text for form in forms if form.kind == "person")
    words = {word for text in persons for word in words_of(text)}
    # What the tables already name in one of the new spellings stays as it is.
    free = [
        (text, entry)
        for text, entry in entries
        if not entry.spelling or not lexicon.index.lookup(text)
    ]
    return replace(
        lexicon,
        index=lexicon.index.with_(free),
        names=names,
        # The قوات of قائد قوات شرق ليبيا is no part of anybody's name.
        name_words=lexicon.name_words | (words - lexicon.common_words),
    )


def written_as(additions: tuple[Decision, ...]) -> Iterator[tuple[str, str]]:
    """Give every spelling of what additions name, each with its kind of entity."""
    names = _names(additions)
    forms = [form for decision in additions for form in _forms(decision, names)]
    for text, entry in _entries(forms, names):
        yield text, entry.form.kind


def _names(additions: tuple[Decision, ...]) -> dict[str, Name]:
    names = dict(default_lexicon().names)
    for decision in additions:
        if decision.action == NEW_ACTOR or decision.entity not in names:
            name = described(decision)
            if name is not None:
                names[decision.entity] = name
    return names


def described(decision: Decision) -> Name | None:
    """Give how an actor is called that no table lists, if the decision says so."""
    if not decision.kind or not decision.name:
        return None
    english = decision.english
    if not english and decision.action == NEW_ACTOR:
        # Whoever adds an actor has chosen its id; others are romanised letters.
        english = decision.entity.replace("-", " ").title()
    return Name(decision.kind, decision.country or None, decision.name, english)


def _forms(decision: Decision, names: Mapping[str, Name]) -> Iterator[Form]:
    entity = decision.entity
    name = names.get(entity)
    if name is None:
        return  # a later report says that nobody is called so
    texts = [decision.surface]
    if decision.action == NEW_ACTOR:
        texts = [decision.name, *decision.aliases]
    for written in texts:
        text = " ".join(letters(written).split())
        if not words_of(text):
            continue
        form = "name"
        if text != name.arabic and len(words_of(text)) == 1:
            form = _SINGLE.get(name.kind, form)
        note = "name" if text == name.arabic else f'alias "{text}" of {name.arabic}'
        note = f"{note} + {decision.mark}"
        yield Form(text, entity, name.kind, form, name.country, note)


def _entries(
    forms: list[Form], names: Mapping[str, Name]
) -> Iterator[tuple[str, Entry]]:
    for form in forms:
        yield form.text, Entry(form)
        for spelling in spellings(form.text, names[form.entity].english):
            if spelling != form.text:
                yield spelling, Entry(form, spelling=spelling)
