"""Reopening: from a file back to the chart and the question behind it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import fastexcel

from kit.checking import expect_path
from kit.counts import Filter
from kit.export.description import MARK, read_description
from kit.export.inscribing import READERS
from kit.export.tables import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.charts.chart import Chart
    from kit.mentions.basis import Basis


@dataclass(frozen=True, slots=True)
class Reopened:
    """What a saved figure knows of itself.

    Attributes
    ----------
    chart
        The chart with its numbers, ready to be saved in another format.
    where
        The filter of its count: ``count_mentions(mentions, where=reopened.where)``
        counts again. Of a comparison it is the filter of the first slice, both stand in
        ``made``.
    made
        What was counted and how the chart was made.
    basis
        What the numbers stand on, None for a chart of numbers alone.
    kit
        The version of the kit that saved it.

    """

    chart: Chart
    where: Filter
    made: Mapping[str, Any]
    basis: Basis | None
    kit: str


def reopen(path: str | Path) -> Reopened:
    """Give back the chart and the filter of a figure that the kit saved.

    Parameters
    ----------
    path
        A ``.png``, ``.svg``, ``.pdf``, ``.html``, ``.xlsx`` or ``.json`` file.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it was not saved by the kit, or changed so that it cannot be read.

    Examples
    --------
    >>> import tempfile
    >>> from kit import bars, count_mentions, find_mentions, read_articles, save
    >>> mentions = find_mentions(read_articles("seeds"), engine="lexicon")
    >>> counts = count_mentions(mentions, where={"countries": ["LY", "RU"]})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     reopened = reopen(save(bars(counts), f"{folder}/bars.json"))
    >>> reopened.where.to_dict()
    {'countries': ['LY', 'RU']}

    """
    expect_path(path)
    file = Path(path)
    suffix = file.suffix.lower()
    if suffix not in READERS and suffix != ".xlsx":
        ways = ", ".join(sorted([*READERS, ".xlsx"]))
        msg = f"Cannot reopen '{file.name}': a chart stands in files of {ways}."
        raise ValueError(msg)
    content = file.read_bytes()
    try:
        text = _of_workbook(content) if suffix == ".xlsx" else READERS[suffix](content)
    except (ValueError, OSError, SyntaxError) as error:
        msg = f"Cannot reopen '{file}': it is no whole {suffix} file ({error})."
        raise ValueError(msg) from error
    if text is None:
        msg = (
            f"'{file}' holds no chart of the kit. Programs that save a picture anew "
            "often leave out what is not drawn: reopen the file as the kit saved it."
        )
        raise ValueError(msg)
    chart, said = read_description(text, str(file))
    where = said["made"].get("where") or said["made"].get("one") or {}
    basis = None if chart.basis is None else chart.basis()
    return Reopened(chart, Filter.from_dict(where), said["made"], basis, said[MARK])


def holds_chart(path: Path) -> bool:
    """Say whether a file is a figure that the kit saved."""
    try:
        reopen(path)
    except (ValueError, OSError):
        return False
    return True


def _of_workbook(content: bytes) -> str | None:
    try:
        book = fastexcel.read_excel(BytesIO(content).getvalue())
        if HIDDEN not in book.sheet_names:
            return None
        sheet = book.load_sheet(HIDDEN, header_row=None, dtypes="string")
        return "".join(str(cell) for cell in sheet.to_polars().to_series(0))
    except (fastexcel.FastExcelError, BadZipFile) as error:
        raise ValueError(str(error)) from error
