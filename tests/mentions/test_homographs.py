import pytest
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of
from kit.lexicon.form import Form
from kit.mentions.homographs import has_rule


def find(text):
    return find_mentions([Article("a", text, parts_of(text))]).rows.to_dicts()


def of_word(text, surface):
    """Give what the mentions of one surface are taken for."""
    return [
        (row["entity"], row["form"], row["undecided"])
        for row in find(text)
        if row["surface"] == surface
    ]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        pytest.param("قدم البنك دعم مالي للشركة", "مالي", id="financial aid"),
        pytest.param("أعلن مركز مالي أرباحه", "مالي", id="financial centre"),
        pytest.param("قال إن مالي كثير", "مالي", id="money"),
        pytest.param("أعلنت وزارة المالية أرقاما", "المالية", id="finance"),
        pytest.param("يبلغ نصف قطر الأرض ستة آلاف", "قطر", id="radius"),
        pytest.param("يبلغ قطر الدائرة مترا", "قطر", id="diameter"),
        pytest.param("أدى صلاة المغرب في المسجد", "المغرب", id="sunset prayer"),
        pytest.param("وهو مصر على موقفه", "مصر", id="insisting"),
        pytest.param("قال كلاوس شيئا", "لاوس", id="Klaus, not like Laos"),
        pytest.param("سجل كروس هدفا", "روس", id="Kroos, not like Russians"),
        pytest.param("توج بلقب كوبا أمريكا", "كوبا", id="Copa America"),
        pytest.param("قرب نهر الكونغو", "الكونغو", id="the river Congo"),
        pytest.param("قرب نهر الأردن", "الأردن", id="the river Jordan"),
        pytest.param("قرب دلتا النيجر", "النيجر", id="the delta of the Niger"),
        pytest.param("أصيب في قدمه اليمنى أمس", "اليمنى", id="his right foot"),
        pytest.param("قال إن المملكة ترفض", "المملكة", id="no kingdom named"),
        pytest.param("الحرب الكورية", "الكورية", id="the Korean war"),
        pytest.param("آثار العصر الروماني", "الروماني", id="Roman"),
        pytest.param("بداية السنة القمرية", "القمرية", id="lunar"),
        pytest.param("على الطريق الصحراوي", "الصحراوي", id="of the desert"),
        pytest.param("عاد إلى مسقط رأسه", "مسقط", id="birthplace"),
        pytest.param("قطع في الرباط الصليبي", "الرباط", id="a ligament"),
        pytest.param("في مستشفى العيون", "العيون", id="eyes"),
        pytest.param("قضية كامبريدج أناليتيكا", "كامبريدج", id="a company"),
        pytest.param("دافع بحماس كبير", "حماس", id="zeal"),
        pytest.param("قتل في سيول جارفة", "سيول", id="floods"),
        pytest.param("تغيير مجرى النهر", "مجرى", id="the course of a river"),
        pytest.param("جورجي جيسوس يدرب الفريق", "جورجي", id="Jorge"),
        pytest.param("كوبي براينت يعتزل", "كوبي", id="Kobe"),
        pytest.param("كيني دالغليش يعتزل", "كيني", id="Kenny"),
        pytest.param("سجل دي روسي هدفا", "روسي", id="De Rossi"),
        pytest.param("قال محمد جواد آذري جهرمي شيئا", "آذري", id="an Iranian name"),
        pytest.param("كانت قدم يمنى سيئة", "يمنى", id="a right foot"),
        pytest.param("دول أميركا اللاتينية", "أميركا", id="Latin America"),
        pytest.param("اتحاد أمريكا الجنوبية", "أمريكا", id="South America"),
        pytest.param("في خليج غينيا أمس", "غينيا", id="the gulf of Guinea"),
        pytest.param("في نيو ساوث ويلز أمس", "ويلز", id="New South Wales"),
        pytest.param("بطولة إنديان ويلز أمس", "ويلز", id="Indian Wells"),
        pytest.param("بيتر تشيك يعتزل", "تشيك", id="Cech"),
        pytest.param("مدرسة بنين أمس", "بنين", id="sons"),
        pytest.param("زار ديفيد كاميرون لندن", "كاميرون", id="David Cameron"),
        pytest.param("قال إن سيلان الأنف يضعف", "سيلان", id="a running nose"),
    ],
)
def test_a_word_that_means_something_else_is_no_mention(text, surface):
    assert of_word(text, surface) == []


@pytest.mark.parametrize(
    ("text", "surface", "taken_for"),
    [
        pytest.param("وصل إلى مالي أمس", "مالي", ("ML", "name", None), id="Mali"),
        pytest.param(
            "قالت مالي شيئا", "مالي", ("ML", "name", None), id="Mali says something"
        ),
        pytest.param("قالت بنين شيئا", "بنين", ("BJ", "name", None), id="Benin"),
        pytest.param(
            "وصل إلى عُمان أمس", "عُمان", ("OM", "name", None), id="Oman by its marks"
        ),
        pytest.param(
            "وصل إلى عمّان أمس",
            "عمّان",
            ("amman", "capital", None),
            id="Amman by its marks",
        ),
        pytest.param(
            "وصل إلى عُمَان أمس",
            "عُمَان",
            ("OM", "name", "amman"),
            id="marks on both letters tell nothing",
        ),
        pytest.param(
            "فاز على القابون أمس",
            "القابون",
            ("GA", "name", "qaboun"),
            id="Gabon or a quarter of Damascus",
        ),
        pytest.param(
            "خرجوا من حي القابون أمس",
            "القابون",
            ("qaboun", "name", None),
            id="the quarter beside a word",
        ),
        pytest.param(
            "قالت سورية إن القابون هادئ",
            "القابون",
            ("qaboun", "name", None),
            id="the quarter by votes",
        ),
        pytest.param(
            "زار جزر العذراء أمس",
            "جزر العذراء",
            ("VI", "name", "VG"),
            id="one of two groups of islands",
        ),
        pytest.param(
            "في شمال كوريا أمس", "كوريا", ("KP", "name", None), id="Korea's north"
        ),
        pytest.param(
            "قالت الصنعاء إن يمن الغد لليمنيين",
            "يمن",
            ("YE", "name", None),
            id="Yemen without its article by votes",
        ),
        pytest.param(
            "زار ويلز أمس", "ويلز", ("GB", "name", None), id="Wales elsewhere"
        ),
        pytest.param(
            "هو روسي قديم", "روسي", ("RU", "demonym", None), id="a Russian elsewhere"
        ),
        pytest.param(
            "زار باماكو وقال إن مالي مستقرة",
            "مالي",
            ("ML", "name", None),
            id="by votes",
        ),
        pytest.param(
            "انتشرت القوات المالية", "المالية", ("ML", "demonym", None), id="Malian"
        ),
        pytest.param("زار قطر أمس", "قطر", ("QA", "name", None), id="Qatar"),
        pytest.param("زار المغرب أمس", "المغرب", ("MA", "name", None), id="Morocco"),
        pytest.param("زار مصر أمس", "مصر", ("EG", "name", None), id="Egypt"),
        pytest.param("زار لاوس أمس", "لاوس", ("LA", "name", None), id="Laos"),
        pytest.param("زار كوبا أمس", "كوبا", ("CU", "name", None), id="Cuba"),
        pytest.param("زار الأردن أمس", "الأردن", ("JO", "name", None), id="Jordan"),
        pytest.param("زار النيجر أمس", "النيجر", ("NE", "name", None), id="Niger"),
        pytest.param(
            "قتل الروس مدنيين", "الروس", ("RU", "people", None), id="Russians"
        ),
        pytest.param(
            "قال مسؤول تركي شيئا", "تركي", ("TR", "demonym", None), id="Turkish"
        ),
        pytest.param("زار جورجيا أمس", "جورجيا", ("GE", "name", None), id="Georgia"),
        pytest.param(
            "زار ولاية جورجيا أمس",
            "جورجيا",
            ("georgia-us", "name", None),
            id="the state of Georgia",
        ),
        pytest.param(
            "زار بولونيا أمس",
            "بولونيا",
            ("PL", "name", "bologna"),
            id="Bologna or Poland",
        ),
        pytest.param(
            "تعادل مع مضيفه بولونيا",
            "بولونيا",
            ("bologna", "name", None),
            id="Bologna beside a word",
        ),
        pytest.param(
            "زار وارسو ثم بولونيا",
            "بولونيا",
            ("PL", "name", None),
            id="Poland by votes",
        ),
        pytest.param(
            "زار سورية أمس", "سورية", ("SY", "name", None), id="Syria in another way"
        ),
        pytest.param(
            "زار سلطنة عمان أمس", "سلطنة عمان", ("OM", "name", None), id="sultanate"
        ),
        pytest.param(
            "وصل إلى العاصمة عمان أمس",
            "عمان",
            ("amman", "capital", None),
            id="Amman beside a word",
        ),
        pytest.param(
            "قال مسؤول أردني في عمان شيئا",
            "عمان",
            ("amman", "capital", None),
            id="Amman by votes",
        ),
        pytest.param(
            "وصل إلى عمان أمس", "عمان", ("OM", "name", "amman"), id="Oman or Amman"
        ),
        pytest.param(
            "قالت كوريا إنها ترفض",
            "كوريا",
            ("KR", "name", "KP"),
            id="one Korea or the other",
        ),
        pytest.param(
            "قالت بيونغ يانغ إن كوريا ترفض",
            "كوريا",
            ("KP", "name", None),
            id="Korea by votes",
        ),
        pytest.param("زار الكونغو أمس", "الكونغو", ("CD", "name", None), id="Congo"),
        pytest.param(
            "زار برازافيل في الكونغو",
            "الكونغو",
            ("CG", "name", None),
            id="the other Congo by votes",
        ),
        pytest.param(
            "زار طرابلس أمس", "طرابلس", ("tripoli", "capital", None), id="Tripoli"
        ),
        pytest.param(
            "زار طرابلس الغرب أمس",
            "طرابلس الغرب",
            ("tripoli", "capital", None),
            id="Tripoli of the west",
        ),
        pytest.param(
            "زار طرابلس الشام أمس",
            "طرابلس الشام",
            ("tripoli-lebanon", "name", None),
            id="Tripoli of Syria",
        ),
        pytest.param(
            "قالت السعودية إن المملكة ترفض",
            "المملكة",
            ("SA", "name", None),
            id="the kingdom by votes",
        ),
        pytest.param(
            "قالت البحرين إن المملكة ترفض",
            "المملكة",
            ("BH", "name", None),
            id="another kingdom by votes",
        ),
        pytest.param(
            "زار المملكة المتحدة أمس",
            "المملكة المتحدة",
            ("GB", "name", None),
            id="the United Kingdom",
        ),
        pytest.param(
            "قال المتحدث اليمني شيئا", "اليمني", ("YE", "demonym", None), id="Yemeni"
        ),
        pytest.param(
            "قال اللاعب الروماني شيئا",
            "الروماني",
            ("RO", "demonym", None),
            id="Romanian",
        ),
        pytest.param(
            "زار العاصمة مسقط أمس", "مسقط", ("muscat", "capital", None), id="Muscat"
        ),
        pytest.param(
            "زار الرباط أمس", "الرباط", ("rabat", "capital", None), id="Rabat"
        ),
        pytest.param("قالت حماس شيئا", "حماس", ("hamas", "name", None), id="Hamas"),
    ],
)
def test_a_word_is_taken_for_what_stands_around_it(text, surface, taken_for):
    assert of_word(text, surface) == ([taken_for] if taken_for else [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("تحدث بالفرنسية أمس", id="in French"),
        pytest.param("تعلم اللغة الفرنسية أمس", id="the French language"),
        pytest.param("كتب باللغة التركية أمس", id="in the Turkish language"),
        pytest.param("كتب على تويتر أمس", id="on a platform"),
        pytest.param("كتب عبر فيسبوك أمس", id="through a platform"),
        pytest.param("كتب بتويتر أمس", id="at a platform"),
    ],
)
def test_languages_and_channels_are_no_mentions(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "taken_for"),
    [
        pytest.param(
            "قالت القوات الفرنسية شيئا",
            "الفرنسية",
            ("FR", "demonym", None),
            id="the French forces",
        ),
        pytest.param(
            "سجل اللاعب المصري هدفا",
            "المصري",
            ("EG", "demonym", None),
            id="the Egyptian player",
        ),
        pytest.param(
            "قالت شركة تويتر شيئا",
            "تويتر",
            ("twitter", "name", None),
            id="the company",
        ),
        pytest.param(
            "أوقفت تويتر الحساب", "تويتر", ("twitter", "name", None), id="it acts"
        ),
    ],
)
def test_the_same_words_elsewhere_are_mentions(text, surface, taken_for):
    assert of_word(text, surface) == [taken_for]


@pytest.mark.parametrize(
    ("text", "surface", "form"),
    [
        pytest.param("قال الليبيون شيئا", "الليبيون", "people", id="subject"),
        pytest.param("حق لليبيين", "ليبيين", "people", id="after a preposition"),
        pytest.param(
            "قال المسؤولون الليبيون شيئا", "الليبيون", "demonym", id="definite"
        ),
        pytest.param("قال مسؤولون ليبيون شيئا", "ليبيون", "demonym", id="indefinite"),
        pytest.param("قال مسؤولون روس شيئا", "روس", "demonym", id="broken plural"),
        pytest.param("بين الليبيين", "الليبيين", "people", id="between is no noun"),
        pytest.param(
            "رأى مسؤولون الليبيين أمس", "الليبيين", "people", id="no agreement"
        ),
    ],
)
def test_a_plural_is_the_people_unless_it_agrees_with_a_noun(text, surface, form):
    (row,) = find(text)
    assert (row["surface"], row["entity"][:2], row["form"], row["kind"]) == (
        surface,
        row["country"],
        form,
        "country",
    )


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        pytest.param("وصل إلى مالي أمس", "name + beside إلى", id="beside a word"),
        pytest.param("زار كوبا أمس", "name", id="nothing speaks against it"),
        pytest.param(
            "وصل إلى العاصمة عمان أمس", "name + beside العاصمة", id="beside another"
        ),
    ],
)
def test_a_decision_leaves_its_reason_in_the_evidence(text, evidence):
    (row,) = find(text)
    assert row["evidence"] == evidence


@pytest.mark.parametrize(
    ("text", "entity", "kind", "expected"),
    [
        pytest.param("قطر", "QA", "country", True, id="a row of its own"),
        pytest.param("تويتر", "twitter", "organisation", True, id="a row for any"),
        pytest.param("الزرقاء", "zarqa", "place", True, id="a common place"),
        pytest.param("ليبيا", "LY", "country", False, id="no homograph"),
    ],
)
def test_homographs_are_known(text, entity, kind, expected):
    assert has_rule(Form(text, entity, kind, "name", None, "name")) is expected
