"""Classes: numbers sorted into a few shades, with round numbers between them.

Mentions are spread unevenly: one country has a thousand and forty have one each. Equal
steps would put all but one into the palest shade, so each class is as many times the
one before it. The limits are rounded, which is what makes them readable, and written
beside each shade, which is what makes them honest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CLASSES = 5


def lower_limits(values: Sequence[int]) -> list[int]:
    """Give the lowest number of each class, from the least.

    >>> lower_limits([1, 2, 2, 40])
    [1, 2, 40]
    >>> lower_limits([1, 2, 3, 5, 8, 13, 500])
    [1, 3, 10, 40, 100]
    """
    if len(set(values)) <= CLASSES:
        return sorted(set(values))
    low, high = min(values), max(values)
    start = max(low, 1)
    exact = [start * (high / start) ** (one / CLASSES) for one in range(1, CLASSES)]
    limits: list[int] = []
    # As round as they can be while they differ.
    for digits in (1, 2):
        limits = sorted({low, *(_rounded(one, digits) for one in exact)})
        if len(limits) == CLASSES:
            break
    return limits


def class_of(value: int, limits: Sequence[int]) -> int:
    """Give the class of a number by the lower limits of all.

    >>> [class_of(value, [1, 3, 10]) for value in (1, 3, 9, 500)]
    [0, 1, 1, 2]
    """
    return max(0, sum(value >= limit for limit in limits) - 1)


def _rounded(value: float, digits: int) -> int:
    step: int = 10 ** max(len(str(int(value))) - digits, 0)
    return round(value / step) * step
