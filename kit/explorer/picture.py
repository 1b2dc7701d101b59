"""The picture on the screen: plotly in one small widget that is always up to date.

plotly's own FigureWidget brings five megabytes with every new figure and, changed in
place, leaves an old title behind. This one loads plotly once; each drawing is sent
whole, so that redrawing equals drawing and a page that is reloaded shows the last one.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from kit.charts.plotly_renderer import CONFIG, figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.charts.chart import Chart


class Picture(anywidget.AnyWidget):
    """The drawing of a chart; a click calls ``clicked`` with its ``customdata``."""

    figure = traitlets.Unicode("").tag(sync=True)

    def __init__(self, clicked: Callable[[list[Any]], None]) -> None:
        super().__init__()
        self.add_class("kit-picture")
        self._clicked = clicked
        self.on_msg(self._hear)

    @property
    def _esm(self) -> str:
        # Read when the widget is made, not when the module is imported.
        plotly = files("plotly").joinpath("package_data", "plotly.min.js")
        own = Path(__file__).with_name("picture.js").read_text(encoding="utf-8")
        return f"{plotly.read_text(encoding='utf-8')}\n{own}"

    def draw(self, chart: Chart) -> None:
        """Show a chart in place of the one before."""
        drawing = json.loads(figure(chart).to_json())
        self.figure = json.dumps({**drawing, "config": CONFIG}, ensure_ascii=False)

    def _hear(self, _widget: object, content: object, _buffers: object) -> None:
        clicked = content.get("clicked") if isinstance(content, dict) else None
        if isinstance(clicked, list) and clicked:
            self._clicked(clicked)
