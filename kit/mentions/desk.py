"""The desk: where a researcher decides about mentions.

A desk knows who is named in some mentions, in the tables and in the decisions so far.
It makes decisions that are right in themselves: a misspelt id is refused with those
that are like it, and an actor no table lists is written into the decision, so that a
file of them can be read beside any corpus.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.checking import expect
from kit.decisions.decision import (
    ALIAS,
    COUNTRY,
    NEW_ACTOR,
    NOT_A_MENTION,
    READING,
    SAME_ACTOR,
    SOMEONE_ELSE,
    Decision,
    near,
)
from kit.decisions.record import Decisions
from kit.language.normal import letters
from kit.lexicon.index import words_of
from kit.lexicon.lexicon import default_lexicon
from kit.mentions.correcting import known_names
from kit.mentions.mention import Mentions, expect_mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.lexicon.lexicon import Name

Row = Mapping[str, object]
_PLACE = ("article", "start", "end", "surface", "entity")


@dataclass(frozen=True, slots=True)
class Desk:
    """Makes decisions about mentions; see the module.

    A mention is given as a dict of its row, as ``rows.iter_rows(named=True)`` gives it,
    or ``rows.row(5, named=True)``.

    Attributes
    ----------
    mentions
        The mentions that are looked at.
    decisions
        What has been decided so far.
    by
        Who decides; it stands in every decision.

    """

    mentions: Mentions
    decisions: Decisions = field(default_factory=Decisions)
    by: str = ""

    def __post_init__(self) -> None:
        expect_mentions(self.mentions)
        expect(self.decisions, Decisions, "decisions, as read_decisions gives them")

    def not_a_mention(self, mention: Row, *, note: str = "") -> Decision:
        """Say that there is no mention at this place."""
        return self._made(NOT_A_MENTION, note, _place(mention))

    def never_a_mention(
        self, surface: str, *, entity: str = "", note: str = ""
    ) -> Decision:
        """Say that a text is no mention anywhere, or none of this entity."""
        if entity:
            self._known(entity)
        return self._made(NOT_A_MENTION, note, {"surface": surface, "entity": entity})

    def someone_else(self, mention: Row, becomes: str, *, note: str = "") -> Decision:
        """Say that somebody or something else is mentioned at this place."""
        values = {**_place(mention), **self._described(becomes), "becomes": becomes}
        return self._made(SOMEONE_ELSE, note, values)

    def reading(self, mention: Row, becomes: str, *, note: str = "") -> Decision:
        """Say which of the readings of an undecided mention is right."""
        open_ = str(mention["undecided"] or "").split()
        readings = [str(mention["entity"]), *open_]
        if becomes not in readings:
            msg = (
                f"'{becomes}' is no reading of '{mention['surface']}'. There are "
                f"{', '.join(readings)}; for anybody else use someone_else."
            )
            raise ValueError(msg)
        values = {**_place(mention), **self._described(becomes), "becomes": becomes}
        return self._made(READING, note, values)

    def alias(self, text: str, entity: str, *, note: str = "") -> Decision:
        """Say that a text names an entity wherever it stands."""
        text = " ".join(letters(text).split())
        if not words_of(text):
            msg = f"Cannot add the alias '{text}': it has no word."
            raise ValueError(msg)
        values = {"surface": text, "entity": entity, **self._described(entity)}
        return self._made(ALIAS, note, values)

    def same_actor(self, entity: str, becomes: str, *, note: str = "") -> Decision:
        """Say that an actor is the same as another, under whose name both count."""
        self._known(entity)
        values = {"entity": entity, "becomes": becomes, **self._described(becomes)}
        return self._made(SAME_ACTOR, note, values)

    def country(
        self, of: Row | str, country: str | None, *, note: str = ""
    ) -> Decision:
        """Say to which country a mention or an entity belongs; None for none."""
        entity = of if isinstance(of, str) else str(of["entity"])
        name = self._known(entity)
        if name.kind == "country":
            msg = f"'{entity}' is a country. Say that it is someone else instead."
            raise ValueError(msg)
        about = {"entity": of} if isinstance(of, str) else _place(of)
        values = {**about, "country": self._code(country)}
        return self._made(COUNTRY, note, values)

    def new_actor(
        self,
        entity: str,
        names: tuple[str, str],
        *,
        kind: str = "person",
        country: str | None = None,
        aliases: Sequence[str] = (),
    ) -> Decision:
        """Add an actor that no table lists.

        Parameters
        ----------
        entity
            A new id, in kebab case: ``khalifa-haftar``.
        names
            The usual Arabic name, and the English one.
        kind
            ``person``, ``organisation`` or ``place``.
        country
            The code of the country it belongs to.
        aliases
            Other Arabic names.

        """
        if entity in self._names():
            msg = f"'{entity}' is known already. Use alias, or another id."
            raise ValueError(msg)
        arabic, english = names
        values = {
            "entity": entity,
            "kind": kind,
            "name": " ".join(arabic.split()),
            "english": english,
            "country": self._code(country),
            "aliases": tuple(aliases),
        }
        return self._made(NEW_ACTOR, "", values)

    def _made(self, action: str, note: str, values: Mapping[str, object]) -> Decision:
        # What stands in a mention's row has the types of its schema.
        return Decision(action=action, note=note, by=self.by, **values)  # type: ignore[arg-type]  # Decision checks the values

    def _names(self) -> dict[str, Name]:
        found = self.mentions.found
        found = self.mentions if found is None else found
        return known_names(found, self.decisions)

    def _known(self, entity: str) -> Name:
        names = self._names()
        if entity not in names:
            msg = (
                f"No entity '{entity}' in the tables, these mentions or decisions."
                f"{near(entity, names)} new_actor adds one."
            )
            raise ValueError(msg)
        return names[entity]

    def _described(self, entity: str) -> dict[str, str]:
        """Give what a decision must say of an entity that no table lists."""
        name = self._known(entity)
        if entity in default_lexicon().names:
            return {}
        return {
            "kind": name.kind,
            "name": name.arabic,
            "english": name.english,
            "country": name.country or "",
        }

    def _code(self, country: str | None) -> str:
        if country is None:
            return ""
        name = default_lexicon().names.get(country)
        if name is None or name.kind != "country":
            codes = default_lexicon().adjectives
            msg = f"No country '{country}'.{near(country, codes)} Write a code, as LY."
            raise ValueError(msg)
        return country


def _place(mention: Row) -> dict[str, object]:
    missing = [name for name in _PLACE if name not in mention]
    if missing:
        msg = (
            f"Expected the row of a mention, but it has no '{missing[0]}'. "
            "Give mentions.rows.row(number, named=True)."
        )
        raise ValueError(msg)
    return {name: mention[name] for name in _PLACE}
