"""A legend: what the colours stand for, in one line above the plot or in several.

Each entry is a square of its colour and a name in ink, so that pale colours need not be
read. Entries follow one another from where reading begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.charts import theme
from kit.charts.scene import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_SQUARE = "\N{BLACK SQUARE}"
_AFTER_SQUARE = 16.0
_BETWEEN = 18.0
_LINE = 20.0
_BELOW = 8.0


def legend(
    entries: Sequence[tuple[str, str]],
    corner: tuple[float, float],
    width: float,
    *,
    right: bool,
    outside: float = 0.0,
) -> tuple[tuple[Text, ...], float]:
    """Write the names of colours above a plot.

    Parameters
    ----------
    entries
        Name and colour, in the order of reading.
    corner
        The upper corner of the plot where reading begins, as values of the axes.
    width
        In pixels, of the lines; a line that is full is followed by another.
    right
        Whether reading begins at the right.
    outside
        How far outside the plot the lines begin, in pixels.

    Returns
    -------
    tuple
        The texts, and the height above the plot that they need.

    """
    lines: list[list[tuple[str, str, float]]] = [[]]
    used = 0.0
    for name, colour in entries:
        needed = _AFTER_SQUARE + theme.text_width(name, theme.SUBTITLE_SIZE)
        if lines[-1] and used + needed > width:
            lines.append([])
            used = 0.0
        lines[-1].append((name, colour, used))
        used += needed + _BETWEEN
    height = _LINE * len(lines) + _BELOW
    sign = -1 if right else 1
    align = "right" if right else "left"
    texts = [
        Text(
            *corner, text, dx=sign * (begins + beside - outside),
            dy=height - _LINE * (row + 0.5),
            align=align, size=theme.SUBTITLE_SIZE, colour=shade,
        )
        for row, line in enumerate(lines)
        for name, colour, begins in line
        for text, beside, shade in (
            (_SQUARE, 0.0, colour), (name, _AFTER_SQUARE, theme.INK),
        )
    ]  # fmt: skip  # the arguments read as one list
    return tuple(texts), height
