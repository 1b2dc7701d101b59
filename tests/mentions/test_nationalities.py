import pytest
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of
from kit.lexicon.form import Form
from kit.mentions.nationalities import may_be_adjective, people_nouns


def countries(text):
    """Give what is found of countries: surface, country, form."""
    rows = find_mentions([Article("a", text, parts_of(text))]).rows
    rows = rows.filter(rows["kind"] == "country")
    return rows.select("surface", "entity", "form").rows()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("قال ذلك بالفرنسية أمس.", id="alone after ب"),
        pytest.param("كتب باللغة الفرنسية أمس.", id="after the word language"),
        pytest.param("وباللغة الفرنسية كتب.", id="with two proclitics"),
        pytest.param("هي لغة تركية قديمة.", id="indefinite"),
        pytest.param("نشر باللغتين الإنجليزية والفرنسية.", id="two languages"),
        pytest.param(
            "نشر باللغات الإنجليزية والفرنسية والإسبانية والتركية والصينية.",
            id="many languages",
        ),
        pytest.param("نشر باللغات الإنجليزية، الفرنسية، الصينية.", id="with commas"),
        pytest.param("كان يجيد الفرنسية والألمانية.", id="after a verb of knowing"),
        pytest.param("تعلمت الصينية هناك.", id="after a verb of learning"),
        pytest.param("ترجم الكتاب إلى الفرنسية.", id="translated into"),
        pytest.param("ترجمها من الروسية إلى الفرنسية.", id="translated from and into"),
    ],
)
def test_a_language_is_nobodys_mention(text):
    assert countries(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "قالت القوات الفرنسية شيئا.",
            [("الفرنسية", "FR", "demonym")],
            id="after a noun",
        ),
        pytest.param(
            "هي لغة الحكومة الفرنسية.",
            [("الفرنسية", "FR", "demonym")],
            id="a word between them",
        ),
        pytest.param(
            "تأهلت إلى الفرنسية كارولين.",
            [("الفرنسية", "FR", "demonym")],
            id="after إلى where nothing is translated",
        ),
        pytest.param(
            "هي اللغة الرسمية الفرنسية الأصل.",
            [("الفرنسية", "FR", "demonym")],
            id="a feminine between them is no list of languages",
        ),
    ],
)
def test_a_feminine_adjective_elsewhere_is_a_mention(text, expected):
    assert countries(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("قال محمد المصري شيئا.", [], id="after a given name"),
        pytest.param("قال لمحمد المصري شيئا.", [], id="which may bear a proclitic"),
        pytest.param(
            "قال محمد الفرنسي شيئا.",
            [("الفرنسي", "FR", "demonym")],
            id="no family name in Arabic",
        ),
        pytest.param(
            "قالت فاطمة المصرية شيئا.",
            [("المصرية", "EG", "demonym")],
            id="a feminine is no family name",
        ),
        pytest.param(
            "سجل محمد صلاح المصري هدفا.",
            [("المصري", "EG", "demonym")],
            id="after somebody known it is the nationality",
        ),
        pytest.param(
            "سجل اللاعب المصري هدفا.",
            [("المصري", "EG", "demonym")],
            id="after a noun it is the nationality",
        ),
    ],
)
def test_a_nationality_after_a_strangers_given_name_is_the_family_name(text, expected):
    assert countries(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "قالت السعودية شيئا.", [("السعودية", "SA", "name")], id="the country"
        ),
        pytest.param(
            "قالت القوات السعودية شيئا.",
            [("السعودية", "SA", "demonym")],
            id="after a definite noun",
        ),
        pytest.param(
            "سافر من السعودية أمس.",
            [("السعودية", "SA", "name")],
            id="after a preposition",
        ),
        pytest.param(
            "قال إن هذه السعودية.",
            [("السعودية", "SA", "name")],
            id="after a word that is no noun",
        ),
        pytest.param(
            "زار مواطنا روسيا هناك.",
            [("روسيا", "RU", "demonym")],
            id="the accusative after its noun",
        ),
        pytest.param(
            "كان روسياً قديما.", [("روسياً", "RU", "demonym")], id="with its mark"
        ),
        pytest.param("زار روسيا أمس.", [("روسيا", "RU", "name")], id="the name"),
        pytest.param(
            "زار مدن سورية أمس.",
            [("سورية", "SY", "name")],
            id="no noun in the feminine",
        ),
        pytest.param(
            "قالت قوات سورية شيئا.",
            [("سورية", "SY", "demonym")],
            id="after a plural noun",
        ),
    ],
)
def test_a_name_that_is_also_an_adjective_is_one_after_a_noun(text, expected):
    assert countries(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("قال الليبيون شيئا.", [("الليبيون", "LY", "people")], id="alone"),
        pytest.param(
            "قال المسؤولون الليبيون شيئا.",
            [("الليبيون", "LY", "demonym")],
            id="after a noun it agrees with",
        ),
        pytest.param(
            "قال ضباط أتراك شيئا.",
            [("أتراك", "TR", "demonym")],
            id="after a broken plural",
        ),
        pytest.param(
            "قال ضباط الأتراك شيئا.",
            [("الأتراك", "TR", "people")],
            id="definite after indefinite does not agree",
        ),
        pytest.param(
            "كان ذلك بين الليبيين.",
            [("الليبيين", "LY", "people")],
            id="after a word that only ends like a plural",
        ),
    ],
)
def test_a_plural_is_the_people_or_an_adjective(text, expected):
    assert countries(text) == expected


@pytest.mark.parametrize(
    ("text", "code", "kind", "form", "expected"),
    [
        ("السعودية", "SA", "country", "name", True),
        ("روسيا", "RU", "country", "name", True),
        ("مصر", "EG", "country", "name", False),
        ("السعودية", "SA", "country", "demonym", False),
        ("السعودية", "x", "organisation", "name", False),
    ],
)
def test_only_a_name_may_also_be_an_adjective(text, code, kind, form, expected):
    assert may_be_adjective(Form(text, code, kind, form, None, "name")) is expected


def test_nouns_of_people_are_in_normal_form():
    assert people_nouns() >= {"مسوول", "لاعب", "اطباء"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "قال خالد المصري ذلك\nوأضاف المصري", [], id="by itself afterwards"
        ),
        pytest.param("قال خالد المصري ذلك\nحق للمصري", [], id="with a preposition"),
        pytest.param(
            "قال خالد المصري ذلك\nفاز الفريق المصري",
            ["المصري"],
            id="not after a definite noun",
        ),
        pytest.param(
            "قال خالد المصري ذلك\nسجل لاعب المصري",
            ["المصري"],
            id="nor a noun of people",
        ),
        pytest.param(
            "قال خالد المصري ذلك\nسجل المصري محمد صلاح",
            ["المصري"],
            id="nor before a name",
        ),
        pytest.param("قال خالد المصري ذلك\nوأضاف الليبي", ["الليبي"], id="nor another"),
        pytest.param("قال الوزير ذلك\nوأضاف المصري", ["المصري"], id="nor if nobody"),
    ],
)
def test_a_family_name_is_one_in_the_rest_of_the_article(text, found):
    rows = find_mentions([Article("a", text, parts_of(text))]).rows
    assert rows.filter(kind="country")["surface"].to_list() == found
