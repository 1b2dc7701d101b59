import pytest
from hypothesis import given
from making import RECORDS, alias

from kit.decisions import ACTIONS, COLUMNS, Decision, Decisions
from kit.decisions.rows import from_text, to_text

HEADER = (
    "id,time,action,article,start,end,surface,entity,becomes,kind,name,english,country,"
    "aliases,undoes,note,by,format\n"
)
FIRST = "1,2026-11-01T10:00:00Z,alias,,,,ليبيا,LY,,,,,,,,,,1\n"
SECOND = "2,2026-11-02T10:00:00Z,alias,,,,ليبيا,LY,,,,,,,,,,1\n"


def read(text):
    return from_text(text, "decisions.csv")


def test_every_column_has_its_place():
    decisions = Decisions(
        (
            Decision(
                action="someone else",
                id="1",
                time="2026-11-24T10:00:00Z",
                article="a",
                start=0,
                end=5,
                surface="حفتر،",
                entity="haftar",
                becomes="saddam-haftar",
                kind="person",
                name="صدام حفتر",
                english="Saddam Haftar",
                country="LY",
                note='the son, "so it says"\nbelow',
                by="Rana",
            ),
            Decision(
                action="new actor",
                id="2",
                time="2026-11-25",
                entity="a-b",
                kind="person",
                name="أ ب",
                aliases=("أبو ب", "ب"),
                note="=1+1",
            ),
        )
    )
    text = (
        HEADER
        + "1,2026-11-24T10:00:00Z,someone else,a,0,5,حفتر،,haftar,saddam-haftar,person,"
        + 'صدام حفتر,Saddam Haftar,LY,,,"the son, ""so it says""\nbelow",Rana,1\n'
        + "2,2026-11-25,new actor,,,,,a-b,,person,أ ب,,,أبو ب|ب,,'=1+1,,1\n"
    )
    assert to_text(decisions) == text
    assert read(text) == decisions


@given(RECORDS)
def test_what_is_written_is_read_again(decisions):
    text = to_text(decisions)
    again = read(text)
    assert again == decisions
    assert again.kept == ()
    assert to_text(again) == text


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (
            "<<<<<<< HEAD\n",
            "1 cells instead of 18 in '<<<<<<< HEAD'",
        ),
        (
            "3,2026-11-03,merge,,,,ليبيا,LY,,,,,,,,,,1\n",
            f"No action 'merge'. Use one of: {', '.join(ACTIONS)}.",
        ),
        (
            "3,2026-11-03,alias,a,two,7,ليبيا,LY,,,,,,,,,,1\n",
            "No start 'two'. Write the number of a character, from 0.",
        ),
        (
            "3,,alias,,,,ليبيا,LY,,,,,,,,,,1\n",
            "A decision needs 'time'; it is empty.",
        ),
        (
            "1,2026-11-03,alias,,,,ليبيا,LY,,,,,,,,,,1\n",
            "the id '1' stands twice",
        ),
        (
            "3,2026-11-03,alias,,,,ليبيا,LY,,,,,,,,,,one\n",
            "No format 'one'. Write 1.",
        ),
        (
            '3,2026-11-03,alias,,,,"ليبيا,LY,,,,,,,,,,1\n',
            "unexpected end of data in '3,2026-11-03,alias,,,,\"ليبيا,LY,,,,,,,,,,1'",
        ),
    ],
)
def test_a_row_that_cannot_be_read_is_reported_and_kept_as_it_stands(bad, reason):
    text = HEADER + FIRST + bad + SECOND
    decisions = read(text)
    assert [decision.id for decision in decisions] == ["1", "2"]
    assert [(row.line, row.raw, row.reason) for row in decisions.kept] == [
        (3, bad, reason)
    ]
    assert to_text(decisions) == text


def test_a_bad_row_stays_where_it_stood_when_more_is_decided():
    decisions = read(HEADER + "torn\n" + FIRST + "torn, too" + "\n" + SECOND)
    more = decisions.with_(alias("تونس", "TN", day=1, id="0"))
    new = "0,2026-11-01T10:00:00Z,alias,,,,تونس,TN,,,,,,,,,,1\n"
    assert to_text(more) == (HEADER + "torn\n" + new + FIRST + "torn, too\n" + SECOND)


def test_a_last_line_without_an_end_gets_one():
    assert to_text(read(HEADER + FIRST + "torn")) == HEADER + FIRST + "torn\n"


def test_unknown_columns_are_kept():
    text = HEADER.replace("\n", ",seen\n") + FIRST.replace("\n", ',"by, me"\n')
    decisions = read(text)
    assert decisions.items[0].extra == (("seen", "by, me"),)
    assert decisions.columns == (*COLUMNS, "seen")
    assert to_text(decisions) == text


def test_a_file_keeps_the_order_of_its_columns_and_its_mark():
    text = "\ufefftime,id,action,surface,entity\n2026-11-01,1,alias,ليبيا,LY\n"
    decisions = read(text)
    lacking = [column for column in COLUMNS if column not in text]
    assert decisions.columns[:5] == ("time", "id", "action", "surface", "entity")
    assert to_text(decisions).startswith(
        f"\ufefftime,id,action,surface,entity,{','.join(lacking)}\n"
    )
    assert read(to_text(decisions)) == decisions


def test_what_excel_saved_is_read():
    saved = (HEADER + FIRST).replace("\n", "\r\n")
    assert read(saved).items == read(HEADER + FIRST).items


def test_a_row_without_an_id_gets_one_of_what_it_says():
    (decision,) = read(HEADER + FIRST.removeprefix("1"))
    (same,) = read(HEADER + FIRST.removeprefix("1"))
    assert len(decision.id) == 10
    assert decision == same


def test_nothing_is_no_decisions():
    assert read("") == read(HEADER) == read(HEADER + "\n\n") == Decisions()


def test_a_newer_format_is_refused():
    text = HEADER + FIRST + SECOND.replace(",1\n", ",2\n")
    with pytest.raises(ValueError, match=r"is of format 2 \(line 3\); this kit reads"):
        read(text)


@pytest.mark.parametrize(
    ("header", "wrong"),
    [
        ("entity,name,mentions\n", "no column 'id'"),
        ("id,time,action,id\n", "a column twice"),
    ],
)
def test_another_table_is_refused(header, wrong):
    with pytest.raises(ValueError, match=f"no file of decisions: .* has {wrong}"):
        read(header)
