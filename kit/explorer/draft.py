"""A correction while it is being made: which mention, what is wrong, who is meant.

A draft says nothing yet. :func:`decision_of` makes of it what the desk can accept, as
soon as all that is needed has been chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from kit.language.normal import letters
from kit.language.romanise import romanise
from kit.lexicon.index import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.decisions import Decision
    from kit.mentions.desk import Desk, Row

CORRECTIONS = (
    "not_a_mention",
    "never_a_mention",
    "someone_else",
    "alias",
    "same_actor",
    "no_country",
    "other_country",
    "new_actor",
)
"""What can be said about a mention, in the order it is offered."""

NEEDING_SOMEBODY = frozenset({"someone_else", "alias", "same_actor", "other_country"})
"""Those that also need somebody to be chosen."""

NEW = ("name", "english", "kind", "country")
"""What is asked about a new actor."""

_SET = ("action", "sought", "becomes", "text", "new")


@dataclass(frozen=True, slots=True)
class Draft:
    """A correction that is being made.

    Attributes
    ----------
    article, start, end, entity
        The mention it is about.
    action
        One of ``CORRECTIONS``, or nothing yet.
    sought
        What was typed to find who is meant.
    becomes
        Who is meant: an entity's id.
    text
        The text of an alias; the mention's surface where empty.
    new
        What was said about a new actor, as in ``NEW``.

    """

    article: str
    start: int
    end: int
    entity: str
    action: str = ""
    sought: str = ""
    becomes: str = ""
    text: str = ""
    new: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.action and self.action not in CORRECTIONS:
            msg = f"No action '{self.action}'. Use one of: {', '.join(CORRECTIONS)}."
            raise ValueError(msg)

    def with_(self, name: str, value: object) -> Self:
        """Give the draft with one thing more said."""
        if name not in _SET:
            msg = f"A correction has no '{name}'. Use one of: {', '.join(_SET)}."
            raise ValueError(msg)
        if name == "new":
            given = value if isinstance(value, Mapping) else {}
            said = tuple((one, str(given.get(one, "")).strip()) for one in NEW)
            return replace(self, new=said)
        change = {name: str(value)}
        if name in {"action", "sought"}:
            change["becomes"] = ""
        if name == "action":
            change["sought"] = ""
        return replace(self, **change)  # type: ignore[arg-type]  # all of them are texts


def complete(draft: Draft) -> bool:
    """Say whether all that its action needs has been chosen."""
    if draft.action == "new_actor":
        return any(value for name, value in draft.new if name == "name")
    if draft.action in NEEDING_SOMEBODY:
        return bool(draft.becomes)
    return bool(draft.action)


def decision_of(draft: Draft, mention: Row, desk: Desk) -> Decision:
    """Give the decision that a complete draft asks for.

    Raises ``ValueError`` where it cannot be made; the message says why.
    """
    return _MAKES[draft.action](draft, mention, desk)


def _someone_else(draft: Draft, mention: Row, desk: Desk) -> Decision:
    undecided = str(mention["undecided"] or "").split()
    decide = desk.reading if draft.becomes in undecided else desk.someone_else
    return decide(mention, draft.becomes)


def _new_actor(draft: Draft, _mention: Row, desk: Desk) -> Decision:
    said = dict(draft.new)
    name = " ".join(letters(said["name"]).split())
    if not words_of(name):
        msg = f"Cannot call an actor '{said['name']}': it has no word."
        raise ValueError(msg)
    identity = romanise(said["english"] or name)
    return desk.new_actor(
        identity,
        (name, said["english"]),
        kind=said["kind"],
        country=said["country"] or None,
    )


_MAKES: dict[str, Callable[[Draft, Row, Desk], Decision]] = {
    "not_a_mention": lambda _, mention, desk: desk.not_a_mention(mention),
    "never_a_mention": lambda draft, mention, desk: desk.never_a_mention(
        str(mention["surface"]), entity=draft.entity
    ),
    "someone_else": _someone_else,
    "alias": lambda draft, mention, desk: desk.alias(
        draft.text or str(mention["surface"]), draft.becomes
    ),
    "same_actor": lambda draft, _, desk: desk.same_actor(draft.entity, draft.becomes),
    "no_country": lambda _, mention, desk: desk.country(mention, None),
    "other_country": lambda draft, mention, desk: desk.country(mention, draft.becomes),
    "new_actor": _new_actor,
}
