import pytest
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of


def find(text):
    return find_mentions([Article("a", text, parts_of(text))]).rows.to_dicts()


def standing(text):
    return [(row["surface"], row["entity"], row["inside"]) for row in find(text)]


UNSMIL = "un-support-mission-in-libya"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "وقالت بعثة الأمم المتحدة للدعم في ليبيا شيئا",
            [
                ("بعثة الأمم المتحدة للدعم في ليبيا", UNSMIL, None),
                ("الأمم المتحدة", "united-nations", UNSMIL),
                ("ليبيا", "LY", UNSMIL),
            ],
            id="organisation and country in an organisation",
        ),
        pytest.param(
            "قال الجيش الوطني الليبي شيئا",
            [
                ("الجيش الوطني الليبي", "libyan-national-army", None),
                ("الليبي", "LY", "libyan-national-army"),
            ],
            id="demonym in an organisation",
        ),
        pytest.param(
            "كرمت جامعة القاهرة الباحث",
            [
                ("جامعة القاهرة", "cairo-university", None),
                ("القاهرة", "cairo", "cairo-university"),
            ],
            id="place in an organisation",
        ),
        pytest.param(
            "زار طرابلس اللبنانية أمس",
            [
                ("طرابلس اللبنانية", "tripoli-lebanon", None),
                ("اللبنانية", "LB", "tripoli-lebanon"),
            ],
            id="demonym in a place",
        ),
        pytest.param(
            "قالت وزارة الخارجية الأميركية شيئا",
            [
                ("وزارة الخارجية الأميركية", "us-state-department", None),
                ("الأميركية", "US", "us-state-department"),
            ],
            id="no body inside a body",
        ),
    ],
)
def test_names_of_others_inside_an_organisation_or_place_are_mentions(text, mentions):
    assert standing(text) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "زار جمهورية مصر العربية أمس",
            [("جمهورية مصر العربية", "EG", None)],
            id="country",
        ),
        pytest.param(
            "زار المملكة العربية السعودية أمس",
            [("المملكة العربية السعودية", "SA", None)],
            id="country with a demonym",
        ),
        pytest.param(
            "زار الجماهيرية العربية الليبية أمس",
            [("الجماهيرية العربية الليبية", "LY", None)],
            id="country and its own demonym",
        ),
        pytest.param(
            "قال تركي الفيصل شيئا",
            [("تركي الفيصل", "turki-al-faisal", None)],
            id="person and a demonym",
        ),
        pytest.param(
            "قالت هند صبري شيئا",
            [("هند صبري", "hend-sabry", None)],
            id="person and a country",
        ),
    ],
)
def test_inside_a_country_or_person_nothing_is_a_mention(text, mentions):
    assert standing(text) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "زار جنوب السودان ثم السودان",
            [("جنوب السودان", "SS", None), ("السودان", "SD", None)],
            id="two Sudans",
        ),
        pytest.param(
            "زار غينيا الاستوائية وغينيا بيساو وغينيا",
            [
                ("غينيا الاستوائية", "GQ", None),
                ("غينيا بيساو", "GW", None),
                ("غينيا", "GN", None),
            ],
            id="three Guineas",
        ),
        pytest.param(
            "زار كوريا الجنوبية وكوريا الشمالية",
            [("كوريا الجنوبية", "KR", None), ("كوريا الشمالية", "KP", None)],
            id="two Koreas",
        ),
        pytest.param(
            "زار الكونغو الديمقراطية والكونغو برازافيل",
            [("الكونغو الديمقراطية", "CD", None), ("الكونغو برازافيل", "CG", None)],
            id="two Congos",
        ),
        pytest.param(
            "قال دونالد ترامب شيئا",
            [("دونالد ترامب", "donald-trump", None)],
            id="a full name holds its surname",
        ),
    ],
)
def test_the_longest_name_wins(text, mentions):
    assert standing(text) == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("زار بلجيكا أمس", [("بلجيكا", "BE", None)], id="not ب"),
        pytest.param("زار فرنسا أمس", [("فرنسا", "FR", None)], id="not ف"),
        pytest.param("زار كوبا أمس", [("كوبا", "CU", None)], id="not ك"),
        pytest.param("زار لبنان أمس", [("لبنان", "LB", None)], id="not ل"),
        pytest.param("زار ولبنان أمس", [("لبنان", "LB", None)], id="only و"),
        pytest.param(
            "وقال الوليد بن طلال شيئا",
            [("الوليد بن طلال", "al-waleed-bin-talal", None)],
            id="a given name in و",
        ),
    ],
)
def test_the_reading_that_strips_least_wins(text, mentions):
    assert standing(text) == mentions


def test_names_that_follow_each_other_all_stand():
    assert standing("ليبيا مصر، العراق وتركيا") == [
        ("ليبيا", "LY", None),
        ("مصر", "EG", None),
        ("العراق", "IQ", None),
        ("تركيا", "TR", None),
    ]
