import pytest
from marking import found
from tiny_morphology import DATABASE

from kit.camel.morphology import Morphology
from kit.mentions.dictionary import Dictionary
from kit.mentions.finder import Settings

COLUMNS = (3, 14, 15)  # surface, proclitic, evidence


@pytest.fixture
def morphology(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "morphology.db"
    file.write_text(DATABASE, encoding="utf-8")
    return Morphology.load(file)


def mentions(text, *marks, morphology):
    settings = Settings(morphology=morphology)
    rows = found(text, *marks, settings=settings).rows.iter_rows()
    return [tuple(row[at] or "" for at in COLUMNS) for row in rows]


@pytest.mark.parametrize(
    ("text", "marks", "without", "asked"),
    [
        pytest.param(
            "في الصورة وردان زلطم أمس",
            [("وردان زلطم", "person", 0.9)],
            ("ردان زلطم", "و", "proclitic و + recogniser 0.90"),
            ("وردان زلطم", "", "recogniser 0.90 + morphology: a proper noun whole"),
            id="letters of a proper noun are no proclitic",
        ),
        pytest.param(
            "رأى سمكار وزنكل زلطم أمس",
            [("وزنكل زلطم", "person", 0.9)],
            ("زنكل زلطم", "و", "proclitic و + recogniser 0.90"),
            ("زنكل زلطم", "و", "proclitic و + recogniser 0.90"),
            id="of words it does not have the dictionary says nothing",
        ),
        pytest.param(
            "في الصورة جون خضع أمس",
            [("جون", "person", 0.9)],
            ("جون خضع", "", "given name + unknown name"),
            ("جون", "", "recogniser 0.90 + morphology: no name خضع"),
            id="no verb belongs to a name",
        ),
        pytest.param(
            "في الصورة جون قرشا أمس",
            [("جون", "person", 0.9)],
            ("جون قرشا", "", "given name + unknown name"),
            ("جون", "", "recogniser 0.90 + morphology: no name قرشا"),
            id="nor a noun in the accusative",
        ),
        pytest.param(
            "في الصورة جون بقرش أمس",
            [("جون", "person", 0.9)],
            ("جون بقرش", "", "given name + unknown name"),
            ("جون", "", "recogniser 0.90 + morphology: no name بقرش"),
            id="nor one after a preposition",
        ),
        pytest.param(
            "في الصورة جون قرشة أمس",
            [("جون", "person", 0.9)],
            ("جون قرشة", "", "given name + unknown name"),
            ("جون قرشة", "", "given name + unknown name"),
            id="but a common noun may be a family's name",
        ),
        pytest.param(
            "قالت الوزيرة سامرة زنكلوت يكتسح أمس",
            [],
            ("سامرة زنكلوت يكتسح", "", 'title "الوزيرة" + unknown name'),
            (
                "سامرة زنكلوت",
                "",
                'title "الوزيرة" + unknown name + morphology: verb يكتسح',
            ),
            id="a name ends before a verb",
        ),
        pytest.param(
            "قالت الوزيرة سامرة زنكلوت تشان أمس",
            [],
            ("سامرة زنكلوت تشان", "", 'title "الوزيرة" + unknown name'),
            ("سامرة زنكلوت تشان", "", 'title "الوزيرة" + unknown name'),
            id="but not before a foreign name that is a verb by accident",
        ),
    ],
)
def test_the_dictionary_says_where_unlisted_names_begin_and_end(
    text, marks, without, asked, morphology
):
    assert without in mentions(text, *marks, morphology=None)
    assert asked in mentions(text, *marks, morphology=morphology)


def test_without_a_database_the_dictionary_is_silent():
    silent = Dictionary()
    words = ["باولا", "خضع", "يكتسح"]
    assert {
        answer(word)
        for word in words
        for answer in (silent.whole, silent.no_name, silent.verb)
    } == {""}


def test_a_word_that_may_be_a_proper_noun_is_never_spoken_against(morphology):
    assert Dictionary(morphology).no_name("مالي") == ""
    assert Dictionary(morphology).no_name("ترامب") == ""


def test_what_will_be_asked_is_looked_up_beforehand(morphology, monkeypatch):
    asked = []
    prepare = morphology.prepare

    def listening(words):
        words = list(words)
        asked.append(words)
        prepare(words)

    monkeypatch.setattr(morphology, "prepare", listening)
    text = "قالت الوزيرة سامرة زنكلوت يكتسح. ثم غادر جون خضع"
    found(text, ("جون", "person", 0.9), settings=Settings(morphology=morphology))
    assert asked[0] == ["يكتسح", "جون", "خضع"]
    assert {word for words in asked for word in words} == set(asked[0])


@pytest.mark.shared
def test_the_real_database_tells_names_from_words(shared, monkeypatch, tmp_path):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(shared / "camel-data"))
    monkeypatch.setenv("KIT_CACHE", str(tmp_path))
    dictionary = Dictionary(Morphology.load())
    words = ("واصف", "باولا", "وبلداج", "بيونغ", "بايك", "وليد")
    assert [bool(dictionary.whole(word)) for word in words] == [
        True, True, False, False, True, True,
    ]  # fmt: skip
    words = ("مرارا", "صراعا", "خضع", "بتحفظ", "كبارة", "مسفر", "شاه", "ترامب", "مالي")
    assert [word for word in words if dictionary.no_name(word)] == [
        "مرارا", "صراعا", "خضع", "بتحفظ",
    ]  # fmt: skip
    words = ("يكتسح", "تتواكب", "يزبك", "تشول", "يوليا", "تونا")
    assert [word for word in words if dictionary.verb(word)] == [
        "يكتسح", "تتواكب", "يزبك",
    ]  # fmt: skip
