"""The words of the screen, in Arabic and English, from ``data/interface.csv``.

What stands in a picture too (units, forms, parts) is in ``kit.labels``; here is only
what a researcher reads around it: buttons, headings, hints.
"""

from __future__ import annotations

from functools import cache

from kit.tables import table


def say(key: str, language: str) -> str:
    """Give a word of the screen.

    >>> say("view.overview", "ar"), say("next", "en")
    ('الأعداد', 'Next')
    """
    words = _words()
    if key not in words:
        msg = f"No word '{key}' in interface.csv. Add it there in Arabic and English."
        raise KeyError(msg)
    return words[key][language]


@cache
def _words() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in table("interface")}
