"""Figures as files: a chart goes in, a finished file comes out or nothing does.

The suffix decides: ``.png``, ``.svg`` and ``.pdf`` are drawn by a browser if one is
found, else by matplotlib with a warning that says so; ``.html`` is one page that needs
no network, with the picture, its caption and its table; ``.csv``, ``.xlsx`` and
``.json`` hold the numbers. All but CSV hold the chart itself too: see
:mod:`kit.export.description`.
"""

from __future__ import annotations

import warnings
from concurrent.futures import TimeoutError as Late
from pathlib import Path

from kit.charts.chart import Chart
from kit.charts.plotly_renderer import figure
from kit.charts.table_twin import columns
from kit.checking import expect, expect_path
from kit.export import inscribing
from kit.export.browser import find_browser, running
from kit.export.description import described
from kit.export.drawer import drawer
from kit.export.page import page
from kit.export.reopening import holds_chart
from kit.export.tables import csv_of, workbook
from kit.export.writing import write_whole

SUFFIXES = (".csv", ".html", ".json", ".pdf", ".png", ".svg", ".xlsx")

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
        Where; its suffix decides how, one of ``SUFFIXES``. A file that is there is
        replaced, with a warning if the kit had not saved it.
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
    check_measures(width_cm, dpi)
    path = _checked(Path(path))
    content = content_of(chart, path.suffix.lower(), width_cm=width_cm, dpi=dpi)
    if path.exists() and not _is_ours(path, content):
        msg = f"Replaced '{path}', which the kit had not saved."
        warnings.warn(msg, UserWarning, stacklevel=2)
    write_whole(path, content)
    return path


def save_both(
    chart: Chart, path: str | Path, *, width_cm: float = 16.0, dpi: int = 300
) -> tuple[Path, Path]:
    """Save a chart in Arabic and in English, and give both paths, the Arabic one first.

    ``bars.png`` becomes ``bars.ar.png`` and ``bars.en.png``; else as :func:`save`.
    """
    expect(chart, Chart, "a chart", "Save one: save_both(bars(counts), path).")
    expect_path(path)
    place = Path(path)
    both = {one.language: one for one in (chart, chart.twin())}
    arabic, english = (
        save(
            both[language],
            place.with_suffix(f".{language}{place.suffix}"),
            width_cm=width_cm,
            dpi=dpi,
        )
        for language in ("ar", "en")
    )
    return arabic, english


def content_of(chart: Chart, suffix: str, *, width_cm: float, dpi: int) -> bytes:
    """Give a chart as the bytes of a file with a suffix of ``SUFFIXES``."""
    if suffix == ".html":
        return page(chart).encode()
    if suffix == ".csv":
        return csv_of(columns(chart))
    if suffix == ".xlsx":
        return workbook(chart)
    if suffix == ".json":
        return described(chart).encode()
    return _picture(chart, suffix, width_cm / _CM * _PIXELS, dpi)


def _is_ours(path: Path, content: bytes) -> bool:
    """Say whether a file was saved by the kit: it may be replaced without a word."""
    if path.suffix.lower() != ".csv":
        return holds_chart(path)
    head = content.partition(b"\n")[0]
    with path.open("rb") as file:
        return file.read(len(head)) == head


def check_measures(width_cm: float, dpi: int) -> None:
    """Raise an error if a width or a resolution is none of paper."""
    for name, value, least, most in (
        ("width_cm", width_cm, 6, 100),
        ("dpi", dpi, 36, 1200),
    ):
        expect(value, (int, float), "a size in numbers")
        if not least <= value <= most:
            msg = f"Cannot save a chart with {name}={value}. Use {least} to {most}."
            raise ValueError(msg)


def _checked(path: Path) -> Path:
    *others, last = SUFFIXES
    if path.suffix.lower() not in SUFFIXES:
        ways = f"{', '.join(others)} or {last}"
        msg = f"Cannot save a chart as '{path.suffix or path.name}'. Use {ways}."
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
            return _inscribed(content, suffix, chart, dpi)
    msg = f"{reason}: drawn with matplotlib instead. {remedy}"
    warnings.warn(msg.replace("\n", " "), UserWarning, stacklevel=4)
    # matplotlib takes a second to import and is not needed where a browser is.
    from kit.charts import matplotlib_renderer  # noqa: PLC0415

    content = matplotlib_renderer.picture(chart, suffix, width=width, dpi=dpi)
    return _inscribed(content, suffix, chart, dpi)


def _inscribed(content: bytes, suffix: str, chart: Chart, dpi: int) -> bytes:
    if suffix == ".png":
        return inscribing.png(content, chart, dpi)
    return {".svg": inscribing.svg, ".pdf": inscribing.pdf}[suffix](content, chart)
