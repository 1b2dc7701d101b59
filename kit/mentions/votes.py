"""Votes: how often an article names each country by a form that means nothing else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kit.mentions.homographs import is_doubtful

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.lexicon.index import Entry
    from kit.mentions.matcher import Match
    from kit.mentions.tokenrow import TokenRow

_NEARNESS = 3
_VOTING_KINDS = frozenset({"country", "place"})


class Votes:
    """How often each country is named in an article by an unambiguous form.

    Around a mention, what its own paragraph names weighs more than the rest.
    """

    def __init__(self, matches: Sequence[Match], row: TokenRow) -> None:
        self._row = row
        self._votes = [
            (match.first, country)
            for match in matches
            if (country := _vote(match.entries)) is not None
        ]
        self._article = Counter(country for _, country in self._votes)
        self._near: dict[int, Counter[str]] = {}

    def of(self, country: str | None, index: int) -> int:
        """Give how many votes a country has around a token."""
        if country is None or country not in self._article:
            return 0
        return self.around(index)[country]

    def around(self, index: int) -> Counter[str]:
        """Give the votes that count for a token."""
        number = self._row.paragraph(index)
        if number not in self._near:
            first, end = self._row.span(number)
            near = [country for place, country in self._votes if first <= place < end]
            votes = self._article
            if near:
                votes = votes.copy()
                for country in near:
                    votes[country] += _NEARNESS
            self._near[number] = votes
        return self._near[number]


def _vote(entries: tuple[Entry, ...]) -> str | None:
    """Give the country that a match of these entries speaks for, if it does."""
    form = entries[0].form
    if form.kind not in _VOTING_KINDS or form.country is None or is_doubtful(form):
        return None
    one = len(entries) == 1 or len({entry.form.country for entry in entries}) == 1
    return form.country if one else None
