"""From a question to what the screen shows: tables and charts, no widget.

:func:`view_state` is the one place where the screen counts anything, and it does so
through :mod:`kit.counts` alone, so the number on a bar, the rows behind it and the
sentences under it come from one filter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.counts import Counts, count_mentions, selecting, together
from kit.counts.counting import positions_of
from kit.explorer import over_time
from kit.explorer.facets import Facet, facets
from kit.explorer.known import Known
from kit.explorer.ledger import Line, lines, switchable

if TYPE_CHECKING:
    from kit.charts.chart import Chart
    from kit.explorer.question import Question
    from kit.mentions.mention import Mentions

_OF_ALL_ROWS = (
    "row", "article", "paragraph", "sentence", "start", "end", "entity", "country",
    "way", "surface", "undecided",
)  # fmt: skip  # what is asked of all the rows on the screen, not of a page of them


@dataclass(frozen=True, slots=True)
class View:
    """What the screen shows for a question.

    Attributes
    ----------
    question
        What was asked.
    counts
        The count behind the bars, whatever is selected.
    rows
        The mentions on the screen: of the selected entity, else all that are counted,
        in the order of the text. Some columns of theirs; see :meth:`whole`.
    chart
        Bars, where the names stand, how often over time, or which stand together, as
        the question's view asks.
    ledger
        The rows of the selected entity, split by the way it is named; empty where
        nothing is selected.
    facets
        The lists of the filter panel.
    known
        What is known whatever is asked.

    """

    question: Question
    counts: Counts
    rows: pl.DataFrame
    chart: Chart
    ledger: tuple[Line, ...]
    facets: tuple[Facet, ...]
    known: Known

    @property
    def names(self) -> dict[str, str]:
        """The name of every entity, in the question's language."""
        return self.known.names(self.question.language)

    def whole(self, rows: pl.DataFrame) -> pl.DataFrame:
        """Give some of the rows with all the columns of mentions."""
        return self.known.mentions.rows[rows["row"]]


def view_state(
    mentions: Mentions, question: Question, known: Known | None = None
) -> View:
    """Count and draw what a question asks of some mentions.

    ``known`` is what was worked out of these mentions before.
    """
    known = known if known is not None else Known(mentions)
    where, by = question.where, question.by
    quick = known.quick
    counts = count_mentions(quick, by=by, unit=question.unit, where=where)
    numbered = quick.rows.with_row_index("row").lazy()
    query = selecting(quick, where, by, rows=numbered).select(_OF_ALL_ROWS)
    ledger: tuple[Line, ...] = ()
    if question.selected is None:
        rows = query.collect()
    else:
        only = pl.col(key_of(by)) == question.selected
        rows = query.filter(only).collect()
        possible = switchable(quick, question).filter(only).collect()
        ledger = lines(question, rows, possible)
    return View(
        question=question,
        counts=counts,
        rows=rows,
        chart=_chart(known, question, counts),
        ledger=ledger,
        facets=facets(known, question),
        known=known,
    )


def key_of(by: str) -> str:
    """Give the column that tells what is counted apart."""
    return "country" if by == "country" else "entity"


def _chart(known: Known, question: Question, counts: Counts) -> Chart:
    language, digits = question.language, question.digits
    if question.view == "where":
        found = positions_of(counts, known.quick)
        return dispersion(found, language=language, digits=digits)
    if question.view == "over_time":
        return over_time.chart(known, question)
    if question.view == "together":
        met = together(known.quick, where=question.where)
        return heatmap(met, language=language, digits=digits)
    if question.selected is not None:
        # The picture of all bars, of which one is marked: only the drawing is told.
        only = (question.selected,)
        marked = (
            replace(counts.where, countries=only)
            if question.by == "country"
            else replace(counts.where, actors=only)
        )
        counts = replace(counts, where=marked)
    return bars(counts, language=language, digits=digits)
