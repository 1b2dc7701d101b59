"""The correction: what is wrong with a mention, whom it means, what that changes.

It shows the sentence it is about, asks one thing after the other, and before anything
is decided shows the difference: which counts would be higher and which lower.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from kit.counts import concordance
from kit.explorer.candidates import candidates
from kit.explorer.draft import (
    CORRECTIONS,
    NEEDING_SOMEBODY,
    Draft,
    complete,
    decision_of,
)
from kit.explorer.markup import (
    ARABIC,
    aside,
    attribute,
    button,
    field,
    pick,
    shown,
    tag,
)
from kit.explorer.words import say
from kit.labels import counted, display_name, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.explorer.book import Book
    from kit.explorer.question import Question

CHANGES = 8
"""Lines of a difference that are shown; the rest are summed up."""

_OF_ACTORS = frozenset({"no_country", "other_country"})
_NEW_KINDS = ("person", "organisation", "place")


@dataclass(frozen=True, slots=True)
class _About:
    """What a correction is about, and in which language it is spoken of."""

    book: Book
    question: Question
    draft: Draft
    row: Mapping[str, Any]

    def say(self, key: str, **values: str) -> str:
        text = say(key, self.question.language)
        return text.format(**values) if values else text


def panel(book: Book, question: Question) -> str:
    """Give the correction that is being made, nothing where none is."""
    draft = question.draft
    if draft is None:
        return ""
    row = book.row((draft.article, draft.start, draft.end, draft.entity))
    if row is None:
        return ""  # what was to be corrected is no more
    about = _About(book, question, draft, row)
    pieces = [_head(about), _sentence(about), _actions(about)]
    if draft.action in NEEDING_SOMEBODY:
        pieces.append(_somebody(about))
    if draft.action == "new_actor":
        pieces.append(_somebody_new(about))
    if complete(draft):
        pieces.append(_outcome(about))
    here = attribute("data-here", f"{draft.article} {draft.start}")
    label = attribute("aria-label", about.say("correct"))
    return tag("section", "".join(pieces), css="kit-draft", extra=label + here)


def _head(about: _About) -> str:
    row = about.row
    title = aside(about.say("correct.title", surface=str(row["surface"])))
    reading = about.say("correct.read", name=_name(about, str(row["entity"])))
    close = button(about.say("correct.close"), ["close"], css="kit-link")
    facts = f"{aside(reading)} · {aside(str(row['evidence']))}"
    inner = tag("h4", title, css="kit-heading") + tag("span", facts, css="kit-origin")
    return tag("div", inner + close, css="kit-titled")


def _name(about: _About, entity: str) -> str:
    entities = about.book.mentions.entities.filter(pl.col("entity") == entity)
    for name, english in entities.select("name", "english").iter_rows():
        return display_name(name, english, about.question.language)
    return entity


def _sentence(about: _About) -> str:
    schema = about.book.mentions.rows.schema
    rows = pl.DataFrame([about.row], schema=schema, orient="row")
    opened = concordance(about.book.mentions, rows)
    left, right = opened.select("left", "right").row(0)
    marked = tag("mark", shown(str(about.row["surface"])))
    return tag("p", shown(left) + marked + shown(right), extra=ARABIC)


def _actions(about: _About) -> str:
    """Give what may be said, each as a button; a country belongs to no other."""
    country = about.row["kind"] == "country"
    buttons = "".join(
        button(
            about.say(f"correct.{one}"),
            ["draft", "action", one],
            extra=attribute("aria-pressed", str(one == about.draft.action).lower())
            + attribute("title", about.say(f"correct.{one}.hint")),
        )
        for one in CORRECTIONS
        if not (country and one in _OF_ACTORS)
    )
    label = attribute("aria-label", about.say("correct.what"))
    return tag("div", buttons, css="kit-actions", extra=f' role="group"{label}')


def _somebody(about: _About) -> str:
    """Ask who is meant: a box to search in, and who may be."""
    draft, language = about.draft, about.question.language
    asked = ""
    if draft.action == "alias":
        text = draft.text or str(about.row["surface"])
        asked = field(about.say("correct.text"), ["draft", "text"], text)
    asked += field(
        about.say("correct.who"),
        ["draft", "sought"],
        draft.sought,
        hint=about.say("correct.who.hint"),
    )
    found = candidates(about.book, draft, about.row, language)
    buttons = "".join(
        button(
            f"{one.name} ({number(one.mentions, language)})",
            ["draft", "becomes", one.id],
            extra=attribute("aria-pressed", str(one.id == draft.becomes).lower())
            + attribute("title", one.id),
        )
        for one in found
    ) or tag("span", shown(about.say("correct.nobody")), css="kit-quiet")
    return tag("div", asked, css="kit-asked") + tag("div", buttons, css="kit-actions")


def _somebody_new(about: _About) -> str:
    """Ask who the new actor is, all at once."""
    said = dict(about.draft.new)
    name = said.get("name") or str(about.row["surface"])
    kinds = "".join(
        tag(
            "option",
            shown(about.say(f"correct.kind.{one}")),
            extra=attribute("value", one)
            + (" selected" if one == said.get("kind") else ""),
        )
        for one in _NEW_KINDS
    )
    inner = (
        _input(about, "name", name, ARABIC)
        + _input(about, "english", said.get("english", ""), ' dir="ltr"')
        + f"<label>{aside(about.say('correct.new.kind'))} "
        + tag("select", kinds, extra=attribute("name", "kind"))
        + "</label>"
        + _input(about, "country", said.get("country", ""), ' dir="ltr" size="4"')
        + tag("button", shown(about.say("correct.difference")), extra=' type="submit"')
    )
    return tag("form", inner, css="kit-asked", extra=pick("draft", "new"))


def _input(about: _About, name: str, value: str, extra: str) -> str:
    attributes = attribute("name", name) + attribute("value", value) + extra
    label = aside(about.say(f"correct.new.{name}"))
    return f'<label>{label} <input type="text"{attributes}></label>'


def _outcome(about: _About) -> str:
    """Say what the decision would change, or why it cannot be made."""
    try:
        decision = decision_of(about.draft, about.row, about.book.desk)
        changes = about.book.preview(decision, about.question.where)
    except ValueError as error:
        return tag("p", aside(str(error)), css="kit-wrong", extra=' role="alert"')
    accept = button(about.say("correct.accept"), ["accept"], css="kit-accept", key="a")
    cancel = button(about.say("correct.cancel"), ["close"])
    return _difference(about, changes) + tag("div", accept + cancel, css="kit-actions")


def _difference(about: _About, changes: pl.DataFrame) -> str:
    if changes.is_empty():
        return tag("p", shown(about.say("difference.none")), css="kit-difference")
    language = about.question.language
    lines = "".join(
        tag("li", _change(about, row))
        for row in changes.head(CHANGES).iter_rows(named=True)
    )
    if changes.height > CHANGES:
        rest = number(changes.height - CHANGES, language)
        more = about.say("difference.more", number=rest)
        lines += tag("li", shown(more), css="kit-quiet")
    title = tag("span", shown(about.say("difference")), css="kit-origin")
    return tag("div", title + tag("ul", lines), css="kit-difference")


def _change(about: _About, row: dict[str, Any]) -> str:
    language = about.question.language
    name = display_name(row["name"] or row["entity"], row["english"], language)
    signs = [
        f"{sign}{number(row[column], language)}"
        for sign, column in (
            ("+", "added"),
            ("−", "removed"),
        )  # the minus of typography
        if row[column]
    ]
    before, after = number(row["before"], language), number(row["after"], language)
    arrow = "←" if language == "ar" else "→"
    facts = [
        tag("b", aside(" ".join(signs))),
        aside(f"{before} {arrow} {after}"),
        aside(counted(row["articles"], "articles", language)),
    ]
    return " · ".join([tag("span", aside(name), css="kit-name"), *facts])
