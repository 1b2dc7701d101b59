import pytest
from marking import rows
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of
from kit.decisions import Decision, Decisions
from kit.mentions.linking import short_names


def find(text):
    return find_mentions([Article("a", text, parts_of(text))]).rows.to_dicts()


def surnames(text):
    columns = ("surface", "entity", "proclitic", "undecided")
    return [
        tuple(row[column] for column in columns)
        for row in find(text)
        if row["form"] == "surname"
    ]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "قال الرئيس سمير غرداوي شيئا\nوقال غرداوي شيئا",
            [("غرداوي", "smir-ghrdawi", None, None)],
            id="after the full name",
        ),
        pytest.param(
            "وقال غرداوي شيئا\nقال الرئيس سمير غرداوي شيئا",
            [("غرداوي", "smir-ghrdawi", None, None)],
            id="before the full name",
        ),
        pytest.param(
            "قال الرئيس سمير غرداوي شيئا\nحق لغرداوي وبغرداوي",
            [
                ("غرداوي", "smir-ghrdawi", "ل", None),
                ("غرداوي", "smir-ghrdawi", "وب", None),
            ],
            id="with proclitics",
        ),
        pytest.param(
            "قال مايك بومبيو شيئا\nوقال بومبيو شيئا ولبومبيو رأي",
            [
                ("بومبيو", "mike-pompeo", None, None),
                ("بومبيو", "mike-pompeo", "ول", None),
            ],
            id="of a known person",
        ),
        pytest.param(
            "استقبل محمد بن سلمان الوفد\nوقال بن سلمان شيئا",
            [("بن سلمان", "mohammed-bin-salman", None, None)],
            id="with its particle",
        ),
        pytest.param(
            "قال حسن نصر الله شيئا\nوقال نصر الله شيئا",
            [("نصر الله", "hassan-nasrallah", None, None)],
            id="of two words",
        ),
        pytest.param(
            "قال محمد صلاح شيئا\nثم عاد صلاح إلى الملعب",
            [("صلاح", "mohamed-salah", None, None)],
            id="that is a given name too",
        ),
        pytest.param(
            "قال عبد الفتاح البرهان شيئا\nوقال البرهان شيئا",
            [("البرهان", "abdel-fattah-al-burhan", None, None)],
            id="with the article",
        ),
    ],
)
def test_a_short_name_is_the_person_named_in_full(text, mentions):
    assert surnames(text) == mentions


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param(
            "قال سمير غرداوي شيئا\nقال نبيل غرداوي شيئا\nوقال غرداوي شيئا",
            ("غرداوي", "nbil-ghrdawi", None, "smir-ghrdawi"),
            id="the last before it",
        ),
        pytest.param(
            "قال جورج بوش شيئا\nوقال بوش شيئا\nقال جيب بوش شيئا",
            ("بوش", "george-w-bush", None, "jeb-bush"),
            id="the one before, not the one after",
        ),
        pytest.param(
            "وقال غرداوي شيئا\nقال نبيل غرداوي شيئا\nقال سمير غرداوي شيئا",
            ("غرداوي", "nbil-ghrdawi", None, "smir-ghrdawi"),
            id="the first after, where none is before",
        ),
    ],
)
def test_between_two_of_one_surname_the_nearest_is_taken_and_the_other_listed(
    text, mention
):
    assert surnames(text) == [mention]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "قال الرئيس سمير غرداوي شيئا\nوقال نبيل غرداوي شيئا",
            id="after another given name",
        ),
        pytest.param("وقال غرداوي شيئا", id="nobody of the name"),
        pytest.param(
            "قال أحمد الخير شيئا\nوهذا هو الخير كله", id="no person of a common word"
        ),
        pytest.param("قال الرئيس سمير غرداوي شيئا\nوعاد سمير أمس", id="the given name"),
        pytest.param(
            "قال الرئيس سمير غرداوي شيئا\nوصلت غرداويات أمس", id="a longer word"
        ),
    ],
)
def test_others_are_not_linked(text):
    assert surnames(text) == []


@pytest.mark.parametrize(
    ("text", "evidence", "engine"),
    [
        pytest.param(
            "قال الرئيس سمير غرداوي شيئا\nحق لغرداوي",
            "proclitic ل + surname of سمير غرداوي",
            "linking",
            id="linked",
        ),
        pytest.param(
            "قال الرئيس سمير غرداوي شيئا\nقالت الوزيرة سامية غرداوي شيئا\nحق لغرداوي",
            "proclitic ل + surname of سامية غرداوي + undecided between "
            "samih-ghrdawi and smir-ghrdawi",
            "linking",
            id="of two",
        ),
        pytest.param(
            "انتقد ترامب الاتفاق",
            'alias "ترامب" of دونالد ترامب',
            "lexicon",
            id="known by the surname alone",
        ),
    ],
)
def test_the_evidence_names_the_full_name(text, evidence, engine):
    row = find(text)[-1]
    assert (row["evidence"], row["engine"]) == (evidence, engine)


def test_names_of_one_article_are_not_linked_in_another():
    texts = ("قال الرئيس سمير غرداوي شيئا", "وقال غرداوي شيئا")
    articles = [
        Article(str(number), text, parts_of(text)) for number, text in enumerate(texts)
    ]
    assert find_mentions(articles).rows["article"].to_list() == ["0"]


def test_a_club_is_called_by_its_second_word_though_its_city_is_a_common_word():
    rows = find("فاز مانشستر يونايتد ثم خسر يونايتد")
    assert [
        (row["surface"], row["entity"], row["form"])
        for row in rows
        if row["kind"] == "organisation"
    ] == [
        ("مانشستر يونايتد", "manchester-united", "name"),
        ("يونايتد", "manchester-united", "short"),
    ]


def test_popes_and_kings_go_by_their_first_name():
    assert list(short_names(("تواضروس", "الثاني"))) == [("تواضروس",)]


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        pytest.param(
            "قال الجيش الوطني الليبي نعم. وتقدم الجيش الوطني",
            [("الجيش الوطني", "libyan-national-army")],
            id="at the end",
        ),
        pytest.param(
            "قالت المقاومة اليمنية المشتركة نعم. وتقدمت المقاومة المشتركة",
            [("المقاومة المشتركة", "joint-yemeni-resistance")],
            id="in the middle",
        ),
        pytest.param(
            "قال البنك المركزي التركي نعم. وقال البنك المركزي لا",
            [],
            id="not of what every country has",
        ),
    ],
)
def test_a_body_is_named_without_its_nationality_afterwards(text, shorts):
    found = [(r["surface"], r["entity"]) for r in find(text) if r["form"] == "short"]
    assert found == shorts


def test_a_short_name_of_two_counts_for_the_decision_that_named_one_of_them():
    text = "قالت سامية غرداوي شيئا\nقال سمير غرداوي شيئا\nحق لغرداوي"
    new = Decision(
        action="new actor",
        entity="samir",
        kind="person",
        name="سمير غرداوي",
        time="2026-11-24",
        id="d1",
    )
    article = Article("a", text, parts_of(text))
    mentions = find_mentions([article], decisions=Decisions((new,)))
    assert mentions.decided.select("decision", "mentions").rows() == [("d1", 2)]
    assert mentions.rows["evidence"].to_list()[-1] == (
        "proclitic ل + surname of سمير غرداوي + undecided between samir and "
        "samih-ghrdawi + decision 2026-11-24 new actor d1"
    )


@pytest.mark.parametrize(
    ("text", "mark", "mentions"),
    [
        pytest.param(
            "قال سمير فتح شيئا\nواعتبر فتح أن هذا صعب\nثم فتح الباب",
            "سمير فتح",
            ["سمير فتح", "فتح"],
            id="a common word only after a verb of saying",
        ),
        pytest.param(
            "قال سمير علي شيئا على عجل\nوشدد على أن هذا صعب\nوقال علي شيئا",
            "سمير علي",
            ["سمير علي", "علي"],
            id="علي, but not على",
        ),
    ],
)
def test_a_surname_that_is_another_word_too_needs_context(text, mark, mentions):
    found = rows(text, (mark, "person", 0.9), columns=(3,))
    assert [surface for (surface,) in found] == mentions
