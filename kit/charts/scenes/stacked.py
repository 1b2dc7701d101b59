"""Stacked bars laid out: a row for each name, a stretch for each of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.charts import theme
from kit.charts.scene import Boxes, Line, Margins, Scene, Text
from kit.charts.scenes.legend import legend
from kit.labels import counted, number

if TYPE_CHECKING:
    from kit.charts.chart import Chart

_HALF = 0.33  # of a row
_GAP = 5


def stacked_scene(chart: Chart, width: float) -> Scene:
    """Lay out stacked bars: names beside the rows, totals at their ends."""
    right = chart.direction == "rtl"
    rows = theme.rows_of(chart.rows, width)
    groups = chart.data.unique("series").sort("series")
    totals = chart.data.group_by("entity", maintain_order=True).agg(
        total=pl.col("value").sum()
    )
    texts = [number(total, chart.language, chart.digits) for total in totals["total"]]
    beyond = max(map(theme.text_width, texts)) + _GAP
    end = float(max(totals["total"])) or 1.0
    key, height = legend(
        [
            (label, theme.SERIES[series])
            for label, series in groups.select("group_label", "series").iter_rows()
        ],
        (0.0, -0.5),
        width,
        right=right,
        outside=rows.width,
    )
    sign, names, numbers = (1, "left", "right") if right else (-1, "right", "left")
    last = totals.height - 0.5
    return Scene(
        x=(end, 0.0) if right else (0.0, end),
        y=(last, -0.5),
        height=rows.height * totals.height,
        marks=(
            _boxes(chart),
            Line((0.0, 0.0), (-0.5, last), theme.GREY, 1.0),
            *(
                Text(0.0, row, name, dx=sign * _GAP, align=names)
                for row, name in enumerate(rows.labels)
            ),
            *(
                Text(total, row, text, dx=-sign * _GAP, align=numbers)
                for row, (total, text) in enumerate(
                    zip(totals["total"], texts, strict=True)
                )
            ),
            *key,
        ),
        margins=Margins(
            left=beyond if right else rows.width,
            right=rows.width if right else beyond,
            top=height,
        ),
    )


def _boxes(chart: Chart) -> Boxes:
    rows = chart.data.with_columns(
        row=pl.col("entity").rle_id(),
        ends=pl.col("value").cum_sum().over("entity"),
    )
    columns = ("entity", "series", "row", "value", "ends")
    marks = rows.select(columns).rows()
    return Boxes(
        left=tuple(float(ends - value) for *_, value, ends in marks),
        right=tuple(float(ends) for *_, ends in marks),
        lower=tuple(row - _HALF for _, _, row, _, _ in marks),
        upper=tuple(row + _HALF for _, _, row, _, _ in marks),
        colours=tuple(theme.SERIES[series] for _, series, *_ in marks),
        hover=tuple(hover_lines(chart)),
        keys=tuple((entity,) for entity, *_ in marks),
    )


def hover_lines(chart: Chart) -> list[str]:
    """Give what each stretch says when pointed at, lines separated by newlines."""
    return [
        f"{label}\n{group}: {counted(value, 'mentions', chart.language, chart.digits)}"
        for label, group, value in chart.data.select(
            "label", "group_label", "value"
        ).iter_rows()
    ]
