from io import BytesIO

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.articles.article import Problem
from kit.articles.file import Facts, File, Limits, Options
from kit.articles.formats import read_file
from kit.articles.records import Record

UNQUOTED = "is a text with the sign between cells not in quotes?"
UNDOUBLED = "a quotation mark inside a cell is not doubled"


def read(content, name="a.csv", options=None):
    data = content if isinstance(content, bytes) else content.encode()
    file = File(name, name, lambda: BytesIO(data))
    got = list(read_file(file, options or Options()))
    return [one for one in got if not isinstance(one, Facts)]


def texts(got):
    return [one.text for one in got if isinstance(one, Record)]


def problems(got):
    return [
        (one.path, one.reason, one.level) for one in got if isinstance(one, Problem)
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "title,text\r\nعنوان,قال.\r\n"),
        ("a.csv", "title;text\nعنوان;قال."),
        ("a.csv", "sep=;\ntitle;text\nعنوان;قال."),
        ("a.csv", "title|text\nعنوان|قال."),
        ("a.tsv", "title\ttext\nعنوان\tقال."),
        ("a.csv", "\ufefftitle,text\nعنوان,قال."),
        ("a.csv", "title,text\rعنوان,قال.\r".encode()),
        ("a.csv", "العنوان,النص\nعنوان,قال.".encode("cp1256")),
        ("a.tsv", "title\ttext\nعنوان\tقال.".encode("utf-16")),
        ("a.csv", "title, text \nعنوان,قال.\n\n,,"),
    ],
)
def test_a_row_is_an_article(name, content):
    got = read(content, name)
    assert [(one.title, one.text) for one in got] == [("عنوان", "قال.")]


def test_a_text_in_quotes_holds_lines_commas_and_quotes():
    assert texts(read('id,text\n1,"سطر\nقال ""نعم""، ولا, ذهب"\n2,ب')) == [
        'سطر\nقال "نعم"، ولا, ذهب',
        "ب",
    ]


@given(
    st.lists(
        st.text(
            st.characters(exclude_characters="\0\r\ufffe", exclude_categories=["Cs"])
        ).filter(str.strip),
        min_size=1,
    ),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_what_was_written_is_read(given_texts, sign):
    frame = pl.DataFrame(
        {"id": [f"n{n}" for n in range(len(given_texts))], "text": given_texts}
    )
    got = read(frame.write_csv(separator=sign))
    assert (texts(got), problems(got)) == (given_texts, [])


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,قال نعم, ولا", f"has 3 cells, its header 2; {UNQUOTED}"),
        ('1,"قال "نعم" ولا"', f"is no row of cells: {UNDOUBLED}"),
        ("1,", "has an empty 'text'"),
        (b"1,\xe1\xe1", "is not UTF-8 (byte 2)"),
        ("1,\0", "is binary; expected text"),
        ("1," + "ا" * 200, "is longer than 300 bytes, the limit"),
    ],
)  # fmt: skip
def test_a_bad_row_is_a_problem_and_the_next_is_read(row, reason):
    row = row if isinstance(row, bytes) else row.encode()
    options = Options(limits=Limits(record=300), encoding="utf-8")
    got = read(b"id,text\n0,\xd8\xa3\n%b\n2,\xd8\xa8\n" % row, options=options)
    assert texts(got) == ["أ", "ب"]
    assert problems(got) == [("a.csv, line 3", reason, "refused")]


def test_a_row_of_too_few_cells_is_read_with_a_doubt():
    got = read("text,title,date\nأ,عنوان")
    assert texts(got) == ["أ"]
    reason = "has 2 cells, its header 3; those missing are taken as empty"
    assert problems(got) == [("a.csv, line 2", reason, "doubt")]


def test_a_quotation_that_never_closes_costs_its_line_alone():
    got = read('id,text\n1,"أ\n2,ب\n3,ج')
    assert texts(got) == ["ب", "ج"]
    reason = "is no row of cells: a quotation mark is never closed"
    assert problems(got) == [("a.csv, line 2", reason, "refused")]


def test_quotation_marks_that_never_match_cost_no_more_than_their_lines():
    got = read("text\n" + 'a,"b\n' * 20_000 + "ب\n")
    assert len(got) == 20_001
    assert texts(got) == ["ب"]


def test_a_line_that_cannot_be_read_inside_a_text_refuses_the_text():
    got = read(b'id,text\n1,"a\n\xe1\n\nb"\n2,c', options=Options(encoding="utf-8"))
    assert texts(got) == ["c"]
    assert problems(got) == [("a.csv, line 2", "is not UTF-8 (byte 0)", "refused")]


def test_a_cell_longer_than_the_limit_is_a_problem():
    content = 'id,text\n1,"' + "ا\n" * 200 + '"\n2,ب'
    got = read(content, options=Options(limits=Limits(record=300)))
    assert texts(got)[-1] == "ب"
    assert problems(got)[0] == (
        "a.csv, line 2",
        "is no row of cells: it is longer than 300 bytes, the limit",
        "refused",
    )


def test_a_text_longer_than_the_module_takes_by_itself_is_read():
    (record,) = read("id,text\n1," + "كلمة " * 60_000)
    assert len(record.text) == 300_000


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty"),
        ("\n", "is empty"),
        ("text,title\n", "is empty"),
        ("a,b\n1,2", "has no column of texts among 'a', 'b'"),
        (
            'text,"title\n1,2',
            "its header is no row of cells: a quotation mark is never",
        ),
        (b"\x00\xff\xfe\x01", "is binary; expected text"),
    ],
)
def test_a_table_without_articles_is_refused(content, reason):
    from kit.articles.reading import _checked  # noqa: PLC0415  # as a whole

    data = content if isinstance(content, bytes) else content.encode()
    got = list(_checked(File("a.csv", "a.csv", lambda: BytesIO(data)), Options()))
    (problem,) = [one for one in got if isinstance(one, Problem)]
    assert problem.path == "a.csv"
    assert problem.reason.startswith(reason)
