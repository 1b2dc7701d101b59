import pytest
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of


def find(text):
    return find_mentions([Article("a", text, parts_of(text))]).rows.to_dicts()


def standing(text):
    columns = ("surface", "kind", "form", "country", "inside")
    return [tuple(row[column] for column in columns) for row in find(text)]


def organisation(surface, country=None):
    return [(surface, "organisation", "name", country, None)]


def place(surface, country=None):
    return [(surface, "place", "name", country, None)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "قال مركز إسناد العمليات الإنسانية إنه جاهز",
            organisation("مركز إسناد العمليات الإنسانية"),
            id="annexed nouns and an adjective",
        ),
        pytest.param(
            "قررت محكمة القضاء الإداري السبت حظره",
            organisation("محكمة القضاء الإداري"),
            id="a noun and its adjective, and no date",
        ),
        pytest.param(
            "ناقشت لجنة الصحة والشؤون الاجتماعية جلسات",
            organisation("لجنة الصحة والشؤون الاجتماعية"),
            id="a second field",
        ),
        pytest.param(
            "قالت هيئة مكافحة غسل الأموال شيئا",
            organisation("هيئة مكافحة غسل الأموال"),
            id="a common noun among the annexed",
        ),
        pytest.param(
            "قالت جمعية جراحي التجميل شيئا",
            organisation("جمعية جراحي التجميل"),
            id="a plural that lost its nun",
        ),
        pytest.param(
            "أعلنت وزارة الصحة ذلك",
            organisation("وزارة الصحة"),
            id="a ministry is named by one noun",
        ),
        pytest.param(
            "بيان الجهاز القومى لتنظيم الاتصالات",
            organisation("الجهاز القومى لتنظيم الاتصالات"),
            id="an article, an adjective and a purpose",
        ),
        pytest.param(
            "قالت الهيئة العامة للثقافة شيئا",
            organisation("الهيئة العامة للثقافة"),
            id="a purpose with the article",
        ),
        pytest.param(
            "المؤسسة العامة للتدريب التقني والمهني جاهزة",
            organisation("المؤسسة العامة للتدريب التقني والمهني"),
            id="a second adjective",
        ),
        pytest.param(
            "يدرس في جامعة هارتفيلد منذ عام",
            organisation("جامعة هارتفيلد"),
            id="an unknown name",
        ),
        pytest.param(
            'حزب "البديل الأخضر" يعارض',
            organisation("البديل الأخضر"),
            id="a quoted name without its head",
        ),
        pytest.param(
            'قادت "وحدة التوجيه عبر الإنترنت لمكافحة الإرهاب" ذلك',
            organisation("وحدة التوجيه عبر الإنترنت لمكافحة الإرهاب"),
            id="a quotation that begins with a head",
        ),
        pytest.param(
            "تدير شركة ثورنبيري مصانع",
            organisation("ثورنبيري"),
            id="a company is called without its head",
        ),
    ],
)
def test_a_head_and_its_complement_name_an_organisation(text, mentions):
    assert standing(text) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "وصل إلى مركز المدينة",
        "قالت لجنة التحقيق شيئا",
        "قررت هيئة المحلفين إدانته",
        "حضر مجلس العزاء",
        "قال مكتب الرئيس شيئا",
        "قضت محكمة بسجنه",
        "يعمل في شركة كبيرة",
        "جامعة عريقة مشهورة",
        "منظمة إغاثية تعمل هناك",
        "يملك شركة استشارات",
        "يدير شركة المحاماة",
        "إنشاء مركز لوجستي صديق للبيئة",
        "تعطلت حركة المرور",
        "وأدى احتجاجه إلى طرده",
        "طالب بسجن المتهمين",
        "لفترة ولاية خامسة",
        "خمس مدن مرشحة للبطولة",
        "داخل منطقة منافسهم",
        "تسمى بمنطقة التولد الحيوي",
        "من ناحية التمرير",
        "ليس ساحة لتغليب الفرد",
        "رئيسا للمجلس النيابي للمرة السادسة",
        "كرة في ملعب كرة القدم",
        "من مجلس إدارتها",
        "حركة الاحتجاج",
        "انسحاب بلده النووي",
        "حدود ولاية الله",
        "شركة اخترعت التكنولوجيا",
        "محافظة مختلطة الأعراق",
        "متخصصون من مدن الملاهي",
        "وهي منطقة يتنامى فيها النفوذ",
        "رئيس مجلس أمناء صندوق",
        "رئيس الاتحاد الدولي للعبة",
        "يشغل مركز رأس الحربة",
    ],
)
def test_a_common_phrase_names_nobody(text):
    assert standing(text) == []


def test_a_country_or_place_in_the_complement_is_a_mention_inside_it():
    assert standing("قالت هيئة الرياضة السعودية شيئا") == [
        ("هيئة الرياضة السعودية", "organisation", "name", "SA", None),
        ("السعودية", "country", "demonym", "SA", "hiih-al-riadh-al-sawdih"),
    ]
    assert standing("قال مكتب التخطيط وموارد الأرض في شنغهاي إن") == [
        ("مكتب التخطيط وموارد الأرض في شنغهاي", "organisation", "name", "CN", None),
        (
            "شنغهاي",
            "place",
            "name",
            "CN",
            "mktb-al-tkhtit-wmward-al-ard-fi-shnghhai",
        ),
    ]
    assert standing("وقالت حكومة اليمن شيئا") == [
        ("حكومة اليمن", "organisation", "name", "YE", None),
        ("اليمن", "country", "name", "YE", "yemeni-government"),
    ]


def test_a_court_is_one_by_its_seat_which_is_no_part_of_its_name():
    assert [row[:2] for row in standing("ألغت المحكمة العليا في الهند ذلك")] == [
        ("المحكمة العليا", "organisation"),
        ("الهند", "country"),
    ]
    assert standing("ألغت المحكمة العليا ذلك") == []


def test_a_country_alone_says_only_where_a_centre_is():
    assert standing("تعزيز مركز مصر") == [("مصر", "country", "name", "EG", None)]


def test_a_person_in_the_complement_stays_a_mention_unless_the_body_is_his():
    assert standing("قالت مؤسسة فلاديمير بوتين للإعلام شيئا") == [
        ("مؤسسة فلاديمير بوتين للإعلام", "organisation", "name", None, None),
        (
            "فلاديمير بوتين",
            "person",
            "name",
            "RU",
            "mussh-fladimir-butin-llaalam",
        ),
    ]
    assert [row[0] for row in standing("فلاديمير بوتين وحزب بوتين")] == [
        "فلاديمير بوتين",
        "بوتين",
    ]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("في مدينة فاليخو أمس", place("فاليخو"), id="a town"),
        pytest.param(
            "إلى منطقة سنترال فالي الغنية", place("سنترال فالي"), id="two words"
        ),
        pytest.param(
            "في منطقة الكيلو 16 أمس", place("الكيلو 16"), id="a kilometre stone"
        ),
        pytest.param(
            "في بلدة كفر جنه أمس", place("كفر جنه"), id="a word that begins towns"
        ),
        pytest.param(
            "تجمعوا في ساحة الشهداء للاحتفال",
            place("ساحة الشهداء"),
            id="a square, and not what one goes there for",
        ),
        pytest.param(
            "بالقرب من مجمع مليتة للغاز", place("مجمع مليتة للغاز"), id="a plant"
        ),
        pytest.param(
            'على ملعب "ترايد فيير" أمس', place("ترايد فيير"), id="a quoted ground"
        ),
        pytest.param(
            "بلدات حموريتا وجسرينا وسقبانا",
            place("حموريتا") + place("جسرينا") + place("سقبانا"),
            id="a list",
        ),
    ],
)
def test_a_class_noun_says_that_a_place_follows(text, mentions):
    assert standing(text) == mentions


def test_what_a_head_named_is_found_elsewhere_without_it():
    rows = find("شركة ثورنبيري كبيرة.\nوقالت ثورنبيري شيئا عن لثورنبيري")
    assert [(row["surface"], row["entity"], row["evidence"]) for row in rows] == [
        ("ثورنبيري", "thurnbiri", 'head "شركة" + name'),
        ("ثورنبيري", "thurnbiri", 'head "شركة" + name elsewhere'),
        ("ثورنبيري", "thurnbiri", 'proclitic ل + head "شركة" + name elsewhere'),
    ]
    assert {row["engine"] for row in rows} == {"head"}


def test_a_name_after_a_given_name_is_somebodys_surname():
    rows = find("شركة ثورنبيري كبيرة.\nوقال محمد ثورنبيري شيئا")
    assert [(row["surface"], row["kind"]) for row in rows] == [
        ("ثورنبيري", "organisation"),
        ("محمد ثورنبيري", "person"),
    ]


def test_a_ministry_is_short_once_its_nationality_was_named():
    rows = find("وزارة التموين المصرية. قالت وزارة التموين")
    named = [row for row in rows if row["kind"] == "organisation"]
    assert [(row["surface"], row["form"], row["entity"]) for row in named] == [
        ("وزارة التموين المصرية", "name", "egyptian-supply-ministry"),
        ("وزارة التموين", "short", "egyptian-supply-ministry"),
    ]


def test_a_bare_ministry_belongs_to_the_country_named_most_around():
    rows = find("زار الوزير سوريا. وقالت وزارة الصحة إن سوريا بخير")
    assert [row["country"] for row in rows if row["kind"] == "organisation"] == ["SY"]


def test_an_organisation_has_its_arabic_name_and_a_stable_id():
    entities = find_mentions(
        [Article("a", "قالت جامعة هارتفيلد", parts_of("قالت جامعة هارتفيلد"))]
    ).entities.to_dicts()
    assert entities == [
        {
            "entity": "jamah-hartfild",
            "kind": "organisation",
            "country": None,
            "name": "جامعة هارتفيلد",
            "english": "",
        }
    ]
