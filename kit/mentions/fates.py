"""Fates: which decision holds for which mention, and why one holds for none.

A decision about a place holds where that article has the same text at the same place; a
file of decisions can so be carried to another corpus, and what does not belong there is
said, not dropped. A place goes before a surface that is meant everywhere, and the later
decision before the earlier one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from kit.decisions.decision import COUNTRY, NOT_A_MENTION
from kit.language.normal import letters
from kit.mentions.mention import DECIDED_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kit.articles.article import Article
    from kit.decisions.decision import Decision
    from kit.lexicon.lexicon import Name

_PLACE = ("article", "start", "end")


@dataclass(slots=True)
class Report:
    """What each decision did, noted while they are applied."""

    changed: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)

    def refuse(self, decision: Decision, reason: str) -> None:
        """Note why a decision does not hold; the first reason stays."""
        self.reasons.setdefault(decision.id, reason)

    def table(self, decisions: Iterable[Decision]) -> pl.DataFrame:
        """Give the report, a row for each decision."""
        rows = [
            (one.id, one.action, self.changed[one.id], self._reason(one))
            for one in decisions
        ]
        return pl.DataFrame(rows, schema=DECIDED_SCHEMA, orient="row")

    def _reason(self, decision: Decision) -> str | None:
        if self.changed[decision.id]:
            return None
        about = decision.surface or decision.entity
        return self.reasons.get(decision.id, f"nothing is found as '{about}'")


@dataclass(frozen=True, slots=True)
class Fates:
    """The decision that holds for a mention, by the number of its row.

    ``identities`` say who it is, if it is a mention at all; ``countries`` say to which
    country this mention belongs.
    """

    identities: dict[int, Decision]
    countries: dict[int, Decision]


def fates(
    rows: pl.DataFrame,
    articles: Callable[[set[str]], Mapping[str, Article]],
    decisions: Sequence[Decision],
    names: Mapping[str, Name],
    report: Report,
) -> Fates:
    """Give what was decided of each mention; ``rows`` are numbered in ``row``.

    ``articles`` opens those of some ids.
    """
    identities = dict(_by_surface(rows, decisions))
    countries: dict[int, Decision] = {}
    placed = [decision for decision in decisions if decision.has_place]
    standing = _standing(placed, articles, report)
    for decision, found in _by_place(rows, standing):
        if not found:
            report.refuse(decision, "nothing is mentioned there")
        for number, entity, kind in found:
            if decision.entity and decision.entity != entity:
                report.refuse(decision, f"it is read as '{entity}' there")
            elif decision.becomes and decision.becomes not in names:
                report.refuse(decision, f"nobody is known as '{decision.becomes}'")
            elif decision.action == COUNTRY and kind == "country":
                report.refuse(decision, f"'{entity}' is a country itself")
            else:
                its = countries if decision.action == COUNTRY else identities
                if number in its:
                    report.refuse(its[number], f"'{decision.id}' holds there instead")
                its[number] = decision
    return Fates(identities, countries)


def _by_surface(
    rows: pl.DataFrame, decisions: Iterable[Decision]
) -> list[tuple[int, Decision]]:
    """Give the mentions of a surface that is no mention anywhere."""
    sought: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.action == NOT_A_MENTION and not decision.has_place:
            sought.setdefault(letters(decision.surface), []).append(decision)
    if not sought:
        return []
    written = {
        surface: sought[letters(surface)]
        for surface in rows["surface"].unique()
        if letters(surface) in sought
    }
    some = rows.filter(pl.col("surface").is_in(list(written)))
    return [
        (number, decision)
        for number, surface, entity in some.select("row", "surface", "entity").rows()
        for decision in written[surface]
        if decision.entity in {"", entity}
    ]


def _standing(
    placed: Iterable[Decision],
    articles: Callable[[set[str]], Mapping[str, Article]],
    report: Report,
) -> list[Decision]:
    """Give the decisions whose article is here and says the same there."""
    opened = articles({decision.article for decision in placed})
    standing = []
    for decision in placed:
        article = opened.get(decision.article)
        if article is None:
            report.refuse(decision, f"there is no article '{decision.article}'")
        elif (text := article.text)[decision.start : decision.end] != decision.surface:
            there = text[decision.start : decision.end]
            report.refuse(decision, f"the text there is '{there}'")
        else:
            standing.append(decision)
    return standing


def _by_place(
    rows: pl.DataFrame, decisions: Sequence[Decision]
) -> list[tuple[Decision, list[tuple[int, str, str]]]]:
    """Give each decision with the mentions that stand at its place."""
    places = pl.DataFrame(
        [(one.article, one.start, one.end) for one in decisions],
        schema={name: rows.schema[name] for name in _PLACE},
        orient="row",
    ).unique()
    found: dict[tuple[str, int, int], list[tuple[int, str, str]]] = {}
    there = rows.join(places, on=_PLACE, how="semi")
    for *place, number, entity, kind in there.select(
        *_PLACE, "row", "entity", "kind"
    ).iter_rows():
        article, start, end = place
        found.setdefault((article, start, end), []).append((number, entity, kind))
    return [
        (one, found.get((one.article, one.start or 0, one.end or 0), []))
        for one in decisions
    ]
