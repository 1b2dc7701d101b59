"""The table twin of a chart: in words and numbers all that the picture shows.

For who cannot see the picture, wants to copy its numbers, or checks them. The same
columns stand under a page, in a workbook, in a CSV file and in a report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.labels import word

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

    from kit.charts.chart import Chart

Columns = dict[str, list[Any]]


def columns(chart: Chart) -> Columns:
    """Give the columns of a chart's table by their headings, in the chart's language.

    Numbers are numbers and text is raw text; rows are those of the chart's data.
    """
    data, words = chart.data, chart.language
    named = {
        word("entity", words): data["label"].to_list(),
        word("id", words): data["entity"].to_list(),
    }
    return named | _COLUMNS[chart.kind](chart, data)


def summed(chart: Chart) -> set[str]:
    """Give the headings of the columns whose sum means something.

    Mentions add up; sentences and articles do not, for one may mention several.
    """
    words = chart.language
    named = {word("mentions", words)}
    unit = chart.made.get("unit", "mentions")
    if unit == "mentions" and chart.kind in {"bars", "map", "stacked", "timeline"}:
        named.add(chart.x_title)
    return named & set(columns(chart))


def _bars(chart: Chart, data: pl.DataFrame) -> Columns:
    values = {chart.x_title: data["value"].to_list()}
    if data["value"].to_list() == data["mentions"].to_list():
        return values
    return values | {word("mentions", chart.language): data["mentions"].to_list()}


def _stacked(chart: Chart, data: pl.DataFrame) -> Columns:
    return {
        word("group", chart.language): data["group_label"].to_list(),
        chart.x_title: data["value"].to_list(),
    }


def _dispersion(chart: Chart, data: pl.DataFrame) -> Columns:
    return {
        word(name, chart.language): data[column].to_list()
        for name, column in (
            ("surface", "surface"),
            ("article", "article"),
            ("position", "at"),
            ("mentions", "mentions"),
        )
    }


def _timeline(chart: Chart, data: pl.DataFrame) -> Columns:
    words = chart.language
    values = {
        word("period", words): data["period_label"].to_list(),
        word("from", words): [day.isoformat() for day in data["period"]],
        chart.x_title: data["value"].to_list(),
    }
    if data["unit"].first() != "mentions":
        values[word("mentions", words)] = data["mentions"].to_list()
    return values | {word("articles", words): data["articles"].to_list()}


def _slope(chart: Chart, data: pl.DataFrame) -> Columns:
    words = chart.language
    values: Columns = {}
    for side in ("one", "other"):
        name = str(data[f"{side}_name"].first())
        values[f"{name}: {chart.x_title}"] = data[side].to_list()
        values[f"{name}: {word('mentions', words)}"] = data[
            f"{side}_mentions"
        ].to_list()
    return values | {
        word("likelihood", words): data["g2"].to_list(),
        word("ratio", words): data["log_ratio"].to_list(),
        word("chance", words): [round(one, 4) for one in data["p_adjusted"]],
    }


def _heatmap(chart: Chart, data: pl.DataFrame) -> Columns:
    words = chart.language
    return {
        word("other", words): data["other_label"].to_list(),
        word("other.id", words): data["other"].to_list(),
        chart.x_title: data["value"].to_list(),
    }


_COLUMNS: dict[str, Callable[[Chart, pl.DataFrame], Columns]] = {
    "bars": _bars,
    "stacked": _stacked,
    "dispersion": _dispersion,
    "timeline": _timeline,
    "slope": _slope,
    "heatmap": _heatmap,
    "network": _heatmap,
    "map": _bars,
}
