"""The pictures: the real screen in a real browser, so that they cannot lie."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.export.browser import find_browser
from kit.lab.running import run
from kit.lab.server import Options, Server
from kit.lab.walk import walk
from kit.lab.workspace import SHIPPED, working_copies

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Of a browser that nobody sees and that asks nothing of the network."""

READY = ".kit-explorer .ytick text"
"""What is on the page once a chart with names is drawn."""

_WIDTH, _HEIGHT = 1280, 1320  # the whole screen of one article
_PATIENCE = 60_000  # milliseconds, for a slow machine


def take_picture(path: Path, *, root: Path) -> Path:
    """Save a PNG of the explorer as it is when the first notebook opens.

    Raises
    ------
    RuntimeError
        If there is no browser, or no playwright to drive it.

    """
    if path.suffix.lower() != ".png":
        msg = f"Cannot take a picture as '{path.suffix or path.name}'. Use .png."
        raise ValueError(msg)
    with _opened(root, 0) as (tab, _):
        tab.locator(".kit-explorer .point path").first.click(force=True)
        tab.wait_for_selector(".kit-chosen")
        tab.locator(".kit-explorer").screenshot(path=path)
    return path


def take_walk(folder: Path, *, root: Path) -> list[Path]:
    """Save the pictures of the second notebook; errors as in :func:`take_picture`."""
    folder.mkdir(parents=True, exist_ok=True)
    with _opened(root, 1) as (tab, copy):
        return walk(tab, folder, copy)


@contextmanager
def _opened(root: Path, number: int) -> Iterator[tuple[Any, Path]]:
    """Open a notebook that has run, over a copy; give the page and the copy."""
    browser = find_browser()
    if browser is None:
        msg = "No browser to take a picture with: put chromium on PATH."
        raise RuntimeError(msg)
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(root, Path(folder).resolve())
        notebook = working_copies(copy)[number]
        options = Options(copy, plain=True)
        with Server(options) as server, page(Path(browser)) as tab:
            run(server, notebook)
            tab.goto(server.url(notebook.relative_to(copy).as_posix()))
            tab.wait_for_selector(READY, timeout=_PATIENCE)
            yield tab, copy


def copied(root: Path, folder: Path) -> Path:
    """Copy notebooks and seeds into a folder, to be run there without a trace."""
    for name in (SHIPPED, "seeds"):
        shutil.copytree(root / name, folder / name)
    return folder


@contextmanager
def page(browser: Path) -> Iterator[Any]:
    """Open a page in a browser that nobody sees."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  # for tests
    except ImportError as error:
        msg = "No playwright to take a picture with: pip install playwright."
        raise RuntimeError(msg) from error
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=list(FLAGS))
        try:
            yield opened.new_page(viewport={"width": _WIDTH, "height": _HEIGHT})
        finally:
            opened.close()
