"""HTML that can be clicked: the one widget of the screen that plotly does not bring.

ipywidgets' own HTML widget hears no click, and a box of many small widgets is slow. A
:class:`Clickable` shows markup of :mod:`kit.explorer.markup`, which escapes all text of
articles, and calls back with the list in ``data-pick`` of what was clicked.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

if TYPE_CHECKING:
    from collections.abc import Callable

_SCRIPT = Path(__file__).with_name("clickable.js").read_text(encoding="utf-8")


class Clickable(anywidget.AnyWidget):
    """Markup whose ``data-pick`` elements call ``picked`` with their list."""

    _esm = _SCRIPT
    html = traitlets.Unicode("").tag(sync=True)

    def __init__(self, picked: Callable[[list[Any]], None]) -> None:
        super().__init__()
        self._picked = picked
        self.on_msg(self._hear)

    def _hear(self, _widget: object, content: object, _buffers: object) -> None:
        if isinstance(content, dict) and isinstance(content.get("pick"), list):
            self._picked(content["pick"])
