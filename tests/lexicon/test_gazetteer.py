from kit.lexicon.gazetteer import COLUMNS, cities, write
from kit.lexicon.places import GAZETTEER, city_forms
from kit.tables import table


def test_the_table_is_what_geonames_gives():
    assert [tuple(row[column] for column in COLUMNS) for row in table("cities")] == [
        *cities()
    ]


def test_the_table_is_written_as_it_is_read(tmp_path):
    write(tmp_path / "cities.csv")
    first, second = (tmp_path / "cities.csv").read_text("utf-8").splitlines()[:2]
    assert (first, second) == ("id,country,name,english", "aizawl-in,IN,آئزال,Aizawl")


def test_a_city_is_a_place_of_the_gazetteer():
    found = [(form, english) for form, english in city_forms() if form.text == "آبادان"]
    ((form, english),) = found
    assert (form.entity, form.kind, form.form, form.country, form.note, english) == (
        "abadan-ir",
        "place",
        "name",
        "IR",
        GAZETTEER,
        "Abadan",
    )


def test_a_class_word_makes_no_name_of_a_city():
    assert [
        form.text for form, _ in city_forms() if form.text.startswith("مدينة ")
    ] == []
