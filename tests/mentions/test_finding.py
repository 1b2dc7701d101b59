import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from rules_alone import find_mentions

from kit.articles.article import Article, Articles
from kit.articles.parts import parts_of
from kit.lexicon.countries import countries, country_forms
from kit.mentions import finding
from kit.mentions.homographs import has_rule
from kit.mentions.mention import ENTITY_SCHEMA, MENTION_SCHEMA, TOKEN_SCHEMA
from kit.tables import table

CHAINS = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب", "وك", "فل")
ARTICLE = "ال"
LEFT_OUT = {row["word"] for row in table("class_nouns") if row["role"] == "left out"}
SURE_NAMES = [
    form
    for form in country_forms()
    if not has_rule(form)
    and form.form == "name"
    and form.text.split()[0] not in LEFT_OUT  # دولة and the like are no part of a name
]


def article(text, name="a"):
    return Article(name, text, parts_of(text))


def find(text):
    return find_mentions([article(text)]).rows.to_dicts()


def test_a_mention_says_everything_about_itself():
    text = "عنوان الخبر\nزار الوفد الرياض. وقالت الحكومة الهولندية شيئا لليبيا."
    assert find(text) == [
        {
            "article": "a",
            "start": 22,
            "end": 28,
            "surface": "الرياض",
            "entity": "riyadh",
            "kind": "place",
            "form": "capital",
            "country": "SA",
            "inside": None,
            "part": "body",
            "repeat": False,
            "paragraph": 1,
            "sentence": 1,
            "token": 4,
            "proclitic": None,
            "evidence": "name",
            "engine": "lexicon",
            "confidence": None,
            "undecided": None,
            "way": "capital",
        },
        {
            "article": "a",
            "start": 36,
            "end": 53,
            "surface": "الحكومة الهولندية",
            "entity": "dutch-government",
            "kind": "organisation",
            "form": "name",
            "country": "NL",
            "inside": None,
            "part": "body",
            "repeat": False,
            "paragraph": 1,
            "sentence": 2,
            "token": 6,
            "proclitic": None,
            "evidence": 'body "الحكومة" + demonym of هولندا',
            "engine": "pattern",
            "confidence": None,
            "undecided": None,
            "way": "name",
        },
        {
            "article": "a",
            "start": 44,
            "end": 53,
            "surface": "الهولندية",
            "entity": "NL",
            "kind": "country",
            "form": "demonym",
            "country": "NL",
            "inside": "dutch-government",
            "part": "body",
            "repeat": False,
            "paragraph": 1,
            "sentence": 2,
            "token": 7,
            "proclitic": None,
            "evidence": "demonym",
            "engine": "lexicon",
            "confidence": None,
            "undecided": None,
            "way": "nested",
        },
        {
            "article": "a",
            "start": 60,
            "end": 65,
            "surface": "ليبيا",
            "entity": "LY",
            "kind": "country",
            "form": "name",
            "country": "LY",
            "inside": None,
            "part": "body",
            "repeat": False,
            "paragraph": 1,
            "sentence": 2,
            "token": 9,
            "proclitic": "ل",
            "evidence": "proclitic ل + name",
            "engine": "lexicon",
            "confidence": None,
            "undecided": None,
            "way": "proclitic",
        },
    ]


@pytest.mark.parametrize(
    ("text", "surface", "way"),
    [
        pytest.param("زار ليبيا أمس", "ليبيا", "name", id="its own name"),
        pytest.param("وصل لليبيا أمس", "ليبيا", "proclitic", id="with a proclitic"),
        pytest.param("زار افغانستان أمس", "افغانستان", "spelling", id="other letters"),
        pytest.param("زار لِيبيا أمس", "لِيبيا", "name", id="marks are no letters"),
        pytest.param("قال الزمالك شيئا", "الزمالك", "short", id="a short name"),
        pytest.param("زار أمريكا أمس", "أمريكا", "other_name", id="another name"),
        pytest.param("قال الليبي شيئا", "الليبي", "demonym", id="an adjective"),
        pytest.param("قال الليبيون شيئا", "الليبيون", "people", id="a people"),
        pytest.param("زار دمشق أمس", "دمشق", "capital", id="a capital"),
        pytest.param("انتقد ترامب الاتفاق", "ترامب", "surname", id="a surname"),
        pytest.param("قال حلف ناتو شيئا", "ناتو", "acronym", id="an acronym"),
        pytest.param(
            "قال الجيش الوطني الليبي شيئا", "الليبي", "nested", id="inside another"
        ),
    ],
)
def test_each_mention_is_counted_under_one_way_of_naming(text, surface, way):
    assert [r["way"] for r in find(text) if r["surface"] == surface] == [way]


def test_tokens_are_the_words_and_sentences_of_every_paragraph():
    found = find_mentions([article("عنوان الخبر\nقال نعم. وقال: لا!\n,")])
    assert found.tokens.schema == TOKEN_SCHEMA
    assert found.tokens.rows() == [
        ("a", 0, "headline", False, 2, 1),
        ("a", 1, "body", False, 4, 2),
        ("a", 2, "notice", False, 0, 1),
    ]


def test_entities_are_those_found_and_their_countries():
    found = find_mentions([article("زار بومبيو الرياض والأمم المتحدة أمس")])
    assert found.entities.schema == ENTITY_SCHEMA
    assert found.entities.rows() == [
        ("SA", "country", "SA", "السعودية", "Saudi Arabia"),
        ("US", "country", "US", "الولايات المتحدة", "United States"),
        ("mike-pompeo", "person", "US", "مايك بومبيو", "Mike Pompeo"),
        ("riyadh", "place", "SA", "الرياض", "Riyadh"),
        ("united-nations", "organisation", None, "الأمم المتحدة", "United Nations"),
    ]


def test_articles_keep_their_order_and_go_with_the_mentions():
    given = Articles((article("زار ليبيا", "z"), article("زار مصر", "b")))
    found = find_mentions(given)
    assert found.articles is given
    assert found.rows.select("article", "entity").rows() == [("z", "LY"), ("b", "EG")]
    assert len(found) == 2


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([], id="no articles"),
        pytest.param([article("قال شيئا")], id="nobody named"),
        pytest.param([Article("a", "ليبيا", ())], id="no parts"),
        pytest.param([article("")], id="no text"),
    ],
)
def test_where_nobody_is_named_the_table_is_empty_but_whole(articles):
    found = find_mentions(articles)
    assert (found.rows.schema, len(found)) == (MENTION_SCHEMA, 0)


def test_repeated_captions_and_notices_are_found_and_marked():
    text = (
        "عنوان الخبر عن مصر\nصورة من ليبيا\nصورة من ليبيا\n"
        "قال مسؤول شيئا.\nتنويه: عن تركيا"
    )
    rows = [
        (row["entity"], row["part"], row["repeat"], row["paragraph"])
        for row in find(text)
    ]
    assert rows == [
        ("EG", "headline", False, 0),
        ("LY", "caption", False, 1),
        ("LY", "caption", True, 2),
        ("TR", "notice", False, 4),
    ]


def test_finding_twice_gives_the_same():
    text = "قالت كوريا وعمان إن سمير غرداوي وبومبيو زارا المملكة والجيش السوري"
    first, second = (find_mentions([article(text)]) for _ in range(2))
    assert first.rows.equals(second.rows)
    assert first.entities.equals(second.entities)


@settings(max_examples=300)
@given(st.sampled_from(SURE_NAMES), st.sampled_from((*CHAINS, "لل", "ولل")))
def test_a_name_of_a_country_is_found_after_any_proclitics(form, chain):
    definite = form.text.startswith(ARTICLE)
    if chain.endswith("ل") and definite:
        chain = chain.rstrip("ل") + "لل"
    name = form.text.removeprefix(ARTICLE) if chain.endswith("لل") else form.text
    if chain.endswith("لل") and not definite:
        chain = chain.removesuffix("ل")
    text = f"رأينا أمس {chain}{name} مساء"
    start = 10 + len(chain)
    found = [
        (row["start"], row["end"], row["surface"], row["entity"], row["proclitic"])
        for row in find(text)
    ]
    expected = (start, start + len(name), name, form.entity, chain or None)
    assert found == [expected]
    assert text[start : start + len(name)] == name


@settings(max_examples=100)
@given(st.text(st.sampled_from("وفبلكالبيانمرصتهـَ -_.،\n\u200f") | st.characters()))
def test_whatever_is_written_every_mention_is_the_text_at_its_place(text):
    text = f"{text} زار ليبيا وللعراق {text}"
    for row in find(text):
        assert row["surface"] == text[row["start"] : row["end"]]
        assert row["surface"] == row["surface"].strip()


@pytest.mark.parametrize(
    "country",
    [
        pytest.param(country, id=country.code)
        for country in countries()
        if country.code != "RO"
    ],
)
def test_every_country_is_found_by_its_name(country):
    assert [
        (row["start"], row["surface"], row["entity"])
        for row in find(f"قال مسؤولون في {country.name} أمس")
    ] == [(15, country.name, country.code)]


def test_a_finder_that_has_met_very_many_words_begins_anew(monkeypatch):
    monkeypatch.setattr(finding, "_REMEMBERED_WORDS", 3)
    first = finding._finder(())  # noqa: SLF001  # what is remembered is not said
    texts = ("زار بومبيو ليبيا", "غادر الوزير مصر أمس", "زار بومبيو ليبيا")
    articles = [article(text, str(at)) for at, text in enumerate(texts)]
    apart = [find_mentions([one]).rows for one in articles]
    assert finding._finder(()) is not first  # noqa: SLF001  # see above
    monkeypatch.undo()
    together = find_mentions(articles).rows
    assert_frame_equal(pl.concat(apart), together)
