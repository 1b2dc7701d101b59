"""Reading: a whole article with its mentions marked, and the way from one to the next.

A click on a mark corrects it; the keys n and p go to the next and the previous mention
of those that are on the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.counts import names
from kit.explorer.markup import ARABIC, aside, attribute, button, pick, shown, tag
from kit.explorer.words import say
from kit.labels import display_name, number, word

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

    from kit.articles.article import Article
    from kit.explorer.state import View
    from kit.mentions.mention import Mentions


def article(mentions: Mentions, view: View) -> str:
    """Give a whole article with every mention marked, those on the screen stronger."""
    question, language = view.question, view.question.language
    ids = mentions.about["article"].to_list()
    if not ids:
        return ""
    first = view.rows["article"][0] if view.rows.height else ids[0]
    at = ids.index(question.article if question.article in ids else first)
    read = mentions.articles[at]
    strong = set(view.rows.filter(view.rows["article"] == read.id)["start"])
    start = question.start if question.article == read.id else None
    rows = mentions.rows.filter(mentions.rows["article"] == read.id)
    called = {
        entity: display_name(*both, language)
        for entity, both in names(rows["entity"], mentions).items()
    }
    text = "".join(
        _part(read, index, marks(rows, strong, called, start), language)
        for index in range(len(read.parts))
    )
    scrolled = tag(
        "div", text, css="kit-article kit-scroll", extra=' data-scroll="read"'
    )
    walk = _walk(view, read.id, start)
    return (
        tag("div", _chooser(ids, at, read, language) + walk, css="kit-titled")
        + scrolled
    )


def _walk(view: View, article_id: str, start: int | None) -> str:
    """Give the way to the mentions before and after the one that is marked."""
    language = view.question.language
    places = view.rows.select("article", "start").unique(maintain_order=True)
    if places.is_empty():
        return ""
    of_article = (places["article"] == article_id).arg_true()
    of_here = of_article.filter(places["start"][of_article].eq_missing(start))
    here = (article_id, start)
    if len(of_here):
        at = of_here[0]
        before, after = at - 1, at + 1
    else:
        # Nothing is marked yet: next is the first of this article.
        after = of_article[0] if len(of_article) else 0
        at, before = -1, after - 1
    steps = (("previous", before, "p"), ("next", after, "n"))
    buttons = "".join(
        button(
            say(f"mention.{name}", language),
            ["read", *(places.row(to) if 0 <= to < places.height else here)],
            extra="" if 0 <= to < places.height else " disabled",
            key=key,
        )
        for name, to, key in steps
    )
    where = say("mention.range", language).format(
        number=number(at + 1, language), all=number(places.height, language)
    )
    return tag("div", buttons + aside(where), css="kit-turning")


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
    paragraph = tag("p", text, extra=ARABIC)
    css = f"kit-part kit-of-{part.kind}" + (" kit-repeat" if part.repeat else "")
    return tag("div", paragraph + tag("span", shown(kind)), css=css)


def marks(
    rows: pl.DataFrame, strong: set[int], called: dict[str, str], start: int | None
) -> list[tuple[int, int, str]]:
    """Give (start, end, attributes of its mark) for the mentions of an article."""
    found = []
    columns = ("article", "start", "end", "entity", "kind", "evidence")
    for article_id, begin, end, entity, kind, evidence in rows.select(
        columns
    ).iter_rows():
        css = f"kit-{kind}" + (" kit-strong" if begin in strong else "")
        note = f"{called.get(entity, entity)} · {evidence}"
        here = attribute("data-here", str(begin)) if begin == start else ""
        click = pick("correct", article_id, begin, end, entity)
        attributes = attribute("class", css) + attribute("title", note)
        found.append((begin, end, attributes + click + here))
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
