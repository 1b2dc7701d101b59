"""Commands that print: mentions, counts and what is behind them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polars as pl

from kit.camel.morphology import Morphology
from kit.commands.options import filter_of
from kit.commands.reading import counted, found, read, warn_of_nothing
from kit.counts import ambiguous, count_lemmas, ledger
from kit.mentions.agreement import agreement

if TYPE_CHECKING:
    import argparse

_MENTION_KEYS = (
    "article", "start", "end", "surface", "entity", "kind", "form", "country",
    "inside", "evidence",
)  # fmt: skip  # the stable columns, in their order


def print_mentions(options: argparse.Namespace) -> None:
    """Print mentions as JSON lines."""
    rows = found(options).rows.select(*_MENTION_KEYS, "undecided")
    for row in rows.iter_rows(named=True):
        print(json.dumps(row, ensure_ascii=False))


def print_counts(options: argparse.Namespace) -> None:
    """Print how often each is mentioned."""
    counts = counted(options)
    if options.format == "csv":
        print(counts.table.write_csv(), end="")
    elif options.format == "json":
        said = {
            "by": counts.by,
            "unit": counts.unit,
            "where": counts.where.to_dict(),
            "tokens": counts.tokens,
            "articles": counts.articles,
            "counts": counts.table.to_dicts(),
        }
        print(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        for row in counts.table.iter_rows(named=True):
            value = row["value"]
            shown = f"{value:.2f}" if isinstance(value, float) else str(value)
            print(f"{shown:>8}  {row['entity']:<32} {row['name']}")


def print_ledger(options: argparse.Namespace) -> None:
    """Print a count split by the way of naming."""
    table = ledger(found(options), options.entity, where=filter_of(options))
    if not table["counted"].any():
        warn_of_nothing(options)
    for row in table.iter_rows(named=True):
        share = f"{row['share']:7.1%}" if row["counted"] else "    off"
        print(f"{row['mentions']:>8} {share}  {row['way']}")


def print_lemmas(options: argparse.Namespace) -> None:
    """Print how often each lemma occurs."""
    morphology = Morphology.load(options.database)
    table = count_lemmas(
        read(options),
        morphology=morphology,
        parts=options.parts,
        repeats=options.repeats,
    )
    if options.format == "json":
        print(json.dumps(table.to_dicts(), ensure_ascii=False, indent=2))
        return
    table = table.with_columns(pl.col("forms").list.join(" "))
    if options.format == "csv":
        print(table.write_csv(), end="")
    else:
        for lemma, count, forms in table.iter_rows():
            print(f"{count:>8}  {lemma:<24} {forms}")


def print_ambiguous(options: argparse.Namespace) -> None:
    """Print what context left undecided, as JSON lines."""
    keys = (*_MENTION_KEYS, "undecided", "left", "right")
    rows = ambiguous(found(options), where=filter_of(options))
    for row in rows.select(keys).iter_rows(named=True):
        print(json.dumps(row, ensure_ascii=False))


def print_agreement(options: argparse.Namespace) -> None:
    """Print where the engines agree and differ."""
    table = agreement(found(options))
    if options.format == "csv":
        print(table.write_csv(), end="")
    elif options.format == "json":
        print(json.dumps(table.to_dicts(), ensure_ascii=False, indent=2))
    else:
        for verdict, places in table.group_by("verdict").len().sort("verdict").rows():
            print(f"{places:>8}  {verdict}")
