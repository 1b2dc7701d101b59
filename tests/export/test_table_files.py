from __future__ import annotations

import csv
from io import BytesIO, StringIO

import openpyxl
import polars as pl
import pytest

from kit.charts.bars import bars
from kit.charts.heatmap import heatmap
from kit.charts.stacked import stacked
from kit.counts import Breakdown
from kit.export.figures import save
from kit.export.tables import csv_of, workbook


def opened(chart):
    return openpyxl.load_workbook(BytesIO(workbook(chart)))


def cells(sheet):
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_a_workbook_holds_numbers_and_a_live_total_from_right_to_left(make_counts):
    chart = bars(make_counts({"LY": 14, "RU": 4}))
    book = opened(chart)
    assert book.sheetnames == ["البيانات", "الطريقة", "kit"]
    data, method, hidden = book.worksheets
    assert cells(data) == [
        ["الاسم", "المعرّف", "عدد الإشارات"],
        ["ليبيا", "LY", 14],
        ["روسيا", "RU", 4],
        ["المجموع", None, "=SUM(C2:C3)"],
    ]
    assert data.sheet_view.rightToLeft
    assert method.sheet_view.rightToLeft
    assert hidden.sheet_state == "veryHidden"
    assert cells(method)[0] == ["العنوان", chart.title]
    assert cells(method)[3] == ["ما عُدّ", f"{chart.subtitle}."]
    assert book.properties.title == chart.title


def test_the_total_is_known_before_a_program_computes_it(make_counts):
    content = BytesIO(workbook(bars(make_counts({"LY": 14, "RU": 4}))))
    data = openpyxl.load_workbook(content, data_only=True).worksheets[0]
    assert data["C4"].value == 18


def test_an_english_workbook_runs_from_left_to_right(make_counts):
    data = opened(bars(make_counts({"LY": 14}), language="en")).worksheets[0]
    assert not data.sheet_view.rightToLeft
    assert cells(data)[1] == ["Libya", "LY", 14]


def test_sentences_are_not_added_up(make_counts):
    counts = make_counts({"LY": 14, "RU": 4}, unit="sentences")
    data = opened(bars(counts, language="en")).worksheets[0]
    assert cells(data)[-1] == ["Russia", "RU", 4]


GROUPS = {"entity": pl.String, "group": pl.String, "mentions": pl.Int64}
HOSTILE = ['=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "{=1}", "http://a.b"]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_looks_like_a_formula_is_text(make_together, name):
    chart = heatmap(make_together({(name, "LY"): 1}), language="en")
    data = opened(chart).worksheets[0]
    cell = data["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (name, "s", None)
    text = csv_of({"Name": [name]}).decode("utf-8-sig")
    guarded = name if name[0] in "{h" else f"'{name}"
    assert [*csv.reader(StringIO(text))] == [["Name"], [guarded]]


def test_a_csv_file_is_one_that_spreadsheets_read_as_utf8(make_counts, tmp_path):
    path = save(bars(make_counts({"LY": 14, "BAD": 1})), tmp_path / "bars.csv")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert [*csv.reader(StringIO(content.decode("utf-8-sig")))] == [
        ["الاسم", "المعرّف", "عدد الإشارات"],
        ["ليبيا", "LY", "14"],
        ["<img src=x onerror=alert(1)> & <b>ليبيا</b>", "BAD", "1"],
    ]


def test_an_empty_chart_is_a_workbook_of_headings(make_counts):
    assert cells(opened(bars(make_counts({}))).worksheets[0]) == [
        ["الاسم", "المعرّف", "عدد الإشارات"]
    ]


def test_a_long_description_fits_into_cells(make_counts):
    counts = make_counts({f"E{number}": 900 - number for number in range(900)})
    parts = Breakdown(counts, "form", pl.DataFrame(schema=GROUPS))
    book = opened(bars(counts, top=900))
    hidden = cells(book["kit"])
    assert len(hidden) > 1
    assert max(len(cell) for (cell,) in hidden) <= 30_000
    assert cells(opened(stacked(parts)).worksheets[0]) == [
        ["الاسم", "المعرّف", "الصيغة", "عدد الإشارات"]
    ]
