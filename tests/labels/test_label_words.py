"""The words and numbers of the kit's own pictures."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import kit
from kit.labels import counted, digits_as, display_name, number, word


def test_a_name_without_english_stays_arabic():
    assert display_name("ليبيا", "Libya", "ar") == "ليبيا"
    assert display_name("ليبيا", "Libya", "en") == "Libya"
    assert display_name("ليبيا", "", "en") == "ليبيا"


@pytest.mark.parametrize(
    ("value", "language", "digits", "drawn"),
    [
        (14, "ar", "latin", "14"),
        (1234567, "en", "latin", "1,234,567"),
        (12.345, "ar", "latin", "12.3"),
        (1234.5, "ar", "arabic", "١٬٢٣٤٫٥"),
        (1234, "en", "arabic", "1,234"),
    ],
)
def test_numbers_are_written_as_the_language_does(value, language, digits, drawn):
    assert number(value, language, digits) == drawn


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        (0, "لا مقالات", "no articles"),
        (1, "مقال واحد", "1 article"),
        (2, "مقالان", "2 articles"),
        (3, "3 مقالات", "3 articles"),
        (10, "10 مقالات", "10 articles"),
        (11, "11 مقالًا", "11 articles"),
        (99, "99 مقالًا", "99 articles"),
        (100, "100 مقال", "100 articles"),
        (102, "102 مقال", "102 articles"),
        (103, "103 مقالات", "103 articles"),
        (1211, "1,211 مقالًا", "1,211 articles"),
    ],
)
def test_counted_nouns_agree_with_their_number(value, arabic, english):
    assert counted(value, "articles", "ar") == arabic
    assert counted(value, "articles", "en") == english


def test_counted_nouns_take_arabic_digits():
    assert counted(14, "mentions", "ar", "arabic") == "١٤ إشارة"
    assert counted(3.25, "per_1000", "ar") == "3.2 لكل ألف كلمة"


def test_every_word_is_there_once_in_both_languages():
    path = Path(kit.__file__).parent / "data" / "words.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["key"] for row in rows if not (row["ar"] and row["en"])] == []
    assert len({row["key"] for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: word("nothing", "ar"), KeyError, "No word 'nothing' in words.csv"),
        (
            lambda: word("value", "fr"),
            ValueError,
            "No language 'fr'. Use one of: ar, en",
        ),
        (lambda: number(1, "ar", "roman"), ValueError, "No digits 'roman'. Use one of"),
    ],
)
def test_what_is_not_known_is_named(call, error, message):
    with pytest.raises(error, match=re.escape(message)):
        call()


def test_only_the_signs_of_numbers_become_arabic_ones():
    said = digits_as("في 12.5, و1,234 كلمة.", "ar", "arabic")
    assert said == "في ١٢٫٥, و١٬٢٣٤ كلمة."
