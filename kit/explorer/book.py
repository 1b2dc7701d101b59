"""The book: mentions, what was decided about them, and the file that keeps it.

The screen shows ``book.mentions``. Whatever is decided is applied at once and kept at
once; where it cannot be kept, it stays decided here and is kept with the next.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from kit.counts import difference
from kit.decisions import (
    Decisions,
    beside,
    read_decisions,
    save_decisions,
)
from kit.explorer.known import Known
from kit.mentions.correcting import known_names
from kit.mentions.desk import Desk
from kit.mentions.revising import revised

if TYPE_CHECKING:
    from os import PathLike

    from kit.counts import Filter
    from kit.decisions import Decision
    from kit.lexicon.lexicon import Name
    from kit.mentions.mention import Mentions


@dataclass(frozen=True, slots=True)
class _Previewed:
    """What a decision would make of mentions, and of which it was worked out."""

    decision: Decision
    before: Mentions
    decisions: Decisions
    after: Mentions

    def answers(self, book: Book, decision: Decision) -> bool:
        """Say whether it is the same question, of mentions that are still the same."""
        # Made anew with each redraw, a decision differs in its time and its id.
        same = replace(decision, time=self.decision.time, id=self.decision.id)
        unchanged = self.before is book.mentions and self.decisions == book.decisions
        return unchanged and same == self.decision


class Book:
    """Mentions and the decisions about them.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    path
        The file of decisions; None for ``decisions.csv`` beside the articles. What it
        holds is applied.

    """

    def __init__(
        self, mentions: Mentions, path: str | PathLike[str] | None = None
    ) -> None:
        self.path = beside(mentions.about["path"]) if path is None else Path(path)
        self.decisions = Decisions()
        self.mentions = mentions
        self.known = Known(mentions)
        self._names: dict[str, Name] | None = None
        self._previewed: _Previewed | None = None
        if self.path.exists():
            self._decide(read_decisions(self.path))

    @property
    def desk(self) -> Desk:
        """Where decisions are made about these mentions."""
        return Desk(self.mentions, self.decisions)

    @property
    def names(self) -> dict[str, Name]:
        """How everybody is called whom tables, mentions or decisions know."""
        if self._names is None:
            found = self.mentions.found or self.mentions
            self._names = known_names(found, self.decisions)
        return self._names

    def row(self, place: tuple[str, int, int, str]) -> dict[str, object] | None:
        """Give the mention at a place: article, start, end, entity."""
        article, start, end, entity = place
        found = self.mentions.rows.filter(
            (pl.col("article") == article)
            & (pl.col("start") == start)
            & (pl.col("end") == end)
            & (pl.col("entity") == entity)
        )
        return found.row(0, named=True) if found.height else None

    def preview(self, decision: Decision, where: Filter) -> pl.DataFrame:
        """Give what a decision would change, as :func:`kit.difference` tells it.

        Of countries and of actors, each with ``by``. What was found out is kept, and
        taken when the decision is accepted.
        """
        known = self._previewed
        if known is None or not known.answers(self, decision):
            after = revised(self.mentions, self.decisions.with_(decision))
            known = _Previewed(decision, self.mentions, self.decisions, after)
            self._previewed = known
        after = known.after
        return pl.concat(
            difference(self.mentions, after, by=by, where=where).with_columns(
                by=pl.lit(by)
            )
            for by in ("country", "actor")
        )

    def accept(self, *decisions: Decision) -> None:
        """Decide, and keep it.

        Raises ``OSError`` or ``ValueError`` where it cannot be kept; it is decided all
        the same, and is kept with the next.
        """
        known = self._previewed
        if known and len(decisions) == 1 and known.answers(self, decisions[0]):
            # As it was previewed, with the id that its mentions bear already.
            self._decide(self.decisions.with_(known.decision), known.after)
        else:
            self._decide(self.decisions.with_(*decisions))
        self._keep()

    def undo(self, identity: str) -> None:
        """Undo a decision, and keep that; errors as in :meth:`accept`."""
        self._decide(self.decisions.without(identity))
        self._keep()

    def _keep(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        together = save_decisions(self.path, self.decisions)
        if together != self.decisions:
            self._decide(together)  # another notebook has decided something too

    def _decide(self, decisions: Decisions, after: Mentions | None = None) -> None:
        self.mentions = revised(self.mentions, decisions) if after is None else after
        self._previewed = None
        self.decisions = decisions
        self.known = Known(self.mentions)
        self._names = None
