"""An inquiry: what a report is about, and the language in which its sections answer.

Every section gets the same inquiry and gives blocks. What several need is worked out
here once: the leading names, the day, how an entity is called.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from kit.counts import count_mentions
from kit.labels import (
    counted,
    digits_as,
    direction,
    display_name,
    number,
    span_name,
    word,
)
from kit.lexicon.lexicon import default_lexicon
from kit.report.content import Paragraph, Run, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from kit.counts import Filter
    from kit.decisions import Decisions
    from kit.mentions.mention import Mentions

LEADING = 3
"""How many countries, and how many actors, are shown with their evidence."""

LONGEST = 25
"""Rows of a table; the rest stand in the data."""


@dataclass(frozen=True)  # without slots: it remembers what it worked out
class Inquiry:
    """What a report is about.

    Attributes
    ----------
    mentions, where
        What was found, and what of it counts.
    language, digits
        Of the words and numbers.
    evidence
        How many sentences are shown for a name.
    decisions
        The decisions under which it was found, with their reasons; None where they
        were not given.
    day
        When the report was made.

    """

    mentions: Mentions
    where: Filter
    language: str
    digits: str
    evidence: int
    decisions: Decisions | None
    day: date

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.language == "ar" else "ltr"

    @cached_property
    def leading(self) -> list[tuple[str, str, int]]:
        """The leading names: ``country`` or ``actor``, the id, its mentions."""
        return [
            (by, entity, mentions)
            for by in ("country", "actor")
            for entity, mentions in count_mentions(
                self.mentions, by=by, where=self.where
            )
            .table.select("entity", "mentions")
            .head(LEADING)
            .iter_rows()
        ]

    @cached_property
    def names(self) -> dict[str, str]:
        """How entities are called in the language of the report."""
        tables = [self.mentions.entities]
        if self.mentions.found is not None:
            tables.append(self.mentions.found.entities)
        rows = pl.concat(tables).unique("entity", keep="first")
        return {
            entity: display_name(name, english, self.language)
            for entity, name, english in rows.select(
                "entity", "name", "english"
            ).iter_rows()
        }

    def name(self, entity: str) -> str:
        """Give how an entity is called, its id where nobody knows it."""
        if entity in self.names:
            return self.names[entity]
        listed = default_lexicon().names.get(entity)  # one that is not mentioned
        if listed is None:
            return entity
        return display_name(listed.arabic, listed.english, self.language)

    def say(self, key: str, **values: str) -> str:
        """Give words of the report, with the values that stand in them."""
        text = word(f"report.{key}", self.language)
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def number(self, value: float) -> str:
        """Give a number as text."""
        return number(value, self.language, self.digits)

    def counted(self, value: int, key: str) -> str:
        """Give a number with the thing counted."""
        return counted(value, key, self.language, self.digits)

    @cached_property
    def today(self) -> str:
        """The day of the report in words."""
        day = self.day.isoformat()
        return digits_as(span_name(day, day, self.language), self.language, self.digits)

    def text(self, *said: str | Run, role: str = "text") -> Paragraph:
        """Make a paragraph of the report's own words."""
        runs = tuple(Run(one) if isinstance(one, str) else one for one in said)
        return Paragraph(runs, self.direction, role)

    def table(
        self,
        name: str,
        columns: Mapping[str, Sequence[object]],
        *,
        code: Iterable[str] = (),
    ) -> list[Table | Paragraph]:
        """Make a table, cut where it is long, and the line that says so.

        ``code`` names the columns that hold ids, which are read from the left.
        """
        ids = frozenset(code)
        height = len(next(iter(columns.values())))
        made = Table(
            name,
            tuple(columns),
            tuple(
                tuple(
                    Run(self.cell(cell), code=head in ids)
                    for head, cell in zip(columns, row, strict=True)
                )
                for row in list(zip(*columns.values(), strict=True))[:LONGEST]
            ),
            tuple(
                all(isinstance(cell, int | float | None) for cell in cells)
                for cells in columns.values()
            ),
        )
        if height <= LONGEST:
            return [made]
        shown, whole = self.number(LONGEST), self.counted(height, "rows")
        return [made, self.text(self.say("cut", shown=shown, all=whole))]

    def cell(self, value: object) -> str:
        """Give a cell of a table as text; what is not known is a dash."""
        if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
            return self.number(int(value))
        if isinstance(value, float):
            return digits_as(f"{value:.3g}", self.language, self.digits)
        return "–" if value is None or value == "" else str(value)


def quotation(*runs: Run) -> Paragraph:
    """Make a paragraph of what an article says, in its own direction."""
    said = "".join(run.text for run in runs)
    return Paragraph(runs, direction(said) or "rtl", "sentence")
