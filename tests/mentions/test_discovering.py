import pytest
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of


def find(text):
    return find_mentions([Article("a", text, parts_of(text))]).rows.to_dicts()


def persons(text):
    return [
        (row["surface"], row["entity"], row["country"], row["form"], row["engine"])
        for row in find(text)
        if row["kind"] == "person"
    ]


@pytest.mark.parametrize(
    ("text", "surface", "country"),
    [
        pytest.param(
            "قال الرئيس سمير غرداوي شيئا", "سمير غرداوي", None, id="right after it"
        ),
        pytest.param(
            "قال وزير الخارجية الفرنسي سمير غرداوي شيئا",
            "سمير غرداوي",
            "FR",
            id="nationality between",
        ),
        pytest.param(
            "قال وزير الخارجية السابق سمير غرداوي شيئا",
            "سمير غرداوي",
            None,
            id="former between",
        ),
        pytest.param(
            "قال وزير الخارجية الفرنسي السابق سمير غرداوي شيئا",
            "سمير غرداوي",
            "FR",
            id="nationality and former between",
        ),
        pytest.param(
            "قال المدير التنفيذي للشركة ستيف مولر شيئا",
            "ستيف مولر",
            None,
            id="the company between",
        ),
        pytest.param(
            "قال رئيس الوزراء سمير غرداوي شيئا",
            "سمير غرداوي",
            None,
            id="its complement",
        ),
        pytest.param(
            "قال الرئيس سمير بن غرداوي شيئا", "سمير بن غرداوي", None, id="a particle"
        ),
        pytest.param(
            "قال الرئيس زغنبوط بلوخمان شيئا", "زغنبوط بلوخمان", None, id="no given name"
        ),
    ],
)
def test_a_title_says_that_a_persons_name_follows(text, surface, country):
    ((found, _, of, form, engine),) = persons(text)
    assert (found, of, form, engine) == (surface, country, "name", "title")


def test_the_nationality_before_an_unknown_name_is_a_mention_of_its_own():
    assert [
        (row["surface"], row["entity"])
        for row in find("قال وزير الخارجية الفرنسي السابق سمير غرداوي شيئا")
    ] == [("الفرنسي", "FR"), ("سمير غرداوي", "smir-ghrdawi")]


def test_an_unknown_person_has_evidence_an_id_and_its_arabic_name():
    text = "قال الرئيس سمير غرداوي شيئا"
    found = find_mentions([Article("a", text, parts_of(text))])
    assert found.rows["evidence"].to_list() == ['title "الرئيس" + unknown name']
    assert found.entities.rows() == [
        ("smir-ghrdawi", "person", None, "سمير غرداوي", "")
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("قال الوزير بلوك شيئا", id="one word after a title"),
        pytest.param("قال سمير شيئا", id="a given name alone"),
        pytest.param("قال الرئيس سمير شيئا", id="a title and a given name"),
        pytest.param("قال وزير زغنبوط بلوخمان شيئا", id="minister of what?"),
        pytest.param("قال الرئيس إن الأمر جديد", id="common words"),
        pytest.param("قال الرئيس، سمير، غرداوي", id="signs part a name"),
        pytest.param("قال الرئيس John Smith شيئا", id="Latin letters"),
        pytest.param("قال الرئيس سمير\nغرداوي شيئا", id="a new paragraph"),
    ],
)
def test_too_little_makes_no_person(text):
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param(
            "قال ماثيو مولر شيئا",
            ("ماثيو مولر", "mathiw-mulr", None, "name", "given name"),
            id="foreign",
        ),
        pytest.param(
            "قال سمير غرداوي شيئا",
            ("سمير غرداوي", "smir-ghrdawi", None, "name", "given name"),
            id="Arabic",
        ),
    ],
)
def test_a_given_name_without_a_title_says_the_same(text, person):
    assert persons(text) == [person]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param(
            "قال تيبوا كورتوا شيئا",
            ("تيبوا كورتوا", "thibaut-courtois", "BE", "name", "lexicon"),
            id="nearly his given name",
        ),
        pytest.param(
            "قال سمير بومبيو شيئا",
            ("سمير بومبيو", "smir-bumbiw", None, "name", "given name"),
            id="another given name",
        ),
        pytest.param(
            "قال القرقسي بومبيو شيئا",
            ("بومبيو", "mike-pompeo", "US", "surname", "lexicon"),
            id="no given name",
        ),
    ],
)
def test_an_unknown_word_before_a_known_surname_may_make_it_somebody(text, person):
    assert persons(text) == [person]


def test_a_nearly_known_given_name_is_said_in_the_evidence():
    (row,) = find("قال تِيبُوَا كورتوا شيئا")
    assert row["evidence"] == 'given name تِيبُوَا + alias "كورتوا" of تيبو كورتوا'


def test_the_same_unknown_person_has_one_id():
    text = "قال الرئيس سمير غرداوي شيئا\nوعاد سمير غرداوي أمس"
    assert {entity for _, entity, *_ in persons(text)} == {"smir-ghrdawi"}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param("قال محمد المصري شيئا", "محمد المصري", id="a nationality"),
        pytest.param(
            "قال عبد المجيد غرداوي شيئا", "عبد المجيد غرداوي", id="servant of"
        ),
        pytest.param(
            "قال هزاع خلفان المنصوري شيئا", "هزاع خلفان المنصوري", id="a family"
        ),
        pytest.param(
            "رد علي غرداوي على السؤال", "علي غرداوي", id="علي where على is written too"
        ),
        pytest.param("شكر الوفد بممدوح غرداوي", "ممدوح غرداوي", id="after ب"),
        pytest.param("زار الوفد ليان غرداوي", "ليان غرداوي", id="no ل before it"),
        pytest.param(
            "أنجبت من الفنان سمير غرداوي نجلهما الأول",
            "سمير غرداوي",
            id="it ends before a word with a pronoun",
        ),
        pytest.param(
            "قال الرئيس سمير #غرداوي شيئا", "سمير #غرداوي", id="a tag begins in it"
        ),
    ],
)
def test_a_persons_name_is_found_whole_and_is_nothing_else(text, surface):
    mentions = [(row["surface"], row["kind"]) for row in find(text)]
    assert mentions == [(surface, "person")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("رد على غرداوي على السؤال", id="على"),
        pytest.param("رد علي غرداوي علي السؤال على عجل", id="mostly علي for على"),
    ],
)
def test_the_preposition_is_no_given_name(text):
    assert find(text) == []


@pytest.mark.parametrize(
    "written", ["دولة #الإمارات", "دولة_الإمارات", "دولة الإمارات"]
)
def test_a_word_of_class_is_left_out_with_the_sign_after_it(written):
    mentions = [(row["surface"], row["entity"]) for row in find(f"زار {written} أمس")]
    assert mentions == [("الإمارات", "AE")]
