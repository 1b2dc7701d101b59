"""The browser that turns plotly figures into pictures, kept warm between figures.

kaleido drives a Chromium that nobody sees. Starting one takes seconds, drawing a figure
tenths of one, so one browser is started at the first figure and closed when Python
ends. It runs in a thread of its own, because a notebook's event loop is already busy.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import kaleido
from choreographer.browsers.chromium import Chromium

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence

_START_SECONDS = 60
_DRAW_SECONDS = 60
_CLOSE_SECONDS = 10


class QuietChromium(Chromium):
    """A Chromium that asks nothing of the network: it would wait for an answer."""

    def get_cli(self) -> Sequence[str]:
        """Give the command line."""
        return [*super().get_cli(), "--disable-background-networking"]


def find_browser() -> str | None:
    """Give the path of a Chromium or Chrome, or None.

    ``BROWSER_PATH`` comes first, then one beside the running Python, then kaleido's own
    search, which looks through ``PATH``.
    """
    if path := os.environ.get("BROWSER_PATH"):
        return path if Path(path).is_file() else None
    beside = Path(sys.executable).parent / "chromium"
    if beside.is_file():
        return str(beside)
    found = Chromium.find_browser(skip_local=False)
    return str(found) if found else None


class Browser:
    """One running browser. Made by :func:`running`, closed by :meth:`close`."""

    def __init__(self, path: str) -> None:
        self._loop = asyncio.new_event_loop()
        # A daemon: a browser that hangs must not keep Python from ending.
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        try:
            self._kaleido = self._wait(_opened(path), _START_SECONDS)
        except Exception as error:
            # A program that ends at once fails in one of several ways, by chance.
            self._stop()
            msg = f"Cannot draw with '{path}': {type(error).__name__} {error}"
            raise RuntimeError(msg) from error
        except BaseException:
            self._stop()
            raise

    def picture(self, figure: dict[str, Any], suffix: str, scale: float) -> bytes:
        """Draw a figure, given as plotly's JSON, as the bytes of a file."""
        if self._loop.is_closed():
            msg = "This browser is closed. Call running() for another."
            raise RuntimeError(msg)
        options = {"format": suffix.lstrip("."), "scale": scale}
        drawing = self._kaleido.calc_fig(figure, options)
        return bytes(self._wait(drawing, _DRAW_SECONDS))

    def close(self) -> None:
        """End the browser, if it has not ended already."""
        if self._loop.is_closed():
            return
        # One that has died cannot say goodbye, and need not.
        with suppress(Exception):
            self._wait(self._kaleido.close(), _CLOSE_SECONDS)
        self._stop()

    def _stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_CLOSE_SECONDS)
        if not self._thread.is_alive():
            self._loop.close()

    def _wait(self, work: Coroutine[Any, Any, Any], seconds: float) -> Any:  # noqa: ANN401  # whatever the work gives
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(seconds)


async def _opened(path: str) -> kaleido.Kaleido:
    # Without mathjax=False every page would ask a server for it.
    browser = kaleido.Kaleido(path=path, browser_cls=QuietChromium, mathjax=False)
    await browser.open()
    return browser


@cache
def running(path: str) -> Browser:
    """Give the running browser, starting it at the first call."""
    browser = Browser(path)
    atexit.register(browser.close)
    return browser
