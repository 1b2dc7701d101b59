"""Fonts: which letters of a label nothing on this machine can draw.

A letter that no font has becomes a box, and who made the picture may not look at every
name in it. Two answers: of the fonts whose files are at hand, and of those a browser
finds, which on Linux are the ones fontconfig lists. Elsewhere a browser is not asked:
Windows and macOS bring Arabic fonts.
"""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_SECONDS = 20
# Spaces and marks of direction are not drawn: Cc, Cf, Zl, Zp, Zs.
_NOT_DRAWN = "CZ"


def missing_glyphs(
    texts: Iterable[str], font_paths: Iterable[str | Path]
) -> dict[str, str]:
    """Give the texts that no list of fonts can draw whole, each with what it lacks.

    What is needed is that any of the fonts has a character, or has all it is composed
    of: ۀ is drawn as ە and hamza.

    Parameters
    ----------
    texts
        Raw texts; those that can be drawn are left out of the answer.
    font_paths
        Files of fonts, ``.ttf``, ``.otf`` or ``.ttc``.

    """
    fonts = [_characters(str(path)) for path in font_paths]
    return _missing(texts, lambda char: any(ord(char) in font for font in fonts))


def missing_in_browser(texts: Iterable[str]) -> dict[str, str] | None:
    """Give the texts that a browser here cannot draw whole, each with what it lacks.

    None where there is no fontconfig to ask.
    """
    ranges = _listed()
    if ranges is None:
        return None
    return _missing(
        texts, lambda char: any(first <= ord(char) <= last for first, last in ranges)
    )


def _missing(texts: Iterable[str], has: Callable[[str], bool]) -> dict[str, str]:
    has = cache(has)
    lacking = {
        text: "".join(char for char in dict.fromkeys(text) if not _drawable(char, has))
        for text in texts
    }
    return {text: chars for text, chars in lacking.items() if chars}


def _drawable(char: str, has: Callable[[str], bool]) -> bool:
    if unicodedata.category(char)[0] in _NOT_DRAWN or has(char):
        return True
    parts = unicodedata.normalize("NFD", char)
    return len(parts) > 1 and all(map(has, parts))


@cache
def _characters(path: str) -> frozenset[int]:
    # Imported here: a picture drawn by a browser needs no font file read.
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    with TTFont(path, fontNumber=0, lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def _listed() -> set[tuple[int, int]] | None:
    """Give the ranges of characters of all fonts that fontconfig lists."""
    program = shutil.which("fc-list")
    if program is None:
        return None
    try:
        answer = subprocess.run(  # noqa: S603  # a fixed command, no text of a reader in it
            [program, "--format", "%{charset}\n"],
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    ranges = set(answer.stdout.decode("ascii", "replace").split())
    return {_range(told) for told in ranges}


def _range(told: str) -> tuple[int, int]:
    """Read ``621-63a`` or ``640``."""
    first, _, last = told.partition("-")
    return int(first, 16), int(last or first, 16)
