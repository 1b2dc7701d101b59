"""The busy sign: what the screen is at, painted before the work begins.

A change of a widget is sent at once, also while the kernel goes on working; what is
done within a moment is never shown (``busy.js``).
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import anywidget
import traitlets

from kit.explorer.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SCRIPT = Path(__file__).with_name("busy.js").read_text(encoding="utf-8")
_DECIDING = {"accept", "answer", "undo"}
_PREVIEWING = {"draft"}


class Busy(anywidget.AnyWidget):
    """A line that says what is being done, and nothing when nothing is."""

    _esm = _SCRIPT
    said = traitlets.Unicode("").tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self.add_class("kit-busy")

    @contextmanager
    def saying(self, work: str, language: str) -> Iterator[None]:
        """Say what is being done as long as it is."""
        self.said = say(f"busy.{work}", language)
        try:
            yield
        finally:
            self.said = ""


def work_of(click: Sequence[object]) -> str:
    """Name the work that a click asks for, as ``interface.csv`` calls it.

    >>> work_of(["draft", "becomes", "LY"]), work_of(["accept"]), work_of(["page", 2])
    ('previewing', 'deciding', 'counting')
    """
    action = click[0] if click else ""
    if action in _DECIDING:
        return "deciding"
    return "previewing" if action in _PREVIEWING else "counting"
