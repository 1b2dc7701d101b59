"""Timeline: how often each is mentioned in each period.

A line for each name, with its name at its end, on a true axis of time and from zero. A
period without any article is grey and breaks the lines: nothing is known of it, and
nobody was silent. In Arabic time runs from right to left, as the page is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.charts.chart import Chart, Title, title_in
from kit.charts.definition import DOT, known_names, listed, scope, sentences
from kit.charts.making import maker
from kit.checking import expect, expect_several
from kit.counts import OverTime
from kit.labels import counted, display_name, number, period_name, word

if TYPE_CHECKING:
    from datetime import date

LINES = 7
"""The most names that can be told apart by colour."""

_PERCENT = 100


@maker
def timeline(  # noqa: PLR0913  # each option is a choice of the reader's
    over_time: OverTime,
    *,
    top: int = 5,
    language: str = "ar",
    title: Title = None,
    digits: str = "latin",
    months: str = "egypt",
) -> Chart:
    """Make the timeline of a count over time.

    Parameters
    ----------
    over_time
        What :func:`kit.over_time` gave.
    top
        How many names, of 7 at most, from the most mentioned.
    language
        ``ar`` or ``en``.
    title
        One title, or one by language; else what was counted.
    digits
        ``latin`` or ``arabic``.
    months
        Which names Arabic months bear: ``egypt``, ``levant``, ``maghreb`` or
        ``morocco``.

    """
    way_out = "Draw timeline(over_time(mentions))."
    expect(over_time, OverTime, "a count over time, as over_time gives it", way_out)
    expect_several(top, "top")
    title = title_in(title, language) or word(
        f"title.{over_time.by}.over_time", language
    )
    data = _rows(over_time, min(top, LINES), language, digits, months)
    phrases = _phrases(over_time, data, language, digits)
    return Chart(
        kind="timeline",
        data=data,
        title=title,
        subtitle=DOT.join(phrases),
        x_title=word(f"unit.{over_time.unit}", language),
        y_title="",
        language=language,
        alt=_alt(title, data, over_time.unit, language, digits),
        caption=sentences(title, phrases, language),
        empty="" if data.height else word("empty", language),
        digits=digits,
    )


def value_text(value: float, unit: str, language: str, digits: str) -> str:
    """Give a value as it is drawn: a share in percent.

    >>> value_text(0.25, "share", "en", "latin"), value_text(3, "mentions", "en", "")
    ('25%', '3')
    """
    if unit != "share":
        return number(value, language, digits or None)
    sign = "٪" if (language, digits) == ("ar", "arabic") else "%"
    percent = round(value * _PERCENT, 1)
    whole = int(percent) if percent == int(percent) else percent
    return f"{number(whole, language, digits or None)}{sign}"


def _rows(
    over_time: OverTime, top: int, language: str, digits: str, months: str
) -> pl.DataFrame:
    table = over_time.table
    leading = table["entity"].unique(maintain_order=True).head(top)
    every, unit = over_time.every, over_time.unit

    def named(day: date) -> str:
        return period_name(day, every, language, months=months, digits=digits)

    rows = [
        (
            row["entity"],
            display_name(row["name"], row["english"], language),
            row["period"],
            named(row["period"]),
            row["value"],
            "" if row["value"] is None
            else value_text(row["value"], unit, language, digits),
            row["mentions"],
            row["articles"],
            every,
            unit,
        )
        for entity in leading
        for row in table.filter(pl.col("entity") == entity).iter_rows(named=True)
    ]  # fmt: skip  # a condition in two lines
    schema = {
        "entity": pl.String,
        "label": pl.String,
        "period": pl.Date,
        "period_label": pl.String,
        "value": table.schema.get("value", pl.Int64),
        "text": pl.String,
        "mentions": pl.Int64,
        "articles": pl.Int64,
        "every": pl.String,
        "unit": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _phrases(
    over_time: OverTime, data: pl.DataFrame, language: str, digits: str
) -> list[str]:
    shown = over_time.table["entity"].n_unique()
    phrases = [
        *scope(
            over_time.where,
            {over_time.by},
            unit=word(f"unit.{over_time.unit}", language),
            known=known_names(over_time.table, over_time.chosen, language),
            language=language,
        ),
        word(f"every.{over_time.every}", language),
        counted(over_time.dated_articles, "articles", language, digits),
    ]
    if over_time.undated_articles:
        undated = over_time.undated_articles
        phrases.append(counted(undated, "undated", language, digits))
    hidden = over_time.hidden + shown - data["entity"].n_unique()
    if hidden:
        phrases.append(counted(hidden, "more", language, digits))
    if data["value"].null_count():
        phrases.append(word("no_articles_grey", language))
    phrases.append(word(f"begins.{language}", language))
    return phrases


def _alt(title: str, data: pl.DataFrame, unit: str, language: str, digits: str) -> str:
    chart = word("chart.timeline", language)
    if data.is_empty():
        return f"{chart}: {title}. {word('empty', language)}"
    peaks = (
        data.drop_nulls("value")
        .sort("value", descending=True, maintain_order=True)
        .unique("entity", keep="first", maintain_order=True)
    )
    said = [
        f"{label} ({period}: {_said(value, unit, language, digits)})"
        for label, period, value in peaks.select(
            "label", "period_label", "value"
        ).iter_rows()
    ]
    comma = listed(["", ""], language)
    return f"{chart}: {title}{comma}{word('peak', language)}: {listed(said, language)}."


def _said(value: float, unit: str, language: str, digits: str) -> str:
    if unit == "share":
        text = value_text(value, unit, language, digits)
        return word("share.any", language).replace("{n}", text)
    return counted(value, unit, language, digits)
