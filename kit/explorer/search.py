"""A search box that answers while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets

from kit.explorer.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class SearchBox(ipywidgets.Text):
    """A text box; ``found`` gets what was typed into it, not what was set from code."""

    def __init__(self, words: str, found: Callable[[str], None]) -> None:
        super().__init__()
        self._words = words
        self._found = found
        self._shown = ""
        self.observe(self._typed, names="value")

    def show(self, text: str, language: str) -> None:
        """Show a text and the hint of a language."""
        self._shown = text
        self.placeholder = say(self._words, language)
        self.tooltip = say(f"{self._words}.label", language)
        self.value = text

    def _typed(self, change: Mapping[str, str]) -> None:
        if change["new"] != self._shown:
            self._shown = change["new"]
            self._found(change["new"])
