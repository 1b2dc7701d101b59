import pytest

from kit.articles.columns import FIELDS, Columns, columns_of
from kit.articles.file import UnreadableError
from kit.tables import table


@pytest.mark.parametrize(
    ("names", "of"),
    [
        (["id", "text", "date"], {"id": "id", "text": "text", "date": "date"}),
        (["Headline", "Content"], {"text": "Content", "title": "Headline"}),
        (["body", "content", "text"], {"text": "text"}),
        (
            ["الرقم", "العنوان", "النصّ", "تاريخ النشر", "المصدر", "الرابط", "الكاتب"],
            {
                "id": "الرقم",
                "text": "النصّ",
                "title": "العنوان",
                "source": "المصدر",
                "date": "تاريخ النشر",
                "url": "الرابط",
                "author": "الكاتب",
            },
        ),
        (
            ["article_text", "Publish-Date", "sourceName"],
            {"text": "article_text", "source": "sourceName", "date": "Publish-Date"},
        ),
    ],
)
def test_usual_names_are_known(names, of):
    columns = columns_of(names)
    assert columns.of == of
    assert columns.guessed == any(field != name for field, name in of.items())


def test_what_the_researcher_says_goes_before_all_guesses():
    names = ["text", "summary", "date"]
    assert columns_of(names, {"text": "summary", "date": None}) == Columns(
        {"text": "summary"}
    )
    assert columns_of(names, {"title": "text", "text": "summary"}).of == {
        "text": "summary",
        "title": "text",
        "date": "date",
    }


def test_numbers_are_stamps_only_where_the_column_says_so():
    assert columns_of(["text", "timestamp"]).stamp
    assert columns_of(["text", "created_utc"]).stamp
    assert columns_of(["text", "Epoch"], {"date": "Epoch"}).stamp
    assert not columns_of(["text", "date"]).stamp
    assert not columns_of(["text"]).stamp


@pytest.mark.parametrize(
    ("names", "asked", "reason"),
    [
        (["a", "b"], {}, r"no column of texts among 'a', 'b'; say columns=\{\"text\""),
        ([], {}, "no column of texts among none"),
        (["text"], {"text": "content"}, "has no column 'content'; it has 'text'"),
        (["text"], {"text": None}, "no column of texts"),
        ([f"c{n}" for n in range(20)], {}, "'c11', 8 more;"),
    ],
)
def test_a_table_without_texts_is_refused_with_its_columns(names, asked, reason):
    with pytest.raises(UnreadableError, match=reason):
        columns_of(names, asked)


def test_every_name_in_the_table_is_of_a_field_and_of_one_alone():
    rows = table("columns")
    assert {row["field"] for row in rows} == set(FIELDS)
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names))
    for row in rows:
        assert columns_of(["text", row["name"]]).of[row["field"]] in (
            row["name"],
            "text",
        )
