"""A map laid out: land in grey, mentioned countries in shades, small ones as circles.

Circles stand where the countries are, even if some touch: pushed aside, one would lie
on a neighbour and be taken for it. The names of the leading countries are written where
:mod:`kit.charts.scenes.map_labels` finds room.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from kit.charts import theme
from kit.charts.atlas import atlas
from kit.charts.scene import Line, Margins, Points, Scene, Shape, Text
from kit.charts.scenes.apart import box
from kit.charts.scenes.legend import legend
from kit.charts.scenes.map_labels import Place, names
from kit.labels import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.charts.atlas import Atlas
    from kit.charts.chart import Chart

SHADES = ("#BFD8EC", "#8DBDDE", "#4C98CA", "#1A68AE", "#08306B")
NO_MENTION = "#E6E6E6"
_DARK = 3  # from this shade on names are light
_SMALL = 4.0  # square pixels; a country of less gets a circle
_CIRCLE = 7.0
_LABELS = 8


def world_map_scene(chart: Chart, width: float) -> Scene:
    """Lay out a map as wide as the paper."""
    drawn = atlas(chart.data["region"][0])
    scale = width / (drawn.x[1] - drawn.x[0])
    height = scale * (drawn.y[1] - drawn.y[0])
    circles = _circles(chart, drawn, scale)
    right = chart.direction == "rtl"
    classes = chart.data.unique("series").sort("series")
    key, above = legend(
        [
            (word("map.none", chart.language), NO_MENTION),
            *(
                (name, SHADES[series])
                for series, name in classes.select("series", "group_label").rows()
            ),
        ],
        (drawn.x[1] if right else drawn.x[0], drawn.y[1]),
        width,
        right=right,
    )
    return Scene(
        x=drawn.x,
        y=drawn.y,
        height=height,
        marks=(
            *_shapes(chart, drawn),
            *([circles] if circles.keys else []),
            *_labels(chart, drawn, scale, circles),
            *key,
        ),
        margins=Margins(top=above),
        equal=True,
    )


def hover_lines(chart: Chart) -> list[str]:
    """Give what each country says when pointed at, lines separated by newlines."""
    return [
        f"{label}\n{chart.x_title}: {text}"
        for label, text in chart.data.select("label", "text").iter_rows()
    ]


def _shapes(chart: Chart, drawn: Atlas) -> Iterator[Shape]:
    mentioned = set(chart.data["entity"])
    silent = [
        ring
        for code, area in drawn.areas.items()
        if code not in mentioned
        for ring in area.rings
    ]
    # One shape for all of them: a browser draws it faster than two hundred.
    if silent:
        yield Shape(tuple(silent), NO_MENTION)
    rows = chart.data.select("entity", "series").rows()
    for (entity, series), hover in zip(rows, hover_lines(chart), strict=True):
        rings = drawn.areas[entity].rings
        if rings:
            yield Shape(rings, SHADES[series], hover=hover, key=(entity,))


def _circles(chart: Chart, drawn: Atlas, scale: float) -> Points:
    """Give circles for the mentioned countries that are too small to be seen."""
    rows = [
        (drawn.areas[entity].middle, SHADES[series], hover, entity)
        for (entity, series), hover in zip(
            chart.data.select("entity", "series").rows(),
            hover_lines(chart),
            strict=True,
        )
        if drawn.areas[entity].size * scale**2 < _SMALL
    ]
    return Points(
        x=tuple(float(x) for (x, _), *_ in rows),
        y=tuple(float(y) for (_, y), *_ in rows),
        sizes=(_CIRCLE - 1,) * len(rows),
        colours=tuple(colour for _, colour, _, _ in rows),
        hover=tuple(hover for _, _, hover, _ in rows),
        keys=tuple((entity,) for *_, entity in rows),
        edge=theme.PAPER,
    )


def _labels(
    chart: Chart, drawn: Atlas, scale: float, circles: Points
) -> list[Text | Line]:
    """Name the leading countries with their numbers, where there is room."""
    corner = np.array([drawn.x[0], drawn.y[0]])
    middles = np.column_stack([circles.x, circles.y]).reshape(-1, 2)
    at = {
        key: (float(x), float(y))
        for (key,), (x, y) in zip(circles.keys, (middles - corner) * scale, strict=True)
    }
    rings = {
        entity: [
            (np.array(ring) - corner) * scale for ring in drawn.areas[entity].rings
        ]
        for entity in chart.data["entity"]
    }
    leading = chart.data.filter(
        pl.col("entity").is_in([one for one in rings if drawn.areas[one].shows])
    ).head(_LABELS)
    places = []
    for entity, name, text, series in leading.select(
        "entity", "label", "text", "series"
    ).iter_rows():
        x, y = (np.array(drawn.areas[entity].middle) - corner) * scale
        largest = sorted(rings[entity], key=np.ptp, reverse=True)
        places.append(
            Place(
                name,
                text,
                at.get(entity, (float(x), float(y))),
                () if entity in at else tuple(largest),
                light=series >= _DARK,
            )
        )
    marks = names(
        places,
        taken=[box(*one, _CIRCLE, _CIRCLE) for one in at.values()],
        land=[ring for every in rings.values() for ring in every],
        paper=(scale * (drawn.x[1] - drawn.x[0]), scale * (drawn.y[1] - drawn.y[0])),
    )
    return [_laid(mark, drawn, scale) for mark in marks]


def _laid(mark: Text | Line, drawn: Atlas, scale: float) -> Text | Line:
    """Give a mark in pixels from the lower left corner in units of the map."""
    left, lower = drawn.x[0], drawn.y[0]
    if isinstance(mark, Text):
        return replace(mark, x=mark.x / scale + left, y=mark.y / scale + lower)
    x, y = (
        tuple(None if one is None else one / scale + edge for one in side)
        for side, edge in ((mark.x, left), (mark.y, lower))
    )
    return replace(mark, x=x, y=y)
