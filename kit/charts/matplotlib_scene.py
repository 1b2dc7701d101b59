"""Scenes drawn by matplotlib, mark by mark."""

from __future__ import annotations

from functools import partial, singledispatch
from math import nan
from typing import TYPE_CHECKING

from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from kit.charts import theme
from kit.charts.scene import Boxes, Line, Points, Shape, Text
from kit.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from kit.charts.scene import Mark, Scene

POINT = 72 / 96
"""A pixel of 1/96 inch in points, the unit of matplotlib."""

_drawn = partial(label, renderer="matplotlib")
# Not a rim around the letters: matplotlib would draw them as outlines, which can be
# neither searched nor copied.
_HALO = {"facecolor": theme.PAPER, "alpha": 0.7, "linewidth": 0, "pad": 0.5}
_CENTRED = {"middle": "center", "top": "top", "bottom": "bottom"}


def draw_scene(axes: Axes, scene: Scene, families: Sequence[str]) -> None:
    """Draw the marks of a scene, texts in the first of these fonts that has them."""
    axes.set_xlim(scene.x)
    axes.set_ylim(scene.y)
    if scene.equal:
        axes.set_aspect("equal", adjustable="box")
    for order, mark in enumerate(scene.marks, start=2):
        _draw(mark, axes, order, families)


@singledispatch
def _draw(mark: Mark, *_: object) -> None:
    msg = f"Cannot draw a {type(mark).__name__}."
    raise TypeError(msg)


@_draw.register(Text)
def _text(mark: Text, axes: Axes, order: int, families: Sequence[str]) -> None:
    axes.annotate(
        _drawn(mark.text),
        (mark.x, mark.y),
        xytext=(mark.dx * POINT, mark.dy * POINT),
        textcoords="offset points",
        ha=mark.align,
        va=_CENTRED[mark.valign],
        multialignment=mark.align,
        size=mark.size * POINT,
        color=mark.colour,
        weight="bold" if mark.bold else "normal",
        bbox=_HALO if mark.halo else None,
        family=list(families),
        parse_math=False,
        annotation_clip=False,
        zorder=order,
    )


@_draw.register(Line)
def _line(mark: Line, axes: Axes, order: int, _families: Sequence[str]) -> None:
    axes.plot(
        _gapped(mark.x),
        _gapped(mark.y),
        color=mark.colour,
        linewidth=mark.width * POINT,
        alpha=mark.opacity,
        linestyle=":" if mark.dashed else "-",
        clip_on=False,
        zorder=order,
    )


@_draw.register(Points)
def _points(mark: Points, axes: Axes, order: int, _families: Sequence[str]) -> None:
    areas = [(size * POINT) ** 2 for size in mark.sizes]
    colours = list(mark.colours)
    circles = axes.scatter(
        mark.x, mark.y, s=areas, c=colours, linewidths=0, clip_on=False, zorder=order
    )
    if mark.edge:
        circles.set(edgecolor=mark.edge, linewidth=POINT)


@_draw.register(Boxes)
def _boxes(mark: Boxes, axes: Axes, order: int, _families: Sequence[str]) -> None:
    sides = zip(mark.left, mark.right, mark.lower, mark.upper, strict=True)
    for (left, right, lower, upper), colour in zip(sides, mark.colours, strict=True):
        box = Rectangle((left, lower), right - left, upper - lower)
        box.set(facecolor=colour, linewidth=0, clip_on=False, zorder=order)
        axes.add_patch(box)


@_draw.register(Shape)
def _shape(mark: Shape, axes: Axes, order: int, _families: Sequence[str]) -> None:
    # One path, so that an outline inside another is a hole, as in a browser.
    outlines = [Path([*one, one[0]], closed=True) for one in mark.outlines]
    area = PathPatch(Path.make_compound_path(*outlines), zorder=order)
    area.set(facecolor=mark.colour, edgecolor=mark.edge, linewidth=0.5 * POINT)
    axes.add_patch(area)


def _gapped(values: Sequence[float | None]) -> list[float]:
    return [nan if value is None else value for value in values]
