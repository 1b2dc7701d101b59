"""What was read and how it was counted, and at the end how to cite and check it."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version
from typing import TYPE_CHECKING

import polars as pl

from kit.articles.article import PART_KINDS
from kit.charts.definition import listed, scope
from kit.counts.opening import chosen
from kit.labels import display_name, word
from kit.mentions.basis import basis_of
from kit.report.content import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.charts.chart import Chart
    from kit.report.content import Block
    from kit.report.inquiry import Inquiry

_LIBRARIES = ("camel-tools", "polars")  # what numbers depend on besides the kit


def material(inquiry: Inquiry, charts: tuple[Chart, ...]) -> Iterator[Block]:
    """Say what was read, how it was counted, and under which conditions."""
    yield Heading(inquiry.say("material"), 1)
    for head, said in _method(charts):
        yield Heading(head, 2)
        yield inquiry.text(said)
    yield Heading(inquiry.say("scope"), 2)
    semicolon = "؛ " if inquiry.language == "ar" else "; "
    yield inquiry.text(f"{semicolon.join(_scope(inquiry))}.")
    yield Heading(inquiry.say("parts"), 2)
    yield from _parts(inquiry)


def _method(charts: tuple[Chart, ...]) -> list[tuple[str, str]]:
    """Give the method of the first chart; each says under itself what it counts."""
    counting = {word("method.counting", language) for language in ("ar", "en")}
    said = charts[0].method if charts else []
    return [(head, text) for head, text in said if head not in counting]


def _scope(inquiry: Inquiry) -> list[str]:
    language = inquiry.language
    known = {
        entity: display_name(*both, language)
        for entity, both in chosen(inquiry.where, inquiry.mentions).items()
    }
    unit = word("unit.mentions", language)
    return scope(inquiry.where, set(), unit=unit, known=known, language=language)


def _parts(inquiry: Inquiry) -> Iterator[Block]:
    """Give how much text each part has, and whether it counts."""
    where, language = inquiry.where, inquiry.language
    mentions = inquiry.mentions.rows.group_by("part", "repeat").agg(mentions=pl.len())
    sums = (
        inquiry.mentions.tokens.group_by("part", "repeat")
        .agg(pl.col("tokens", "sentences").sum())
        .join(mentions, on=["part", "repeat"], how="left")
        .with_columns(pl.col("mentions").fill_null(0))
        .sort(
            pl.col("part").replace_strict(dict(zip(PART_KINDS, range(4), strict=True))),
            "repeat",
        )
    )
    labels = [
        inquiry.say("repeated", part=word(f"part.{part}", language))
        if repeat
        else word(f"part.{part}", language)
        for part, repeat in sums.select("part", "repeat").iter_rows()
    ]
    counts = [
        (where.parts is None or part in where.parts) and (where.repeats or not repeat)
        for part, repeat in sums.select("part", "repeat").iter_rows()
    ]
    yield from inquiry.table(
        inquiry.say("parts"),
        {
            inquiry.say("part"): labels,
            inquiry.say("words"): sums["tokens"].to_list(),
            inquiry.say("sentences"): sums["sentences"].to_list(),
            word("mentions", language): sums["mentions"].to_list(),
            inquiry.say("counts"): [
                inquiry.say("yes" if counted else "no") for counted in counts
            ],
        },
    )


def citing(inquiry: Inquiry) -> Iterator[Block]:
    """Say how to cite the numbers, and what must be equal to get them again."""
    basis = basis_of(inquiry.mentions)
    yield Heading(inquiry.say("citing"), 1)
    yield inquiry.text(
        inquiry.say(
            "citing.cite",
            kit=basis.kit,
            lexicon=basis.lexicon,
            corpus=basis.corpus,
            day=inquiry.today,
        ),
        " ",
        inquiry.say("citing.again"),
    )
    where = json.dumps(inquiry.where.to_dict(), ensure_ascii=False)
    values = {
        "kit": f"arabic-news-kit {basis.kit}",
        "lexicon": basis.lexicon,
        "corpus": basis.corpus,
        "engines": listed(basis.engines, "en"),
        "where": where,
        "libraries": ", ".join(
            [f"Python {platform.python_version()}"]
            + [f"{name} {version(name)}" for name in _LIBRARIES]
        ),
    }
    if inquiry.decisions is not None:
        values["decided"] = inquiry.decisions.content_id
    value = word("value", inquiry.language)
    yield from inquiry.table(
        inquiry.say("citing"),
        {
            inquiry.say("item"): [inquiry.say(key) for key in values],
            value: list(values.values()),
        },
        code=[value],
    )
