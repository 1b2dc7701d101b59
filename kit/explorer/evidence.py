"""Evidence: the sentences behind a number, and the article behind a sentence.

On top stands the ledger, whose parts sum to the number on the bar. Article text is
always shown from right to left, whatever the language of the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.counts import concordance, names
from kit.explorer import ledger, panels
from kit.explorer.markup import aside, attribute, button, shown, tag
from kit.explorer.words import say
from kit.labels import display_name, number, word
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

    from kit.articles.article import Article
    from kit.explorer.state import View
    from kit.mentions.mention import Mentions

PAGE = 20
"""Sentences on a page."""

_ARABIC = ' dir="rtl" lang="ar"'


def pages(rows: pl.DataFrame) -> int:
    """Give the number of pages that rows fill, at least 1."""
    return max(1, -(-rows.height // PAGE))


def sentences(mentions: Mentions, view: View) -> str:
    """Give one page of sentences, each with its mention marked and its origin."""
    page = min(view.question.page, pages(view.rows) - 1)
    opened = concordance(mentions, view.rows.slice(page * PAGE, PAGE))
    titles = {one.id: one.title or one.id for one in mentions.articles}
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
    return tag("p", shown(row["left"]) + marked + shown(row["right"]), extra=_ARABIC)


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
    line = " · ".join([*map(aside, facts), reading])
    return tag("div", line, css="kit-origin")


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


def article(mentions: Mentions, view: View) -> str:
    """Give a whole article with every mention marked, those on the screen stronger."""
    question, language = view.question, view.question.language
    ids = [one.id for one in mentions.articles]
    if not ids:
        return ""
    first = view.rows["article"][0] if view.rows.height else ids[0]
    at = ids.index(question.article if question.article in ids else first)
    read = mentions.articles[at]
    strong = set(view.rows.filter(view.rows["article"] == read.id)["start"])
    rows = mentions.rows.filter(mentions.rows["article"] == read.id)
    called = {
        entity: display_name(*both, language)
        for entity, both in names(rows["entity"], mentions).items()
    }
    text = "".join(
        _part(read, index, marks(rows, strong, called, question.start), language)
        for index in range(len(read.parts))
    )
    scrolled = tag(
        "div", text, css="kit-article kit-scroll", extra=' data-scroll="read"'
    )
    return _chooser(ids, at, read, language) + scrolled


def _chooser(ids: list[str], at: int, read: Article, language: str) -> str:
    facts = [fact for fact in (read.source, read.date) if fact] or [read.id]
    where = tag("div", " · ".join(map(aside, facts)), css="kit-origin")
    if len(ids) == 1:
        return where
    number_of = {"number": number(at + 1, language), "all": number(len(ids), language)}
    place = say("article.range", language).format(**number_of)
    previous, following = (
        button(
            say(name, language),
            ["set", "article", ids[at + step] if 0 <= at + step < len(ids) else ""],
            extra="" if 0 <= at + step < len(ids) else " disabled",
        )
        for name, step in (("previous", -1), ("next", 1))
    )
    turn = tag("div", previous + aside(place) + following, css="kit-turning")
    return where + turn


def _part(
    read: Article, index: int, spans: list[tuple[int, int, str]], language: str
) -> str:
    part = read.parts[index]
    inside = [span for span in spans if part.start <= span[0] and span[1] <= part.end]
    kind = word(f"part.{part.kind}", language)
    if part.repeat:
        kind = f"{kind} ({say('part.repeat', language)})"
    text = highlighted(read.text, part.start, part.end, inside)
    paragraph = tag("p", text, extra=_ARABIC)
    css = f"kit-part kit-of-{part.kind}" + (" kit-repeat" if part.repeat else "")
    return tag("div", paragraph + tag("span", shown(kind)), css=css)


def marks(
    rows: pl.DataFrame, strong: set[int], called: dict[str, str], start: int | None
) -> list[tuple[int, int, str]]:
    """Give (start, end, attributes of its mark) for the mentions of an article."""
    found = []
    columns = ("start", "end", "entity", "kind", "evidence")
    for begin, end, entity, kind, evidence in rows.select(columns).iter_rows():
        css = f"kit-{kind}" + (" kit-strong" if begin in strong else "")
        note = f"{called.get(entity, entity)} · {evidence}"
        here = attribute("data-here", str(begin)) if begin == start else ""
        found.append(
            (begin, end, attribute("class", css) + attribute("title", note) + here)
        )
    return found


def highlighted(
    text: str, start: int, end: int, spans: Iterable[tuple[int, int, str]]
) -> str:
    """Give part of a text with ``mark`` tags around the spans, which may be nested.

    A span that crosses another is left out: tags can only nest.

    >>> highlighted("الجيش الليبي تقدم", 0, 17, [(0, 12, ' id="a"'), (6, 12, "")])
    '<mark id="a">الجيش <mark>الليبي</mark></mark> تقدم'
    """
    pieces: list[str] = []
    closing: list[int] = []
    at = start

    def upto(place: int) -> None:
        nonlocal at
        while closing and closing[-1] <= place:
            pieces.extend([shown(text[at : closing[-1]]), "</mark>"])
            at = closing.pop()
        pieces.append(shown(text[at:place]))
        at = place

    for begin, stop, attributes in sorted(spans, key=lambda one: (one[0], -one[1])):
        if begin < at:
            continue
        upto(begin)
        if closing and stop > closing[-1]:
            continue
        pieces.append(f"<mark{attributes}>")
        closing.append(stop)
    upto(end)
    return "".join(pieces)


def panel(mentions: Mentions, view: View) -> str:
    """Give what stands under the picture: the sum, the sentences, the page turns."""
    if view.rows.is_empty():
        # Without any bar either, the pane above already says what to do.
        nothing = "" if view.counts.table.is_empty() else panels.empty(view)
        return (ledger.heading(view) if view.ledger else "") + nothing
    return ledger.heading(view) + sentences(mentions, view) + turning(view)


def pane(mentions: Mentions, view: View) -> str | None:
    """Give what stands in place of the picture, or None where the picture stands."""
    if view.question.view == "read":
        inner = article(mentions, view)
    elif view.counts.table.is_empty():
        inner = panels.empty(view)
    elif view.question.view == "table":
        inner = panels.table(view)
    else:
        return None
    return tag("div", inner, css="kit-pane")
