"""Actors: the persons and organisations that are known by name.

The tables ``persons.csv`` and ``organisations.csv`` give each actor's usual Arabic
name, other full names (aliases), short names that alone mean this actor in news, and
acronyms. Spelling variants that a rule yields are not in the tables.

Two more tables help with actors nobody listed. ``bodies.csv`` holds the heads that
build a named body with a nationality (الحكومة + الهولندية), ``titles.csv`` the titles
that stand before a person's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.lexicon.form import Form
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = "|"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or organisation of the tables."""

    id: str
    kind: str
    country: str | None
    name: str
    english: str


@dataclass(frozen=True, slots=True)
class Body:
    """The head of a national body: ``الحكومة``, English ``{adjective} government``.

    ``gender`` is that of the agreeing adjective, ``m`` or ``f``; ``takes`` says whether
    an adjective, a country's name, or either completes it.
    """

    head: str
    english: str
    gender: str
    takes: tuple[str, ...]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split(MANY)))) if cell else ()


def _actor(row: dict[str, str], kind: str) -> Actor:
    return Actor(row["id"], kind, row["country"] or None, row["name"], row["english"])


def actors() -> Iterator[Actor]:
    """Give the actors of the tables."""
    for row in table("persons"):
        yield _actor(row, "person")
    for row in table("organisations"):
        yield _actor(row, "organisation")


def actor_forms() -> Iterator[tuple[Form, tuple[str, ...]]]:
    """Give every form of every actor, with the context words that it needs, if any."""
    for kind, name in (("person", "persons"), ("organisation", "organisations")):
        for row in table(name):
            yield from _forms(_actor(row, kind), row)


def _forms(actor: Actor, row: dict[str, str]) -> Iterator[tuple[Form, tuple[str, ...]]]:
    single = "surname" if actor.kind == "person" else "short"
    columns = (
        ("name", "name", False),
        ("aliases", "name", False),
        ("short", single, True),
        ("acronyms", "acronym", False),
    )
    beside = _split(row.get("context", ""))
    for column, form, needs_context in columns:
        context = beside if needs_context else ()
        for text in _split(row.get(column, "")):
            note = "name" if column == "name" else f'alias "{text}" of {actor.name}'
            yield Form(text, actor.id, actor.kind, form, actor.country, note), context


def bodies() -> Iterator[Body]:
    """Give the heads of national bodies."""
    for row in table("bodies"):
        yield Body(row["head"], row["english"], row["gender"], _split(row["kinds"]))


def titles() -> Iterator[tuple[str, str]]:
    """Give the titles that stand before a person's name, with their English."""
    for row in table("titles"):
        yield row["title"], row["english"]
