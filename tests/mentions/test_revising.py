"""Revising must give what finding everything anew gives, and look again at little."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from kit.articles.article import Article, Articles
from kit.articles.parts import parts_of
from kit.decisions import Decision, Decisions
from kit.mentions import revising
from kit.mentions.finding import find_mentions
from kit.mentions.revising import revised

TEXTS = {
    "a": "وصل المبعوث غسان سلامة إلى طرابلس. وقال سلامة إن ليبيا تنتظر.",
    "b": "التقى فرحان الهادي وزير الخارجية. وأكد الهادي دعم بلاده.",
    "c": "قال حفتر إن القوات تقدمت. وأضاف القائد العام أن مصر رحبت.",
    "d": "زار وفد من العدالة والإعمار تونس، وللعدالة والإعمار مكتب هناك.",
    "e": "ارتفعت أسعار النفط في لندن بحسب عبدالله بن سالم الفاضل.",
    "f": "دعا الفاضل إلى الهدوء، ورحّب عبد الله بن سالم الفاضل بالقرار.",
}
ARTICLES = Articles(
    tuple(Article(name, text, parts_of(text)) for name, text in TEXTS.items())
)
TIME = "2026-01-01"
DECISIONS = (
    Decision(
        action="alias", surface="القائد العام", entity="khalifa-haftar", time=TIME
    ),
    Decision(action="alias", surface="الوفد", entity="LY", time=TIME),
    Decision(
        action="new actor",
        entity="adala",
        kind="organisation",
        name="العدالة والإعمار",
        country="LY",
        time=TIME,
    ),
    Decision(
        action="new actor",
        entity="fadel",
        kind="person",
        name="عبد الله بن سالم الفاضل",
        aliases=("الفاضل",),
        time=TIME,
    ),
    Decision(action="not a mention", surface="مصر", time=TIME),
    Decision(
        action="same actor",
        entity="ghassan-salame",
        becomes="khalifa-haftar",
        time=TIME,
    ),
)


def assert_same(one, other):
    for table in ("rows", "tokens", "entities", "proposals", "decided"):
        assert_frame_equal(getattr(one, table), getattr(other, table))
    assert one.asked == other.asked


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), (0, 1, 2, 3, 4, 5)),
        ((0, 1, 2, 3, 4, 5), ()),
        ((1, 3), (2, 3, 5)),
        ((2, 4), (0, 2, 4)),
        ((0, 3), (1, 2)),
    ],
)
def test_revised_mentions_are_those_that_are_found_anew(before, after):
    before, after = (
        Decisions(tuple(DECISIONS[number] for number in numbers))
        for numbers in (before, after)
    )
    changed = revised(find_mentions(ARTICLES, decisions=before), after)
    assert_same(changed, find_mentions(ARTICLES, decisions=after))


def test_only_articles_in_which_an_added_name_may_stand_are_looked_at_again(
    monkeypatch,
):
    looked_at = []

    def counting(articles, **options):
        looked_at.extend(article.id for article in articles)
        return find_mentions(articles, **options)

    mentions = find_mentions(ARTICLES)
    monkeypatch.setattr(revising, "find_mentions", counting)
    alias, _, adala, fadel, nobody, same = DECISIONS
    for decisions, expected in (
        ([nobody, same], []),
        ([alias], ["c"]),
        ([adala], ["d"]),
        ([fadel], ["e", "f"]),
    ):
        looked_at.clear()
        revised(mentions, Decisions(tuple(decisions)))
        assert looked_at == expected


def test_an_added_alias_is_found_and_an_undone_one_is_not():
    mentions = find_mentions(ARTICLES)
    decisions = Decisions((DECISIONS[0],))
    added = revised(mentions, decisions)
    of_c = added.rows.filter(pl.col("article") == "c")
    assert of_c.select("surface", "entity").rows() == [
        ("حفتر", "khalifa-haftar"),
        ("القائد العام", "khalifa-haftar"),
        ("مصر", "EG"),
    ]
    undone = revised(added, decisions.without(decisions.items[0].id))
    assert_same(undone.found, mentions)
