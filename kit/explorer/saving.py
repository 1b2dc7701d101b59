"""The Save button: format, name, and plain words about how it went."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import ipywidgets

from kit.explorer.markup import shown, tag
from kit.explorer.words import say
from kit.export.figures import save

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.charts.chart import Chart

FORMATS = ("png", "svg", "pdf", "html")


def save_here(chart: Chart, name: str, suffix: str, language: str) -> str:
    """Save a chart into the current folder and say so, or why not, as HTML.

    A file that is already there is kept: the new one gets a number.
    """
    stem = Path(name.strip()).name or say("save.name.default", language)
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            path = save(chart, _free(stem.removesuffix(f".{suffix}"), suffix))
    except (OSError, RuntimeError, ValueError) as error:
        return f"{shown(say('save.failed', language))}: {tag('bdi', shown(str(error)))}"
    notes = [str(one.message) for one in warned if one.category is UserWarning]
    place = tag("code", shown(str(path.resolve())))
    done = f"{shown(say('save.done', language))} {place}"
    return " · ".join([done, *(tag("bdi", shown(note)) for note in notes)])


def _free(stem: str, suffix: str) -> Path:
    path, number = Path.cwd() / f"{stem}.{suffix}", 1
    while path.exists():
        number += 1
        path = path.with_name(f"{stem}-{number}.{suffix}")
    return path


class SaveBar(ipywidgets.HBox):
    """Format, name and button; ``save_as`` gets the last two when it is pressed."""

    def __init__(self, save_as: Callable[[str, str], None]) -> None:
        self._save_as = save_as
        self._format = ipywidgets.Dropdown(options=FORMATS)
        self._name = ipywidgets.Text()
        self._button = ipywidgets.Button()
        self._button.on_click(self._pressed)
        super().__init__([self._name, self._format, self._button])
        self.add_class("kit-save")

    def speak(self, language: str) -> None:
        """Show the words of a language."""
        self._button.description = say("save", language)
        self._name.placeholder = say("save.name.default", language)
        self._name.tooltip = say("save.name", language)
        self._format.tooltip = say("save.format", language)

    def _pressed(self, _button: object) -> None:
        self._button.disabled = True
        try:
            self._save_as(self._name.value, self._format.value)
        finally:
            self._button.disabled = False
