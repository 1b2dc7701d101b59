import pytest

from kit.lexicon.nisba import definite, inflections, nisba, spellings


@pytest.mark.parametrize(
    ("name", "adjective"),
    [
        ("ليبيا", "ليبي"),
        ("سورية", "سوري"),
        ("إسبانيا", "إسباني"),
        ("فرنسا", "فرنسي"),
        ("هولندا", "هولندي"),
        ("ألمانيا", "ألماني"),
        ("كوبا", "كوبي"),
        ("كينيا", "كيني"),
        ("سنغافورة", "سنغافوري"),
        ("المغرب", "مغربي"),
        ("النيجر", "نيجري"),
        ("اليمن", "يمني"),
        ("الأرجنتين", "أرجنتيني"),
        ("مصر", "مصري"),
        ("لبنان", "لبناني"),
        ("كوسوفو", "كوسوفي"),
        ("مالي", "مالي"),
        ("هايتي", "هايتي"),
        ("جزر المالديف", "مالديفي"),
        ("جنوب السودان", "جنوب سوداني"),
        ("جنوب أفريقيا", "جنوب أفريقي"),
        ("كوريا الشمالية", "كوري شمالي"),
    ],
)
def test_the_nisba_follows_the_rules_of_grammar(name, adjective):
    assert nisba(name) == adjective


def test_a_nisba_has_nine_written_forms_and_eight_with_the_article():
    forms = inflections("ليبي")
    assert [(f.text, f.gender, f.number, f.case) for f in forms if not f.definite] == [
        ("ليبي", "masculine", "singular", "any"),
        ("ليبيا", "masculine", "singular", "accusative"),
        ("ليبية", "feminine", "singular", "any"),
        ("ليبيان", "masculine", "dual", "nominative"),
        ("ليبيين", "masculine", "dual", "oblique"),
        ("ليبيتان", "feminine", "dual", "nominative"),
        ("ليبيتين", "feminine", "dual", "oblique"),
        ("ليبيون", "masculine", "plural", "nominative"),
        ("ليبيين", "masculine", "plural", "oblique"),
        ("ليبيات", "feminine", "plural", "any"),
    ]
    assert [f.text for f in forms if f.definite] == [
        "الليبي",
        "الليبية",
        "الليبيان",
        "الليبيين",
        "الليبيتان",
        "الليبيتين",
        "الليبيون",
        "الليبيين",
        "الليبيات",
    ]


def test_of_two_adjectives_both_inflect_and_both_take_the_article():
    assert [f.text for f in inflections("كوري جنوبي")] == [
        "كوري جنوبي",
        "كوريا جنوبيا",
        "كورية جنوبية",
        "كوريان جنوبيان",
        "كوريين جنوبيين",
        "كوريتان جنوبيتان",
        "كوريتين جنوبيتين",
        "كوريون جنوبيون",
        "كوريين جنوبيين",
        "كوريات جنوبيات",
        "الكوري الجنوبي",
        "الكورية الجنوبية",
        "الكوريان الجنوبيان",
        "الكوريين الجنوبيين",
        "الكوريتان الجنوبيتان",
        "الكوريتين الجنوبيتين",
        "الكوريون الجنوبيون",
        "الكوريين الجنوبيين",
        "الكوريات الجنوبيات",
    ]


def test_of_an_annexation_only_the_second_word_inflects():
    texts = {f.text for f in inflections("جنوب أفريقي")}
    assert {
        "جنوب أفريقي",
        "جنوب أفريقية",
        "الجنوب أفريقي",
        "الجنوب أفريقية",
        "الجنوب أفريقيون",
    } <= texts
    assert {f.text for f in inflections("سري لانكي")} >= {"سري لانكية", "السري لانكي"}


def test_the_article_is_never_written_twice():
    assert definite("روس") == "الروس"
    assert definite("الروس") == "الروس"


@pytest.mark.parametrize(
    ("text", "english", "written"),
    [
        ("الكونغو", "DR Congo", ("الكونغو",)),
        ("أوغندا", "Uganda", ("أوغندا", "أوجندا", "أوغندة", "أوجندة")),
        ("البرتغال", "Portugal", ("البرتغال", "البرتجال")),
        (
            "سنغافورة",
            "Singapore",
            ("سنغافورة", "سنجافورة", "سنقافورة", "سنكافورة"),
        ),
        ("أفغانستان", "Afghanistan", ("أفغانستان",)),
        ("غانا", "Ghana", ("غانا",)),
        ("ليبيا", "Libya", ("ليبيا",)),
        ("مالطا", "Malta", ("مالطا",)),
        ("ألمانيا الغربية", "Germany", ("ألمانيا الغربية",)),
    ],
)
def test_spellings_vary_only_where_newspapers_do(text, english, written):
    assert spellings(text, english) == written
