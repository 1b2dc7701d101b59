"""What stands so far, while recognisers are heard: choices by the tokens they take."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kit.mentions.discovering import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.mentions.choosing import Choice
    from kit.mentions.engines import Proposal

    Standing = tuple[Choice, list[Choice]]


class Kept:
    """What stands so far, by token."""

    def __init__(self, standing: Sequence[Standing]) -> None:
        self._standing: dict[int, Standing] = {}
        self.by_token: dict[int, Choice] = {}
        for outer, inner in standing:
            self.add(outer, inner)

    def add(self, outer: Choice, inner: list[Choice]) -> None:
        """Let a choice stand, with those inside it."""
        self._standing[outer.match.first] = outer, inner
        for index in range(outer.match.first, outer.match.last + 1):
            self.by_token[index] = outer

    def remove(self, gone: Iterable[Standing]) -> None:
        """Let choices stand no longer."""
        for outer, _ in gone:
            del self._standing[outer.match.first]
            for index in range(outer.match.first, outer.match.last + 1):
                del self.by_token[index]

    def overlapping(self, proposal: Proposal) -> list[Standing]:
        """Give what stands at any token of a proposal."""
        firsts = dict.fromkeys(
            self.by_token[index].match.first
            for index in range(proposal.first, proposal.last + 1)
            if index in self.by_token
        )
        return [self._standing[first] for first in firsts]

    def leave_out_lonely(self, proposals: Sequence[Proposal]) -> None:
        """Leave out what a rule found and no recogniser did."""
        found: dict[str, set[int]] = defaultdict(set)
        for proposal in proposals:
            found[proposal.kind].update(range(proposal.first, proposal.last + 1))
        self.remove(
            [
                (outer, inner)
                for outer, inner in self._standing.values()
                if outer.engine in RULES
                and found[outer.form.kind].isdisjoint(
                    range(outer.match.first, outer.match.last + 1)
                )
            ]
        )

    def in_order(self) -> list[Standing]:
        """Give all that stands in the order of the text."""
        return [self._standing[first] for first in sorted(self._standing)]
