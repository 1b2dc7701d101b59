"""The desk: what context could not decide, one mention after the other, and the record.

Above stands the ambiguity desk: an undecided mention in its context, with its readings
as answers that one key gives. Below stands what was decided, the latest first, each
with what it changed and a way back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from kit.counts import concordance, selecting
from kit.decisions.decision import UNDO
from kit.explorer.markup import ARABIC, aside, attribute, button, pick, shown, tag
from kit.explorer.words import say
from kit.labels import counted, display_name, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.decisions import Decision
    from kit.explorer.book import Book
    from kit.explorer.question import Question
    from kit.lexicon.lexicon import Name

CONTEXT = 30
"""Words shown on each side of an undecided mention."""

RECORDED = 50
"""Decisions that are listed; the file holds all."""


def queue(book: Book, question: Question) -> pl.DataFrame:
    """Give the undecided mentions that the filter lets in, in the order of the text."""
    rows = selecting(book.mentions, question.where, None)
    return rows.filter(pl.col("undecided").is_not_null()).collect()


def asked(rows: pl.DataFrame, question: Question) -> dict[str, Any] | None:
    """Give the one of the undecided mentions that is asked about, if there is any."""
    if rows.is_empty():
        return None
    return rows.row(question.skipped % rows.height, named=True)


def alike(rows: pl.DataFrame, row: Mapping[str, Any]) -> pl.DataFrame:
    """Give the undecided mentions of the same article that are read the same way."""
    same = ("article", "surface", "entity", "undecided")
    return rows.filter(*(pl.col(one) == row[one] for one in same))


def readings(row: Mapping[str, Any]) -> list[str]:
    """Give whom an undecided mention may name: first as it is counted now."""
    return [row["entity"], *row["undecided"].split()]


def pane(book: Book, question: Question) -> str:
    """Give the desk and the record of decisions."""
    return _question(book, question) + _record(book, question, book.names)


def _question(book: Book, question: Question) -> str:
    waiting, language = queue(book, question), question.language
    row = asked(waiting, question)
    if row is None:
        nothing = say("desk.empty", language)
        return tag("p", shown(nothing), css="kit-empty")
    at = {
        "number": number(question.skipped % waiting.height + 1, language),
        "all": number(waiting.height, language),
    }
    title = say("desk.title", language).format(surface=row["surface"])
    where = say("desk.range", language).format(**at)
    head = tag("h4", aside(title), css="kit-heading") + tag(
        "span", aside(where), css="kit-origin"
    )
    schema = book.mentions.rows.schema
    rows = pl.DataFrame([row], schema=schema, orient="row")
    opened = concordance(book.mentions, rows, width=CONTEXT)
    left, right = opened.select("left", "right").row(0)
    text = shown(left) + tag("mark", shown(row["surface"])) + shown(right)
    return tag(
        "section",
        tag("div", head, css="kit-titled")
        + tag("p", text, css="kit-asked-of", extra=ARABIC)
        + _answers(row, book.names, language)
        + _for_all(waiting, question, row),
        css="kit-desk",
        extra=attribute("aria-label", say("view.decide", language))
        + attribute("data-here", f"{row['article']} {row['start']}"),
    )


def _answers(row: dict[str, Any], names: Mapping[str, Name], language: str) -> str:
    buttons = "".join(
        button(_named(one, names, language), ["answer", one], key=str(key))
        for key, one in enumerate(readings(row), 1)
    )
    buttons += button(say("correct.not_a_mention", language), ["answer", ""], key="0")
    buttons += button(say("desk.skip", language), ["skip"], key="s")
    place = [row["article"], row["start"], row["end"], row["entity"]]
    buttons += button(say("desk.else", language), ["correct", *place], key="c")
    return tag("div", buttons, css="kit-actions")


def _named(entity: str, names: Mapping[str, Name], language: str) -> str:
    name = names.get(entity)
    if name is None:
        return entity
    kind = say(f"correct.kind.{name.kind}", language)
    return f"{display_name(name.arabic, name.english, language)} ({kind})"


def _for_all(waiting: pl.DataFrame, question: Question, row: dict[str, Any]) -> str:
    """Say for how many mentions of the article an answer counts."""
    several = alike(waiting, row).height
    if several == 1:
        return ""
    language = question.language
    text = say("desk.all", language).format(
        mentions=counted(several, "mentions", language)
    )
    on = " checked" if question.alike else ""
    box = f'<input type="checkbox"{pick("alike")}{on}>'
    return f'<label class="kit-for-all">{box} {aside(text)}</label>'


def _record(book: Book, question: Question, names: Mapping[str, Name]) -> str:
    language = question.language
    held = {one.id for one in book.decisions.in_force}
    made = [one for one in reversed(book.decisions.items) if one.action != UNDO]
    did = {one: (n, why) for one, _, n, why in book.mentions.decided.iter_rows()}
    lines = "".join(
        tag(
            "li",
            _decided(one, names, did.get(one.id), held=one.id in held, to=language),
            css="" if one.id in held else "kit-off",
        )
        for one in made[:RECORDED]
    )
    if len(made) > RECORDED:
        rest = number(len(made) - RECORDED, language)
        lines += tag("li", shown(say("record.more", language).format(number=rest)))
    title = tag("h4", shown(say("record", language)), css="kit-heading")
    if not made:
        lines = tag("li", shown(say("record.empty", language)), css="kit-quiet")
    return title + _file(book, language) + tag("ul", lines, css="kit-record")


def _file(book: Book, language: str) -> str:
    """Say where decisions are kept, how to cite them, and what could not be read."""
    place = tag("code", shown(str(book.path)))
    said = f"{shown(say('record.file', language))} {place}"
    if len(book.decisions):
        said += f" · {aside(book.decisions.content_id)}"
    lines = [tag("p", said, css="kit-origin")]
    for kept in book.decisions.kept:
        values = {"line": number(kept.line, language), "reason": kept.reason}
        text = say("record.kept", language).format(**values)
        lines.append(tag("p", aside(text), css="kit-wrong"))
    return "".join(lines)


def _decided(
    decision: Decision,
    names: Mapping[str, Name],
    did: tuple[int, str | None] | None,
    *,
    held: bool,
    to: str,
) -> str:
    """Tell a decision in words, what it changed, and give the way back."""

    def called(entity: str) -> str:
        name = names.get(entity)
        return display_name(name.arabic, name.english, to) if name else entity

    key = decision.action.replace(" ", "_")
    if decision.action in {"not a mention", "country"} and not decision.has_place:
        key = f"{key}.everywhere"
    told = say(f"record.{key}", to).format(
        surface=decision.surface,
        entity=called(decision.entity) or decision.name,
        becomes=called(decision.becomes),
        country=called(decision.country) or say("record.no_country", to),
    )
    facts = [aside(decision.time[:16].replace("T", " "))]
    if not held:
        facts.append(shown(say("record.undone", to)))
    elif did is not None:
        changed, reason = did
        facts.append(aside(reason or counted(changed, "mentions", to)))
    if decision.article:
        facts.append(aside(decision.article))
    if held:
        label = attribute("aria-label", f"{say('record.undo', to)}: {told}")
        undo = button(
            say("record.undo", to), ["undo", decision.id], css="kit-link", extra=label
        )
        facts.append(undo)
    return aside(told) + tag("div", " · ".join(facts), css="kit-origin")
