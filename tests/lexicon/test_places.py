from collections import defaultdict

import pytest

from kit.language.normal import normalise
from kit.lexicon.countries import countries, country_forms
from kit.lexicon.form import Form
from kit.lexicon.places import common_place_forms, place_forms, place_names
from kit.tables import table

UNINHABITED = {"BV", "GS", "HM", "IO", "PN", "TF", "UM"}
NO_CAPITAL_LISTED = UNINHABITED | {
    *("AQ", "BQ", "CC", "CX", "GI", "HK", "IL", "KY", "MO", "NF", "TK"),
    *("SU", "YU", "CS", "DD"),
}


def test_every_country_but_the_named_ones_has_a_capital():
    capitals = {form.country for form in place_forms() if form.form == "capital"}
    missing = {country.code for country in countries()} - capitals
    assert missing == NO_CAPITAL_LISTED


@pytest.mark.parametrize(
    ("text", "place", "form", "country"),
    [
        ("بنغازي", "benghazi", "name", "LY"),
        ("واشنطن", "washington", "capital", "US"),
        ("أبو ظبي", "abu-dhabi", "capital", "AE"),
        ("كابل", "kabul", "capital", "AF"),
        ("بيونج يانج", "pyongyang", "capital", "KP"),
        ("القدس", "jerusalem", "name", None),
        ("الضفة الغربية", "west-bank", "name", "PS"),
        ("كردستان العراق", "kurdistan-region", "name", "IQ"),
        ("القرم", "crimea", "name", "UA"),
        ("تونس العاصمة", "tunis", "capital", "TN"),
        ("ولاية جورجيا", "georgia-us", "name", "US"),
        ("شيكاجو", "chicago", "name", "US"),
        ("الشرق الأوسط", "middle-east", "name", None),
        ("البحر الأحمر", "red-sea", "name", None),
        ("أميركا اللاتينية", "latin-america", "name", None),
    ],
)
def test_a_written_form_belongs_to_its_place(text, place, form, country):
    found = [
        (f.entity, f.kind, f.form, f.country) for f in place_forms() if f.text == text
    ]
    assert found == [(place, "place", form, country)]


def test_the_evidence_says_which_alias_of_which_place():
    forms = [form for form in place_forms() if form.entity == "kabul"]
    assert forms == [
        Form("كابول", "kabul", "place", "capital", "AF", "name"),
        Form("كابل", "kabul", "place", "capital", "AF", 'alias "كابل" of كابول'),
    ]


def test_a_place_has_a_country_an_arabic_and_an_english_name():
    assert place_names()["benghazi"] == ("LY", "بنغازي", "Benghazi")
    assert place_names()["red-sea"] == (None, "البحر الأحمر", "Red Sea")
    assert all(arabic and english for _, arabic, english in place_names().values())


def test_ids_are_unique_and_written_in_kebab_case():
    ids = [row["id"] for row in table("places")]
    assert len(set(ids)) == len(ids)
    assert all(part.isalnum() for text in ids for part in text.split("-"))


def test_the_country_of_a_place_is_in_the_table_of_countries():
    codes = {country.code for country in countries()}
    assert {form.country for form in place_forms()} - codes == {None}


def test_no_two_places_share_a_form_and_two_countries_are_written_like_one():
    owners = defaultdict(set)
    for form in (*place_forms(), *country_forms()):
        owners[normalise(form.text)].add(form.entity)
    shared = {text: who for text, who in owners.items() if len(who) > 1}
    assert shared == {"عمان": {"OM", "amman"}, "القابون": {"GA", "qaboun"}}


def test_places_that_are_ordinary_words_are_known():
    common = common_place_forms()
    assert {"الزرقاء", "الهادئ", "مشهد", "البندقية"} <= common
    assert not {"دمشق", "المحيط الهادئ", "حمص", "الرقة"} & common
    assert common <= {form.text for form in place_forms()}
