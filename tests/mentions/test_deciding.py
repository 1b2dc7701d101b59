import pytest
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of

KOREAS = "one Korea or the other"
OMAN = 'alias "عُمان" of سلطنة عمان + Oman, or Amman'
KR_OR_KP = "undecided between KR and KP"


def find(text):
    return find_mentions([Article("a", text, parts_of(text))]).rows.to_dicts()


def last(text):
    row = find(text)[-1]
    return row["surface"], row["entity"], row["evidence"], row["undecided"]


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        pytest.param(
            "قالت كوريا إنها ترفض",
            ("كوريا", "KR", f"name + {KOREAS} + {KR_OR_KP}", "KP"),
            id="nothing decides",
        ),
        pytest.param(
            "زار بيونغ يانغ ثم كوريا",
            ("كوريا", "KP", f"name + {KOREAS}: the countries named decide", None),
            id="the capital decides",
        ),
        pytest.param(
            "زار كوريا الشمالية ثم كوريا",
            ("كوريا", "KP", f"name + {KOREAS}: the countries named decide", None),
            id="the full name decides",
        ),
        pytest.param(
            "زار كوريا الشمالية وكوريا الجنوبية ثم كوريا",
            ("كوريا", "KR", f"name + {KOREAS} + {KR_OR_KP}", "KP"),
            id="even votes decide nothing",
        ),
        pytest.param(
            "زار كوريا الجنوبية\nثم عاد إلى كوريا الشمالية\nفي بيونغ يانغ وكوريا",
            (
                "كوريا",
                "KP",
                f"proclitic و + name + {KOREAS} + undecided between KP and KR",
                "KR",
            ),
            id="the article is looked at whole",
        ),
        pytest.param(
            "زار سلطنة عمان\nثم وصل إلى العاصمة عمان",
            ("عمان", "amman", "name + beside العاصمة", None),
            id="a word beside it weighs more than votes",
        ),
        pytest.param(
            "زار المنامة ثم المملكة",
            ("المملكة", "BH", "name + the article names BH", None),
            id="only the article's other names tell",
        ),
        pytest.param(
            "قالت سلطنة عمان نعم\nثم وصل إلى عمان",
            ("عمان", "OM", f"{OMAN}: the countries named decide", None),
            id="one of two named countries",
        ),
        pytest.param(
            "قالت سلطنة عمان والأردن نعم\nثم وصل إلى عمان",
            ("عمان", "OM", f"{OMAN} + undecided between OM and amman", "amman"),
            id="both countries named",
        ),
        pytest.param(
            "وصل إلى طرابلس",
            (
                "طرابلس",
                "tripoli",
                (
                    "name + Tripoli in Libya, or in Lebanon: "
                    "nothing here speaks for another"
                ),
                None,
            ),
            id="nobody else is in question",
        ),
    ],
)
def test_between_namesakes_the_context_decides_and_the_rest_is_listed(text, decision):
    assert last(text) == decision


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "قال تنظيم القاعدة شيئا", [("القاعدة", "al-qaeda")], id="right before"
        ),
        pytest.param(
            "قالت لتنظيم القاعدة شيئا", [("القاعدة", "al-qaeda")], id="with a proclitic"
        ),
        pytest.param("وصل إلى القاعدة الجوية", [], id="none"),
        pytest.param("تنظيم شؤون قوات القاعدة", [], id="too far"),
    ],
)
def test_a_short_name_that_is_a_common_word_needs_a_word_beside_it(text, mentions):
    assert [(row["surface"], row["entity"]) for row in find(text)] == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("مدينة الزرقاء", [("الزرقاء", "zarqa")], id="a city"),
        pytest.param("السماء الزرقاء", [], id="a colour"),
    ],
)
def test_a_place_that_is_a_common_word_needs_its_class(text, mentions):
    assert [(row["surface"], row["entity"]) for row in find(text)] == mentions


def test_a_form_without_namesakes_is_taken_as_it_is():
    assert last("زار ليبيا أمس") == ("ليبيا", "LY", "name", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "زار رومانيا أمس.", [("رومانيا", "RO", "name")], id="a name is no adjective"
        ),
        pytest.param(
            "قال الأردن إن وفدا وصل إلى عمان أمس.",
            [("الأردن", "JO", "name"), ("عمان", "amman", "capital")],
            id="a name with a rule of its own votes all the same",
        ),
        pytest.param(
            "قال الأردن إن المملكة ترفض.",
            [("الأردن", "JO", "name"), ("المملكة", "JO", "name")],
            id="which kingdom is said by the only one named",
        ),
        pytest.param(
            "قالت كوريا في سيول إنها ترفض.",
            [("كوريا", "KR", "name"), ("سيول", "seoul", "capital")],
            id="which Korea is said by its capital",
        ),
        pytest.param(
            "زار لبنان ثم مدينة طرابلس أمس.",
            [("لبنان", "LB", "name"), ("طرابلس", "tripoli-lebanon", "name")],
            id="Tripoli beside Lebanon is the Lebanese one",
        ),
        pytest.param(
            "قال جنود أميركيون شيئا.",
            [("أميركيون", "US", "demonym")],
            id="after a broken plural the adjective agrees with it",
        ),
        pytest.param(
            "قال مسؤولون ألمان شيئا.",
            [("ألمان", "DE", "demonym")],
            id="the hamza of ألمان is no article",
        ),
        pytest.param(
            "أعجب بالمغاربة أمس.",
            [("المغاربة", "MA", "people")],
            id="a people in ة after ب is no language",
        ),
        pytest.param(
            "سفينة بألمانية الصنع.",
            [("ألمانية", "DE", "demonym")],
            id="an indefinite adjective after ب is no language",
        ),
        pytest.param(
            "قتل جندي مالي أمس.",
            [("مالي", "ML", "name")],
            id="a soldier makes مالي Malian",
        ),
        pytest.param(
            "قال الأردن إن سلطان عمان وصل إلى عمان.",
            [
                ("الأردن", "JO", "name"),
                ("عمان", "OM", "name"),
                ("عمان", "amman", "capital"),
            ],
            id="the sultan's is the country, whatever the article names",
        ),
        pytest.param(
            "قال مجلس الشيوخ الهولندي لا.",
            [
                ("مجلس الشيوخ الهولندي", "dutch-senate", "name"),
                ("الهولندي", "NL", "demonym"),
            ],
            id="the head of a national body is not another country's",
        ),
    ],
)
def test_a_doubtful_form_is_read_by_what_stands_around_it(text, expected):
    rows = find_mentions([Article("a", text, parts_of(text))]).rows
    assert rows.select("surface", "entity", "form").rows() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "تعادل بيرنلي مع واتفورد في الدوري.",
            [("بيرنلي", "burnley-fc", None), ("واتفورد", "watford-fc", None)],
            id="in a report of a match the city is its club",
        ),
        pytest.param(
            "زار برشلونة أمس.", [("برشلونة", "barcelona", None)], id="elsewhere not"
        ),
        pytest.param(
            "وصل إلى مدينة بورتو قبل المباراة.",
            [("بورتو", "porto", None)],
            id="after a word of cities not",
        ),
        pytest.param(
            "سجل لاعب موناكو هدفا.",
            [("موناكو", "as-monaco", None)],
            id="Monaco is a club as well as a country",
        ),
        pytest.param("زار موناكو أمس.", [("موناكو", "MC", None)], id="or the country"),
        pytest.param(
            "قال نادي سانت إتيان شيئا.",
            [
                ("نادي سانت إتيان", "as-saint-etienne", None),
                ("سانت إتيان", "saint-etienne", None),
            ],
            id="inside the club's full name the city is no rival of the club",
        ),
    ],
)
def test_a_club_is_told_from_its_city(text, expected):
    rows = find(text)
    assert [(r["surface"], r["entity"], r["undecided"]) for r in rows] == expected


def test_a_headline_is_read_by_the_report_below_it():
    report = "سجل المهاجم هدفين في الدوري أمام مدرب الفريق"
    assert [row["kind"] for row in find(f"برشلونة يرد على اتهامات\n{report}")] == [
        "organisation"
    ]
    assert [row["kind"] for row in find("برشلونة يرد على اتهامات\nتحسن الطقس")] == [
        "place"
    ]
