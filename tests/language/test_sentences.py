import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.sentences import lines, sentences


def split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال نعم. وقال لا.", ["قال نعم.", "وقال لا."]),
        ("حان الوقت.. للعمل.", ["حان الوقت.. للعمل."]),
        ("حان الوقت... للعمل", ["حان الوقت... للعمل"]),
        ("حان الوقت...", ["حان الوقت..."]),
        ("نما 6.5 بالمئة. انتهى.", ["نما 6.5 بالمئة.", "انتهى."]),
        ("فاز 3-2. وغادر.", ["فاز 3-2.", "وغادر."]),
        ("خسر بهدف مقابل 2. وغادر.", ["خسر بهدف مقابل 2.", "وغادر."]),
        ("عام 2018 م. وقال لا.", ["عام 2018 م.", "وقال لا."]),
        ("1. ليبيا 2. مصر", ["1. ليبيا 2.", "مصر"]),
        ("نقلت أ.ف.ب عنه. انتهى.", ["نقلت أ.ف.ب عنه.", "انتهى."]),
        ("نقلت أ.ف.ب. عنه.", ["نقلت أ.ف.ب. عنه."]),
        ("أ. ف. ب نقلت.", ["أ. ف. ب نقلت."]),
        ("قال د. علي. وغادر.", ["قال د. علي.", "وغادر."]),
        ("قال “نعم.” وغادر.", ["قال “نعم.”", "وغادر."]),
        ("قال ”نعم.“ وغادر.", ["قال ”نعم.“", "وغادر."]),
        ("(قال «نعم».) وغادر.", ["(قال «نعم».)", "وغادر."]),
        ("ماذا؟ هذا! عجب!؟ نعم", ["ماذا؟", "هذا!", "عجب!؟", "نعم"]),
        ("ماذا؟. نعم", ["ماذا؟.", "نعم"]),
        ("ماذا؟\u200f نعم.", ["ماذا؟\u200f", "نعم."]),
        ("موقع bbc.com قال.", ["موقع bbc.com قال."]),
        ("بلا نهاية", ["بلا نهاية"]),
        ("سطر\nوسطر. وآخر\r\n\r\n  وثالث  ", ["سطر", "وسطر.", "وآخر", "وثالث"]),
        ("سطر\nأ. ب. علي قال.", ["سطر", "أ. ب. علي قال."]),
        ("قال. قال. قال.", ["قال.", "قال.", "قال."]),
        (".", ["."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_arabic_news_ends_them(text, expected):
    assert split(text) == expected


def test_only_what_lies_between_start_and_end_is_looked_at():
    text = "أول. ثان. ثالث."
    assert sentences(text, 5, 9) == ((5, 9),)
    assert sentences(text, 4, 12) == ((5, 9), (10, 12))
    assert sentences(text, 5, 5) == ()


def test_lines_are_what_any_system_breaks_without_their_blanks():
    text = "أ\r\n\n  ب \rج\u2028د\u2029هـ\f\x85\v و\n"
    assert [text[start:end] for start, end in lines(text)] == [
        "أ",
        "ب",
        "ج",
        "د",
        "هـ",
        "و",
    ]


@given(st.text(st.sampled_from("ابج د1.؟!”“»)(\n\r\u200f\u2028\u00a0\x1c")) | st.text())
def test_every_letter_is_inside_one_sentence_of_its_line(text):
    spans = sentences(text)
    inside = [place for start, end in spans for place in range(start, end)]
    assert inside == sorted(set(inside))
    held = [at for at, char in enumerate(text) if not char.isspace()]
    assert set(held) <= set(inside)
    for start, end in spans:
        assert start < end
        assert text[start:end] == text[start:end].strip()
        assert sum(first <= start and end <= last for first, last in lines(text)) == 1
