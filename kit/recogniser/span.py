"""A span: what every recogniser answers with, whatever it learned from.

Recognisers read sentences of tokens and say which tokens are a name. They know nothing
of characters, articles or entities: those come in when mentions are made.
"""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Tokens of a sentence that are one name.

    Attributes
    ----------
    first, last
        The indexes of its first and last token: both belong to the name.
    kind
        ``person``, ``organisation`` or ``place``.
    confidence
        How sure the recogniser is, 0 to 1, where it can tell.

    """

    first: int
    last: int
    kind: str
    confidence: float | None = None
