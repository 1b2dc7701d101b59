import pytest

from kit.camel.analysis import Analysis
from kit.camel.morphology import Morphology

HOW = (
    "Download one once (40 MB): .venv/bin/camel_data -i morphology-db-msa-r13; "
    "or set CAMELTOOLS_DATA to the folder that has it."
)


def told(readings):
    return {
        f"{reading.proclitics}+{reading.word}": sorted(parts)
        for reading, parts in readings.items()
    }


def test_a_word_has_its_readings_the_likeliest_first(morphology):
    assert morphology.analyses("وليد") == (
        Analysis("وَلِيد", "noun_prop", "", -3.9457),
        Analysis("يَد", "noun", "ول", -5.4975),
    )


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("ليبيا", "لِيبِيا"),
        ("وليبيا", "لِيبِيا"),
        ("لِيـبيا", "لِيبِيا"),
        ("الليبية", "لِيبِيّ"),
        ("للعراق", "عِراق"),
        ("مالي", "مالِيّ"),
        ("وليد", "وَلِيد"),
        ("على", "عَلِيّ"),
        ("سزار", "زار"),
        ("تْرامب", "ترامب"),
        ("CNN", "CNN"),
        ("2011", "2011"),
        ("جاي-إن", "جاي-إن"),
        ("", ""),
    ],
)
def test_a_word_has_a_lemma(morphology, word, lemma):
    assert morphology.lemma(word) == lemma


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("مالي", {"noun_prop", "adj", "noun"}),
        ("وليد", {"noun_prop"}),
        ("ليبيا", {"noun_prop", "adj"}),
        ("الليبي", {"adj"}),
        ("وليبيا", set()),
        ("ترامب", set()),
    ],
)
def test_a_word_as_it_stands_has_parts_of_speech(morphology, word, parts):
    assert morphology.parts_of_speech(word) == parts


@pytest.mark.parametrize(
    ("word", "readings"),
    [
        ("وليد", {"+وليد": ["noun_prop"], "و+ليد": [], "ول+يد": ["noun"]}),
        ("وليبيا", {"+وليبيا": [], "و+ليبيا": ["adj", "noun_prop"], "ول+يبيا": []}),
        ("للعراق", {"+للعراق": [], "ل+لعراق": [], "لل+العراق": ["noun_prop"]}),
        ("وترامب", {"+وترامب": [], "و+ترامب": []}),
        ("زار", {"+زار": ["verb"]}),
    ],
)
def test_every_way_to_strip_a_word_has_what_may_remain(morphology, word, readings):
    assert told(morphology.proclitic_readings(word)) == readings


def test_words_analysed_before_need_no_database(morphology, database):
    morphology.prepare(["وليد", "ترامب"])
    again = Morphology.load(database)
    database.write_text("unreadable from now on")
    assert again.lemma("وليد") == "وَلِيد"
    assert again.lemma("ترامب") == "ترامب"
    with pytest.raises(ValueError, match="cannot be read as a morphology database"):
        again.lemma("مالي")


def test_another_database_has_its_own_results(morphology, database):
    assert morphology.lemma("زار") == "زار"
    changed = database.read_text(encoding="utf-8").replace("lex:زار", "lex:زارَ")
    database.write_text(changed, encoding="utf-8")
    assert Morphology.load(database).lemma("زار") == "زارَ"


def test_a_damaged_result_is_worked_out_again(morphology, database, cache):
    morphology.prepare(["وليد"])
    import sqlite3  # noqa: PLC0415  # only here is the file opened by hand

    for text in ("", "[[1]]", "[7]", "7"):
        with sqlite3.connect(cache.file) as connection:
            connection.execute("UPDATE results SET value = ?", [text])
        connection.close()
        assert Morphology.load(database).lemma("وليد") == "وَلِيد"


def test_a_folder_may_be_given(database):
    assert Morphology.load(database.parent).file == database
    assert Morphology.load(str(database)).file == database


def test_without_a_database_the_command_that_brings_it_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    place = tmp_path / "data" / "morphology_db" / "calima-msa-r13"
    with pytest.raises(FileNotFoundError) as caught:
        Morphology.load()
    assert str(caught.value) == f"No morphology database at '{place}'. {HOW}"
    with pytest.raises(FileNotFoundError) as caught:
        Morphology.load(tmp_path / "none.db")
    expected = f"No morphology database at '{tmp_path / 'none.db'}'. {HOW}"
    assert str(caught.value) == expected


def test_what_is_no_database_is_refused(tmp_path):
    file = tmp_path / "morphology.db"
    file.write_text("<html>not found</html>")
    with pytest.raises(ValueError, match=r"it does not open with DEFINES\. Download"):
        Morphology.load(tmp_path)


@pytest.mark.parametrize("end", ["TABLE AC", "STEMS", "pos_lex_logprob:*", " prc3:na"])
def test_half_a_database_is_refused(database, end):
    whole = database.read_text(encoding="utf-8")
    database.write_text(whole[: whole.index(end)], encoding="utf-8")
    with pytest.raises(ValueError, match=r"cannot be read .* Download it again"):
        Morphology.load(database).lemma("وليد")


@pytest.mark.shared
def test_the_real_database_knows_names_from_accidents_of_letters(shared, monkeypatch):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(shared / "camel-data"))
    morphology = Morphology.load()
    lemmas = {
        "وليد": "وَلِيد",
        "ليبيا": "لِيبِيا",
        "وروسيا": "رُوسِيا",
        "مالي": "مالِيّ",
        "الليبيين": "لِيبِيّ",
        "للعراق": "عِراق",
        "لكن": "لٰكِن",
        "وحدة": "وَحْدَة",
        "بلدة": "بَلْدَة",
        "ترامب": "ترامب",
    }
    morphology.prepare(lemmas)
    assert {word: morphology.lemma(word) for word in lemmas} == lemmas
    assert morphology.parts_of_speech("مالي") == {"noun_prop", "adj", "noun"}
    assert told(morphology.proclitic_readings("وليد")) == {
        "+وليد": ["noun", "noun_prop"],
        "و+ليد": [],
        "ول+يد": ["noun"],
    }
