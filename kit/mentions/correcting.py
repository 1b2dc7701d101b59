"""Correcting: mentions as a researcher decided.

Decisions are applied to what was found, in one order whatever the order they were made
in: what a place or a surface is, then which actors are the same, then to which country
an actor or a place belongs. Each changed mention says which decision changed it, in its
evidence, and its engine is ``decision``. What was found stays beside, so that applying
other decisions begins from there and undoing one restores it exactly.

Aliases and new actors act before finding (:mod:`kit.decisions.extending`); here their
mentions are only told apart.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from kit.checking import expect
from kit.decisions.decision import (
    ALIAS,
    COUNTRY,
    NOT_A_MENTION,
    UNDO,
    Decision,
)
from kit.decisions.extending import described, extended_lexicon
from kit.decisions.record import Decisions
from kit.lexicon.lexicon import Name
from kit.mentions.changing import ENGINE, marked, renamed
from kit.mentions.fates import Report, fates
from kit.mentions.mention import ENTITY_SCHEMA, Mentions, expect_mentions
from kit.mentions.merging import merged
from kit.mentions.rows import UNDECIDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_TEXT = pl.String


def corrected(mentions: Mentions, decisions: Decisions) -> Mentions:
    """Apply a researcher's decisions to mentions.

    The same for the same decisions, however often they are applied; without decisions,
    the mentions as they were found. Aliases and new actors need the articles to be
    looked at again: give the decisions to :func:`kit.find_mentions`.

    Returns
    -------
    Mentions
        New mentions; what each decision did stands in ``decided``.

    """
    expect_mentions(mentions)
    expect(decisions, Decisions, "decisions, as read_decisions gives them")
    found = mentions if mentions.found is None else mentions.found
    if not len(decisions):
        return found
    holding = decisions.in_force
    names = known_names(found, decisions)
    report = Report()
    rows = found.rows.with_row_index("row")
    rows = _with_additions(rows, decisions.additions, names, report)
    fate = fates(rows, found.opened, holding, names, report)
    rows = _with_identities(rows, fate.identities, names, report)
    rows = merged(rows, holding, names, report)
    overrides = _countries(holding, names, report)
    rows = _with_countries(rows, fate.countries, overrides, report)
    for decision in decisions:
        if decision.action == UNDO:
            known = any(one.id == decision.undoes for one in decisions)
            report.refuse(decision, "" if known else "what it undoes is not here")
    said = [one for one in decisions if one in holding or one.action == UNDO]
    rows = rows.drop("row")
    entities = _entities(rows, names, overrides)
    return Mentions(
        rows,
        found.tokens,
        entities,
        found.articles,
        found.proposals,
        report.table(said),
        found,
        found.asked,
    )


def known_names(mentions: Mentions, decisions: Decisions) -> dict[str, Name]:
    """Give how every entity is called: of the tables, found, or decided."""
    found = {entity: Name(*name) for entity, *name in mentions.entities.rows()}
    names = {**extended_lexicon(decisions.additions).names}
    names |= {entity: name for entity, name in found.items() if entity not in names}
    for decision in decisions.in_force:
        name = described(decision)
        target = decision.becomes or decision.entity
        if name is not None and target not in names:
            names[target] = name
    return names


def _with_additions(
    rows: pl.DataFrame,
    additions: Iterable[Decision],
    names: Mapping[str, Name],
    report: Report,
) -> pl.DataFrame:
    """Tell apart what aliases and new actors found, and what was linked to it."""
    for decision in additions:
        if decision.entity not in names:
            report.refuse(decision, f"nobody is known as '{decision.entity}'")
        texts = [decision.surface] if decision.action == ALIAS else [decision.name]
        # Of an undecided mention the evidence goes on with what else it may be.
        said = pl.col("evidence").str.split(UNDECIDED).list.first()
        linked = pl.any_horizontal(said.str.ends_with(f" of {text}") for text in texts)
        own = pl.col("evidence").str.contains(decision.mark, literal=True)
        linked &= ~own & (pl.col("entity") == decision.entity)
        report.changed[decision.id] += rows.select((own | linked).sum()).item()
        rows = marked(rows, pl.when(linked).then(pl.lit(decision.mark)), {})
        rows = rows.with_columns(
            engine=pl.when(own).then(pl.lit(ENGINE)).otherwise("engine")
        )
    return rows


def _with_identities(
    rows: pl.DataFrame,
    identities: Mapping[int, Decision],
    names: Mapping[str, Name],
    report: Report,
) -> pl.DataFrame:
    """Drop what is no mention, and let mentions name whom they are decided to name."""
    if not identities:
        return rows
    report.changed.update(decision.id for decision in identities.values())
    new = pl.DataFrame(
        [
            (number, one.mark, one.becomes or None, one.action == NOT_A_MENTION)
            for number, one in identities.items()
        ],
        schema={
            "row": pl.UInt32,
            "mark": _TEXT,
            "becomes": _TEXT,
            "dropped": pl.Boolean,
        },
        orient="row",
    )
    rows = rows.join(new, on="row", how="left", maintain_order="left")
    rows = _with_new_insides(rows)
    rows = rows.filter(~pl.col("dropped").fill_null(value=False))
    rows = renamed(rows, names)
    return rows.drop("mark", "becomes", "dropped")


def _with_new_insides(rows: pl.DataFrame) -> pl.DataFrame:
    """Let what stands inside a changed mention stand by itself, or inside the new."""
    outer = rows.filter(pl.col("mark").is_not_null()).select(
        "article", pl.col("entity").alias("inside"), "becomes",
        pl.col("start").alias("first"), pl.col("end").alias("last"), "mark", by="row",
    )  # fmt: skip  # the columns read as one list
    inner = (
        rows.filter(pl.col("inside").is_not_null())
        .drop("becomes", "mark")
        .join(outer, on=["article", "inside"])
        .filter(
            pl.col("row") != pl.col("by"),
            pl.col("start") >= pl.col("first"),
            pl.col("end") <= pl.col("last"),
            (pl.col("becomes") != pl.col("inside")).fill_null(value=True),
        )
        .select("row", stands=pl.col("mark"), within=pl.col("becomes"))
        .unique("row", keep="first", maintain_order=True)
    )
    rows = rows.join(inner, on="row", how="left", maintain_order="left")
    alone = pl.col("within").is_null() & (pl.col("way") == "nested")
    attached = pl.col("proclitic").is_not_null() & (pl.col("form") == "name")
    way = pl.when(attached).then(pl.lit("proclitic")).otherwise("form")
    changes = {
        "inside": pl.col("within"),
        "way": pl.when(alone).then(way).otherwise("way"),
    }
    return marked(rows, pl.col("stands"), changes).drop("stands", "within")


def _countries(
    decisions: Iterable[Decision], names: Mapping[str, Name], report: Report
) -> dict[str, Decision]:
    """Give the decision about the country of each entity, the last one."""
    last: dict[str, Decision] = {}
    for decision in decisions:
        if decision.action != COUNTRY or decision.has_place:
            continue
        name = names.get(decision.entity)
        if name is not None and name.kind == "country":
            report.refuse(decision, f"'{decision.entity}' is a country itself")
        else:
            if decision.entity in last:
                held = f"'{decision.id}' holds instead"
                report.refuse(last[decision.entity], held)
            last[decision.entity] = decision
    return last


def _with_countries(
    rows: pl.DataFrame,
    placed: Mapping[int, Decision],
    overrides: Mapping[str, Decision],
    report: Report,
) -> pl.DataFrame:
    """Let mentions belong to the country that was decided, a place before an actor."""
    rows = _with_country(rows, "entity", overrides.items(), report)
    return _with_country(rows, "row", placed.items(), report)


def _with_country(
    rows: pl.DataFrame,
    key: str,
    decided: Iterable[tuple[object, Decision]],
    report: Report,
) -> pl.DataFrame:
    new = pl.DataFrame(
        [(value, one.country or None, one.mark, one.id) for value, one in decided],
        schema={key: rows.schema[key], "to": _TEXT, "mark": _TEXT, "by": _TEXT},
        orient="row",
    )
    rows = rows.join(new, on=key, how="left", maintain_order="left")
    report.changed.update(rows["by"].drop_nulls())
    rows = marked(rows, pl.col("mark"), {"country": pl.col("to")})
    return rows.drop("to", "mark", "by")


def _entities(
    rows: pl.DataFrame, names: Mapping[str, Name], overrides: Mapping[str, Decision]
) -> pl.DataFrame:
    """Give the entities that are mentioned, and the countries they belong to."""

    def of(used: Iterable[str]) -> Iterator[tuple[str, Name]]:
        for entity in used:
            name = names[entity]
            if entity in overrides:
                name = replace(name, country=overrides[entity].country or None)
            yield entity, name

    entities = dict(of(rows["entity"].unique()))
    belonging = {name.country for name in entities.values()} | {
        *rows["country"].unique()
    }
    entities |= dict(of(one for one in belonging if one and one in names))
    table = [
        (entity, name.kind, name.country, name.arabic, name.english)
        for entity, name in sorted(entities.items())
    ]
    return pl.DataFrame(table, schema=ENTITY_SCHEMA, orient="row")
