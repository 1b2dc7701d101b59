import json
from pathlib import Path

import pytest

from kit.articles.article import Problem
from kit.articles.records import Record, records, shown

FILE = Path("news.jsonl")


def read(*lines):
    return list(records(FILE, "\n".join(lines)))


def test_a_record_keeps_what_it_says_of_itself():
    said = {
        "id": "n1",
        "text": "قال.",
        "title": "عنوان",
        "source": "bbc",
        "date": "2018-02-17",
        "url": "https://example.org/",
        "category": "politics",
    }
    assert read(json.dumps(said)) == [
        Record(
            id="n1",
            text="قال.",
            path="news.jsonl",
            title="عنوان",
            source="bbc",
            date="2018-02-17",
            url="https://example.org/",
        )
    ]


def test_a_record_without_an_id_is_named_by_its_line():
    assert read("", '{"text": "أ", "id": ""}\r', "  ", '{"text": "ب"}') == [
        Record(id="news-2", text="أ", path="news.jsonl"),
        Record(id="news-4", text="ب", path="news.jsonl"),
    ]


def test_numbers_are_text_and_other_values_are_left_out_with_a_problem():
    line = '{"text": "أ", "id": 7, "title": ["x"], "source": true, "date": null}'
    assert read(line) == [
        Problem("news.jsonl, line 1", "'title' is not text; it was left out", "doubt"),
        Problem("news.jsonl, line 1", "'source' is not text; it was left out", "doubt"),
        Record(id="7", text="أ", path="news.jsonl"),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            '{"text": "أ"',
            "is not JSON: Expecting ',' delimiter at column 13",
        ),
        ("نص", "is not JSON: Expecting value at column 1"),
        ('["أ"]', "has no 'text'; expected an object with a text"),
        ('{"title": "أ"}', "has no 'text'; expected an object with a text"),
        ('{"text": 5}', "has no 'text'; expected an object with a text"),
        ('{"text": " \\n"}', "has an empty 'text'"),
        ('{"text": "\\ud83d"}', "holds half a character; expected UTF-8"),
        (
            '{"text": "أ", "title": "\\udc00"}',
            "holds half a character; expected UTF-8",
        ),
    ],
)
def test_a_bad_line_is_a_problem_and_the_next_is_read(line, reason):
    assert read(line, '{"text": "ب"}') == [
        Problem("news.jsonl, line 1", reason),
        Record(id="news-2", text="ب", path="news.jsonl"),
    ]


@pytest.mark.parametrize("line", ["[" * 100_000, "1" * 5000])
def test_json_beyond_any_measure_is_a_problem(line):
    (problem,) = read(line)
    assert problem.path == "news.jsonl, line 1"
    assert problem.reason.startswith(("is not JSON: ", "has no 'text'"))


def test_a_name_that_is_not_utf8_is_shown_all_the_same():
    assert shown("a\udce1.txt") == "a\ufffd.txt"


@pytest.mark.parametrize(
    ("date", "kept"),
    [
        ("2018-02-17", "2018-02-17"),
        (20180217, "2018-02-17"),
        ("17 شباط 2018", "2018-02-17"),
        ("2018-02-17 08:30:00+02:00", "2018-02-17T08:30:00+02:00"),
    ],
)
def test_a_date_is_kept_in_one_form(date, kept):
    (record,) = read(json.dumps({"text": "أ", "date": date}))
    assert record.date == kept


@pytest.mark.parametrize(
    ("date", "shown_as"),
    [
        ("2018-13-45", "'2018-13-45'"),
        ("02/17/2018", "'02/17/2018'"),
        ("أمس", "'أمس'"),
        (2018.5, "'2018.5'"),
        ("x" * 50, f"'{'x' * 40}…'"),
    ],
)
def test_a_date_that_is_none_is_a_problem_and_the_article_has_no_date(date, shown_as):
    reason = (
        f"'date' is {shown_as}; expected a form like 2026-11-24 or 24/11/2026; "
        "it was left out"
    )
    assert read(json.dumps({"text": "أ", "id": "n", "date": date})) == [
        Problem("news.jsonl, line 1", reason, "doubt"),
        Record(id="n", text="أ", path="news.jsonl"),
    ]
