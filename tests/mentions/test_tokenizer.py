import pytest
from marking import article

from kit.mentions.tokenizer import Tokenizer
from kit.mentions.tokenrow import Types

TEXTS = ["ليبيا  و\tمصر", "", "سطر (أول).\n\nفي مصر\u200f", "\n", "مصر"]


def listed(row):
    return row.starts.tolist(), row.texts(), row.normals, row.breaks


def test_many_articles_have_the_tokens_that_each_has_by_itself():
    articles = [article(text) for text in TEXTS]
    together = Tokenizer(Types()).rows(articles)
    assert list(map(listed, together)) == [
        listed(Tokenizer(Types()).row(one)) for one in articles
    ]
    assert listed(together[0]) == (
        [0, 7, 9, 12],
        ["ليبيا", "و", "مصر", ""],
        ["ليبيا", "و", "مصر", ""],
        [3],
    )
    assert listed(together[1]) == ([], [], [], [])


@pytest.mark.parametrize(
    ("words", "places"),
    [(["مصر"], [7]), (["في", "سطر"], [0, 6]), (["تونس"], []), ([], [])],
)
def test_the_places_of_words_are_found_and_asking_leaves_no_trace(words, places):
    row = Tokenizer(Types()).row(article(TEXTS[2]))
    assert row.places(words) == places
    assert row.places(words) == places
