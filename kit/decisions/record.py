"""The record: decisions in the order of their time, and what of them holds.

The record is a value. A decision is added with :meth:`Decisions.with_` and undone with
:meth:`Decisions.without`, which adds the undoing; both give a new record. Two records
are brought together by :meth:`Decisions.merged`, which loses no decision of either.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from kit.decisions.decision import (
    ALIAS,
    NEW_ACTOR,
    UNDO,
    Decision,
    near,
    now,
    stamp,
)
from kit.language.english import several

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

FORMAT = 1
"""The version of the format of files; a file of a newer one is refused."""

COLUMNS = (
    "id", "time", "action", "article", "start", "end", "surface", "entity", "becomes",
    "kind", "name", "english", "country", "aliases", "undoes", "note", "by", "format",
)  # fmt: skip  # the stable columns, in their order

_ID_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of a file that could not be read, kept as it stands.

    Attributes
    ----------
    raw
        What is written, its line end included.
    line
        The line on which it begins, from 1.
    reason
        What is wrong, with the value.
    after
        The id of the decision before it; empty at the top.

    """

    raw: str
    line: int
    reason: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions, ordered by time.

    Attributes
    ----------
    items
        The decisions, undone ones and undoings too.
    kept
        The rows of the file that could not be read.
    columns
        The columns of the file, in its order.
    marked
        Whether the file begins with a byte order mark, as spreadsheets like it.

    """

    items: tuple[Decision, ...] = ()
    kept: tuple[Kept, ...] = ()
    columns: tuple[str, ...] = COLUMNS
    marked: bool = False

    def __post_init__(self) -> None:
        once = {decision.id: decision for decision in reversed(self.items)}
        object.__setattr__(self, "items", tuple(sorted(once.values(), key=_order)))
        extra = [name for one in self.items for name, _ in one.extra]
        known = (*self.columns, *COLUMNS, *extra)
        object.__setattr__(self, "columns", tuple(dict.fromkeys(known)))

    def __repr__(self) -> str:
        said = several(len(self.items), "decision")
        if self.kept:
            said += f", {several(len(self.kept), 'line')} that could not be read"
        return f"<Decisions: {said}>"

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.items)

    @property
    def in_force(self) -> tuple[Decision, ...]:
        """The decisions that are not undone, without the undoings."""
        undone = _undone(self.items)
        return tuple(d for d in self.items if d.id not in undone and d.action != UNDO)

    @property
    def additions(self) -> tuple[Decision, ...]:
        """Those in force that add to the lexicon, and so act before finding."""
        return tuple(d for d in self.in_force if d.action in {ALIAS, NEW_ACTOR})

    @property
    def content_id(self) -> str:
        """A short id of all that is decided, to cite beside a number."""
        content = json.dumps([asdict(one) for one in self.items], ensure_ascii=False)
        return hashlib.sha256(content.encode()).hexdigest()[:_ID_SHOWN]

    def with_(self, *decisions: Decision) -> Decisions:
        """Give the record with more decisions."""
        return Decisions(
            (*self.items, *decisions), self.kept, self.columns, self.marked
        )

    def without(self, identity: str, *, note: str = "", by: str = "") -> Decisions:
        """Give the record with one decision undone, by one more decision.

        An undoing can be undone too. Raises ``ValueError`` where there is no such
        decision, or where it is undone already.
        """
        known = {decision.id: decision for decision in self.items}
        if identity not in known:
            msg = f"No decision '{identity}' among {len(self)}.{near(identity, known)}"
            raise ValueError(msg)
        if identity in _undone(self.items):
            msg = f"Decision '{identity}' is undone already. Undo the undoing instead."
            raise ValueError(msg)
        # An undoing is later than what it undoes, whatever the clocks of two machines.
        later = known[identity].instant() + timedelta(milliseconds=1)
        undo = Decision(action=UNDO, undoes=identity, note=note, by=by, time=now())
        if undo.instant() < later:
            time = stamp(later)
            undo = Decision(action=UNDO, undoes=identity, note=note, by=by, time=time)
        return self.with_(undo)

    def merged(self, other: Decisions) -> Decisions:
        """Give the decisions of both; of two with one id, that of this record.

        Rows that could not be read are those of this record alone: those of the other
        may have been repaired here.
        """
        items = (*self.items, *other.items)
        columns = (*self.columns, *other.columns)
        return Decisions(items, self.kept, columns, self.marked)


def _order(decision: Decision) -> tuple[datetime, str]:
    return decision.instant(), decision.id


def _undone(items: tuple[Decision, ...]) -> set[str]:
    """Give the ids of what is undone by an undoing that is not undone itself."""
    undoings = defaultdict(list)
    for decision in items:
        if decision.action == UNDO:
            undoings[decision.undoes].append(decision.id)
    undone: set[str] = set()
    for decision in reversed(items):
        if any(identity not in undone for identity in undoings[decision.id]):
            undone.add(decision.id)
    return undone
