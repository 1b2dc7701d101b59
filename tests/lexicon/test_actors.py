import pytest

from kit.lexicon import actors as module
from kit.lexicon.actors import Actor, Body, actor_forms, actors, bodies, titles
from kit.lexicon.form import Form

TABLES = {
    "persons": (
        {
            "id": "khalifa-haftar",
            "country": "LY",
            "name": "خليفة حفتر",
            "aliases": "خليفة بلقاسم حفتر| المشير خليفة حفتر ",
            "short": "حفتر",
            "english": "Khalifa Haftar",
        },
    ),
    "organisations": (
        {
            "id": "al-qaeda",
            "country": "",
            "name": "تنظيم القاعدة",
            "aliases": "",
            "short": "القاعدة",
            "acronyms": "",
            "english": "Al-Qaeda",
            "context": "تنظيم|فرع",
        },
        {
            "id": "opec",
            "country": "",
            "name": "منظمة الدول المصدرة للنفط",
            "aliases": "",
            "short": "",
            "acronyms": "أوبك",
            "english": "OPEC",
            "context": "",
        },
    ),
    "bodies": (
        {
            "head": "المنتخب",
            "english": "{adjective} national team",
            "gender": "m",
            "kinds": "adjective|name",
        },
    ),
    "titles": ({"title": "الرئيس", "kind": "office", "english": "president"},),
}


@pytest.fixture
def two_tables(monkeypatch):
    monkeypatch.setattr(module, "table", TABLES.__getitem__)


@pytest.mark.usefixtures("two_tables")
def test_actors_are_the_persons_and_then_the_organisations():
    assert list(actors()) == [
        Actor("khalifa-haftar", "person", "LY", "خليفة حفتر", "Khalifa Haftar"),
        Actor("al-qaeda", "organisation", None, "تنظيم القاعدة", "Al-Qaeda"),
        Actor("opec", "organisation", None, "منظمة الدول المصدرة للنفط", "OPEC"),
    ]


@pytest.mark.usefixtures("two_tables")
def test_each_form_says_what_it_is_and_which_words_it_needs():
    haftar = ("khalifa-haftar", "person")
    first = 'alias "خليفة بلقاسم حفتر" of خليفة حفتر'
    second = 'alias "المشير خليفة حفتر" of خليفة حفتر'
    opec = "منظمة الدول المصدرة للنفط"
    assert list(actor_forms()) == [
        (Form("خليفة حفتر", *haftar, "name", "LY", "name"), ()),
        (Form("خليفة بلقاسم حفتر", *haftar, "name", "LY", first), ()),
        (Form("المشير خليفة حفتر", *haftar, "name", "LY", second), ()),
        (Form("حفتر", *haftar, "surname", "LY", 'alias "حفتر" of خليفة حفتر'), ()),
        (
            Form("تنظيم القاعدة", "al-qaeda", "organisation", "name", None, "name"),
            (),
        ),
        (
            Form(
                "القاعدة",
                "al-qaeda",
                "organisation",
                "short",
                None,
                'alias "القاعدة" of تنظيم القاعدة',
            ),
            ("تنظيم", "فرع"),
        ),
        (Form(opec, "opec", "organisation", "name", None, "name"), ()),
        (
            Form(
                "أوبك",
                "opec",
                "organisation",
                "acronym",
                None,
                f'alias "أوبك" of {opec}',
            ),
            (),
        ),
    ]


@pytest.mark.usefixtures("two_tables")
def test_a_head_says_what_completes_it():
    assert list(bodies()) == [
        Body("المنتخب", "{adjective} national team", "m", ("adjective", "name"))
    ]


@pytest.mark.usefixtures("two_tables")
def test_titles_come_with_their_english():
    assert list(titles()) == [("الرئيس", "president")]


def test_ids_of_the_shipped_actors_are_unique():
    ids = [actor.id for actor in actors()]
    assert len(set(ids)) == len(ids)


def test_shipped_heads_are_complete():
    for body in bodies():
        assert body.takes, body
        assert set(body.takes) <= {"adjective", "name", "place"}, body
        if "place" in body.takes:
            assert "{place}" in body.english, body
        else:
            assert body.gender in {"m", "f"}, body
            assert "{adjective}" in body.english, body


def test_shipped_titles_are_listed_once():
    texts = [title for title, _ in titles()]
    assert len(set(texts)) == len(texts)
    assert all(english for _, english in titles())
