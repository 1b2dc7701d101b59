"""Columns: where the names over the columns of a heatmap stand, and how large.

Names stand level where each of their words has room over its column, as in a printed
table. Else they are slanted; and where slanted names would be long or leave the numbers
no room, upright. No name is cut; letters and numbers shrink before they touch.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from math import cos, radians, sin

from kit.labels import wrapped

FEWEST = 5
"""Fewer columns leave the rest of the width free: a cell must not look like a bar."""

_SIZE = 12.0
_LEAST = 6.0
_LETTER = 0.56  # width of a letter in its size, on the wide side
_LINE = 1.3  # height of a line in its size
_DIGIT = 0.62  # width of a digit in its size
_GAP = 4  # around what stands in a column
_ABOVE = 8  # between names and cells
_SLANT = 45
_UPRIGHT = 90
_MOST_LEVEL = 4  # lines
_LONGEST_SLANTED = 24  # letters
_UPRIGHT_LINE = 22  # letters that need no second line
_MOST_UPRIGHT = 2  # lines


@dataclass(frozen=True, slots=True)
class Heading:
    """The names over the columns, in pixels.

    Attributes
    ----------
    labels
        The names in the order of the columns, broken into lines.
    slant
        The angle at which they rise from where reading begins, in degrees.
    height
        What they need above the cells.
    beyond
        What they need beside the last column.
    slots
        How many columns have room.
    size, number_size
        Of the letters of the names, and of the numbers in the cells; 0 where numbers
        have no room that one could read them in.

    """

    labels: tuple[str, ...] = ()
    slant: int = 0
    height: float = 0.0
    beyond: float = 0.0
    slots: int = FEWEST
    size: float = _SIZE
    number_size: float = _SIZE


def heading(names: list[str], width: float, digits: int) -> Heading:
    """Fit names over columns that hold numbers of so many digits."""
    if not names:
        return Heading()
    slots = max(len(names), FEWEST)
    labels, slant, cells = _arranged(names, width, slots, digits)
    pitch = cells / slots
    lines = [label.split("\n") for label in labels]
    most = max(map(len, lines))
    size = min(_SIZE, pitch / _LINE / (most if slant == _UPRIGHT else 1))
    length = max(map(len, chain(*lines))) * size * _LETTER
    rise = sin(radians(slant))
    number_size = min(_SIZE, (pitch - _GAP) / (digits * _DIGIT))
    return Heading(
        labels=tuple(labels),
        slant=slant,
        height=length * rise + most * size * _LINE * (1 - rise) + _ABOVE,
        beyond=width - cells,
        slots=slots,
        size=size,
        number_size=number_size if number_size >= _LEAST else 0,
    )


def _arranged(
    names: list[str], width: float, slots: int, digits: int
) -> tuple[list[str], int, float]:
    """Give the names in lines, their slant, and the width left for the columns."""
    room = int((width / slots - _GAP) / (_SIZE * _LETTER))
    level = _broken(names, room, _MOST_LEVEL)
    if level:
        return level, 0, width
    cells = _beside_slanted(names, width, slots)
    enough = digits * _SIZE * _DIGIT + _GAP
    if max(map(len, names)) <= _LONGEST_SLANTED and cells / slots >= enough:
        return names, _SLANT, cells
    room = _UPRIGHT_LINE
    while not (upright := _broken(names, room, _MOST_UPRIGHT)):
        room += 1
    return upright, _UPRIGHT, width


def _broken(names: list[str], room: int, most: int) -> list[str]:
    """Break names into at most so many lines; nothing if a name does not fit."""
    if any(len(one) > room for name in names for one in name.split()):
        return []
    broken = [wrapped(name, room) for name in names]
    return broken if all(name.count("\n") < most for name in broken) else []


def _beside_slanted(names: list[str], width: float, slots: int) -> float:
    """Give the width left for the columns if slanted names lean over their end."""
    runs = [len(name) * _SIZE * _LETTER * cos(radians(_SLANT)) for name in names]
    # A name begins over the middle of its column, this part of the way to the end.
    begins = [(column + 0.5) / slots for column in range(len(names))]
    return min(
        width,
        *((width - run) / begin for run, begin in zip(runs, begins, strict=True)),
    )
