"""Sentences: the evidence behind a number, each with its mention marked.

Article text is always shown from right to left, whatever the language of the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.counts import concordance
from kit.explorer.markup import ARABIC, aside, attribute, button, shown, tag
from kit.explorer.words import say
from kit.labels import display_name, number, word
from kit.tables import table

if TYPE_CHECKING:
    import polars as pl

    from kit.explorer.state import View
    from kit.mentions.mention import Mentions

PAGE = 20
"""Sentences on a page."""


def pages(rows: pl.DataFrame) -> int:
    """Give the number of pages that rows fill, at least 1."""
    return max(1, -(-rows.height // PAGE))


def sentences(mentions: Mentions, view: View) -> str:
    """Give one page of sentences, each with its mention marked and its origin."""
    page = min(view.question.page, pages(view.rows) - 1)
    rows = view.whole(view.rows.slice(page * PAGE, PAGE))
    opened = concordance(mentions, rows)
    titles = view.known.titles
    if len(titles) == 1:
        titles = dict.fromkeys(titles, say("evidence.read", view.question.language))
    items = "".join(
        tag("li", _sentence(row) + _origin(row, titles[row["article"]], view))
        for row in opened.iter_rows(named=True)
    )
    return tag("ol", items, css="kit-sentences")


def turning(view: View) -> str:
    """Give the buttons between pages, nothing when one page holds all."""
    language, last = view.question.language, pages(view.rows) - 1
    if not last:
        return ""
    page = min(view.question.page, last)
    bounds = {
        "first": number(page * PAGE + 1, language),
        "last": number(min((page + 1) * PAGE, view.rows.height), language),
        "all": number(view.rows.height, language),
    }
    where = say("evidence.range", language).format(**bounds)
    return _turning((page, last), where, "page", language)


def _turning(at: tuple[int, int], where: str, action: str, language: str) -> str:
    page, last = at
    previous, following = (
        button(
            say(name, language), [action, to], extra=" disabled" if page == end else ""
        )
        for name, to, end in (("previous", page - 1, 0), ("next", page + 1, last))
    )
    return tag("div", previous + aside(where) + following, css="kit-turning")


def _sentence(row: dict[str, str]) -> str:
    marked = tag("mark", shown(row["surface"]))
    return tag("p", shown(row["left"]) + marked + shown(row["right"]), extra=ARABIC)


def _origin(row: dict[str, str], title: str, view: View) -> str:
    language = view.question.language
    facts = [
        word(f"part.{row['part']}", language),
        word(f"way.{row['way']}", language),
    ]
    if row["entity"] != view.question.selected:
        facts.insert(0, view.names.get(row["entity"], row["entity"]))
    if row["evidence"] != row["form"]:
        facts.append(row["evidence"])
    if row["undecided"]:
        facts.append(_doubt(row["undecided"].split(), view))
    reading = button(
        title,
        ["read", row["article"], row["start"]],
        css="kit-link kit-source",
        extra=attribute("title", say("evidence.read", language)),
    )
    line = " · ".join([*map(aside, facts), reading, correcting(row, language)])
    return tag("div", line, css="kit-origin")


def correcting(row: dict[str, str], language: str) -> str:
    """Give the button that opens the correction of a mention."""
    place = [row["article"], row["start"], row["end"], row["entity"]]
    label = f"{say('correct', language)}: {row['surface']}"
    return button(
        say("correct", language),
        ["correct", *place],
        css="kit-link kit-correct",
        extra=attribute("aria-label", label),
    )


def _doubt(others: list[str], view: View) -> str:
    """Say whom else a mention may mean; a place that nobody else mentions too."""
    language = view.question.language
    places = {row["id"]: row for row in table("places")}
    found = []
    for one in others:
        place = places.get(one, {"name": one, "english": one, "capital": ""})
        name = view.names.get(one)
        name = name or display_name(place["name"], place["english"], language)
        capital = f" ({say('evidence.capital', language)})" if place["capital"] else ""
        found.append(f"{name}{capital}")
    names_of = say("evidence.or", language).join(found)
    return say("evidence.undecided", language).format(names=names_of)
