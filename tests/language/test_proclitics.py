import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.proclitics import Reading, readings


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (
            "وللعراق",
            [("", "وللعراق"), ("و", "للعراق"), ("ول", "لعراق"), ("ولل", "العراق")],
        ),
        ("بالولايات", [("", "بالولايات"), ("ب", "الولايات")]),
        (
            "فلليبيا",
            [("", "فلليبيا"), ("ف", "لليبيا"), ("فل", "ليبيا"), ("فلل", "اليبيا")],
        ),
        ("وبليبيا", [("", "وبليبيا"), ("و", "بليبيا"), ("وب", "ليبيا")]),
        ("للبنان", [("", "للبنان"), ("ل", "لبنان"), ("لل", "البنان")]),
        ("كتركيا", [("", "كتركيا"), ("ك", "تركيا")]),
        ("وليد", [("", "وليد"), ("و", "ليد"), ("ول", "يد")]),
        ("بلجيكا", [("", "بلجيكا"), ("ب", "لجيكا")]),
        ("سوريا", [("", "سوريا")]),
        ("العراق", [("", "العراق")]),
        ("بوليفيا", [("", "بوليفيا"), ("ب", "وليفيا")]),
        ("لله", [("", "لله"), ("ل", "له")]),
        ("ولل", [("", "ولل"), ("و", "لل")]),
        ("لل", [("", "لل")]),
        ("بم", [("", "بم")]),
        ("و", [("", "و")]),
        ("ل", [("", "ل")]),
        ("", [("", "")]),
    ],
)
def test_a_word_is_read_in_every_way_its_letters_allow(word, expected):
    assert [(one.proclitics, one.word) for one in readings(word)] == expected


def test_a_reading_says_how_many_letters_to_skip():
    assert readings("للعراق") == (
        Reading("", "للعراق", 0),
        Reading("ل", "لعراق", 1),
        Reading("لل", "العراق", 2),
    )


@given(st.text(st.sampled_from("وفبلكساعرق")))
def test_every_reading_writes_the_word_again(word):
    found = readings(word)
    assert [one.stripped for one in found] == sorted({one.stripped for one in found})
    for one in found:
        rest = one.word.removeprefix("ال") if one.proclitics[-2:] == "لل" else one.word
        assert one.proclitics + rest == word
        assert one.stripped == len(one.proclitics)
