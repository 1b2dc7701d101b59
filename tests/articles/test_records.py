from datetime import UTC, date, datetime
from io import BytesIO

import pytest

from kit.articles.article import Problem
from kit.articles.columns import columns_of
from kit.articles.file import File
from kit.articles.records import Record, record_of, shown

FILE = File("news.jsonl", "news.jsonl", BytesIO)


def read(**values):
    columns = columns_of(tuple(values))
    return list(record_of(values, columns, FILE, "line 3"))


def test_a_record_keeps_what_it_says_of_itself():
    assert read(
        id="n1",
        text="قال.",
        title="عنوان",
        source="bbc",
        date="2018-02-17",
        url="https://example.org/",
        author="رنا",
        category="politics",
    ) == [
        Record(
            id="n1",
            text="قال.",
            path="news.jsonl",
            title="عنوان",
            source="bbc",
            date="2018-02-17",
            url="https://example.org/",
            author="رنا",
        )
    ]


def test_a_record_without_an_id_is_named_by_its_line():
    assert read(text="أ", id=" ") == [Record("news-3", "أ", "news.jsonl")]


def test_numbers_are_text_and_other_values_are_left_out_with_a_doubt():
    assert read(
        text="أ", id=7.0, title={"a": 1}, source=True, date=None, author=["أ", "ب"]
    ) == [
        Problem("news.jsonl, line 3", "'title' is not text; it was left out", "doubt"),
        Problem("news.jsonl, line 3", "'source' is not text; it was left out", "doubt"),
        Record("7", "أ", "news.jsonl", author="أ، ب"),
    ]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"text": 5}, "has no 'text'; expected a text"),
        ({"text": None}, "has no 'text'; expected a text"),
        ({"content": " \n"}, "has an empty 'content'"),
        ({"text": "\ud83d"}, "holds half a character; expected UTF-8"),
        ({"text": "أ", "title": "\udc00"}, "holds half a character; expected UTF-8"),
    ],
)
def test_what_is_no_article_is_refused(values, reason):
    assert read(**values) == [Problem("news.jsonl, line 3", reason)]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2018-02-17", "2018-02-17"),
        (20180217, "2018-02-17"),
        (20180217.0, "2018-02-17"),
        ("17 شباط 2018", "2018-02-17"),
        (date(2018, 2, 17), "2018-02-17"),
        (datetime(2018, 2, 17, tzinfo=UTC), "2018-02-17"),
        (datetime(2018, 2, 17, 8, 30, tzinfo=UTC), "2018-02-17T08:30:00+00:00"),
    ],
)
def test_a_date_is_kept_in_one_form(written, kept):
    (record,) = read(text="أ", date=written)
    assert record.date == kept


def test_a_stamp_is_a_date_where_the_column_says_so():
    assert [one.date for one in read(text="أ", timestamp=1518825600)] == [
        "2018-02-17T00:00:00Z"
    ]
    (doubt, _) = read(text="أ", date=1518825600)
    assert doubt.reason.startswith("'date' is '1518825600'; expected a form like")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2018-13-45", "'2018-13-45'"),
        ("02/17/2018", "'02/17/2018'"),
        ("أمس", "'أمس'"),
        (2018.5, "'2018.5'"),
        ("x" * 50, f"'{'x' * 40}…'"),
    ],
)
def test_a_date_that_is_none_is_a_doubt_and_the_article_has_no_date(written, told):
    reason = (
        f"'date' is {told}; expected a form like 2026-11-24 or 24/11/2026; "
        "it was left out"
    )
    assert read(text="أ", id="n", date=written) == [
        Problem("news.jsonl, line 3", reason, "doubt"),
        Record("n", "أ", "news.jsonl"),
    ]


def test_a_name_that_is_not_utf8_is_shown_all_the_same():
    assert shown("a\udce1.txt") == "a\ufffd.txt"
