import pytest

from kit.recogniser.words import MARKS, UNKNOWN, Vocabulary, key, letter_groups

VOCABULARY = Vocabulary.of(
    ("في", "ليبيا", "العراق", "وليد"), {"ليبيا": 1, "برلين": 0b10000}, 1000
)


@pytest.mark.parametrize(
    ("token", "word", "stem"),
    [
        ("ليبيا", 2, 2),
        ("لِيبْيـــا", 2, 2),
        ("(ليبيا", 2, 2),
        ("وليبيا", UNKNOWN, 2),
        ("وللعراق", UNKNOWN, 3),
        ("وليد", 4, 4),
        ("ميركل", UNKNOWN, UNKNOWN),
        ("ـ", UNKNOWN, UNKNOWN),
    ],
)
def test_a_word_is_known_as_itself_and_by_its_stem(token, word, stem):
    found = VOCABULARY.look_up(token)
    assert (found.word, found.stem) == (word, stem)


@pytest.mark.parametrize("token", ["", "ـ", "،", "2018", "وبرلين", "BBC", "ب" * 99])
def test_every_token_has_groups_and_all_marks(token):
    found = VOCABULARY.look_up(token)
    assert found.groups
    assert found.marks.shape == (MARKS,)


def test_words_that_share_letters_share_groups():
    one, other = (set(letter_groups(word, 1 << 30)) for word in ("ميركل", "ميركلي"))
    assert len(one & other) > len(one) / 2


def test_a_use_in_the_tables_is_seen_through_a_proclitic():
    plain, attached = VOCABULARY.look_up("برلين"), VOCABULARY.look_up("وبرلين")
    assert plain.marks[12 + 4] == attached.marks[12 + 4] == 1


@pytest.mark.parametrize(
    ("normal", "word"),
    [("ليبيا", "ليبيا"), ("(د", "د"), ("(2018)", "0000"), ("..", ".."), ("", "")],
)
def test_signs_at_its_ends_are_no_part_of_a_word(normal, word):
    assert key(normal) == word
