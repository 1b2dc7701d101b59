"""Map: countries shaded by how much is said of them.

A map answers where at a glance, and how much only roughly: shades stand for a few
classes of numbers, named beside the map, and the leading countries carry their number.
A country without a mention is grey, not pale, for nothing is not a little. What counts
but lies on no map, a former state or a country outside the window, is told in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.charts.atlas import REGIONS, atlas
from kit.charts.chart import Chart, Title, title_in
from kit.charts.classes import CLASSES, class_of, lower_limits
from kit.charts.definition import DOT, definition, listed, sentences
from kit.charts.making import maker
from kit.checking import expect
from kit.counts import Counts
from kit.labels import counted, display_name, number, word

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED = 3
_NAMED_OUTSIDE = 5
_TENTHS = 10


@maker
def world_map(
    counts: Counts,
    *,
    region: str = "world",
    language: str = "ar",
    title: Title = None,
    digits: str = "latin",
) -> Chart:
    """Make the map of a count by country.

    Parameters
    ----------
    counts
        What :func:`kit.count_mentions` gave, by country.
    region
        ``world``, or ``arab`` for the Middle East and North Africa alone.
    language
        ``ar`` or ``en``. The map is the same in both: only the words turn around.
    title
        One title, or one by language; else what was counted.
    digits
        ``latin`` or ``arabic``.

    Raises
    ------
    ValueError
        If this is a count by something else, or there is no such region.

    """
    expect(counts, Counts, "a count", "Draw world_map(count_mentions(mentions)).")
    if counts.by != "country":
        msg = f"Cannot map a count by '{counts.by}'. Use count_mentions(by='country')."
        raise ValueError(msg)
    if region not in REGIONS:
        msg = f"No region '{region}'. Use one of: {', '.join(REGIONS)}."
        raise ValueError(msg)
    title = title_in(title, language) or word(
        f"title.{counts.by}.{counts.unit}", language
    )
    data = _areas(counts, region, language, digits)
    phrases = [
        *definition(counts, language=language, digits=digits),
        *_outside(counts, region, language, digits),
    ]
    nothing = "empty.map" if counts.table.height else "empty"
    empty = "" if data.height else word(nothing, language)
    return Chart(
        kind="map",
        data=data,
        title=title,
        subtitle=DOT.join(phrases),
        x_title=word(f"unit.{counts.unit}", language),
        y_title="",
        language=language,
        alt=_alt(title, data, empty, language, digits),
        caption=sentences(title, phrases, language),
        empty=empty,
        digits=digits,
    )


def _areas(counts: Counts, region: str, language: str, digits: str) -> pl.DataFrame:
    known = atlas(region).areas
    table = counts.table.filter(pl.col("entity").is_in(list(known)))
    values = table["value"].to_list()
    # Fractions are shown in tenths, so they are sorted by what is shown.
    fractions = not all(isinstance(value, int) for value in values)
    steps = [round(value * _TENTHS) for value in values] if fractions else values
    limits = lower_limits(steps) if steps else []
    parts = _TENTHS if fractions else 0
    names = _class_names(limits, steps, parts, language, digits)
    # Few classes take the middle shades.
    first = (CLASSES - len(limits)) // 2
    rows = [
        (
            row["entity"],
            display_name(row["name"], row["english"], language),
            first + (place := class_of(step, limits)),
            names[place],
            row["value"],
            number(row["value"], language, digits),
            row["mentions"],
            region,
        )
        for row, step in zip(table.iter_rows(named=True), steps, strict=True)
    ]
    schema: dict[str, type[pl.DataType] | pl.DataType] = {
        "entity": pl.String,
        "label": pl.String,
        "series": pl.Int64,
        "group_label": pl.String,
        "value": table["value"].dtype,
        "text": pl.String,
        "mentions": pl.Int64,
        "region": pl.String,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _class_names(
    limits: Sequence[int],
    values: Sequence[int],
    parts: int,
    language: str,
    digits: str,
) -> list[str]:
    """Name classes by their lowest and highest number, in whole or in tenths."""
    # Few numbers have a class each, and no others lie between them.
    each = len(limits) == len(set(values))
    ends = limits if each else [*(one - 1 for one in limits[1:]), max(values)]
    names = []
    for low, high in zip(limits, ends, strict=True):
        least, most = (
            number(one / parts if parts else one, language, digits)
            for one in (low, high)
        )
        between = word("map.range", language)
        names.append(
            least
            if low == high
            else between.replace("{low}", least).replace("{high}", most)
        )
    return names


def _outside(counts: Counts, region: str, language: str, digits: str) -> list[str]:
    """Name the countries that count and show little or nothing of themselves."""
    shown = {code for code, area in atlas(region).areas.items() if area.shows}
    rows = counts.table.filter(~pl.col("entity").is_in(list(shown)))
    names = [
        f"{display_name(name, english, language)} ({number(value, language, digits)})"
        for name, english, value in rows.select("name", "english", "value").iter_rows()
    ]
    if not names:
        return []
    said = [listed(names[:_NAMED_OUTSIDE], language)]
    if len(names) > _NAMED_OUTSIDE:
        rest = len(names) - _NAMED_OUTSIDE
        said.append(counted(rest, "besides", language, digits))
    return [f"{word('map.outside', language)}: {' '.join(said)}"]


def _alt(title: str, data: pl.DataFrame, empty: str, language: str, digits: str) -> str:
    chart = word("chart.map", language)
    if empty:
        return f"{chart}: {title}. {empty}"
    comma = listed(["", ""], language)
    size = counted(data.height, "countries", language, digits)
    first = [
        f"{label} ({text})"
        for label, text in data.head(_NAMED).select("label", "text").iter_rows()
    ]
    largest = word("largest", language)
    return f"{chart}: {title}{comma}{size}{comma}{largest}: {listed(first, language)}."
