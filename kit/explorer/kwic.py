"""The concordance: key words in their context, in columns that read from right to left.

What comes before a mention stands on its right, what comes after on its left, whatever
the language of the screen. A letter that is attached to a mention (و in وليبيا) stands
with it, so that the columns can be read down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.counts import ORDERS, concordance, in_order
from kit.explorer.markup import ARABIC, attribute, button, choice, shown, tag
from kit.explorer.question import WIDTHS
from kit.explorer.sentences import PAGE, correcting, pages, turning
from kit.explorer.words import say
from kit.labels import number

if TYPE_CHECKING:
    from kit.explorer.state import View
    from kit.mentions.mention import Mentions


def table(mentions: Mentions, view: View) -> str:
    """Give one page of the concordance and what orders and widens it."""
    question, language = view.question, view.question.language
    rows = in_order(mentions, view.rows, question.order)
    page = min(question.page, pages(rows) - 1)
    shown_rows = view.whole(rows.slice(page * PAGE, PAGE))
    opened = concordance(mentions, shown_rows, width=question.width)
    lines = "".join(
        tag("tr", _line(row, language)) for row in opened.iter_rows(named=True)
    )
    heads = "".join(
        tag("th", shown(say(f"kwic.{one}", language)), extra=' scope="col"')
        for one in ("before", "surface", "after", "read")
    )
    body = tag("thead", tag("tr", heads)) + tag("tbody", lines)
    # The columns follow the text: in English, too, what comes first is on the right.
    inner = tag("table", body, css="kit-kwic", extra=' dir="rtl"')
    scrolled = tag("div", inner, css="kit-scroll", extra=' data-scroll="kwic"')
    return _bar(view) + scrolled + turning(view)


def _bar(view: View) -> str:
    question, language = view.question, view.question.language
    orders = [(one, say(f"order.{one}", language)) for one in ORDERS]
    widths = [(str(one), number(one, language)) for one in WIDTHS]
    said = say("order", language), say("width", language)
    order = choice("order", question.order, orders, words=said[0])
    width = choice("width", str(question.width), widths, words=said[1])
    inner = (
        f"<label>{shown(said[0])}</label>{order}<label>{shown(said[1])}</label>{width}"
    )
    return tag("div", inner, css="kit-ordering")


def _line(row: dict[str, Any], language: str) -> str:
    before, attached = _apart(row["left"])
    after, left_over = _apart_after(row["right"])
    marked = shown(attached) + tag("mark", shown(row["surface"])) + shown(left_over)
    reading = button(
        say("kwic.read", language),
        ["read", row["article"], row["start"]],
        css="kit-link",
        extra=attribute("title", row["article"]),
    )
    cells = (
        tag("td", f"<bdi>{shown(before)}</bdi>", css="kit-before", extra=ARABIC),
        tag("td", marked, css="kit-key", extra=ARABIC),
        tag("td", f"<bdi>{shown(after)}</bdi>", css="kit-after", extra=ARABIC),
        tag("td", f"{reading} · {correcting(row, language)}", css="kit-origin"),
    )
    return "".join(cells)


def _apart(text: str) -> tuple[str, str]:
    """Part what is attached to a mention from the words before it."""
    words = text.rsplit(None, 1)
    if not words or text[-1].isspace():
        return text, ""
    return text[: len(text) - len(words[-1])], words[-1]


def _apart_after(text: str) -> tuple[str, str]:
    words = text.split(None, 1)
    if not words or text[0].isspace():
        return text, ""
    return text[len(words[0]) :], words[0]
