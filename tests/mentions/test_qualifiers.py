import pytest

from kit.language.normal import normalise
from kit.lexicon.headwords import heads
from kit.mentions.qualifiers import is_common, qualifies


@pytest.mark.parametrize(
    ("head", "word", "expected"),
    [
        ("مركز", "لوجستي", True),
        ("شركة", "بتروكيماوية", True),
        ("جامعة", "ديوي", False),
        ("مدينة", "ماتي", False),
        ("مركز", "العباسي", False),
    ],
)
def test_an_adjective_in_i_agrees_with_its_head(head, word, expected):
    assert qualifies(heads()[normalise(head)], normalise(word)) is expected


@pytest.mark.parametrize(
    ("head", "word", "expected"),
    [
        ("شركة", "المحاماة", True),
        ("شركة", "استشارات", True),
        ("شركة", "سكك", True),
        ("شركة", "العليان", False),
        ("ولاية", "خامسة", True),
        ("مدن", "مرشحة", True),
        ("مدينة", "نابضة", True),
        ("مجموعة", "إعلاميين", True),
        ("معبر", "فارغ", True),
        ("مدينة", "زوارة", False),
        ("مدينة", "فاليخو", False),
    ],
)
def test_a_rare_common_word_is_told_by_its_shape(head, word, expected):
    assert is_common(heads()[normalise(head)], normalise(word)) is expected
