import pytest
from rules_alone import find_mentions

from kit.articles.article import Article
from kit.articles.parts import parts_of


def titles(text):
    found = find_mentions([Article("a", text, parts_of(text))], titles=True).rows
    return [
        (row["surface"], row["entity"], row["evidence"], row["undecided"])
        for row in found.to_dicts()
        if row["form"] == "title"
    ]


NAMED = "قال الرئيس الأميركي دونالد ترامب شيئا. "
HELD = 'title "الرئيس" held by دونالد ترامب'


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            NAMED + "ثم غادر الرئيس الأميركي.",
            [("الرئيس الأميركي", "donald-trump", HELD, None)],
            id="the title again",
        ),
        pytest.param("غادر الرئيس الأميركي أمس.", [], id="nobody is named"),
        pytest.param(
            NAMED + "ثم غادر الرئيس الروسي.", [], id="the president of another country"
        ),
        pytest.param(
            NAMED + "وقال الرئيس نعم.",
            [("الرئيس", "donald-trump", HELD, None)],
            id="without the nationality, held by one",
        ),
        pytest.param(
            NAMED + "وقال الرئيس الروسي فلاديمير بوتين لا. وقال الرئيس نعم.",
            [],
            id="without the nationality, held by two",
        ),
        pytest.param(
            "قالت زوجته ميلانيا ترامب نعم. وغادرت زوجته أمس.", [], id="kin is no title"
        ),
        pytest.param(
            NAMED + "ثم غادر رئيس الوزراء والرئيس الأميركي.",
            [("الرئيس الأميركي", "donald-trump", f"proclitic و + {HELD}", None)],
            id="two titles before one nationality",
        ),
        pytest.param(
            "قال ولي العهد السعودي الأمير محمد بن سلمان نعم. وغادر ولي العهد السعودي.",
            [
                (
                    "ولي العهد السعودي",
                    "mohammed-bin-salman",
                    'title "ولي العهد" held by محمد بن سلمان',
                    None,
                )
            ],
            id="another title between title and name",
        ),
    ],
)
def test_a_title_means_whom_the_article_names_as_its_holder(text, mentions):
    assert titles(text) == mentions


def test_the_nationality_in_a_title_is_nested_and_counts_once():
    text = NAMED + "ثم غادر الرئيس الأميركي."
    found = find_mentions([Article("a", text, parts_of(text))], titles=True).rows
    countries = found.filter(kind="country").select("surface", "inside").rows()
    assert countries == [("الأميركي", None), ("الأميركي", "donald-trump")]


def test_titles_are_no_mentions_unless_asked():
    text = NAMED + "ثم غادر الرئيس الأميركي."
    found = find_mentions([Article("a", text, parts_of(text))]).rows
    assert found["form"].to_list() == ["demonym", "name", "demonym"]
