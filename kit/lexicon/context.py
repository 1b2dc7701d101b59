"""Lists of words that tell, where they stand beside a name, what the name means.

The table ``kit/data/context_words.csv`` holds them, each under the name of its list;
``people_nouns.csv`` and ``place_classes.csv`` are such lists with a table of their own.
"""

from __future__ import annotations

from functools import cache

from kit.language.normal import normalise
from kit.language.proclitics import Readable
from kit.tables import table


@cache
def context_words(name: str) -> frozenset[str]:
    """Return the words of a list, in normal form.

    >>> "مباراه" in context_words("football")
    True

    Raises
    ------
    ValueError
        If there is no such list; the message names those there are.

    """
    rows = table("context_words")
    words = frozenset(normalise(row["word"]) for row in rows if row["list"] == name)
    if not words:
        known = ", ".join(sorted({row["list"] for row in rows}))
        msg = f"No list of context words '{name}'. Lists: {known}."
        raise ValueError(msg)
    return words


@cache
def readable(name: str) -> Readable:
    """Return the words of a list, to be known behind proclitics too."""
    return Readable(context_words(name))
