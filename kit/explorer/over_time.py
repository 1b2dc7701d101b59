"""Over time: the timeline of what is asked, and what chooses its periods.

A point of it is clicked into its period: the filter's dates and the name are set, and
the periods follow the shorter time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.charts.timeline import timeline
from kit.counts import EVERY, SLICE_UNITS, over_time, without_unknown
from kit.explorer.markup import choice, shown, tag
from kit.explorer.periods import FITTING, fitting
from kit.explorer.words import say

if TYPE_CHECKING:
    from kit.charts.chart import Chart
    from kit.explorer.known import Known
    from kit.explorer.question import Question
    from kit.explorer.state import View


def chart(known: Known, question: Question) -> Chart:
    """Draw how often each is mentioned in each period; of a selected name, it alone."""
    where = question.where
    if question.selected is not None:
        name = "countries" if question.by == "country" else "actors"
        only = replace(where, **{name: (question.selected,)})  # type: ignore[arg-type]  # one of two names
        where = without_unknown(only, known.mentions)
    unit = question.unit if question.unit in SLICE_UNITS else "mentions"
    every = shown_every(known, question)
    counted = over_time(
        known.quick, by=question.by, every=every, unit=unit, where=where
    )
    return timeline(
        counted,
        language=question.language,
        digits=question.digits,
        months=question.months,
    )


def shown_every(known: Known, question: Question) -> str:
    """Give the period that is shown: the one chosen, else one that fits the time."""
    if question.every != FITTING:
        return question.every
    if known.days is None:
        return "month"
    first = max(known.days[0], question.where.since)
    last = min(known.days[1], question.where.until or known.days[1])
    return fitting(first, last, known.borne)


def bar(view: View) -> str:
    """Give the choice of periods, and say what cannot be counted in them."""
    question, language = view.question, view.question.language
    if question.view != "over_time" or view.known.days is None:
        return ""
    said = say("every", language)
    options = [(one, say(f"every.{one}", language)) for one in EVERY]
    every = shown_every(view.known, question)
    inner = f"<label>{shown(said)}</label>{choice('every', every, options, words=said)}"
    if question.unit not in SLICE_UNITS:
        inner += tag("span", shown(say("every.unit", language)), css="kit-quiet")
    return tag("div", inner, css="kit-ordering")


def undated(view: View) -> str | None:
    """Say why nothing can be drawn over time; None where something can be."""
    drawn, language = view.chart, view.question.language
    if view.question.view != "over_time" or not drawn.data.is_empty():
        return None
    if view.rows.is_empty():
        return None
    bears = view.known.days is not None
    text = say("over_time.coarser" if bears else "over_time.undated", language)
    return tag("p", shown(text), css="kit-empty")
