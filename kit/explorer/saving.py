"""The Save button: format, name, and plain words about how it went.

A figure is saved into the current folder, which may be on another machine than the
reader: the note beside it offers it to the browser too. Where a screen is served to
others, it goes to the browser alone, and nothing is left on the machine that serves.
``csv`` and ``xlsx`` are the numbers of the figure, ``zip`` is all that it needs on its
way into a paper (:mod:`kit.export.bundle`), and ``docx`` a whole report of what is let
in.
"""

from __future__ import annotations

import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import ipywidgets

from kit.explorer.delivery import Delivery
from kit.explorer.markup import button, shown, tag
from kit.explorer.words import say
from kit.export.bundle import bundle
from kit.export.figures import save
from kit.report.reporting import report

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.charts.chart import Chart
    from kit.counts import Filter
    from kit.decisions import Decisions
    from kit.mentions.mention import Mentions

FORMATS = ("png", "svg", "pdf", "html", "csv", "xlsx", "zip", "docx")


@dataclass(frozen=True, slots=True)
class Behind:
    """What a figure was made from: it goes into a bundle or a report."""

    mentions: Mentions | None = None
    decisions: Decisions | None = None
    where: Filter | None = None


class Figures:
    """Saves figures here and offers them to the browser, or only sends them there."""

    def __init__(self, *, download: bool) -> None:
        self.delivery = Delivery()
        self._download = download
        self._last: tuple[str, bytes] | None = None

    def save(
        self,
        chart: Chart,
        name: str,
        suffix: str,
        language: str,
        behind: Behind = Behind(),
    ) -> str:
        """Save a chart and say so, or why not, as HTML.

        A file that is already there is kept: the new one gets a number.
        """
        stem = Path(name.strip()).name or say("save.name.default", language)
        stem = stem.removesuffix(f".{suffix}")
        try:
            with warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                told = self._saved(chart, f"{stem}.{suffix}", language, behind)
        except (OSError, RuntimeError, ValueError) as error:
            failed = shown(say("save.failed", language))
            return f"{failed}: {tag('bdi', shown(str(error)))}"
        notes = [str(one.message) for one in warned if one.category is UserWarning]
        return " · ".join([told, *(tag("bdi", shown(note)) for note in notes)])

    def deliver(self) -> None:
        """Let the browser download what was saved last."""
        if self._last is not None:
            self.delivery.deliver(*self._last)

    def _saved(self, chart: Chart, name: str, language: str, behind: Behind) -> str:
        if not self._download:
            path = _written(chart, _free(name), behind)
            self._last = path.name, path.read_bytes()
            return _note("save.done", str(path.resolve()), "save.download", language)
        with tempfile.TemporaryDirectory() as folder:
            path = _written(chart, Path(folder) / name, behind)
            self._last = path.name, path.read_bytes()
        self.deliver()
        return _note("save.sent", path.name, "save.again", language)


def _note(done: str, place: str, offer: str, language: str) -> str:
    offered = button(say(offer, language), ["download"], css="kit-link")
    return f"{shown(say(done, language))} {tag('code', shown(place))} · {offered}"


def _written(chart: Chart, path: Path, behind: Behind) -> Path:
    if path.suffix == ".docx" and behind.mentions is not None:
        return report(
            behind.mentions,
            path,
            where=behind.where,
            language=chart.language,
            digits=chart.digits,
            decisions=behind.decisions,
        )
    if path.suffix != ".zip":
        return save(chart, path)
    return bundle(chart, path, mentions=behind.mentions, decisions=behind.decisions)


def _free(name: str) -> Path:
    stem, _, suffix = name.rpartition(".")
    path, number = Path.cwd() / name, 1
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
