import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.articles.article import Article
from kit.articles.duplicates import duplicates
from kit.articles.parts import parts_of
from kit.articles.reading import read_articles
from kit.corpus import build

(SEED,) = read_articles(Path(__file__).parents[2] / "seeds")
WORDS = sorted({word for word in SEED.text.split() if word.isalpha()})
FOLDED = str.maketrans("أإآةى", "ااا" + "هي")


def article(name, text, date=None):
    return Article(name, text, parts_of(text), date=date)


def news(number):
    """Write an article of four paragraphs in words of the press, by number."""
    chance = random.Random(number)  # noqa: S311  # the same each time
    return "\n".join(
        " ".join([*(chance.choice(WORDS) for _ in range(40)), "."]) for _ in range(4)
    )


def stories(*articles, **options):
    return duplicates(articles, **options)["story"].to_list()


ORIGINAL = "عنوان الخبر\n" + news(1)


@pytest.mark.parametrize(
    "copy",
    [
        ORIGINAL,
        "عنوان آخر لصحيفة أخرى\n" + news(1),
        "\n".join(news(1).split("\n")[1:]),
        " ".join(ORIGINAL.split()[:110]),
        ORIGINAL.translate(FOLDED),
        ORIGINAL.replace("\n", "\r\n\r\n"),
        ORIGINAL + "\nجميع الحقوق محفوظة لصحيفة الخبر اليومية " * 3,
    ],
)
def test_a_copy_of_an_agencys_report_tells_its_story(copy):
    articles = [article("a", ORIGINAL), article("b", news(2)), article("c", copy)]
    assert stories(*articles) == ["a", "b", "a"]


@pytest.mark.parametrize(
    "other", [news(3), "", " ".join(f"{news(at)}\n{ORIGINAL}" for at in range(4, 7))]
)
def test_other_news_and_round_ups_are_stories_of_their_own(other):
    assert stories(article("a", ORIGINAL), article("b", other)) == ["a", "b"]


def test_the_earliest_gives_the_story_its_name():
    def dated(name, date):
        return article(name, ORIGINAL, date)

    assert stories(
        dated("a", None), dated("b", "2018-03-02"), dated("c", "2018-03-01")
    ) == (["c"] * 3)
    assert stories(dated("a", "2018-03-01"), dated("b", "2018-03-01")) == ["a"] * 2
    assert stories(dated("a", None), dated("b", None)) == ["a"] * 2


def test_what_is_alike_to_one_that_is_alike_is_of_the_same_story():
    words = news(1).split()
    parts = [words[:100], words[20:120], words[40:140]]
    articles = [article(str(at), " ".join(part)) for at, part in enumerate(parts)]
    assert stories(*articles, threshold=0.75) == ["0"] * 3
    assert stories(articles[0], articles[2], threshold=0.75) == ["0", "2"]


def test_the_threshold_says_how_much_of_the_shorter_must_stand_in_the_longer():
    half = " ".join([*news(1).split()[:80], *news(2).split()[:80]])
    articles = [article("a", news(1)), article("b", half)]
    assert stories(*articles) == ["a", "b"]
    assert stories(*articles, threshold=0.4) == ["a", "a"]


def test_empty_and_short_articles_are_told_apart():
    texts = ["", " .. ", "خبر", "خبر!", "خبر عاجل", "خبر عاجل جدا"]
    articles = [article(str(at), text) for at, text in enumerate(texts)]
    assert stories(*articles) == ["0", "1", "2", "2", "4", "5"]


def test_no_article_is_no_story():
    assert duplicates([]).columns == ["article", "story"]
    assert duplicates(SEED).rows() == [(SEED.id, SEED.id)]


def test_the_articles_of_a_store_are_compared_without_being_held(tmp_path, monkeypatch):
    records = [
        {"id": "a", "text": ORIGINAL, "date": "2018-03-02"},
        {"id": "b", "text": news(2), "date": "2018-03-02"},
        {"id": "c", "text": f"عنوان آخر\n{news(1)}", "date": "2018-03-01"},
    ]
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    options = {"engine": "lexicon", "workers": 1, "progress": False}
    stored = build(file, tmp_path / "store", **options).articles
    monkeypatch.delattr(type(stored), "items")
    assert duplicates(stored).rows() == [("a", "c"), ("b", "b"), ("c", "c")]
    assert not stored.remembered


@pytest.mark.parametrize("threshold", [0, 1.1, -1, True, float("nan")])
def test_a_threshold_that_is_no_share_is_refused(threshold):
    with pytest.raises(ValueError, match=r"must be a number above 0, and 1 at most\."):
        duplicates(SEED, threshold=threshold)


@given(st.lists(st.sampled_from([news(1), news(2), "خبر", ""]), max_size=6))
def test_each_story_is_named_by_one_of_its_own(texts):
    articles = [article(str(at), text) for at, text in enumerate(texts)]
    told = duplicates(articles)
    assert told["article"].to_list() == [one.id for one in articles]
    for at, story in enumerate(told["story"].to_list()):
        assert texts[int(story)] == texts[at]
        assert told["story"][int(story)] == story


@pytest.mark.shared
def test_copies_of_real_articles_are_found_and_nothing_else(shared):
    items = read_articles(shared / "news" / "libya.jsonl").items
    told = dict(duplicates(items).iter_rows())
    originals = [one for one in items if told[one.id] == one.id]
    originals = [one for one in originals if len(one.text.split()) >= 60]
    copies = [replace(one, id=f"{one.id} copy", **cut(one)) for one in originals]
    both = dict(duplicates([*originals, *copies]).iter_rows())
    found = sum(both[f"{one.id} copy"] == one.id for one in originals)
    assert found >= 0.97 * len(originals)
    apart = {both[one.id] for one in originals}
    assert len(apart) >= 0.99 * len(originals)


def cut(article):
    """Give an article as another paper prints it: other headline, shorter."""
    words = article.text.removeprefix(article.title).split()
    kept = words[len(words) // 8 : int(len(words) * 0.85)]
    text = f"عنوان آخر تماما\n{' '.join(kept)}"
    return {"text": text, "parts": parts_of(text)}
