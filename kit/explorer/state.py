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
from kit.charts.heatmap import heatmap
from kit.counts import KINDS, Counts, count_mentions, positions, select, tally, together
from kit.explorer.ledger import Line, lines, switchable
from kit.explorer.question import Question, checked
from kit.labels import display_name, word
from kit.language.normal import normalise
from kit.mentions.mention import WAYS

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
        The rows of the selected entity, split by the way it is named; empty where
        nothing is selected.
    facets
        The lists of the filter panel.
    names
        Of every entity and article that is named, in the question's language.
    days
        The first and the last day that articles bear; None where none does.

    """

    question: Question
    counts: Counts
    rows: pl.DataFrame
    chart: Chart
    ledger: tuple[Line, ...]
    facets: tuple[Facet, ...]
    names: dict[str, str]
    days: tuple[str, str] | None


def view_state(mentions: Mentions, question: Question) -> View:
    """Count and draw what a question asks of some mentions."""
    where, by = question.where, question.by
    counts = count_mentions(mentions, by=by, unit=question.unit, where=where)
    rows = select(mentions, where=where, by=by)
    possible = switchable(mentions, question)
    ledger: tuple[Line, ...] = ()
    if question.selected is not None:
        only = pl.col(key_of(by)) == question.selected
        rows = rows.filter(only)
        ledger = lines(question, rows, possible.filter(only))
    names = _names(mentions, question.language)
    return View(
        question=question,
        counts=counts,
        rows=rows,
        chart=_chart(mentions, question, counts),
        ledger=ledger,
        facets=_facets(mentions, question, names, possible),
        names=names,
        days=_days(mentions),
    )


def key_of(by: str) -> str:
    """Give the column that tells what is counted apart."""
    return "country" if by == "country" else "entity"


def _chart(mentions: Mentions, question: Question, counts: Counts) -> Chart:
    language, digits = question.language, question.digits
    if question.view == "where":
        found = positions(mentions, by=question.by, where=question.where)
        return dispersion(found, language=language, digits=digits)
    if question.view == "together":
        met = together(mentions, where=question.where)
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


def _names(mentions: Mentions, language: str) -> dict[str, str]:
    columns = mentions.entities.select("entity", "name", "english")
    return {
        entity: display_name(name, english, language)
        for entity, name, english in columns.iter_rows()
    }


def _facets(
    mentions: Mentions,
    question: Question,
    names: dict[str, str],
    possible: pl.DataFrame,
) -> tuple[Facet, ...]:
    """List what could be chosen, with what each choice would count."""
    where, by = question.where, question.by
    free = replace(where, kinds=None)
    countries = select(mentions, where=replace(free, countries=None), by="country")
    actors = select(mentions, where=replace(free, actors=None), by="actor")
    parts = select(mentions, where=replace(where, parts=None), by=by)
    kinds = select(mentions, where=replace(where, kinds=None))
    if by == "country":
        kinds = kinds.filter(pl.col("country").is_not_null())
    facets = [
        _named(question, "countries", tally(mentions, countries, "country"), names),
        _named(question, "actors", tally(mentions, actors, "entity"), names),
        _fixed(question, "ways", _tally(possible, "way"), WAYS),
        _fixed(question, "parts", _tally(parts, "part"), PART_KINDS),
        _fixed(question, "kinds", _tally(kinds, "kind"), KINDS),
    ]
    if len(mentions.articles) > 1:
        titles = {one.id: one.title or one.id for one in mentions.articles}
        within = select(mentions, where=replace(where, articles=None), by=by)
        facets.append(_named(question, "articles", _tally(within, "article"), titles))
        of_all = select(mentions, where=replace(where, outlets=None), by=by)
        outlets = _outlets(mentions, of_all)
        if outlets or where.outlets:
            facets.insert(-1, _named(question, "outlets", outlets, {}))
    return tuple(facets)


def _days(mentions: Mentions) -> tuple[str, str] | None:
    days = [article.date for article in mentions.articles if article.date]
    return (min(days), max(days)) if days else None


def _outlets(mentions: Mentions, rows: pl.DataFrame) -> dict[str, int]:
    """Count rows by the outlet of their article, which an article may not tell."""
    outlets = {one.id: one.source for one in mentions.articles if one.source}
    if len(set(outlets.values())) < 2:  # noqa: PLR2004  # one is no choice
        return {}
    outlet = pl.col("article").replace_strict(outlets, default=None)
    return _tally(rows.with_columns(outlet=outlet).drop_nulls("outlet"), "outlet")


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
