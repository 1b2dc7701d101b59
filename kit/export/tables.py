"""Tables as files: the numbers of a chart for a spreadsheet or another program.

What an article calls ``=HYPERLINK(...)`` is a name, not a formula: in a workbook text
is written as text, and in CSV, which cannot say so, an apostrophe before it keeps
spreadsheets from computing it. Sheets run right to left in Arabic, numbers are numbers,
and totals are formulas over them.
"""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from kit.charts.table_twin import columns, summed
from kit.export.description import described
from kit.labels import word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

    from kit.charts.chart import Chart

HIDDEN = "kit"
"""The sheet that holds the description, out of sight."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60  # letters
_CELL = 30_000  # letters that a cell of a workbook takes, and some to spare


def csv_of(cells: Mapping[str, Sequence[object]]) -> bytes:
    """Give columns as CSV: UTF-8 with the mark that Excel looks for."""
    lines = StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow([_as_text(name) for name in cells])
    for row in zip(*cells.values(), strict=True):
        writer.writerow([_as_text(cell) for cell in row])
    return lines.getvalue().encode("utf-8-sig")


def _as_text(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def workbook(chart: Chart) -> bytes:
    """Give a chart as a workbook: its table, how it was made, and its description."""
    content = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(content, options)
    book.set_properties(
        {"title": chart.title, "subject": chart.subtitle, "comments": chart.caption}
    )
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    strong = book.add_format({"bold": True, "valign": "top"})
    data = book.add_worksheet(word("sheet.data", chart.language))
    about = book.add_worksheet(word("sheet.method", chart.language))
    if chart.direction == "rtl":
        data.right_to_left()
        about.right_to_left()
    _write_data(data, chart, bold)
    about.set_column(0, 0, 22, strong)
    about.set_column(1, 1, 90, wrapped)
    for row, (head, text) in enumerate(_about(chart)):
        about.write_string(row, 0, head)
        about.write_string(row, 1, text)
    hidden = book.add_worksheet(HIDDEN)
    hidden.very_hidden()
    text = described(chart)
    for row, start in enumerate(range(0, len(text), _CELL)):
        hidden.write_string(row, 0, text[start : start + _CELL])
    book.close()
    return content.getvalue()


def _write_data(sheet: Worksheet, chart: Chart, bold: object) -> None:
    cells = columns(chart)
    totalled = summed(chart)
    for place, (name, values) in enumerate(cells.items()):
        sheet.write_string(0, place, name, bold)
        for row, value in enumerate(values, start=1):
            if isinstance(value, (int, float)):
                sheet.write_number(row, place, value)
            elif value is not None:
                sheet.write_string(row, place, str(value))
        sheet.set_column(place, place, _width(name, values))
        if name in totalled and values:
            _write_total(sheet, place, values, bold)
    if totalled and len(chart.data):
        sheet.write_string(len(chart.data) + 1, 0, word("total", chart.language), bold)
    sheet.freeze_panes(1, 1)


def _write_total(
    sheet: Worksheet, place: int, values: Sequence[float | None], bold: object
) -> None:
    first, last = (xl_rowcol_to_cell(row, place) for row in (1, len(values)))
    # With the sum as it is now: not every program computes when it opens.
    known = sum(value for value in values if value is not None)
    sheet.write_formula(len(values) + 1, place, f"=SUM({first}:{last})", bold, known)


def _width(name: str, values: Sequence[object]) -> int:
    longest = max([len(name), *(len(str(value)) for value in values)])
    return min(longest, _WIDEST) + 2


def _about(chart: Chart) -> list[tuple[str, str]]:
    words = chart.language
    return [
        (word("title", words), chart.title),
        (word("caption", words), chart.caption),
        (word("alt", words), chart.alt),
        *chart.method,
    ]
