"""The atlas of the charts: where each country lies on a flat map.

Outlines come from ``kit/data/outlines.csv``, in degrees. They are laid flat by the
Equal Earth projection (Šavrič, Patterson and Jenny 2018, doi:10.1080/13658816.2018.\
1504949), which keeps areas true: a shade then stands for as much land everywhere. What
sticks out of the window of a map is cut off. A map is never mirrored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Point = tuple[float, float]
Ring = tuple[Point, ...]

_SHAPE = (1.340264, -0.081106, 0.000893, 0.003796)
_CORNERS = 3
_DIGITS = 4  # a hundredth of a pixel on paper
_SHOWS = 0.2


@dataclass(frozen=True, slots=True)
class Area:
    """A country on a map.

    Attributes
    ----------
    rings
        Its outlines inside the window; () where it is too small to be drawn.
    middle
        The middle of its largest part, or its capital.
    size
        Of what lies inside the window, in square units of the map.
    share
        Of the whole country that lies inside the window.

    """

    rings: tuple[Ring, ...] = field(repr=False)
    middle: Point
    size: float
    share: float

    @property
    def shows(self) -> bool:
        """Whether enough of it lies inside the window to call it part of the map."""
        return self.share >= _SHOWS


@dataclass(frozen=True, slots=True)
class Atlas:
    """The window of a map, and each country that shows in it by its code."""

    x: tuple[float, float]
    y: tuple[float, float]
    areas: Mapping[str, Area] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Window:
    """Degrees: the middle meridian and the edges; the sides as at a latitude."""

    middle: float
    west: float
    east: float
    south: float
    north: float
    at: float = 0.0


# The world is cut in the Bering Strait, so no land is. The Arab one shows the members
# of the Arab League and their neighbours; for the Comoros alone it would be half as
# high again, with nothing else to see.
_WINDOWS = {
    "world": _Window(11, -169, 191, -56, 84),
    "arab": _Window(22, -18, 63, -2, 42.5, at=22),
}
REGIONS = tuple(_WINDOWS)


def project(longitude: Numbers, latitude: Numbers, middle: float) -> Numbers:
    """Lay degrees flat around a middle meridian: a row of x and y for each.

    >>> project(np.array([0.0, 180.0]), np.array([90.0, 0.0]), 0).round(3).tolist()
    [[0.0, 1.317], [2.707, 0.0]]
    """
    a, b, c, d = _SHAPE
    half = np.sqrt(3) / 2
    t = np.arcsin(half * np.sin(np.radians(latitude)))
    slope = a + 3 * b * t**2 + t**6 * (7 * c + 9 * d * t**2)
    x = np.radians(longitude - middle) * np.cos(t) / (half * slope)
    y = t * (a + b * t**2 + t**6 * (c + d * t**2))
    return np.column_stack([x, y])


@cache
def atlas(region: str) -> Atlas:
    """Give the countries of one of ``REGIONS``, laid flat and cut to its window."""
    window = _WINDOWS[region]
    sides = np.array([window.west, window.east])
    x = project(sides, np.full(2, window.at), window.middle)[:, 0]
    y = project(np.zeros(2), np.array([window.south, window.north]), 0)[:, 1]
    low, high = np.array([x[0], y[0]]), np.array([x[1], y[1]])
    areas: dict[str, Area] = {}
    for row in table("outlines"):
        area = (
            _drawn(row["outlines"], window, low, high)
            if row["outlines"]
            else _placed(float(row["longitude"]), float(row["latitude"]), window)
        )
        inside = area and (area.rings or _between(low, area.middle, high))
        if area and inside:
            areas[row["code"]] = area
    return Atlas((float(x[0]), float(x[1])), (float(y[0]), float(y[1])), areas)


def _between(low: Numbers, at: Point, high: Numbers) -> bool:
    return bool((low <= at).all() and (at <= high).all())


def _placed(longitude: float, latitude: float, window: _Window) -> Area:
    degrees = np.array([[longitude, latitude]])
    ((x, y),) = _flat(degrees, window)
    return Area((), (float(x), float(y)), 0.0, 1.0)


def _drawn(outlines: str, window: _Window, low: Numbers, high: Numbers) -> Area | None:
    """Give what a window shows of outlines, or None."""
    flat = [_flat(_degrees(outline), window) for outline in outlines.split("|")]
    seen = [ring for ring in (_cut(ring, low, high) for ring in flat) if len(ring)]
    if not seen:
        return None
    whole, inside = (abs(sum(map(_area, rings))) for rings in (flat, seen))
    largest = max(seen, key=lambda ring: abs(_area(ring)))
    rings = tuple(tuple(map(tuple, ring.round(_DIGITS).tolist())) for ring in seen)
    return Area(rings, _middle(largest), float(inside), float(inside / whole))


def _degrees(outline: str) -> Numbers:
    return np.array(outline.split(), dtype=float).reshape(-1, 2) / 100


def _flat(degrees: Numbers, window: _Window) -> Numbers:
    longitude, latitude = degrees.T
    # What lies west of the cut belongs to the eastern end of the map.
    if longitude.mean() < window.middle - 180:
        longitude = longitude + 360
    return project(longitude, latitude, window.middle)


def _cut(ring: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """Cut a ring to a window, side by side (Sutherland and Hodgman 1974)."""
    for side in (0, 1):
        for sign, edge in ((1, low[side]), (-1, -high[side])):
            beyond = sign * ring[:, side] - edge
            kept: list[Numbers] = []
            for at, point in enumerate(ring):
                before, d0, d1 = ring[at - 1], beyond[at - 1], beyond[at]
                if (d0 >= 0) != (d1 >= 0):
                    kept.append(before + (point - before) * d0 / (d0 - d1))
                if d1 >= 0:
                    kept.append(point)
            if len(kept) < _CORNERS:
                return np.empty((0, 2))
            ring = np.array(kept)
    return ring


def _cross(ring: Numbers) -> Numbers:
    x, y = ring.T
    cross: Numbers = x * np.roll(y, -1) - np.roll(x, -1) * y
    return cross


def _area(ring: Numbers) -> float:
    """Give the area of a ring, negative where it is a hole."""
    return float(_cross(ring).sum() / 2)


def _middle(ring: Numbers) -> Point:
    cross = _cross(ring)
    x, y = ((ring + np.roll(ring, -1, axis=0)) * cross[:, None]).sum(axis=0)
    return float(x / cross.sum() / 3), float(y / cross.sum() / 3)
