import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.normal import normalise
from kit.language.romanise import romanise


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("ستيف بلوك", "stif-bluk"),
        ("خالد المشري", "khald-al-mshri"),
        ("مون جاي-إن", "mun-jai-an"),
        ("عبد الله", "abd-allah"),
        ("غسّان سلامة", "ghsan-slamh"),
        ("غسان سلامه", "ghsan-slamh"),
        ("وليد", "wlid"),
        ("آل ثاني", "al-thani"),
        ("Emmanuel ماكرون 2", "emmanuel-makrun-2"),
        ("أ.ف.ب", "a-f-b"),
        ("علي Жуков", "ali"),
    ],
)
def test_names_are_spelt_as_news_english_spells_them(name, latin):
    assert romanise(name) == latin


@pytest.mark.parametrize(("name", "latin"), [("Ж", "u416"), ("؟ ء", "u61f-u621")])
def test_a_name_without_a_known_letter_is_spelt_by_its_code_points(name, latin):
    assert romanise(name) == latin


@pytest.mark.parametrize("blank", ["", " \n"])
def test_only_blanks_have_no_spelling(blank):
    assert romanise(blank) == ""


@given(st.text() | st.text(st.sampled_from("الله وءبج-٣ـَ")))
def test_an_id_is_kebab_case_ascii(text):
    pattern = r"[a-z0-9]+(-[a-z0-9]+)*" if text.strip() else ""
    assert re.fullmatch(pattern, romanise(text), re.ASCII)


@given(st.text(st.sampled_from("أإاىيةه بـَ"), min_size=1))
def test_spellings_of_one_normal_form_share_an_id(text):
    if normalise(text).strip() and romanise(normalise(text))[0] != "u":
        assert romanise(text) == romanise(normalise(text))
