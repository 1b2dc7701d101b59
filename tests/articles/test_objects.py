import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.articles.article import Problem
from kit.articles.file import Facts, File, Limits, Options
from kit.articles.formats import read_file
from kit.articles.records import Record

ALL = ["نص", "سطر\nوسطر", 'قال "نعم"', "\\", "ا" * 300, "{[,]}"]


def read(content, name="news.json", options=None):
    data = content if isinstance(content, bytes) else content.encode()
    file = File(name, name, lambda: BytesIO(data))
    got = list(read_file(file, options or Options()))
    return [one for one in got if not isinstance(one, Facts)]


def texts(got):
    return [one.text for one in got if isinstance(one, Record)]


def reasons(got):
    return [(one.path, one.reason) for one in got if isinstance(one, Problem)]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([{"text": one} for one in ALL]),
        json.dumps([{"text": one} for one in ALL], ensure_ascii=False, indent=2),
        json.dumps({"count": 6, "articles": [{"text": one} for one in ALL]}),
        "\n".join(json.dumps({"text": one}) for one in ALL),
        json.dumps([{"text": one} for one in ALL], ensure_ascii=False).encode("utf-16"),
        "\ufeff" + json.dumps([{"text": one} for one in ALL]),
    ],
)
def test_lists_of_objects_are_read_however_they_are_written(content):
    got = read(content)
    assert (texts(got), reasons(got)) == (ALL, [])
    assert [one.id for one in got] == [f"news-{n}" for n in range(1, 7)]


def test_one_object_is_one_article():
    assert read('{"title": "عنوان", "body": "قال."}') == [
        Record("news-1", "قال.", "news.json", title="عنوان")
    ]


@given(
    st.lists(st.text(min_size=1).filter(str.strip)), st.integers(1, 9), st.booleans()
)
def test_a_list_is_read_whole_wherever_its_pieces_are_cut(
    given_texts, size, ascii_only
):
    from kit.articles import streams  # noqa: PLC0415  # its size of pieces is changed

    before, streams._CHUNK = streams._CHUNK, size + 3  # noqa: SLF001  # to cut anywhere
    try:
        objects = [{"text": one, "id": at} for at, one in enumerate(given_texts)]
        got = read(json.dumps(objects, ensure_ascii=ascii_only))
    finally:
        streams._CHUNK = before  # noqa: SLF001  # as it was
    if given_texts:
        assert texts(got) == given_texts
    else:
        assert got == []


@pytest.mark.parametrize(
    ("content", "kept", "reason"),
    [
        (
            '[{"text": "أ"}, {"text": "ب"',
            ["أ"],
            "is not JSON: Expecting ',' delimiter at",
        ),
        ('[{"text": "أ"} {"text": "ب"}]', ["أ"], "is not JSON: Expecting ']' at char"),
        ('[{"text": "أ"}, {"text": "ب}]', ["أ"], "is not JSON: Unterminated string"),
        ('[{"text": "أ"}] x', ["أ"], "is not JSON: something follows the list"),
        ('[{"text": "أ"}, 5, {"text": "ب"}]', ["أ", "ب"], "is no object; expected one"),
        (
            '[{"text": "أ"}, {"title": "ب"}]',
            ["أ"],
            "has no column of texts among 'title'",
        ),
        ("{", [], "is not JSON: Expecting property name"),
        ("[" * 100_000, [], "is not JSON: "),
        ("[1" + "1" * 5000 + "]", [], "is not JSON: Exceeds the limit"),
        ("نص", [], "is not JSON: Expecting value at character 0"),
        ('"نص"', [], "is no object"),
    ],
)
def test_what_is_wrong_with_a_list_is_said_and_what_was_right_is_kept(
    content, kept, reason
):
    got = read(content)
    assert texts(got) == kept
    (said,) = reasons(got)
    assert said[1].startswith(reason)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "أ"', "is not JSON: Expecting ',' delimiter at column 13"),
        ("نص", "is not JSON: Expecting value at column 1"),
        ('["أ"]', "is no object; expected one with a text"),
        (
            '{"title": "أ"}',
            'has no column of texts among \'title\'; say columns={"text": "its name"}',
        ),
        ('{"text": 5}', "has no 'text'; expected a text"),
        ('{"text": " \\n"}', "has an empty 'text'"),
        ('{"title": "أ", "text": ""}', "has an empty 'text'"),
        (
            '{"title": "أ", "body": null}',
            "has no 'body'; expected a text",
        ),
        ('{"text": "\\ud83d"}', "holds half a character; expected UTF-8"),
        ("\0", "is binary; expected text"),
    ],
)
def test_a_bad_line_is_a_problem_and_the_next_is_read(line, reason):
    assert read(f'{{"text": "أ"}}\n{line}\n{{"text": "ب"}}', "news.jsonl") == [
        Record("news-1", "أ", "news.jsonl"),
        Problem("news.jsonl, line 2", reason),
        Record("news-3", "ب", "news.jsonl"),
    ]


@pytest.mark.parametrize("line", ["[" * 100_000, "1" * 5000])
def test_json_beyond_any_measure_is_a_problem(line):
    (problem,) = read(line, "news.jsonl")
    assert problem.path == "news.jsonl, line 1"
    assert problem.reason.startswith(("is not JSON: ", "is no object"))


def test_a_line_in_another_encoding_is_a_problem_of_that_line():
    data = b'{"text": "\xd8\xa3"}\n{"text": "\xe1\xe1"}\n{"text": "\xd8\xa8"}\n'
    assert read(data, "news.jsonl", Options(encoding="utf-8")) == [
        Record("news-1", "أ", "news.jsonl"),
        Problem("news.jsonl, line 2", "is not UTF-8 (byte 10)"),
        Record("news-3", "ب", "news.jsonl"),
    ]


def test_a_line_that_does_not_end_is_passed_over():
    limits = Limits(record=100)
    long = '{"text": "' + "ا" * 100 + '"}'
    got = read(f'{long}\n{{"text": "أ"}}\n{long}', "a.ndjson", Options(limits=limits))
    reason = "is longer than 100 bytes, the limit"
    assert got == [
        Problem("a.ndjson, line 1", reason),
        Record("a-2", "أ", "a.ndjson"),
        Problem("a.ndjson, line 3", reason),
    ]


def test_an_object_that_does_not_end_stops_the_list():
    content = '[{"text": "أ"}, {"text": "' + "ا" * 3_000_000 + '"}]'
    got = read(content, options=Options(limits=Limits(record=99)))
    assert texts(got) == ["أ"]
    assert reasons(got) == [
        (
            "news.json",
            "holds a record longer than 99 bytes, the limit; what follows was not read",
        )
    ]


def test_objects_of_one_file_need_not_have_the_same_names():
    content = '{"body": "أ"}\n{"content": "ب", "body": ""}\n{"content": "ج"}'
    assert texts(read(content, "a.jsonl")) == ["أ", "ب", "ج"]


def test_a_name_that_is_asked_for_is_the_text_of_every_object():
    options = Options(columns={"text": "summary", "title": "t"})
    content = '{"text": "أ", "summary": "ب"}\n{"text": "ج"}'
    got = read(content, "a.jsonl", options)
    assert texts(got) == ["ب"]
    assert reasons(got) == [
        ("a.jsonl, line 2", "has no column 'summary'; it has 'text'")
    ]
