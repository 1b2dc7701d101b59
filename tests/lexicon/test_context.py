import pytest

from kit.language.normal import normalise
from kit.lexicon.context import context_words
from kit.tables import table


def test_a_list_is_given_in_normal_form():
    assert context_words("translation") >= {"ترجم", "ترجمه", "المترجم"}


def test_a_list_that_is_not_there_is_an_error_that_names_the_lists():
    known = (
        "Lists: before a city, football, language, not a noun, state verbs, translation"
    )
    with pytest.raises(ValueError, match=f"'verbs'. {known}."):
        context_words("verbs")


def test_no_word_is_twice_in_a_list():
    rows = [(row["list"], normalise(row["word"])) for row in table("context_words")]
    assert sorted(set(rows)) == sorted(rows)
