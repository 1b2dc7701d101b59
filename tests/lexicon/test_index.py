import pytest

from kit.lexicon.form import Form
from kit.lexicon.index import Entry, Index, joined_and_apart, words_of

SISI = Entry(Form("عبد الفتاح السيسي", "sisi", "person", "name", "EG", "name"))
LIBYA = Entry(Form("ليبيا", "LY", "country", "name", "LY", "name"))


@pytest.fixture
def index():
    index = Index()
    index.add("عبد الفتاح السيسي", SISI)
    index.add("ليبيا", LIBYA)
    return index


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("مون جاي-إن", ("مون", "جاي", "ان"), id="a hyphen is no word"),
        pytest.param("إلى أنقرة", ("الي", "انقره"), id="words are in normal form"),
        pytest.param("اللواء 106", ("اللواء", "106"), id="a number is a word"),
        pytest.param("سي.إن.إن", ("سي", "ان", "ان"), id="stops are no words"),
        pytest.param("؟ -", (), id="signs alone are no words"),
    ],
)
def test_the_words_of_a_name_leave_its_signs_out(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        pytest.param(
            ("عبد", "الله", "صالح"),
            [("عبد", "الله", "صالح"), ("عبدالله", "صالح")],
            id="joined",
        ),
        pytest.param(
            ("عبدالله", "صالح"),
            [("عبدالله", "صالح"), ("عبد", "الله", "صالح")],
            id="apart",
        ),
        pytest.param(
            ("محمد", "بن", "سلمان"),
            [("محمد", "بن", "سلمان"), ("محمد", "ابن", "سلمان")],
            id="son of",
        ),
        pytest.param(("بن", "علي"), [("بن", "علي")], id="son first stays as it is"),
        pytest.param(("عبد", "ربه"), [("عبد", "ربه")], id="no article, not joined"),
        pytest.param(("ليبيا",), [("ليبيا",)], id="one word"),
    ],
)
def test_words_that_arabic_joins_at_will_are_written_both_ways(words, ways):
    assert list(joined_and_apart(words)) == ways


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        pytest.param("عبد الفتاح السيسي", (SISI,), id="as it was added"),
        pytest.param("عبدالفتاح السيسى", (SISI,), id="joined, other spelling"),
        pytest.param("عَبْد الفتّاح السيسي", (SISI,), id="with vowel marks"),
        pytest.param("عبد الفتاح", (), id="the beginning of a name"),
        pytest.param("عبد الفتاح السيسي الرئيس", (), id="more than the name"),
        pytest.param("ليبيا", (LIBYA,), id="one word"),
        pytest.param("وليبيا", (), id="proclitics are not read here"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_a_form_is_looked_up_by_exactly_its_words(index, text, entries):
    assert index.lookup(text) == entries


def test_an_entry_added_twice_is_listed_once(index):
    index.add("ليبيا", LIBYA)
    assert index.lookup("ليبيا") == (LIBYA,)


def test_two_entities_may_share_a_form(index):
    other = Entry(Form("ليبيا", "libya-street", "place", "name", None, "name"))
    index.add("ليبيا", other)
    assert index.lookup("ليبيا") == (LIBYA, other)


def test_a_text_without_a_word_cannot_be_indexed(index):
    with pytest.raises(ValueError, match=r"Cannot index '؟' of 'LY': it has no word\."):
        index.add("؟", LIBYA)


def named(entity):
    return Entry(Form("طرابلس", entity, "place", "name", None, "name"))


def test_an_index_with_more_forms_leaves_the_first_as_it_was(index):
    lebanon, libya, club = named("lebanon"), named("libya"), named("club")
    index.add("طرابلس", lebanon)
    index.add("طرابلس", libya)
    index.add("طرابلس الغرب", libya)
    more = index.with_([("طرابلس", club), ("طرابلس الشرق", lebanon)])
    assert more.lookup("طرابلس") == (club,)
    assert more.lookup("طرابلس الغرب") == (libya,)
    assert more.lookup("طرابلس الشرق") == (lebanon,)
    assert more.lookup("ليبيا") == (LIBYA,)
    assert index.lookup("طرابلس") == (lebanon, libya)
    assert index.lookup("طرابلس الشرق") == ()
