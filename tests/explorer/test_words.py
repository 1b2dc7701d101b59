from __future__ import annotations

import pytest

from kit.explorer.words import say
from kit.tables import table


def test_every_word_is_there_in_both_languages():
    empty = [row["key"] for row in table("interface") if not row["ar"] or not row["en"]]
    assert empty == []


def test_a_missing_word_is_an_error_that_names_the_table():
    with pytest.raises(KeyError, match=r"No word 'colour' in interface\.csv"):
        say("colour", "ar")
