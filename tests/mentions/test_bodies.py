import pytest
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of


def find(text):
    return find_mentions([Article("a", text, parts_of(text))]).rows.to_dicts()


def standing(text):
    columns = ("surface", "entity", "kind", "inside")
    return [tuple(row[column] for column in columns) for row in find(text)]


def body(surface, entity, adjective, code):
    return [
        (surface, entity, "organisation", None),
        (adjective, code, "country", entity),
    ]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "قالت الحكومة الهولندية شيئا",
            body("الحكومة الهولندية", "dutch-government", "الهولندية", "NL"),
            id="feminine",
        ),
        pytest.param(
            "قال الجيش السوري شيئا",
            body("الجيش السوري", "syrian-army", "السوري", "SY"),
            id="masculine",
        ),
        pytest.param(
            "قالت القوات الفرنسية شيئا",
            body("القوات الفرنسية", "french-forces", "الفرنسية", "FR"),
            id="a broken plural takes the feminine",
        ),
        pytest.param(
            "وللحكومة الهولندية رأي",
            body("حكومة الهولندية", "dutch-government", "الهولندية", "NL"),
            id="proclitics stay outside",
        ),
        pytest.param(
            "قالت سفارة الولايات المتحدة شيئا",
            body(
                "سفارة الولايات المتحدة",
                "american-embassy",
                "الولايات المتحدة",
                "US",
            ),
            id="a country's name",
        ),
    ],
)
def test_a_head_and_its_nationality_are_a_body_with_the_country_inside(text, mentions):
    assert standing(text) == mentions


def test_the_evidence_of_a_body_names_its_head_and_its_country():
    government, dutch = find("قالت الحكومة الهولندية شيئا")
    assert government["evidence"] == 'body "الحكومة" + demonym of هولندا'
    assert (government["engine"], government["country"]) == ("pattern", "NL")
    assert (dutch["evidence"], dutch["engine"]) == ("demonym", "lexicon")


def test_a_body_has_names_in_both_languages():
    article = "قالت الحكومة الهولندية شيئا"
    found = find_mentions([Article("a", article, parts_of(article))])
    assert found.entities.rows() == [
        ("NL", "country", "NL", "هولندا", "Netherlands"),
        (
            "dutch-government",
            "organisation",
            "NL",
            "الحكومة الهولندية",
            "Dutch government",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "adjective", "code"),
    [
        pytest.param("قال وزير الخارجية الروسي شيئا", "الروسي", "RU", id="a role"),
        pytest.param(
            "قالت وزيرة الدفاع الفرنسية شيئا", "الفرنسية", "FR", id="a woman's role"
        ),
        pytest.param("قالت السلطات التركية شيئا", "التركية", "TR", id="authorities"),
        pytest.param("قال ضابط سوري شيئا", "سوري", "SY", id="an indefinite noun"),
        pytest.param("قالت حكومة هولندية شيئا", "هولندية", "NL", id="indefinite head"),
        pytest.param("قال الجيش السورية شيئا", "السورية", "SY", id="other gender"),
        pytest.param("قالت الحكومة الهولندي شيئا", "الهولندي", "NL", id="other one"),
        pytest.param("قالت شركة فرنسية شيئا", "فرنسية", "FR", id="a company"),
        pytest.param(
            "قال الجيش، الليبي الأصل، شيئا", "الليبي", "LY", id="a sign between"
        ),
    ],
)
def test_without_agreement_or_a_head_only_the_adjective_is_a_mention(
    text, adjective, code
):
    assert standing(text) == [(adjective, code, "country", None)]


@pytest.mark.parametrize("text", ["قالت الحكومة شيئا", "قال الجيش شيئا", "زار السفارة"])
def test_a_head_alone_is_nobody(text):
    assert standing(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "proclitic"),
    [
        pytest.param("فاز نادي الزمالك أمس", "نادي الزمالك", None, id="bare"),
        pytest.param("فاز الزمالك أمس", "الزمالك", None, id="without the word"),
        pytest.param("هزيمة لنادي الزمالك أمس", "نادي الزمالك", "ل", id="proclitic"),
        pytest.param("هزيمة للزمالك أمس", "زمالك", "لل", id="proclitic on the name"),
    ],
)
def test_the_word_club_is_taken_into_the_name_of_a_club(text, surface, proclitic):
    (row,) = find(text)
    assert (row["surface"], row["entity"], row["proclitic"]) == (
        surface,
        "zamalek",
        proclitic,
    )


def test_a_place_completes_an_indefinite_head():
    text = "قالت شرطة لندن إنها تحقق."
    rows = find_mentions([Article("a", text, parts_of(text))]).rows
    assert rows.select("surface", "entity", "kind", "inside").rows() == [
        ("شرطة لندن", "london-police", "organisation", None),
        ("لندن", "london", "place", "london-police"),
    ]


def test_words_beside_a_city_that_is_a_club_too_decide():
    def read_as(text):
        rows = find_mentions([Article("a", text, parts_of(text))]).rows
        return rows.select("surface", "kind").rows()

    assert read_as("فاز برشلونة الإسباني أمس.") == [
        ("برشلونة", "organisation"),
        ("الإسباني", "country"),
    ]
    assert read_as("زار مدينة برشلونة أمس.") == [("برشلونة", "place")]


def test_a_club_named_in_full_is_called_by_its_city_afterwards():
    text = "فاز بوروسيا دورتموند في المباراة وسجل دورتموند هدفين في دورتموند"
    assert standing(text) == [
        ("بوروسيا دورتموند", "borussia-dortmund", "organisation", None),
        ("دورتموند", "dortmund", "place", "borussia-dortmund"),
        ("دورتموند", "borussia-dortmund", "organisation", None),
        ("دورتموند", "dortmund", "place", None),
    ]


def test_a_club_known_by_its_first_word_leaves_the_city_alone():
    text = "فاز بايرن ميونيخ بالدوري ووصل إلى ميونيخ ثم استقبلت ميونيخ الفريق"
    assert [row[2] for row in standing(text) if row[0] == "ميونيخ"] == [
        "place",
        "place",
        "place",
    ]


def test_a_university_of_a_city_makes_no_club_of_the_city():
    text = "فازت جامعة دورتموند بالدوري واحتفلت دورتموند"
    assert [row[2] for row in standing(text) if row[0] == "دورتموند"] == [
        "place",
        "place",
    ]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("مكتب النائب العام الليبي", "libyan-attorney-general-s-office"),
        ("حكومة اليمن", "yemeni-government"),
    ],
)
def test_a_body_is_the_same_by_adjective_and_by_country(text, entity):
    assert standing(text)[0] == (text, entity, "organisation", None)
