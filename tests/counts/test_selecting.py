import pytest
from written_mentions import FIRST, MENTIONS, ROWS, SECOND, made

from kit.counts import Filter, count_mentions, select
from kit.mentions.mention import MENTION_SCHEMA


def surfaces(by=None, **where):
    rows = select(MENTIONS, where=where, by=by)
    return [f"{one} {text}" for one, text in rows.select("article", "surface").rows()]


def test_the_hand_made_sentences_are_numbered_as_the_articles_number_them():
    for article_id, start, end, sentence, paragraph in MENTIONS.rows.select(
        "article", "start", "end", "sentence", "paragraph"
    ).iter_rows():
        article = FIRST if article_id == "b" else SECOND
        first, last = article.sentences()[sentence]
        assert first <= start < end <= last
        part = article.parts[paragraph]
        assert part.start <= first < last <= part.end


def test_together_an_actor_and_a_country_give_the_sentences_that_name_both():
    assert surfaces(actors=["haftar"], countries=["LY"]) == ["b ليبيا", "b حفتر"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("غادر", ["b حفتر", "b أنقرة"]),
        ("انقره", ["b حفتر", "b أنقرة"]),
        ("أَنْقَرَة.", ["b حفتر", "b أنقرة"]),
        ("ليبيا وتركيا", ["a ليبيا", "a تركيا"]),
        ("ليبيا\n وتركيا", ["a ليبيا", "a تركيا"]),
        ("هنا", ["a تركيا", "a تركيا"]),
        ("نعم. وغادر", []),
        ("وحفتر صورة", []),
        ("غير موجود", []),
    ],
)
def test_words_are_sought_in_any_spelling_within_one_sentence(text, expected):
    assert surfaces(text=text) == expected


@pytest.mark.parametrize("text", ["", " ", "ـ\u200f"])
def test_no_words_keep_everything(text):
    assert surfaces(text=text) == surfaces()


def test_rows_come_article_by_article_in_the_order_of_the_text():
    shuffled = made(
        [ROWS[place] for place in (5, 12, 4, 0, 9, 3, 1, 10, 8, 2, 11, 7, 6)]
    )
    whole = Filter(parts=None, repeats=True)
    rows = select(shuffled, where=whole)
    keys = rows.select("article", "start", "end").rows()
    assert keys == sorted(keys)
    assert rows.height == len(ROWS)
    assert rows.schema == MENTION_SCHEMA
    assert select(shuffled, where=Filter(actors=("haftar",))).schema == MENTION_SCHEMA


@pytest.mark.parametrize(
    ("where", "articles"),
    [
        ({"outlets": ["الخبر"]}, ["b"]),
        ({"outlets": ["الخبر", "الشروق"]}, ["a", "b"]),
        ({"outlets": []}, []),
        ({"since": "2018"}, ["b"]),
        ({"since": "2018-03-05", "until": "2018-03-05"}, ["b"]),
        ({"since": "2018-03-06"}, []),
        ({"until": "2018"}, ["b"]),
        ({"until": "2018-03"}, ["b"]),
        ({"until": "2018-03-04"}, []),
        ({"until": "2018-02"}, []),
        ({"outlets": ["الشروق"], "since": "2000"}, []),  # it bears no date
    ],
)
def test_outlets_and_dates_say_which_articles_are_read(where, articles):
    assert (
        select(MENTIONS, where=where)["article"].unique().sort().to_list() == articles
    )
    assert count_mentions(MENTIONS, where=where).articles == len(articles)
