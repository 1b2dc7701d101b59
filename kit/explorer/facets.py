"""Facets: the lists of the filter panel, each choice with what it would count.

Each list counts under all filters but its own, so that what is not chosen can be seen
to be worth choosing. The counts are asked for together: the tables are read once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from kit.articles.article import PART_KINDS
from kit.counts import KINDS, ranked, selecting
from kit.explorer.known import searched
from kit.explorer.ledger import switchable
from kit.explorer.question import Question, checked
from kit.labels import word
from kit.mentions.mention import WAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.explorer.known import Known

LISTED = 60
"""Names in a list of the filter panel; the rest are found by searching."""


@dataclass(frozen=True, slots=True)
class Option:
    """One box of the filter panel."""

    id: str
    name: str
    number: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One list of the filter panel; ``hidden`` options were left off."""

    name: str
    options: tuple[Option, ...]
    hidden: int = 0


def facets(known: Known, question: Question) -> tuple[Facet, ...]:
    """List what could be chosen."""
    counted = _counted(known, question)
    names = known.names(question.language)
    countries, actors = (
        _by_name(known, question, counted[one]) for one in ("countries", "actors")
    )
    found = [
        _named(question, "countries", countries, names),
        _named(question, "actors", actors, names),
        _fixed(question, "ways", _by_number(counted["ways"]), WAYS),
        _fixed(question, "parts", _by_number(counted["parts"]), PART_KINDS),
        _fixed(question, "kinds", _by_number(counted["kinds"]), KINDS),
    ]
    if "outlets" in counted or question.where.outlets:
        outlets = _outlets(known, counted["outlets"]) if "outlets" in counted else {}
        found.append(_named(question, "outlets", outlets, {}))
    if "articles" in counted:
        articles = _by_number(counted["articles"])
        found.append(_named(question, "articles", articles, known.titles))
    return tuple(found)


def _counted(known: Known, question: Question) -> dict[str, pl.DataFrame]:
    """Count ``entity, value`` of each list."""
    mentions, where, by = known.quick, question.where, question.by
    free = replace(where, kinds=None)
    kinds = selecting(mentions, replace(where, kinds=None), None)
    if by == "country":
        kinds = kinds.filter(pl.col("country").is_not_null())
    of_part = selecting(mentions, replace(where, parts=None), by)
    asked = {
        "countries": (
            selecting(mentions, replace(free, countries=None), "country"),
            "country",
        ),
        "actors": (selecting(mentions, replace(free, actors=None), "actor"), "entity"),
        "ways": (switchable(mentions, question), "way"),
        "parts": (of_part, "part"),
        "kinds": (kinds, "kind"),
    }
    if len(mentions.articles) > 1:
        of_article = selecting(mentions, replace(where, articles=None), by)
        asked["articles"] = of_article, "article"
    if known.outlets is not None:
        of_outlet = selecting(mentions, replace(where, outlets=None), by)
        asked["outlets"] = of_outlet, "article"
    queries = [
        rows.group_by(entity=column)
        .agg(value=pl.len())
        .with_columns(pl.col("entity").cast(pl.String))
        for rows, column in asked.values()
    ]
    return dict(zip(asked, pl.collect_all(queries), strict=True))


def _by_name(known: Known, question: Question, counted: pl.DataFrame) -> dict[str, int]:
    """Give numbers in the order of all counts: of equal ones by the Arabic name.

    Of thousands of names only those are put in order that can be listed.
    """
    least = counted["value"].top_k(LISTED).min()
    if question.sought or least is None:
        return _in_order(known, counted)
    listed = pl.col("value") >= least
    rest = counted.filter(~listed)
    return _in_order(known, counted.filter(listed)) | dict(
        zip(rest["entity"], rest["value"], strict=True)
    )


def _in_order(known: Known, counted: pl.DataFrame) -> dict[str, int]:
    numbers = counted.with_columns(mentions=pl.col("value"))
    table = ranked(numbers, known.mentions)
    return dict(zip(table["entity"], table["value"], strict=True))


def _by_number(counted: pl.DataFrame) -> dict[str, int]:
    order = counted.sort(["value", "entity"], descending=[True, False])
    return dict(order.iter_rows())


def _outlets(known: Known, by_article: pl.DataFrame) -> dict[str, int]:
    """Sum the numbers of articles by outlet, which an article may not tell."""
    if known.outlets is None:
        return {}
    told = by_article.join(known.outlets, left_on="entity", right_on="article")
    summed = told.group_by(entity="outlet").agg(pl.col("value").sum())
    return _by_number(summed)


def _named(
    question: Question,
    facet: str,
    numbers: dict[str, int],
    names: Mapping[str, str],
) -> Facet:
    chosen = set(checked(question, facet))
    # A checked name stays in sight even when nothing of it is left.
    ids = [*numbers, *(one for one in checked(question, facet) if one not in numbers)]
    sought = searched(question.sought).strip()
    if sought:
        ids = [
            one
            for one in ids
            if one in chosen or sought in searched(names.get(one, one))
        ]
    options = tuple(
        Option(one, names.get(one, one), numbers.get(one, 0), one in chosen)
        for one in ids[:LISTED]
    )
    return Facet(facet, options, max(len(ids) - LISTED, 0))


def _fixed(
    question: Question, facet: str, numbers: dict[str, int], choices: tuple[str, ...]
) -> Facet:
    chosen = checked(question, facet)
    return Facet(
        facet,
        tuple(
            Option(
                one,
                word(f"{facet[:-1]}.{one}", question.language),
                numbers.get(one, 0),
                one in chosen,
            )
            for one in choices
            if one in numbers
        ),
    )
