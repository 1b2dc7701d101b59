"""Agreement: where the engines see the same name, and where they differ.

A count that two engines support is worth more than one that only one does, and their
differences are where a researcher looks first.
"""

from __future__ import annotations

import polars as pl

from kit.mentions.engines import LEXICON
from kit.mentions.mention import Mentions, expect_mentions

_COMPARED_KINDS = ("person", "organisation", "place")
_PLACE = ["article", "start", "end"]


def agreement(mentions: Mentions) -> pl.DataFrame:
    """Compare what the engines found, place by place.

    What the tables and rules found counts as the engine ``lexicon``, a country that is
    named by its name as a place, for recognisers know no countries; nationalities and
    nested names are left out, for recognisers mark neither.

    Returns
    -------
    polars.DataFrame
        One row per place of the text that any engine marks: ``article, start, end,
        surface``; a column per engine with the kind it sees there, null for nothing;
        ``verdict``: ``agree`` (all engines the same), ``kind`` (the same characters as
        another kind), ``span`` (other characters of an overlapping name) or ``missed``
        (an engine marks nothing there).

    Raises
    ------
    ValueError
        If the mentions were found by the lexicon alone.

    """
    expect_mentions(mentions)
    if mentions.proposals.is_empty():
        msg = (
            "Only the lexicon took part, or no recogniser marked anything: nothing to "
            "compare. Use find_mentions(articles, engine='recogniser')."
        )
        raise ValueError(msg)
    engines = (LEXICON, *mentions.proposals["engine"].unique().sort())
    said = pl.concat([_of_lexicon(mentions), _of_recognisers(mentions)])
    table = said.pivot(
        "engine", index=[*_PLACE, "surface"], values="kind", aggregate_function="first"
    )
    missing = [engine for engine in engines if engine not in table.columns]
    table = table.with_columns(pl.lit(None, pl.String).alias(name) for name in missing)
    verdict = (
        pl.when(pl.concat_list(engines).list.drop_nulls().list.n_unique() > 1)
        .then(pl.lit("kind"))
        .when(pl.all_horizontal(pl.col(engines).is_not_null()))
        .then(pl.lit("agree"))
        .when(pl.col("_overlaps"))
        .then(pl.lit("span"))
        .otherwise(pl.lit("missed"))
    )
    return (
        _with_overlaps(table)
        .with_columns(verdict=verdict)
        .select(*_PLACE, "surface", *engines, "verdict")
        .sort(_PLACE)
    )


def _of_lexicon(mentions: Mentions) -> pl.DataFrame:
    recognised = mentions.proposals["engine"].unique().implode()
    return mentions.rows.filter(
        pl.col("inside").is_null(),
        pl.col("form").is_in(["demonym", "people"]).not_(),
        pl.col("engine").is_in(recognised).not_(),
    ).select(
        *_PLACE,
        "surface",
        engine=pl.lit(LEXICON),
        kind=pl.col("kind").replace("country", "place"),
    )


def _of_recognisers(mentions: Mentions) -> pl.DataFrame:
    return mentions.proposals.filter(pl.col("kind").is_in(_COMPARED_KINDS)).select(
        *_PLACE, "surface", "engine", "kind"
    )


def _with_overlaps(table: pl.DataFrame) -> pl.DataFrame:
    """Say of each place whether another one overlaps it."""
    ordered = table.sort("article", "start", "end")
    before = pl.col("end").cum_max().shift(1).over("article")
    after = pl.col("start").shift(-1).over("article")
    return ordered.with_columns(
        _overlaps=(before > pl.col("start")).fill_null(value=False)
        | (after < pl.col("end")).fill_null(value=False)
    )
