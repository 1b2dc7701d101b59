"""The twin: the picture once more as a table, for who reads with ears or by keyboard.

It is the table of the saved page (:mod:`kit.export.page`), behind a switch under the
picture: closed it costs nothing, open it follows the picture.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.explorer.markup import aside, attribute, button, shown, tag
from kit.explorer.words import say
from kit.export.page import table
from kit.labels import number

if TYPE_CHECKING:
    from kit.charts.chart import Chart
    from kit.explorer.state import View

LISTED = 200
"""Rows that are shown; a figure saved as .html holds them all."""


def panel(view: View) -> str:
    """Give the switch under the picture and, where it is on, the table."""
    chart, question = view.chart, view.question
    if chart.data.is_empty():
        return ""
    name = say("twin.hide" if question.tabled else "twin.show", question.language)
    extra = attribute("aria-expanded", str(question.tabled).lower())
    switch = button(name, ["tabled"], css="kit-link", extra=extra)
    return switch + (_table(chart, question.language) if question.tabled else "")


def _table(chart: Chart, language: str) -> str:
    some = replace(chart, data=chart.data.head(LISTED))
    label = attribute("aria-label", chart.title)
    # What scrolls must be reached by a key to be scrolled by keys.
    extra = f' role="region" tabindex="0" data-scroll="twin"{label}'
    box = tag("div", table(some), css="kit-scroll", extra=extra)
    caption = tag("figcaption", aside(chart.caption))
    hidden = chart.data.height - some.data.height
    rest = ""
    if hidden:
        more = say("twin.more", language).format(number=number(hidden, language))
        rest = tag("p", shown(more), css="kit-quiet")
    direction = attribute("dir", chart.direction)
    return tag("figure", caption + box + rest, css="kit-twin", extra=direction)
