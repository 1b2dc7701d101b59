"""A decision: what a researcher says about mentions, as one row of a file.

Counting names is a sum of judgements, and a researcher may judge otherwise: this is no
mention, this is somebody else, this text means her too. Each such judgement is a value
with its time, its author and its reason. Nothing made is ever taken away: what undoes a
decision is a decision too.

What each action needs and does is told, column by column, in
``kit/decisions/README.md``.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_A_MENTION = "not a mention"
SOMEONE_ELSE = "someone else"
READING = "reading"
ALIAS = "alias"
SAME_ACTOR = "same actor"
COUNTRY = "country"
NEW_ACTOR = "new actor"
UNDO = "undo"

NEW_KINDS = ("person", "organisation", "place")

_PLACE = ("article", "start", "end")
_NEEDS: dict[str, tuple[str, ...]] = {
    NOT_A_MENTION: ("surface",),
    SOMEONE_ELSE: (*_PLACE, "surface", "becomes"),
    READING: (*_PLACE, "surface", "becomes"),
    ALIAS: ("surface", "entity"),
    SAME_ACTOR: ("entity", "becomes"),
    COUNTRY: (),
    NEW_ACTOR: ("entity", "kind", "name"),
    UNDO: ("undoes",),
}
ACTIONS = tuple(_NEEDS)
_ID_OF_ACTOR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2,4}")
_ID_LETTERS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision. Empty text and ``None`` mean that a column does not apply.

    Attributes
    ----------
    action
        One of ``ACTIONS``.
    article, start, end, surface
        The place it is about, and what is written there; a ``surface`` without a place
        is meant everywhere.
    entity
        Whom it is about; in a decision about a place, whom the kit had read there.
    becomes
        Who it is instead.
    kind, name, english, country
        The actor it is about, where no table of the kit lists it; ``country`` is also
        what the action ``country`` sets, empty for none.
    aliases
        Other Arabic names of a new actor.
    undoes
        The id of the decision that is undone.
    note, by
        Why, and by whom.
    time
        ISO 8601; now, where none is given. Without an offset it is UTC.
    id
        Made of all the rest where none is given.
    extra
        Columns of a file that the kit does not know, and what they hold.

    """

    action: str
    article: str = ""
    start: int | None = None
    end: int | None = None
    surface: str = ""
    entity: str = ""
    becomes: str = ""
    kind: str = ""
    name: str = ""
    english: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()
    undoes: str = ""
    note: str = ""
    by: str = ""
    time: str = ""
    id: str = ""
    extra: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.time:
            object.__setattr__(self, "time", now())
        _check_action(self)
        _check_place(self)
        _check_words(self)
        self.instant()
        if not self.id:
            object.__setattr__(self, "id", _identity(self))

    @property
    def has_place(self) -> bool:
        """Whether it is about one place of one article."""
        return self.start is not None

    @property
    def mark(self) -> str:
        """What the evidence of a mention says of a decision that changed it."""
        return f"decision {self.instant().date()} {self.action} {self.id}"

    def instant(self) -> datetime:
        """Give the time, to compare it."""
        try:
            instant = datetime.fromisoformat(self.time)
        except ValueError:
            msg = (
                f"No time '{self.time}' of a decision. Write it as 2026-11-24 or "
                "2026-11-24T13:05:00Z."
            )
            raise ValueError(msg) from None
        return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def now() -> str:
    """Give the time as decisions bear it: UTC, in milliseconds."""
    return stamp(datetime.now(UTC))


def stamp(instant: datetime) -> str:
    """Write a time as decisions bear it."""
    text = instant.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def near(value: str, known: Iterable[str]) -> str:
    """Give the ids most like a misspelt one, for an error: `` Did you mean x?``."""
    like = get_close_matches(value, list(known), n=3, cutoff=0.5)
    return f" Did you mean {' or '.join(like)}?" if like else ""


def _identity(decision: Decision) -> str:
    content = json.dumps(asdict(decision), ensure_ascii=False, sort_keys=True)
    # After a letter, for a spreadsheet takes 12e4567 for a number.
    return "d" + hashlib.sha256(content.encode()).hexdigest()[:_ID_LETTERS]


def _check_action(decision: Decision) -> None:
    if decision.action not in _NEEDS:
        msg = f"No action '{decision.action}'. Use one of: {', '.join(ACTIONS)}."
        raise ValueError(msg)
    for column in _NEEDS[decision.action]:
        if getattr(decision, column) in {"", None}:
            msg = f"A decision '{decision.action}' needs '{column}'; it is empty."
            raise ValueError(msg)
    if decision.action == COUNTRY and not (decision.has_place or decision.entity):
        msg = "A decision 'country' needs a place or an 'entity'; both are empty."
        raise ValueError(msg)
    if decision.action == SAME_ACTOR and decision.entity == decision.becomes:
        msg = (
            f"'{decision.entity}' is already itself. Name another entity as 'becomes'."
        )
        raise ValueError(msg)
    if decision.action == NEW_ACTOR:
        if decision.kind not in NEW_KINDS:
            msg = f"No kind '{decision.kind}'. Use one of: {', '.join(NEW_KINDS)}."
            raise ValueError(msg)
        if not _ID_OF_ACTOR.fullmatch(decision.entity):
            msg = (
                f"Cannot call an actor '{decision.entity}'. Use small Latin letters, "
                "digits and hyphens, as in khalifa-haftar."
            )
            raise ValueError(msg)


def _check_place(decision: Decision) -> None:
    start, end, surface = decision.start, decision.end, decision.surface
    if start is None and end is None and not decision.article:
        return
    if start is None or end is None or not decision.article or not surface:
        msg = (
            f"A place needs article, start, end and surface; there is "
            f"'{decision.article}' {start}-{end} '{surface}'. "
            "Leave all three but the surface empty to mean everywhere."
        )
        raise ValueError(msg)
    if start < 0 or end - start != len(surface):
        msg = (
            f"'{surface}' has {len(surface)} characters and cannot stand at "
            f"{start}-{end}. Give the offsets of the mention, end exclusive."
        )
        raise ValueError(msg)


def _check_words(decision: Decision) -> None:
    if decision.country and not _CODE.fullmatch(decision.country):
        msg = f"No country '{decision.country}'. Write its ISO 3166 code, as in LY."
        raise ValueError(msg)
    for field in fields(decision):
        value = getattr(decision, field.name)
        for text in [value] if isinstance(value, str) else _texts(value):
            if not text.isascii() and text.encode(errors="replace").decode() != text:
                msg = f"Cannot write {text!r} in '{field.name}': half a character."
                raise ValueError(msg)
    for alias in decision.aliases:
        if not alias.strip() or "|" in alias:
            msg = f"No alias {alias!r}. An alias is a name, and without a '|'."
            raise ValueError(msg)


def _texts(value: object) -> list[str]:
    if not isinstance(value, tuple):
        return []
    return [
        text for one in value for text in (one if isinstance(one, tuple) else [one])
    ]
