"""Figures as files: a chart goes in, a finished file comes out or nothing does.

The suffix decides: ``.png``, ``.svg`` and ``.pdf`` are drawn by a browser if one is
found, else by matplotlib with a warning that says so; ``.html`` is one page that needs
no network, with the picture, its caption and its table. A file is written beside its
place under another name and moved there when complete, so a half one is never seen.
"""

from __future__ import annotations

import re
import warnings
from concurrent.futures import TimeoutError as Late
from html import escape
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from PIL import Image, PngImagePlugin

from kit.charts.chart import Chart
from kit.charts.plotly_renderer import figure
from kit.checking import expect, expect_path
from kit.export.browser import find_browser, running
from kit.export.drawer import drawer
from kit.export.page import page

SUFFIXES = (".html", ".pdf", ".png", ".svg")

_PIXELS = 96  # a CSS inch
_CM = 2.54


def save(
    chart: Chart, path: str | Path, *, width_cm: float = 16.0, dpi: int = 300
) -> Path:
    """Save a chart as a file and give its path.

    Parameters
    ----------
    chart
        What to save.
    path
        Where; its suffix decides how: ``.html``, ``.pdf``, ``.png`` or ``.svg``.
    width_cm
        Width on paper. The height follows from the rows.
    dpi
        Dots per inch of a ``.png``.

    Raises
    ------
    TypeError
        If this is no chart.
    ValueError
        If the suffix is none of these, or a measure is not a size of paper.
    FileNotFoundError
        If the folder is not there.

    """
    expect(chart, Chart, "a chart", "Save one: save(bars(counts), path).")
    expect_path(path)
    for size in (width_cm, dpi):
        expect(size, (int, float), "a size in numbers")
    path = _checked(Path(path), width_cm, dpi)
    if path.suffix.lower() == ".html":
        content = page(chart).encode()
    else:
        content = _picture(chart, path.suffix.lower(), width_cm / _CM * _PIXELS, dpi)
    _write_whole(path, content)
    return path


def _checked(path: Path, width_cm: float, dpi: int) -> Path:
    *others, last = SUFFIXES
    if path.suffix.lower() not in SUFFIXES:
        ways = f"{', '.join(others)} or {last}"
        msg = f"Cannot save a chart as '{path.suffix or path.name}'. Use {ways}."
        raise ValueError(msg)
    for name, value, least, most in (
        ("width_cm", width_cm, 6, 100),
        ("dpi", dpi, 36, 1200),
    ):
        if not least <= value <= most:
            msg = f"Cannot save a chart with {name}={value}. Use {least} to {most}."
            raise ValueError(msg)
    if not path.parent.is_dir():
        msg = f"No folder '{path.parent}' to save '{path.name}' in. Make it first."
        raise FileNotFoundError(msg)
    return path


def _picture(chart: Chart, suffix: str, width: float, dpi: int) -> bytes:
    browser, reason, remedy = drawer(chart, find_browser())
    if browser:
        try:
            scale = dpi / _PIXELS if suffix == ".png" else 1
            drawing = figure(chart, width=width).to_plotly_json()
            content = running(browser).picture(drawing, suffix, scale)
        except (OSError, RuntimeError, ValueError, Late) as error:
            running.cache_clear()  # the next figure tries a new one
            reason = f"The browser '{browser}' failed ({type(error).__name__}: {error})"
        else:
            return _described(content, suffix, chart, dpi)
    msg = f"{reason}: drawn with matplotlib instead. {remedy}"
    warnings.warn(msg.replace("\n", " "), UserWarning, stacklevel=3)
    # matplotlib takes a second to import and is not needed where a browser is.
    from kit.charts import matplotlib_renderer  # noqa: PLC0415

    content = matplotlib_renderer.picture(chart, suffix, width=width, dpi=dpi)
    return _described(content, suffix, chart, dpi)


def _described(content: bytes, suffix: str, chart: Chart, dpi: int) -> bytes:
    """Put the title, the alternative text and the size on paper into the file."""
    if suffix == ".svg":
        text = content.decode()
        head = f"<title>{escape(chart.title)}</title><desc>{escape(chart.alt)}</desc>"
        attributes = f'<svg role="img" lang="{chart.language}" '
        text = re.sub(r"<svg\s", lambda _: attributes, text, count=1)
        return re.sub(r"<svg[^>]*>", lambda tag: tag[0] + head, text, count=1).encode()
    if suffix == ".png":
        about = PngImagePlugin.PngInfo()
        about.add_itxt("Title", chart.title)
        about.add_itxt("Description", chart.alt)
        drawn = BytesIO()
        with Image.open(BytesIO(content)) as image:
            image.convert("RGB").save(drawn, "png", dpi=(dpi, dpi), pnginfo=about)
        return drawn.getvalue()
    return content


def _write_whole(path: Path, content: bytes) -> None:
    unfinished = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
