"""Apart: boxes on a paper that may not cover one another.

Labels and circles are boxes around a point. Where two overlap, each is pushed away by
half of what they share, along the side where they share less, until none do. What a
crowded paper still holds together after that is stacked upwards, so the answer always
keeps the promise, at worst on a higher paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

_ROUNDS = 300
_HAIR = 0.01


def apart(at: Numbers, sizes: Numbers, paper: tuple[float, float]) -> Numbers:
    """Move boxes until none covers another.

    Parameters
    ----------
    at, sizes
        The middle, and the width and height, of each box: a row each.
    paper
        Width and height. Nothing leaves its left, right and lower edge; where there is
        no other way, something stands above its upper one.

    Returns
    -------
    Numbers
        The new middles.

    Examples
    --------
    >>> at, sizes = np.array([[5.0, 5.0], [6.0, 5.0]]), np.array([[4.0, 2.0]] * 2)
    >>> apart(at, sizes, (20, 10)).round().tolist()
    [[5.0, 4.0], [6.0, 6.0]]

    """
    low, high = sizes / 2, np.maximum(np.array(paper) - sizes / 2, sizes / 2)
    at = np.clip(at, low, high)
    least = (sizes[:, None] + sizes[None]) / 2 + _HAIR
    # Of two at one place the later goes right and up.
    order = np.sign(np.arange(len(at))[:, None] - np.arange(len(at))[None])
    for _ in range(_ROUNDS):
        away = at[:, None] - at[None]
        shared = least - np.abs(away)
        hit = (shared > 0).all(axis=2) & (order != 0)
        if not hit.any():
            return at
        side = np.where(away == 0, order[..., None], np.sign(away))
        shorter = np.stack(
            [shared[..., 0] < shared[..., 1], shared[..., 0] >= shared[..., 1]], axis=2
        )
        push = np.where(hit[..., None] & shorter, shared * side / 2, 0).sum(axis=1)
        at = np.clip(at + push, low, high)
    return _stacked(at, sizes)


def _stacked(at: Numbers, sizes: Numbers) -> Numbers:
    """Lift what still covers another above it, from the lowest on."""
    at = at.copy()
    settled: list[int] = []
    for one in np.argsort(at[:, 1] - sizes[:, 1] / 2, kind="stable"):
        under = True
        while under:
            under = False
            for other in settled:
                least = (sizes[one] + sizes[other]) / 2
                if (np.abs(at[one] - at[other]) < least).all():
                    at[one, 1] = at[other, 1] + least[1] + _HAIR
                    under = True
        settled.append(int(one))
    return at


Box = tuple[float, float, float, float]
"""Left, right, lower and upper edge."""


def box(x: float, y: float, width: float, height: float) -> Box:
    """Give the box of a size around a point."""
    return x - width / 2, x + width / 2, y - height / 2, y + height / 2


def free(new: Box, others: Iterable[Box], paper: tuple[float, float]) -> bool:
    """Say whether a box lies on the paper and covers no other.

    >>> free(box(5, 5, 4, 2), [box(8, 5, 1, 1)], (20, 10))
    True
    >>> free(box(5, 5, 4, 2), [box(7, 5, 1, 1)], (20, 10))
    False
    """
    left, right, lower, upper = new
    inside = left >= 0 and lower >= 0 and right <= paper[0] and upper <= paper[1]
    return inside and not any(
        left < other[1] and other[0] < right and lower < other[3] and other[2] < upper
        for other in others
    )
