"""Slope: what one slice of the news mentions more than another.

Each name is a line from its rate in the one slice to its rate in the other, both on one
scale from zero. Colour says on which side it is mentioned more; lines whose difference
may be chance are grey, however steep they look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.charts.chart import Chart, Title, title_in
from kit.charts.definition import DOT, known_names, listed, scope, sentences, series
from kit.charts.making import maker
from kit.checking import expect, expect_several
from kit.counts import Comparison
from kit.labels import (
    counted,
    digits_as,
    display_name,
    number,
    span_name,
    word,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.counts import Filter

CERTAIN = 0.05
"""The corrected probability of chance up to which a difference is drawn as one."""

_NAMED_IN_ALT = 3
_SIDES = 2
_SMALL = 0.995


@maker
def slope(  # noqa: PLR0913  # each option is a choice of the reader's
    comparison: Comparison,
    *,
    top: int = 10,
    names: Sequence[str] | None = None,
    language: str = "ar",
    title: Title = None,
    digits: str = "latin",
) -> Chart:
    """Make the slope chart of a comparison.

    Parameters
    ----------
    comparison
        What :func:`kit.compare` gave.
    top
        How many names, from the most certain difference (G2).
    names
        What the two slices are called, else what their filters say: outlets, dates.
    language
        ``ar`` or ``en``.
    title
        One title, or one by language; else what was compared.
    digits
        ``latin`` or ``arabic``.

    Raises
    ------
    ValueError
        If ``names`` are not two.

    """
    way_out = "Draw slope(compare(mentions, one, other))."
    expect(comparison, Comparison, "a comparison, as compare gives it", way_out)
    expect_several(top, "top")
    sides = _sides(comparison, names, language)
    title = title_in(title, language) or word(
        f"title.{comparison.by}.compared", language
    )
    data = _rows(comparison, top, sides, language, digits)
    phrases = _phrases(comparison, data.height, sides, language, digits)
    return Chart(
        kind="slope",
        data=data,
        title=title,
        subtitle=DOT.join(phrases),
        x_title=word("unit.per_1000", language),
        y_title="",
        language=language,
        alt=_alt(title, data, sides, language),
        caption=sentences(
            title, [*phrases, word("slope.corrected", language)], language
        ),
        empty="" if data.height else word("empty", language),
        digits=digits,
    )


def _sides(
    comparison: Comparison, names: Sequence[str] | None, language: str
) -> tuple[str, str]:
    if names is None:
        one, other = comparison.one, comparison.other
        return _called(one, other, language), _called(other, one, language)
    if isinstance(names, str) or len(names) != _SIDES:
        msg = f"names={names!r} must be two: what the two slices are called."
        raise ValueError(msg)
    return names[0], names[1]


def _called(where: Filter, beside: Filter, language: str) -> str:
    """Give a name to a slice: what of its filter the other one has not."""
    said = []
    if where.outlets and where.outlets != beside.outlets:
        said.append(series(where.outlets, language))
    dates = (where.since, where.until)
    if any(dates) and dates != (beside.since, beside.until):
        said.append(span_name(*dates, language))
    if where.parts != beside.parts and where.parts:
        parts = [word(f"part.{part}", language) for part in where.parts]
        said.append(series(parts, language))
    if where.articles is not None and where.articles != beside.articles:
        said.append(word("slice.chosen", language))
    return listed(said, language) or word("slice.all", language)


def _rows(
    comparison: Comparison,
    top: int,
    sides: tuple[str, str],
    language: str,
    digits: str,
) -> pl.DataFrame:
    rows = [
        (
            row["entity"],
            display_name(row["name"], row["english"], language),
            *sides,
            row["one_per_1000"],
            row["other_per_1000"],
            _rate(row["one_per_1000"], language, digits),
            _rate(row["other_per_1000"], language, digits),
            row["one"],
            row["other"],
            round(row["g2"], 2),
            round(row["log_ratio"], 2),
            row["p_adjusted"],
        )
        for row in comparison.table.head(top).iter_rows(named=True)
    ]
    schema = {
        "entity": pl.String,
        "label": pl.String,
        "one_name": pl.String,
        "other_name": pl.String,
        "one": pl.Float64,
        "other": pl.Float64,
        "one_text": pl.String,
        "other_text": pl.String,
        "one_mentions": pl.Int64,
        "other_mentions": pl.Int64,
        "g2": pl.Float64,
        "log_ratio": pl.Float64,
        "p_adjusted": pl.Float64,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _rate(value: float, language: str, digits: str) -> str:
    """Give a rate with one decimal, a small one with two."""
    if value == 0 or value >= _SMALL:
        return number(value or 0, language, digits)
    return digits_as(f"{value:.2f}", language, digits)


def _phrases(
    comparison: Comparison,
    shown: int,
    sides: tuple[str, str],
    language: str,
    digits: str,
) -> list[str]:
    names = known_names(comparison.table, comparison.chosen, language)
    unit = word("unit.per_1000", language)
    by = {comparison.by}
    said = {"by": by, "unit": unit, "known": names, "language": language}
    both = [scope(where, **said) for where in (comparison.one, comparison.other)]  # type: ignore[arg-type]  # of four kinds
    # What is said of both is said once.
    phrases = [phrase for phrase in both[0] if phrase in both[1]]
    if not phrases or not phrases[0].startswith(unit):
        phrases.insert(0, unit)
    sizes = (comparison.one_tokens, comparison.other_tokens)
    phrases += [
        f"{side}: {counted(size, 'words', language, digits)}"
        for side, size in zip(sides, sizes, strict=True)
    ]
    if comparison.shared_articles:
        shared = comparison.shared_articles
        phrases.append(counted(shared, "shared", language, digits))
    hidden = comparison.table.height - shown
    if hidden:
        phrases.append(word("slope.leading", language))
        phrases.append(counted(hidden, "more", language, digits))
    return phrases


def _alt(title: str, data: pl.DataFrame, sides: tuple[str, str], language: str) -> str:
    chart = word("chart.slope", language)
    if data.is_empty():
        return f"{chart}: {title}. {word('empty', language)}"
    said = [
        f"{label} ({sides[0]} {one}، {sides[1]} {other})"
        if language == "ar"
        else f"{label} ({sides[0]} {one}, {sides[1]} {other})"
        for label, one, other in data.head(_NAMED_IN_ALT)
        .select("label", "one_text", "other_text")
        .iter_rows()
    ]
    return f"{chart}: {title}. {listed(said, language)}."
