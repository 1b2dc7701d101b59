"""Merging: two actors that are one, as a researcher decided.

``a`` is ``b`` and ``b`` is ``c`` makes both ``c``, in whatever order it was said. Who
is merged into somebody is called, counted and placed in a country as that somebody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.decisions.decision import SAME_ACTOR
from kit.mentions.changing import marked, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.decisions.decision import Decision
    from kit.lexicon.lexicon import Name
    from kit.mentions.fates import Report

_TEXT = pl.String


def merged(
    rows: pl.DataFrame,
    decisions: Iterable[Decision],
    names: Mapping[str, Name],
    report: Report,
) -> pl.DataFrame:
    """Let all mentions of merged entities name the one they were merged into."""
    into = _canonical(decisions, names, report)
    if not into:
        return rows
    becomes = {entity: target for entity, (target, _) in into.items()}
    marks = {entity: one.mark for entity, (_, one) in into.items()}
    entity, inside = pl.col("entity"), pl.col("inside")
    by_id = {one.mark: one.id for _, one in into.values()}
    rows = rows.with_columns(
        becomes=entity.replace_strict(becomes, default=None, return_dtype=_TEXT),
        mark=entity.replace_strict(marks, default=None, return_dtype=_TEXT),
        around=inside.replace_strict(marks, default=None, return_dtype=_TEXT),
        others=pl.col("undecided"),
    )
    report.changed.update(by_id[mark] for mark in rows["mark"].drop_nulls())
    rows = marked(rows, pl.col("around"), {"inside": inside.replace(becomes)})
    touched = pl.col("becomes").is_not_null() | pl.col("around").is_not_null()
    rows = renamed(rows, names)
    # A name inside a longer one of the same actor is no mention of its own.
    rows = rows.filter(~(touched & (entity == inside).fill_null(value=False)))
    return _with_others(rows, becomes).drop("becomes", "mark", "around", "others")


def _canonical(
    decisions: Iterable[Decision], names: Mapping[str, Name], report: Report
) -> dict[str, tuple[str, Decision]]:
    """Give whom each merged entity is merged into, and by which decision."""
    into: dict[str, tuple[str, Decision]] = {}

    def last(entity: str) -> str:
        while entity in into:
            entity = into[entity][0]
        return entity

    for decision in decisions:
        if decision.action != SAME_ACTOR:
            continue
        entity, target = last(decision.entity), last(decision.becomes)
        if target not in names:
            report.refuse(decision, f"nobody is known as '{target}'")
        elif entity == target:
            report.refuse(decision, f"both are '{target}' already")
        else:
            into[entity] = target, decision
    return {entity: (last(entity), decision) for entity, (_, decision) in into.items()}


def _with_others(rows: pl.DataFrame, becomes: Mapping[str, str]) -> pl.DataFrame:
    """Let the other readings of undecided mentions be of the merged entities too."""
    left = [
        " ".join(
            dict.fromkeys(
                one
                for other in others.split()
                if (one := becomes.get(other, other)) != of
            )
        )
        or None
        if others
        else None
        for others, of in rows.select("others", "entity").iter_rows()
    ]
    return rows.with_columns(undecided=pl.Series(left, dtype=_TEXT))
