"""Windows: a long sentence in runs of tokens that a BERT model can look at at once.

A model has a window of so many word pieces and sees nothing outside. Arabic news has
sentences of a whole paragraph, so one that is too long is divided: after a sign of
punctuation where one stands in the second half of the window, so that names stay
whole, else wherever the window ends. Every token is in exactly one window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def windows(
    sizes: Sequence[int], *, stops: Sequence[bool], room: int
) -> list[tuple[int, int]]:
    """Divide tokens into windows: spans of tokens, end exclusive, in order.

    Parameters
    ----------
    sizes
        Of how many pieces each token is; none is of more than ``room``.
    stops
        Which tokens are signs that a window may end with.
    room
        How many pieces a window holds.

    Examples
    --------
    >>> windows([1, 1, 1, 2], stops=[False, False, True, False], room=4)
    [(0, 3), (3, 4)]

    """
    found: list[tuple[int, int]] = []
    start = filled = 0
    for index, size in enumerate(sizes):
        while filled + size > room:
            cut = _cut(start, index, stops)
            found.append((start, cut))
            start, filled = cut, sum(sizes[cut:index])
        filled += size
    if start < len(sizes):
        found.append((start, len(sizes)))
    return found


def _cut(start: int, end: int, stops: Sequence[bool]) -> int:
    middle = (start + end) // 2
    after_stop = (index + 1 for index in range(end - 1, middle - 1, -1) if stops[index])
    return next(after_stop, end)
