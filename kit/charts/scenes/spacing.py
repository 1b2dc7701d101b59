"""Spacing: numbers for an axis, and labels pushed apart until none touches another."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROUND = (1, 2, 2.5, 5, 10)


def round_ticks(most: float, *, about: int = 5, whole: bool = False) -> list[float]:
    """Give round numbers from 0 to ``most`` or a little beyond.

    >>> round_ticks(14, whole=True), round_ticks(0.31), round_ticks(1, whole=True)
    ([0, 5, 10, 15], [0.0, 0.1, 0.2, 0.3, 0.4], [0, 1])
    """
    if most <= 0:
        return [0, 1]
    step = most / about
    scale = 10.0 ** floor(log10(step))
    step = next(scale * one for one in _ROUND if scale * one >= step * (1 - 1e-9))
    if whole:
        step = max(1, ceil(step))
    count = ceil(most / step * (1 - 1e-9))
    ticks = [round(step * index, 10) for index in range(count + 1)]
    return [int(tick) for tick in ticks] if whole else ticks


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Give places as near as can be to the wanted ones, each ``gap`` from the next.

    They stay in their order and between ``low`` and ``high`` while there is room.

    >>> apart([10, 11, 50], 10, 0, 100)
    [5.5, 15.5, 50.0]
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])

    def middle(total: float, size: int) -> float:
        reach = gap * (size - 1) / 2
        return max(min(total / size, high - reach), low + reach)

    # Neighbours that would touch move as one block, around the mean of where they
    # would like to be, and within the bounds.
    blocks: list[tuple[float, int]] = []
    for at in order:
        total, size = float(wanted[at]), 1
        while blocks:
            before, many = blocks[-1]
            between = middle(total, size) - middle(before, many)
            if between >= gap * (size + many) / 2:
                break
            blocks.pop()
            total, size = total + before, size + many
        blocks.append((total, size))
    places = [
        middle(total, size) + gap * (index - (size - 1) / 2)
        for total, size in blocks
        for index in range(size)
    ]
    result = [0.0] * len(wanted)
    for at, place in zip(order, places, strict=True):
        result[at] = place
    return result
