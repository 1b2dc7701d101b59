import polars as pl
import pytest
from dated_mentions import CORPORA, PUBLISHED, article, mentions_of
from hypothesis import given
from hypothesis import strategies as st

from kit.counts import BY, UNITS, Filter, by_story, count_mentions, placements

STORIES = pl.DataFrame(
    [("a", "b"), ("b", "b"), ("c", "c"), ("d", "d"), ("e", "b"), ("f", "d")],
    schema=["article", "story"],
    orient="row",
)
ALONE = STORIES.with_columns(story="article")


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (None, Filter(articles=("b", "c", "d"))),
        ({"articles": ["d", "a", "b"]}, Filter(articles=("b", "d"))),
        ({"articles": ["a"]}, Filter(articles=())),
        (
            Filter(countries=("LY",), outlets=("الخبر",), since="2018", nested=False),
            Filter(
                countries=("LY",),
                outlets=("الخبر",),
                since="2018",
                nested=False,
                articles=("b", "c", "d"),
            ),
        ),
    ],
)
def test_the_earliest_placement_of_each_story_is_let_in(where, expected):
    assert by_story(STORIES, where=where) == expected


def test_a_story_counts_where_and_when_it_first_appeared():
    def counted(**where):
        table = count_mentions(PUBLISHED, where=by_story(STORIES, where=where)).table
        return dict(table.select("entity", "value").iter_rows())

    assert counted() == {"LY": 2, "TR": 2}
    assert counted(outlets=["الشروق"]) == {"LY": 1, "TR": 1}
    assert counted(outlets=["الخبر"]) == {"LY": 1, "TR": 1}
    assert counted(since="2018-02") == {"LY": 1, "TR": 1}


def test_placements_tell_how_often_each_story_appeared_where_and_when():
    assert placements(PUBLISHED, STORIES).rows() == [
        ("b", "", ["الشروق", "الخبر"], 3, "2018-01-02", "2018-01-31"),
        ("d", "", ["الخبر"], 2, "2018-05", "2018-05-01"),
        ("c", "", ["الخبر"], 1, "2018-03-05T10:00:00Z", "2018-03-05T10:00:00Z"),
    ]


def test_a_story_without_dates_and_outlets_has_none():
    told = placements(
        mentions_of(article("a", "", ""), article("b")),
        pl.DataFrame({"article": ["a", "b"], "story": ["a", "a"]}),
    )
    assert told.rows() == [("a", "", [], 2, None, None)]


def test_no_story_is_an_empty_table():
    none = pl.DataFrame(schema={"article": pl.String, "story": pl.String})
    assert by_story(none) == Filter(articles=())
    assert placements(mentions_of(), none).columns == [
        "story", "title", "outlets", "placements", "first", "last",
    ]  # fmt: skip  # as they are read


@pytest.mark.parametrize("ask", [by_story, lambda one: placements(PUBLISHED, one)])
def test_what_is_no_table_of_stories_is_refused(ask):
    with pytest.raises(TypeError, match=r"stories, as duplicates\(articles\)"):
        ask({"a": "b"})
    with pytest.raises(ValueError, match=r"article and story, and these have article"):
        ask(STORIES.select("article"))


@given(CORPORA, st.sampled_from(BY), st.sampled_from(UNITS), st.data())
def test_a_count_by_story_is_no_larger_than_one_by_placement(mentions, by, unit, data):
    names = mentions.about["article"].to_list()
    told = [data.draw(st.sampled_from(names[: at + 1])) for at in range(len(names))]
    # A story is called by one of its own placements.
    roots = {name: name for name, story in zip(names, told, strict=True)}
    for name, story in zip(names, told, strict=True):
        roots[name] = roots[story]
    schema = {"article": pl.String, "story": pl.String}
    stories = pl.DataFrame(list(roots.items()), schema=schema, orient="row")
    whole, once, alone = (
        count_mentions(mentions, by=by, unit=unit, where=where)
        for where in (
            None,
            by_story(stories),
            by_story(stories.with_columns(story="article")),
        )
    )
    assert alone.table.equals(whole.table)
    assert once.articles == stories["story"].n_unique() or not names
    many = dict(whole.table.select("entity", "mentions").iter_rows())
    few = dict(once.table.select("entity", "mentions").iter_rows())
    assert few.keys() <= many.keys()
    assert all(few[entity] <= many[entity] for entity in few)
