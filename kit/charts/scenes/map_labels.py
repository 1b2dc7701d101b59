"""The names on a map: in their country where it holds them, else at the end of a line.

A name over a neighbour would be read as the neighbour's. One that its own country does
not hold therefore stands on the sea, or on land without a mention, as near as there is
room, and a thin line leads to it. Where there is none it is left out: the table has it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from math import cos, pi, sin
from typing import TYPE_CHECKING

import numpy as np

from kit.charts import theme
from kit.charts.scene import Line, Text
from kit.charts.scenes.apart import box, free
from kit.labels import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from kit.charts.atlas import Point
    from kit.charts.scenes.apart import Box

    Numbers = NDArray[np.float64]

SIZE = 11
_LETTERS = 18
_LINE_HEIGHT = 14.0
_GRID = 9  # places tried inside a country, across and up
_NEAREST, _FARTHEST, _STEP = 12, 120, 4  # of a name from its country
_DIRECTIONS = 24
_DOT = 2.0  # around a point of a line


@dataclass(frozen=True, slots=True)
class Place:
    """A country to be named: all in pixels from the lower left corner of the map.

    ``rings`` are its outlines, the largest first; none where it is drawn as a circle.
    """

    name: str
    text: str
    at: Point
    rings: tuple[Numbers, ...]
    light: bool


@dataclass(slots=True)
class _Board:
    """What is on the map already."""

    paper: tuple[float, float]
    taken: list[Box]
    land: tuple[Numbers, ...]
    edges: Numbers  # left, right, lower and upper, of each of the land
    marks: list[Text | Line] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)

    def write_inside(self, place: Place) -> bool:
        """Write the name of a country in it, and say whether it has room for that."""
        one_line = f"{place.name} {place.text}"
        for said in (one_line, f"{place.name}\n{place.text}"):
            at = self._inside(place, _extent(said))
            if at:
                colour = theme.PAPER if place.light else theme.INK
                self._add(at, said, colour, halo=False)
                return True
        return False

    def write_beside(self, place: Place) -> None:
        """Write the name of a country beside it, if there is room."""
        said = wrapped(f"{place.name} {place.text}", _LETTERS, most=2)
        at = self._beside(place, _extent(said))
        if at:
            line = _led(place.at, box(*at, *_extent(said)))
            x, y = zip(*line, strict=True)
            self.lines += _dots(line)
            self.marks.append(Line(x, y, theme.GREY, 0.8))
            self._add(at, said, theme.INK, halo=True)

    def _add(self, at: Point, said: str, colour: str, *, halo: bool) -> None:
        self.taken.append(box(*at, *_extent(said)))
        self.marks.append(Text(*at, said, size=SIZE, colour=colour, halo=halo))

    def _inside(self, place: Place, extent: Point) -> Point | None:
        for ring in place.rings[:1]:
            low, high = ring.min(axis=0), ring.max(axis=0)
            if (high - low < extent).any():
                return None
            across, up = (np.linspace(low[i], high[i], _GRID) for i in (0, 1))
            places = [(float(x), float(y)) for x, y in product(across, up)]
            for at in sorted(places, key=lambda at: _far(at, place.at)):
                room = box(*at, *extent)
                if free(room, self.taken, self.paper) and _holds(ring, room).all():
                    return at
        return None

    def _beside(self, place: Place, extent: Point) -> Point | None:
        for distance in range(_NEAREST, _FARTHEST, _STEP):
            for turn in range(_DIRECTIONS):
                x, y = (one(2 * pi * turn / _DIRECTIONS) for one in (cos, sin))
                at = (
                    place.at[0] + x * (distance + extent[0] / 2),
                    place.at[1] + y * (distance + extent[1] / 2),
                )
                if self._fits(place.at, at, extent):
                    return at
        return None

    def _fits(self, start: Point, at: Point, extent: Point) -> bool:
        room = box(*at, *extent)
        if not free(room, [*self.taken, *self.lines], self.paper):
            return False
        if any(_touches(self.land[one], room) for one in self._near(room)):
            return False
        # The line begins in its own country or circle, which is taken.
        names = [one for one in self.taken if not _covers(one, start)]
        dots = _dots(_led(start, room))
        return all(free(dot, [*names, *self.lines], self.paper) for dot in dots)

    def _near(self, room: Box) -> list[int]:
        left, right, lower, upper = self.edges
        apart = (left > room[1]) | (right < room[0])
        apart |= (lower > room[3]) | (upper < room[2])
        return [int(one) for one in np.flatnonzero(~apart)]


def names(
    places: Iterable[Place],
    taken: Iterable[Box],
    land: Iterable[Numbers],
    paper: tuple[float, float],
) -> list[Text | Line]:
    """Give the names of countries, and lines to those that stand beside theirs.

    Parameters
    ----------
    places
        The countries, those to be named first at the beginning.
    taken
        What no name may cover.
    land
        The outlines of all land with mentions.
    paper
        Width and height of the map.

    """
    rings = tuple(land)
    low, high = (
        np.array([end(ring, axis=0) for ring in rings]).reshape(-1, 2)
        for end in (np.min, np.max)
    )
    edges = np.array([low[:, 0], high[:, 0], low[:, 1], high[:, 1]])
    board = _Board(paper, list(taken), rings, edges)
    for place in places:
        if not board.write_inside(place):
            board.write_beside(place)
    return board.marks


def _extent(said: str) -> Point:
    lines = said.split("\n")
    wide = max(theme.text_width(line, SIZE) for line in lines)
    return wide, _LINE_HEIGHT * len(lines)


def _far(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _led(start: Point, room: Box) -> tuple[Point, Point]:
    """Give a line from a point to the nearest point of a box."""
    left, right, lower, upper = room
    end = min(max(start[0], left), right), min(max(start[1], lower), upper)
    return start, end


def _dots(line: tuple[Point, Point]) -> list[Box]:
    """Give a line as a row of small boxes."""
    (x0, y0), (x1, y1) = line
    count = max(2, int(max(abs(x1 - x0), abs(y1 - y0)) / _DOT))
    steps = [one / count for one in range(count + 1)]
    return [
        box(x0 + (x1 - x0) * step, y0 + (y1 - y0) * step, _DOT, _DOT) for step in steps
    ]


def _covers(room: Box, point: Point) -> bool:
    left, right, lower, upper = room
    return left <= point[0] <= right and lower <= point[1] <= upper


def _touches(ring: Numbers, room: Box) -> bool:
    """Say whether an area and a box share a point that is a corner of either."""
    left, right, lower, upper = room
    x, y = ring.T
    within = (left <= x) & (x <= right) & (lower <= y) & (y <= upper)
    return bool(within.any() or _holds(ring, room).any())


def _holds(ring: Numbers, room: Box) -> Numbers:
    """Say of points along the edges of a box whether each lies in a ring.

    A ray from a point within crosses the ring an odd number of times.
    """
    left, right, lower, upper = room
    across, up = np.linspace(left, right, 5), np.linspace(lower, upper, 3)
    points = np.array([*product(across, up)])[:, None]
    (x, y), after = ring.T, np.roll(ring, -1, axis=0)
    crossed = (y > points[..., 1]) != (after[:, 1] > points[..., 1])
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = (after[:, 0] - x) / (after[:, 1] - y)
        reached = points[..., 0] < x + (points[..., 1] - y) * slope
    odd: Numbers = (crossed & reached).sum(axis=1) % 2 == 1
    return odd
