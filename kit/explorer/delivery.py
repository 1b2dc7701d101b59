"""The delivery: a file goes to who sits at the browser, on whichever machine that is.

It travels packed: Jupyter drops what a kernel sends beyond three megabytes at once, and
a figure as a page, which holds all of plotly, has more.
"""

from __future__ import annotations

import gzip
from mimetypes import guess_type
from pathlib import Path

import anywidget

_SCRIPT = Path(__file__).with_name("delivery.js").read_text(encoding="utf-8")


class Delivery(anywidget.AnyWidget):
    """Nothing to see; what is sent through it is a download of the browser."""

    _esm = _SCRIPT

    def __init__(self) -> None:
        super().__init__(layout={"display": "none"})

    def deliver(self, name: str, content: bytes) -> None:
        """Let the browser download a file."""
        kind = guess_type(name)[0] or "application/octet-stream"
        self.send({"file": name, "type": kind}, [gzip.compress(content)])
