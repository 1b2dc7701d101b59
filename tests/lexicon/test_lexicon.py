import pytest

from kit.language.normal import normalise
from kit.lexicon.lexicon import Name, default_lexicon
from kit.tables import table

KINDS = ("places", "persons", "organisations")


@pytest.fixture(scope="module")
def lexicon():
    return default_lexicon()


def known(lexicon, text):
    return sorted({(e.form.entity, e.form.form) for e in lexicon.index.lookup(text)})


def test_the_lexicon_is_built_once(lexicon):
    assert default_lexicon() is lexicon


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        pytest.param("ليبيا", [("LY", "name")], id="country"),
        pytest.param("الليبية", [("LY", "demonym")], id="demonym"),
        pytest.param("الليبيون", [("LY", "people")], id="people"),
        pytest.param("بنغازي", [("benghazi", "name")], id="place"),
        pytest.param("دمشق", [("damascus", "capital")], id="capital"),
        pytest.param("خليفة حفتر", [("khalifa-haftar", "name")], id="person"),
        pytest.param("حفتر", [("khalifa-haftar", "surname")], id="surname"),
        pytest.param("الأمم المتحدة", [("united-nations", "name")], id="organisation"),
        pytest.param("عمان", [("OM", "name"), ("amman", "capital")], id="namesakes"),
        pytest.param("كوريا", [("KP", "name"), ("KR", "name")], id="only in context"),
        pytest.param(
            "الكوري", [("KP", "demonym"), ("KR", "demonym")], id="adjective in context"
        ),
        pytest.param("شيئا", [], id="a common word"),
    ],
)
def test_a_text_names_all_who_are_written_so(lexicon, text, entities):
    assert known(lexicon, text) == entities


@pytest.mark.parametrize(
    ("spelling", "entity"),
    [
        ("اردوغان", "recep-tayyip-erdogan"),
        ("أردوجان", "recep-tayyip-erdogan"),
        ("عبدالفتاح السيسى", "abdel-fattah-el-sisi"),
    ],
)
def test_spelling_variants_are_known(lexicon, spelling, entity):
    assert entity in {who for who, _ in known(lexicon, spelling)}


def test_every_form_belongs_to_an_entity_with_names(lexicon):
    nodes = [*lexicon.index.root.values()]
    entities = set()
    while nodes:
        node = nodes.pop()
        entities.update(entry.form.entity for entry in node.entries)
        nodes.extend(node.next.values())
    assert entities - lexicon.names.keys() == set()
    assert all(name.arabic and name.english for name in lexicon.names.values())


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        ("LY", Name("country", "LY", "ليبيا", "Libya")),
        ("benghazi", Name("place", "LY", "بنغازي", "Benghazi")),
        ("khalifa-haftar", Name("person", "LY", "خليفة حفتر", "Khalifa Haftar")),
        (
            "united-nations",
            Name("organisation", None, "الأمم المتحدة", "United Nations"),
        ),
    ],
)
def test_every_entity_has_its_display_names(lexicon, entity, name):
    assert lexicon.names[entity] == name


def test_countries_have_english_adjectives_for_their_bodies(lexicon):
    assert lexicon.adjectives["NL"] == "Dutch"


def test_class_words_before_a_name_are_no_part_of_it(lexicon):
    entries = lexicon.index.lookup("محافظة حلب")
    skips = {entry.skip for entry in entries}
    assert skips <= {1}
    assert {entry.skip for entry in lexicon.index.lookup("مجلس الأمن")} == {0}


def test_heads_and_titles_have_indexes_of_their_own(lexicon):
    head = normalise("الحكومة")
    (entry,) = lexicon.bodies.lookup("الحكومة")
    assert (entry.form.entity, entry.form.kind) == (head, "phrase")
    assert lexicon.heads[head].english == "{adjective} government"
    (title,) = lexicon.titles.lookup("وزير الخارجية")
    assert (title.form.text, title.form.note) == ("وزير الخارجية", "foreign minister")


def test_words_that_are_names_and_words_that_are_not_are_in_normal_form(lexicon):
    assert normalise("إبراهيم") in lexicon.given_names
    assert {normalise(word) for word in lexicon.given_names} == lexicon.given_names
    assert {normalise(word) for word in lexicon.common_words} == lexicon.common_words


def test_no_id_is_of_two_kinds():
    """A club has an id of its own, beside that of its city."""
    ids = [row["id"] for name in KINDS for row in table(name)]
    assert sorted(set(ids)) == sorted(ids)
