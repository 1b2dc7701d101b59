"""Pairs: what a heatmap and a network say of names that are mentioned together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.charts.definition import scope
from kit.labels import counted, display_name, word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.counts import Together


def labels(together: Together, language: str) -> dict[str, str]:
    """Give how the name of each entity is drawn."""
    return {
        entity: display_name(name, english, language)
        for totals in (together.row_totals, together.column_totals)
        for entity, name, english in totals.select(
            "entity", "name", "english"
        ).iter_rows()
    }


def phrases(together: Together, language: str, digits: str) -> list[str]:
    """Give what was counted as phrases: the unit, the filter, the denominators."""
    chosen = {
        entity: display_name(name, english, language)
        for entity, (name, english) in together.chosen.items()
    }
    said = [
        *scope(
            together.where,
            {together.rows, together.columns},
            unit=word("unit.together", language),
            known=chosen,
            language=language,
        ),
        counted(together.sentences, "sentences", language, digits),
        counted(together.articles, "articles", language, digits),
    ]
    if together.hidden:
        said.append(counted(together.hidden, "more", language, digits))
    return said


def nothing(together: Together, language: str) -> str:
    """Say why there is no pair to draw, or "" if there is one."""
    if together.table["sentences"].sum():
        return ""
    named = together.row_totals.height and together.column_totals.height
    return word("empty.together" if named else "empty", language)


def named_pairs(
    pairs: Iterable[tuple[str, str, int]], language: str, digits: str
) -> list[str]:
    """Give pairs of labels and their numbers of sentences as phrases."""
    return [
        f"{label} {word('with', language)} {other} "
        f"({counted(value, 'sentences', language, digits)})"
        for label, other, value in pairs
    ]
