"""The ledger of the selected bar: a sum that the researcher can take apart.

Each line is a way of naming (الليبي, وليبيا) with what it adds to the bar, and a
switch: off, it leaves the bar and everything else on the screen, but stays listed with
what it would add. Lines that are on are tallied from the rows on the screen
themselves, so that they cannot but sum to them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from kit.counts import selecting
from kit.explorer.markup import aside, attribute, pick, shown, tag
from kit.explorer.question import checked
from kit.explorer.words import say
from kit.labels import number, word
from kit.mentions.mention import WAYS

if TYPE_CHECKING:
    from kit.explorer.question import Question
    from kit.explorer.state import View
    from kit.mentions.mention import Mentions

EXAMPLES = 3
"""Spellings shown on a line, the most frequent first."""

_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One way of naming: its mentions, how they are spelled, whether they count."""

    way: str
    mentions: int
    surfaces: tuple[str, ...]
    on: bool


def switchable(mentions: Mentions, question: Question) -> pl.LazyFrame:
    """Give the rows that count or would, were their way of naming switched on."""
    where = replace(question.where, ways=None, nested=True)
    rows = selecting(mentions, where, question.by)
    capitals = selecting(mentions, replace(where, capitals=True), question.by)
    is_capital = pl.col("way") == "capital"
    return pl.concat([rows.filter(~is_capital), capitals.filter(is_capital)])


def lines(
    question: Question, rows: pl.DataFrame, possible: pl.DataFrame
) -> tuple[Line, ...]:
    """Split rows by their way of naming, in the order of ``WAYS``.

    Parameters
    ----------
    question
        Says which ways are on.
    rows
        What is counted.
    possible
        What could be, as :func:`switchable` gives it.

    """
    on = checked(question, "ways")
    found = []
    for way in WAYS:
        behind = (rows if way in on else possible).filter(pl.col("way") == way)
        if behind.is_empty():
            continue
        often = behind.group_by("surface").len().sort("len", "surface", descending=True)
        surfaces = tuple(often["surface"].head(EXAMPLES))
        found.append(Line(way, behind.height, surfaces, way in on))
    return tuple(found)


def heading(view: View) -> str:
    """Give whose mentions are shown: a name with its ledger, or all as one sum."""
    language = view.question.language
    if view.question.selected is None:
        return tag("h4", _equation(view), css="kit-heading")
    name = aside(view.names.get(view.question.selected, view.question.selected))
    title = tag("h4", name, css="kit-heading")
    if not view.ledger:
        return title
    hint = tag("span", shown(say("ledger.hint", language)), css="kit-origin")
    largest = max(line.mentions for line in view.ledger)
    total = sum(line.mentions for line in view.ledger if line.on)
    listed = "".join(_line(line, (total, largest), language) for line in view.ledger)
    label = attribute("aria-label", say("ledger", language))
    table = tag("ul", listed + _sum(total, language), css="kit-ledger", extra=label)
    return tag("div", title + hint, css="kit-titled") + table


def _equation(view: View) -> str:
    language = view.question.language
    split = dict(view.rows.group_by("way").len().iter_rows())
    summands = " + ".join(
        aside(f"{word(f'way.{way}', language)} {number(split[way], language)}")
        for way in WAYS
        if way in split
    )
    comma = "، " if language == "ar" else ", "
    total = number(view.rows.height, language)
    return f"{aside(say('evidence.all', language))}{comma}{total} = {summands}"


def _line(line: Line, sizes: tuple[int, int], language: str) -> str:
    total, largest = sizes
    click = pick("toggle", "ways", line.way)
    box = f'<input type="checkbox"{click}{" checked" if line.on else ""}>'
    part = f' style="--part:{line.mentions / largest:.3f}"'
    share = say("ledger.off", language)
    if line.on:
        share = f"{number(_PERCENT * line.mentions / total, language)}%"
    cells = (
        tag("span", aside(word(f"way.{line.way}", language)), css="kit-name"),
        tag("span", aside("، ".join(line.surfaces)), css="kit-surfaces"),
        tag("span", "", css="kit-part-of", extra=part),
        tag("span", shown(number(line.mentions, language)), css="kit-number"),
        tag("span", aside(share), css="kit-share"),
    )
    hint = attribute("title", say(f"way.{line.way}", language))
    label = tag("label", box + "".join(cells), extra=hint)
    return tag("li", label, css="" if line.on else "kit-off")


def _sum(total: int, language: str) -> str:
    name = tag("span", shown(say("ledger.sum", language)), css="kit-name")
    amount = tag("span", shown(number(total, language)), css="kit-total")
    whole = tag("span", aside(f"{_PERCENT}%" if total else ""), css="kit-share")
    return tag("li", name + amount + whole, css="kit-sum")
