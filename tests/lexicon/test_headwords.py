import pytest

from kit.language.normal import normalise
from kit.lexicon.headwords import complement_words, head_index, heads
from kit.tables import table

TAKES = {
    *("name", "noun", "phrase", "long", "named", "definite"),
    *("body", "purposed", "several", "at"),
}


def test_heads_are_unique_and_of_known_columns():
    rows = table("heads")
    words = [normalise(row["head"]) for row in rows]
    assert len(words) == len(set(words))
    for row in rows:
        assert row["kind"] in {"organisation", "place"}, row
        assert row["span"] in {"in", "out"}, row
        assert set(row["takes"].split("|")) <= TAKES, row


def test_complement_words_are_unique_in_their_role_and_roles_are_known():
    rows = [(normalise(row["word"]), row["role"]) for row in table("complements")]
    assert len(rows) == len(set(rows))
    assert {role for _, role in rows} == {"chain", "field", "adjective", "aside"}
    assert not complement_words("adjective") & complement_words("aside")
    assert not complement_words("field") & complement_words("aside")


@pytest.mark.parametrize(
    ("word", "feminine"), [("جامعة", True), ("مركز", False), ("مدن", True)]
)
def test_a_head_knows_the_gender_of_its_adjective(word, feminine):
    assert heads()[normalise(word)].feminine is feminine


def test_heads_that_take_adjectives_are_found_with_the_article_too():
    (with_article,) = head_index().lookup("الجهاز")
    assert with_article.form.note == "definite"
    assert heads()[with_article.form.entity].word == "جهاز"
    assert head_index().lookup("الحي") == ()
