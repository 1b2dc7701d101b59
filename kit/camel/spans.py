"""Labels: what the model says of each token, and the names that follow.

The scheme is that of ANERcorp and CoNLL: ``B-`` begins a name, ``I-`` continues it,
``O`` is outside; ``PERS``, ``ORG``, ``LOC`` and ``MISC`` are kinds of names. Models
now and then continue a name that nobody began; as in the CoNLL evaluation such a label
begins one. ``MISC`` (nationalities, events, works) is dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kit.recogniser.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = {
    "PERS": "person",
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "GPE": "place",
}
_DIGITS = 3


class Label(NamedTuple):
    """What a model says of one token, and how sure it is, 0 to 1."""

    name: str
    confidence: float


OUTSIDE = Label("O", 1.0)


def names_something(name: str) -> bool:
    """Say whether a label is of a kind that the kit knows.

    >>> names_something("B-PERS"), names_something("LABEL_0")
    (True, False)
    """
    position, _, kind = name.partition("-")
    return position in {"B", "I"} and kind in KINDS


def spans_of(labels: Sequence[Label]) -> list[Span]:
    """Give the names in a sentence, each as sure as its least sure token.

    >>> spans_of([Label("B-PERS", 0.9), Label("I-PERS", 0.8), Label("O", 1.0)])
    [Span(first=0, last=1, kind='person', confidence=0.8)]
    """
    runs: list[tuple[int, int, str]] = []
    before = ""
    for index, label in enumerate(labels):
        position, _, kind = label.name.partition("-")
        if position == "I" and kind == before:
            first, _, _ = runs.pop()
            runs.append((first, index, kind))
        elif kind:
            runs.append((index, index, kind))
        before = kind
    return [
        Span(first, last, KINDS[kind], _least(labels[first : last + 1]))
        for first, last, kind in runs
        if kind in KINDS
    ]


def _least(labels: Sequence[Label]) -> float:
    return round(min(label.confidence for label in labels), _DIGITS)
