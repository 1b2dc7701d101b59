"""What the researcher decided, what context left open, what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.charts.definition import listed
from kit.counts import difference, select
from kit.labels import word
from kit.report.content import Heading
from kit.report.evidence import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.decisions import Decision
    from kit.report.content import Block
    from kit.report.inquiry import Inquiry

_SHOWN = 10  # undecided mentions
_NAMED = 3  # surfaces of a decision


def judged(inquiry: Inquiry) -> Iterator[Block]:
    """Give decisions and what they changed, undecided mentions, problems of reading."""
    yield Heading(inquiry.say("judged"), 1)
    yield Heading(inquiry.say("decisions"), 2)
    yield from _decisions(inquiry)
    yield Heading(inquiry.say("undecided"), 2)
    yield from _undecided(inquiry)
    yield Heading(inquiry.say("problems"), 2)
    yield from _problems(inquiry)


def _decisions(inquiry: Inquiry) -> Iterator[Block]:
    decided = inquiry.mentions.decided
    if decided.is_empty():
        yield inquiry.text(inquiry.say("decisions.none"))
        return
    known = {one.id: one for one in inquiry.decisions or ()}
    ids = decided["decision"].to_list()
    head = inquiry.say("decision")
    columns: dict[str, list[object]] = {
        head: ids,
        inquiry.say("action"): [
            inquiry.say(f"action.{action.replace(' ', '_')}")
            for action in decided["action"]
        ],
        inquiry.say("about"): [_about(inquiry, one, known.get(one)) for one in ids],
        inquiry.say("reason"): [known[one].note if one in known else "" for one in ids],
        inquiry.say("changed"): decided["mentions"].to_list(),
        inquiry.say("remark"): decided["reason"].to_list(),
    }
    yield from inquiry.table(inquiry.say("decisions"), columns, code=[head])
    if inquiry.mentions.found is not None:
        yield from _difference(inquiry)


def _about(inquiry: Inquiry, identity: str, decision: Decision | None) -> str:
    """Say what a decision is about: what is written, and who it is."""
    if decision is not None:
        who = [decision.entity, decision.becomes]
        said = [decision.surface or decision.name, *(inquiry.name(x) for x in who if x)]
    else:
        rows = inquiry.mentions.rows
        changed = rows.filter(pl.col("evidence").str.contains(identity, literal=True))
        said = changed["surface"].unique(maintain_order=True).head(_NAMED).to_list()
    once = dict.fromkeys(one for one in said if one)
    return listed(list(once), inquiry.language)


def _difference(inquiry: Inquiry) -> Iterator[Block]:
    before, after = inquiry.mentions.found, inquiry.mentions
    assert before is not None  # noqa: S101  # asked by who calls
    rows = pl.concat(
        difference(before, after, by=by, where=inquiry.where)
        for by in ("country", "actor")
    )
    yield Heading(inquiry.say("difference"), 2)
    if rows.is_empty():
        yield inquiry.text(inquiry.say("difference.none"))
        return
    columns = {
        word("entity", inquiry.language): [inquiry.name(one) for one in rows["entity"]],
        inquiry.say("before"): rows["before"].to_list(),
        inquiry.say("after"): rows["after"].to_list(),
    }
    yield from inquiry.table(inquiry.say("difference"), columns)


def _undecided(inquiry: Inquiry) -> Iterator[Block]:
    """Give how many mentions context could not decide, and the first of them."""
    rows = select(inquiry.mentions, where=inquiry.where)
    undecided = rows.filter(pl.col("undecided").is_not_null())
    yield inquiry.text(
        inquiry.say(
            "undecided.share",
            n=inquiry.number(undecided.height),
            all=inquiry.number(rows.height),
            share=inquiry.cell(round(100 * undecided.height / max(rows.height, 1), 1)),
        )
    )
    if undecided.is_empty():
        return
    some = undecided.head(_SHOWN)
    shown = inquiry.number(some.height)
    yield inquiry.text(inquiry.say("undecided.shown", n=shown))
    for row in some.iter_slices(1):
        entity, others = row.select("entity", "undecided").row(0)
        yield from sentences(inquiry, row)
        named = listed([inquiry.name(one) for one in others.split()], inquiry.language)
        said = inquiry.say("undecided.reads", name=inquiry.name(entity), others=named)
        yield inquiry.text(said, role="source")


def _problems(inquiry: Inquiry) -> Iterator[Block]:
    problems = inquiry.mentions.articles.problems
    if not problems:
        yield inquiry.text(inquiry.say("problems.none"))
        return
    head = inquiry.say("file")
    columns: dict[str, list[object]] = {
        head: [one.path for one in problems],
        inquiry.say("level"): [inquiry.say(f"level.{one.level}") for one in problems],
        inquiry.say("reason"): [one.reason for one in problems],
    }
    yield from inquiry.table(inquiry.say("problems"), columns, code=[head])
