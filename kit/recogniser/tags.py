"""Tags: how spans of names are written one word at a time.

The notation is IOB2 (Tjong Kim Sang and Veenstra 1999): ``B-`` begins a name, ``I-`` is
inside one, ``O`` is outside of all. An ``I-`` must follow a ``B-`` or ``I-`` of its own
kind. Mostly the best tag of each word, taken alone, obeys; where it does not, the best
lawful sequence is searched (Viterbi 1967).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kit.recogniser.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float32]

TAGS = (
    "O", "B-PERS", "I-PERS", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC",
)  # fmt: skip  # inside tags have even numbers, one more than their begin
KINDS = {"PERS": "person", "ORG": "organisation", "LOC": "place"}
OUTSIDE = 0


def best_tags(scores: Array) -> list[int]:
    """Give the best lawful tags of a sentence by the scores of its words.

    >>> best_tags(np.array([[2, 1, 0], [0, 1, 2]], np.float32))
    [1, 2]
    """
    best: list[int] = scores.argmax(axis=1).tolist()
    return best if _lawful(best) else _best_lawful(scores)


def spans_of(tags: Sequence[int], probabilities: Array) -> list[Span]:
    """Give the spans that lawful tags write, without those of no kind of ours."""
    return [
        Span(first, last, KINDS[kind], float(probabilities[first : last + 1].min()))
        for first, last, kind in _runs(tags)
        if kind in KINDS
    ]


def named(tags: Sequence[int], *, misc: bool = False) -> list[str]:
    """Write tags out; names of no kind of ours (``MISC``) only where asked for."""
    shown = [tag if misc or tag.partition("-")[2] in KINDS else "O" for tag in TAGS]
    return [shown[tag] for tag in tags]


def _is_inside(tag: int) -> bool:
    return tag != OUTSIDE and tag % 2 == 0


def _lawful(tags: Sequence[int]) -> bool:
    before = OUTSIDE
    for tag in tags:
        if _is_inside(tag) and before not in (tag, tag - 1):
            return False
        before = tag
    return True


def _best_lawful(scores: Array) -> list[int]:
    count = scores.shape[1]
    forbidden = np.zeros((count, count))
    for tag in filter(_is_inside, range(count)):
        forbidden[:, tag] = -np.inf
        forbidden[[tag, tag - 1], tag] = 0
    total = scores[0] + forbidden[OUTSIDE]
    came_from = []
    for row in scores[1:]:
        ways = total[:, None] + forbidden
        best = ways.argmax(axis=0)
        came_from.append(best)
        total = ways[best, np.arange(count)] + row
    tags = [int(total.argmax())]
    for best in reversed(came_from):
        tags.append(int(best[tags[-1]]))
    return tags[::-1]


def _runs(tags: Sequence[int]) -> Iterator[tuple[int, int, str]]:
    first = None
    for at, tag in enumerate((*tags, OUTSIDE)):
        if first is not None and not _is_inside(tag):
            yield first, at - 1, TAGS[tags[first]].partition("-")[2]
            first = None
        if tag != OUTSIDE and not _is_inside(tag):
            first = at
