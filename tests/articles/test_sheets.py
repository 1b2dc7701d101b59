import io
from datetime import UTC, date, datetime

import polars as pl
import pytest
import xlsxwriter

from kit.articles.article import Problem
from kit.articles.file import Facts, File, Limits, Options
from kit.articles.formats import read_file
from kit.articles.records import Record

SAY = 'say columns={"text": "its name"}'


def read(data, name, options=None):
    file = File(name, name, lambda: io.BytesIO(data))
    got = list(read_file(file, options or Options()))
    return [one for one in got if not isinstance(one, Facts)]


def workbook(**sheets):
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"default_date_format": "d/m/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return data.getvalue()


def parquet(frame):
    data = io.BytesIO()
    frame.write_parquet(data)
    return data.getvalue()


LONG_PARQUET = parquet(pl.DataFrame({"text": ["أ"] * 99}))


def test_the_rows_of_a_workbook_are_articles():
    data = workbook(
        أخبار=[
            ["الرقم", "العنوان", "النص", "التاريخ"],
            [7, "عنوان", "قال.", datetime(2018, 2, 17)],  # noqa: DTZ001  # as in Excel
            [],
            ["", "عنوان آخر", "", "أمس"],
            ["", "", "وقال.", "١٧ شباط ٢٠١٨"],
        ],
        Sheet2=[],
    )
    assert read(data, "a.xlsx") == [
        Record("7", "قال.", "a.xlsx", title="عنوان", date="2018-02-17"),
        Problem("a.xlsx, row 4", "has no 'النص'; expected a text"),
        Record("a-5", "وقال.", "a.xlsx", date="2018-02-17"),
    ]


def test_a_sheet_without_texts_is_refused_and_the_others_are_read():
    data = workbook(
        one=[["text"], ["أ"]], two=[["a", "b"], [1, 2]], three=[["نص"], ["ب"]]
    )
    assert read(data, "a.xlsx") == [
        Record("a-2", "أ", "a.xlsx"),
        Problem(
            "a.xlsx, sheet 'two'",
            f"has no column of texts among 'a', 'b'; {SAY}",
        ),
        Record("a-2", "ب", "a.xlsx"),
    ]


def test_the_rows_of_a_parquet_file_are_articles():
    frame = pl.DataFrame(
        {
            "content": ["أ", None, "ج"],
            "date": [date(2018, 2, 17), None, None],
            "authors": [["رنا", "علي"], [], None],
            "timestamp": [1, 2, 3],
        }
    )
    assert read(parquet(frame), "a.parquet") == [
        Record("a-1", "أ", "a.parquet", date="2018-02-17", author="رنا، علي"),
        Problem("a.parquet, row 2", "has no 'content'; expected a text"),
        Record("a-3", "ج", "a.parquet"),
    ]


def test_a_long_parquet_file_is_read_in_its_order(tmp_path):
    frame = pl.DataFrame({"text": [f"خبر {n}" for n in range(2500)]})
    path = tmp_path / "a[1]*.parquet"
    path.write_bytes(parquet(frame))
    file = File(str(path), path.name, lambda: path.open("rb"), local=path)
    got = list(read_file(file, Options()))
    assert [one.text for one in got[1:]] == frame["text"].to_list()


def test_stamps_in_a_parquet_file_are_dates():
    frame = pl.DataFrame(
        {"text": ["أ"], "published_at": [datetime(2018, 2, 17, 8, 30, tzinfo=UTC)]}
    )
    (record,) = read(parquet(frame), "a.parquet")
    assert record.date == "2018-02-17T08:30:00+00:00"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.xlsx", b"", "is damaged: File is not a zip file"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0" + b"\0" * 600,
            "is encrypted, or of an old Word",
        ),
        (
            "a.xlsx",
            workbook(a=[["text"], ["أ"]])[:-90],
            "is damaged: File is not a zip",
        ),
        ("a.xlsx", workbook(a=[]), "is empty"),
        ("a.parquet", b"", "is cut off or damaged, or no Parquet file"),
        ("a.parquet", b"PAR", "is cut off or damaged, or no Parquet file"),
        ("a.parquet", LONG_PARQUET[:-5], "is cut off or damaged, or no Parquet file"),
        ("a.parquet", b"PAR1" * 9, "is damaged, or no file of its kind: "),
        ("a.parquet", parquet(pl.DataFrame({"a": [1]})), "has no column of texts"),
    ],
)
def test_a_damaged_table_is_one_problem(name, data, reason):
    (problem,) = read(data, name)
    assert problem.reason.startswith(reason)


def test_a_workbook_that_unpacks_to_too_much_is_not_opened():
    (problem,) = read(
        workbook(a=[["text"], ["أ"]]), "a.xlsx", Options(limits=Limits(archive=1000))
    )
    assert problem.reason == "unpacks to more than 1000 bytes, the limit"
