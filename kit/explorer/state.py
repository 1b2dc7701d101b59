"""From a question to what the screen shows: tables and charts, no widget.

:func:`view_state` is the one place where the screen counts anything, and it does so
through :mod:`kit.counts` alone, so the number on a bar, the rows behind it and the
sentences under it come from one filter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from kit.articles.article import PART_KINDS
from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.counts import FORMS, KINDS, Counts, count_mentions, ledger, positions, select
from kit.explorer.question import Question, checked
from kit.labels import display_name, word
from kit.language.normal import normalise

if TYPE_CHECKING:
    from kit.charts.chart import Chart
    from kit.mentions.mention import Mentions

LISTED = 60
"""Names in a list of the filter panel; the rest are found by searching."""


@dataclass(frozen=True, slots=True)
class Option:
    """One box of the filter panel."""

    id: str
    name: str
    number: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One list of the filter panel; ``hidden`` options were left off."""

    name: str
    options: tuple[Option, ...]
    hidden: int = 0


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
        The mentions on the screen: of the selected entity, else all that are counted.
    chart
        Bars, or where the names stand, as the question's view asks.
    ledger
        The count of the selected entity, split by the way it is named; None where
        nothing is selected. See :func:`kit.ledger`.
    facets
        The lists of the filter panel.
    names
        Of every entity and article that is named, in the question's language.

    """

    question: Question
    counts: Counts
    rows: pl.DataFrame
    chart: Chart
    ledger: pl.DataFrame | None
    facets: tuple[Facet, ...]
    names: dict[str, str]


def view_state(mentions: Mentions, question: Question) -> View:
    """Count and draw what a question asks of some mentions."""
    where, by = question.where, question.by
    counts = count_mentions(mentions, by=by, unit=question.unit, where=where)
    rows = select(mentions, where=where, by=by)
    if question.selected is not None:
        rows = rows.filter(pl.col(key_of(by)) == question.selected)
    names = _names(mentions, question.language)
    return View(
        question=question,
        counts=counts,
        rows=rows,
        chart=_chart(mentions, question, counts),
        ledger=_ledger(mentions, question),
        facets=_facets(mentions, question, names),
        names=names,
    )


def _ledger(mentions: Mentions, question: Question) -> pl.DataFrame | None:
    if question.selected is None:
        return None
    if question.selected not in mentions.entities["entity"]:
        return None
    return ledger(mentions, question.selected, where=question.where)


def key_of(by: str) -> str:
    """Give the column that tells what is counted apart."""
    return "country" if by == "country" else "entity"


def _chart(mentions: Mentions, question: Question, counts: Counts) -> Chart:
    if question.view == "where":
        found = positions(mentions, by=question.by, where=question.where)
        return dispersion(found, language=question.language)
    if question.selected is not None:
        # The picture of all bars, of which one is marked: only the drawing is told.
        only = (question.selected,)
        marked = (
            replace(counts.where, countries=only)
            if question.by == "country"
            else replace(counts.where, actors=only)
        )
        counts = replace(counts, where=marked)
    return bars(counts, language=question.language)


def _names(mentions: Mentions, language: str) -> dict[str, str]:
    columns = mentions.entities.select("entity", "name", "english")
    return {
        entity: display_name(name, english, language)
        for entity, name, english in columns.iter_rows()
    }


def _facets(
    mentions: Mentions, question: Question, names: dict[str, str]
) -> tuple[Facet, ...]:
    """List what could be chosen, with what each choice would count."""
    where, by = question.where, question.by
    free = replace(where, kinds=None)
    countries = select(mentions, where=replace(free, countries=None), by="country")
    actors = select(mentions, where=replace(free, actors=None), by="actor")
    forms = select(mentions, where=replace(where, forms=None), by=by)
    parts = select(mentions, where=replace(where, parts=None), by=by)
    kinds = select(mentions, where=replace(where, kinds=None))
    if by == "country":
        kinds = kinds.filter(pl.col("country").is_not_null())
    facets = [
        _named(question, "countries", _tally(countries, "country"), names),
        _named(question, "actors", _tally(actors, "entity"), names),
        _fixed(question, "forms", _tally(forms, "form"), FORMS),
        _fixed(question, "parts", _tally(parts, "part"), PART_KINDS),
        _fixed(question, "kinds", _tally(kinds, "kind"), KINDS),
    ]
    if len(mentions.articles) > 1:
        titles = {one.id: one.title or one.id for one in mentions.articles}
        within = select(mentions, where=replace(where, articles=None), by=by)
        facets.append(_named(question, "articles", _tally(within, "article"), titles))
    return tuple(facets)


def _tally(rows: pl.DataFrame, column: str) -> dict[str, int]:
    counted = (
        rows.group_by(column).len().sort(["len", column], descending=[True, False])
    )
    return dict(counted.iter_rows())


def _named(
    question: Question, facet: str, numbers: dict[str, int], names: dict[str, str]
) -> Facet:
    chosen = checked(question, facet)
    sought = normalise(question.sought).strip().casefold()
    # A checked name stays in sight even when nothing of it is left.
    ids = [*numbers, *(one for one in chosen if one not in numbers)]
    found = [
        Option(one, names.get(one, one), numbers.get(one, 0), one in chosen)
        for one in ids
        if one in chosen or sought in normalise(names.get(one, one)).casefold()
    ]
    return Facet(facet, tuple(found[:LISTED]), max(len(found) - LISTED, 0))


def _fixed(
    question: Question, facet: str, numbers: dict[str, int], choices: tuple[str, ...]
) -> Facet:
    chosen = checked(question, facet)
    return Facet(
        facet,
        tuple(
            Option(
                one,
                word(f"{facet[:-1]}.{one}", question.language),
                numbers.get(one, 0),
                one in chosen,
            )
            for one in choices
            if one in numbers
        ),
    )
