import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.normal import NormalText, normal_form, normalise

WRITTEN = st.text(
    st.characters(codec="utf-8", min_codepoint=0x20)
    | st.sampled_from("اأإآٱىيئؤةهکیـًٌَُِّْﻻﻼﷲﷺﹶ\u200c\u200f\u2067\ufeff٠٣۴ٔ")
)


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("مُحَمَّد", "محمد"),
        ("ليبيـــا", "ليبيا"),
        ("أردوغان", "اردوغان"),
        ("إردوغان", "اردوغان"),
        ("آسيا", "اسيا"),
        ("ٱلله", "الله"),
        ("رؤساء", "روساء"),
        ("رئيس", "رييس"),
        ("السيسى", "السيسي"),
        ("سورية", "سوريه"),
        ("ایران", "ايران"),
        ("کرکوک", "كركوك"),
        ("ڤيينا", "فيينا"),
        ("گوگل", "غوغل"),
        ("پاریس چ ژ ہ ھ", "باريس ج ز ه ه"),
        ("ﻟﻴﺒﻴﺎ", "ليبيا"),
        ("ﺑﻼﺩ", "بلاد"),
        ("ﻹيران", "لايران"),
        ("ﷲ", "الله"),
        ("مﹶصر", "مصر"),
        ("مﱠصر", "مصر"),
        ("می\u200cخواهد", "ميخواهد"),
        ("\u200fليبيا\u200e", "ليبيا"),
        ("\u2067مصر\u2069\ufeff", "مصر"),
        ("٢٠١٨", "2018"),
        ("۲۰۱۸", "2018"),
        ("BBC العربية", "bbc العربيه"),
        ("ا\u0654ردوغان", "اردوغان"),
        ("ي\u0654", "ي"),
        ("و\u0654", "و"),
        ("قطر\u00a0", "قطر "),
        ("ء", "ء"),
        ("«ليبيا»، 6.5%", "«ليبيا»، 6.5%"),
        ("", ""),
        ("َّـ", ""),
    ],
)
def test_spellings_that_readers_do_not_tell_apart_have_one_normal_form(written, normal):
    assert normalise(written) == normal


def test_every_letter_knows_where_it_came_from():
    assert normal_form("و«مُحـ») ﻻَ") == NormalText(
        "و«مح») لا",
        (0, 1, 2, 4, 6, 7, 8, 9, 9),
        (1, 2, 4, 6, 7, 8, 9, 10, 11),
    )


def test_marks_belong_to_the_letter_before_them_and_direction_marks_to_none():
    normal = normal_form("\u200fليبياً\u200f وتونسُ")
    assert normal.text == "ليبيا وتونس"
    assert normal.span(0, 5) == (1, 7)
    assert normal.span(7, 11) == (10, 15)


def test_half_a_ligature_opens_into_the_whole_of_it():
    assert normal_form("ﺑﻼﺩ").span(2, 3) == (1, 2)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4)])
def test_a_span_that_is_none_is_refused(start, end):
    with pytest.raises(
        ValueError, match=rf"No span {start}-{end} in .* of 3 letters\. Use 0 <="
    ):
        normal_form("مصر").span(start, end)


@given(WRITTEN)
def test_the_two_ways_to_the_normal_form_agree(text):
    assert normalise(text) == normal_form(text).text


@given(WRITTEN)
def test_what_is_normal_stays_as_it_is(text):
    assert normalise(normalise(text)) == normalise(text)


@given(WRITTEN)
def test_every_letter_is_in_the_normal_form_of_where_it_came_from(text):
    normal = normal_form(text)
    spans = list(zip(normal.starts, normal.ends, strict=True))
    assert len(spans) == len(normal.text)
    assert all(
        letter in normalise(text[start:end])
        for letter, (start, end) in zip(normal.text, spans, strict=True)
    )
    assert list(normal.starts) == sorted(normal.starts)
    assert list(normal.ends) == sorted(normal.ends)
    assert all(0 <= start < end <= len(text) for start, end in spans)
