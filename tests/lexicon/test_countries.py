from collections import defaultdict

import pytest
from babel import Locale

from kit.language.normal import normalise
from kit.lexicon.countries import (
    common_country_forms,
    countries,
    country_forms,
    country_names,
)
from kit.lexicon.form import Form

FORMER_STATES = {"SU", "YU", "CS", "DD"}
# Babel lists these beside the 249 codes of ISO-3166: they name no country of their own.
NOT_COUNTRIES = {
    "AC",
    "CP",
    "DG",
    "EA",
    "EU",
    "EZ",
    "IC",
    "QO",
    "TA",
    "UN",
    "XA",
    "XB",
    "ZZ",
}
NO_ADJECTIVE = {
    "AQ",
    "AS",
    "AW",
    "AX",
    "BL",
    "BQ",
    "BV",
    "CC",
    "CG",
    "CK",
    "CX",
    "DM",
    "FK",
    "GF",
    "GG",
    "GS",
    "HM",
    "IM",
    "IO",
    "JE",
    "KN",
    "LC",
    "MF",
    "MP",
    "MS",
    "NF",
    "NU",
    "PG",
    "PM",
    "PN",
    "SB",
    "SH",
    "SJ",
    "SX",
    "TC",
    "TF",
    "TK",
    "UM",
    "VC",
    "VG",
    "VI",
    "WF",
}


def of(code, form):
    return [f.text for f in country_forms() if (f.entity, f.form) == (code, form)]


def test_every_code_of_iso_3166_is_there_with_kosovo_and_four_former_states():
    codes = {code for code in Locale("ar").territories if len(code) == 2}
    letters = {code for code in codes if code.isalpha()} - NOT_COUNTRIES
    assert {country.code for country in countries()} == letters | FORMER_STATES
    assert len(letters) == 250


def test_every_country_has_names_and_an_adjective_or_a_dash_in_the_table():
    for code, names in country_names().items():
        assert all(names), code
    without = {country.code for country in countries() if not country.adjectives}
    assert without == NO_ADJECTIVE


def test_libya_is_named_in_all_these_ways():
    assert of("LY", "name") == [
        "ليبيا",
        "الجماهيرية الليبية",
        "الجماهيرية العربية الليبية",
        "الجماهيرية العربية الليبية الشعبية الاشتراكية العظمى",
        "الجماهيرية العظمى",
        "الجماهيرية",
        "المملكة الليبية",
        "لبيا",
        "دولة ليبيا",
    ]
    assert of("LY", "demonym") == [
        "ليبي",
        "ليبية",
        "ليبيان",
        "ليبيتان",
        "ليبيتين",
        "الليبي",
        "الليبية",
        "الليبيان",
        "الليبيتان",
        "الليبيتين",
    ]
    assert of("LY", "people") == [
        "ليبيين",
        "ليبيون",
        "ليبيات",
        "الليبيين",
        "الليبيون",
        "الليبيات",
        "ليبيو",
        "ليبيي",
    ]


@pytest.mark.parametrize(
    ("text", "code", "form"),
    [
        ("الولايات المتحدة الأمريكية", "US", "name"),
        ("أميركا", "US", "name"),
        ("الأميركية", "US", "demonym"),
        ("الأمريكان", "US", "people"),
        ("الروس", "RU", "people"),
        ("الأتراك", "TR", "people"),
        ("إنجلترا", "GB", "name"),
        ("الاسكتلندي", "GB", "demonym"),
        ("الإنجليز", "GB", "people"),
        ("المملكة العربية السعودية", "SA", "name"),
        ("السعودية", "SA", "name"),
        ("السعوديون", "SA", "people"),
        ("الإماراتية", "AE", "demonym"),
        ("دولة قطر", "QA", "name"),
        ("جمهورية مصر العربية", "EG", "name"),
        ("الجمهورية التونسية", "TN", "name"),
        ("جمهورية العراق", "IQ", "name"),
        ("فلسطين", "PS", "name"),
        ("الكوريون الجنوبيون", "KR", "people"),
        ("الكورية الشمالية", "KP", "demonym"),
        ("الجنوب أفريقي", "ZA", "demonym"),
        ("التشيك", "CZ", "name"),
        ("اليونان", "GR", "name"),
        ("بنجلاديش", "BD", "name"),
        ("السوفياتي", "SU", "demonym"),
        ("الاتحاد السوفيتي", "SU", "name"),
        ("طوغو", "TG", "name"),
        ("كيرغيزستان", "KG", "name"),
        ("فنلندة", "FI", "name"),
        ("ليختينشتاين", "LI", "name"),
        ("البوسنة و الهرسك", "BA", "name"),
        ("جمهورية كوريا الشعبية الديموقراطية", "KP", "name"),
        ("الولايات المتحدة المكسيكية", "MX", "name"),
        ("الصين تايبيه", "TW", "name"),
        ("الهولاندية", "NL", "demonym"),
        ("الباربادوسي", "BB", "demonym"),
        ("النمسوي", "AT", "demonym"),
        ("فلسطينيو", "PS", "people"),
        ("لبنانيي", "LB", "people"),
    ],
)
def test_a_written_form_belongs_to_its_country(text, code, form):
    found = [(f.entity, f.form) for f in country_forms() if f.text == text]
    assert found == [(code, form)]


def test_the_evidence_says_which_alias_of_which_country():
    assert (
        Form(
            "بريطانيا العظمى",
            "GB",
            "country",
            "name",
            "GB",
            'alias "بريطانيا العظمى" of بريطانيا',
        )
        in country_forms()
    )
    assert Form("بريطانيا", "GB", "country", "name", "GB", "name") in country_forms()


def test_no_two_countries_share_a_form():
    owners = defaultdict(set)
    for form in country_forms():
        owners[normalise(form.text)].add((form.entity, form.form))
    assert {text: who for text, who in owners.items() if len(who) > 1} == {}


def test_an_accusative_that_is_a_country_is_the_country():
    forms = {form.text: form.form for form in country_forms()}
    assert {forms[name] for name in ("ليبيا", "تركيا", "روسيا", "سوريا")} == {"name"}
    assert forms["مصريا"] == "demonym"


def test_a_bare_korean_is_of_neither_korea():
    texts = {form.text for form in country_forms()}
    assert not texts & {"كوريا", "كوري", "الكوري", "الكورية", "الكوريون"}


@pytest.mark.parametrize(
    "text",
    [
        "جماهيري",
        "زائيري",
        "كابوني",
        "بينيني",
        "جيورجي",
        "فرانسين",
        "جورجيو",
        "موريسيو",
        "توجية",
    ],
)
def test_what_the_rules_yield_but_is_another_word_is_no_form(text):
    assert text not in {form.text for form in country_forms()}


def test_forms_that_are_more_often_another_word_are_known():
    common = common_country_forms()
    assert {"مالي", "المالية", "العاجي", "صحراوية", "مجريات"} <= common
    assert not {"قطر", "المغرب", "الإيفوارية", "المجر"} & common
    assert common <= {form.text for form in country_forms()}


def test_texts_are_clean_arabic_words():
    for form in country_forms():
        assert form.text == " ".join(form.text.split()), form
        assert not set(form.text) & set("()-|*،"), form
