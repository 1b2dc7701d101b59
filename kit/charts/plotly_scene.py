"""Scenes drawn by plotly: each kind of mark as the trace that draws it best.

``customdata`` of a mark is its key, so a click says what was meant. Texts are
annotations: they may stand outside the plot, and plotly never moves or hides them.
"""

from __future__ import annotations

from functools import partial, singledispatch
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from kit.charts import theme
from kit.charts.scene import Boxes, Line, Points, Shape, Text
from kit.labels import label

if TYPE_CHECKING:
    from plotly.basedatatypes import BaseTraceType

    from kit.charts.scene import Mark, Scene

_drawn = partial(label, renderer="plotly")
_RIM = [(-1, -1), (-1, 1), (1, -1), (1, 1), (0, -1.5), (0, 1.5), (-1.5, 0), (1.5, 0)]
_HALO = ", ".join(f"{right}px {down}px 1px {theme.PAPER}" for right, down in _RIM)


def traces(scene: Scene) -> list[BaseTraceType]:
    """Give the marks of a scene that are not texts, in the order of drawing."""
    return [_trace(mark) for mark in scene.marks if not isinstance(mark, Text)]


def axes(scene: Scene) -> dict[str, Any]:
    """Give the axes and the texts of a scene, for the layout of a figure."""
    bare: dict[str, Any] = {
        "visible": False,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
        "automargin": False,
    }
    up = bare | {"range": list(scene.y)}
    if scene.equal:
        up |= {"scaleanchor": "x", "scaleratio": 1, "constrain": "domain"}
    return {
        "xaxis": bare | {"range": list(scene.x)},
        "yaxis": up,
        "barmode": "overlay",
        "annotations": [_note(mark) for mark in scene.marks if isinstance(mark, Text)],
    }


def _note(text: Text) -> dict[str, Any]:
    drawn = _drawn(text.text)
    return {
        "x": text.x,
        "y": text.y,
        "xref": "x",
        "yref": "y",
        "xshift": text.dx,
        "yshift": text.dy,
        "text": f"<b>{drawn}</b>" if text.bold else drawn,
        "xanchor": text.align,
        "yanchor": text.valign,
        "align": text.align,
        "font": {"size": text.size, "color": text.colour}
        | ({"shadow": _HALO} if text.halo else {}),
        "showarrow": False,
        "borderpad": 0,
    }


@singledispatch
def _trace(mark: Mark) -> BaseTraceType:
    msg = f"Cannot draw a {type(mark).__name__}."
    raise TypeError(msg)


@_trace.register(Line)
def _line(mark: Line) -> go.Scatter:
    dash = "dot" if mark.dashed else "solid"
    return go.Scatter(
        mode="lines",
        x=list(mark.x),
        y=list(mark.y),
        line={"color": mark.colour, "width": mark.width, "dash": dash},
        opacity=mark.opacity,
        cliponaxis=False,
        hoverinfo="skip",
    )


@_trace.register(Boxes)
def _boxes(mark: Boxes) -> go.Bar:
    sides = list(zip(mark.left, mark.right, strict=True))
    ends = list(zip(mark.lower, mark.upper, strict=True))
    return go.Bar(
        x=[(left + right) / 2 for left, right in sides],
        width=[right - left for left, right in sides],
        base=list(mark.lower),
        y=[upper - lower for lower, upper in ends],
        marker={"color": list(mark.colours), "line": {"width": 0}},
        customdata=[list(key) for key in mark.keys],
        hovertext=[_drawn(text) for text in mark.hover],
        hoverinfo="text",
    )


@_trace.register(Points)
def _points(mark: Points) -> go.Scatter:
    return go.Scatter(
        mode="markers",
        x=list(mark.x),
        y=list(mark.y),
        marker={
            "size": list(mark.sizes),
            "color": list(mark.colours),
            "opacity": 1,
            "line": {"width": 1, "color": mark.edge} if mark.edge else {"width": 0},
        },
        cliponaxis=False,
        customdata=[list(key) for key in mark.keys],
        hovertext=[_drawn(text) for text in mark.hover],
        hoverinfo="text",
    )


@_trace.register(Shape)
def _shape(mark: Shape) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for outline in mark.outlines:
        x += [*(point[0] for point in (*outline, outline[0])), None]
        y += [*(point[1] for point in (*outline, outline[0])), None]
    said = bool(mark.hover)
    return go.Scatter(
        mode="lines",
        x=x,
        y=y,
        fill="toself",
        fillcolor=mark.colour,
        line={"color": mark.edge, "width": 0.5},
        hoveron="fills",
        hoverinfo="text" if said else "skip",
        # Of an area plotly shows one text and gives no point: the key is the trace's.
        text=_drawn(mark.hover) if said else None,
        meta={"key": list(mark.key)},
    )
