from datetime import date

import polars as pl
import pytest
from dated_mentions import CORPORA, PUBLISHED, article, mentions_of
from hypothesis import given
from hypothesis import strategies as st
from written_mentions import NOTHING

from kit.counts import BY, EVERY, Filter, count_mentions, over_time

JANUARY, FEBRUARY, MARCH, APRIL, MAY = (date(2018, month, 1) for month in range(1, 6))
COLUMNS = (
    "period", "entity", "name", "english", "value", "mentions", "articles", "tokens",
)  # fmt: skip  # the columns read as one list


def values(entity, **options):
    table = over_time(PUBLISHED, **options).table.filter(pl.col("entity") == entity)
    return table.select("period", "value").rows()


def test_every_period_stands_in_the_table_also_where_nothing_was_published():
    counted = over_time(PUBLISHED, top=2)
    libya, turkey = ("LY", "ليبيا", "Libya"), ("TR", "تركيا", "Turkey")
    assert counted.table.columns == [*COLUMNS]
    assert counted.table.rows() == [
        (JANUARY, *libya, 3, 3, 2, 40),
        (JANUARY, *turkey, 1, 1, 2, 40),
        (FEBRUARY, *libya, None, 0, 0, 0),
        (FEBRUARY, *turkey, None, 0, 0, 0),
        (MARCH, *libya, 0, 0, 1, 20),
        (MARCH, *turkey, 1, 1, 1, 20),
        (APRIL, *libya, None, 0, 0, 0),
        (APRIL, *turkey, None, 0, 0, 0),
        (MAY, *libya, 1, 1, 2, 10),
        (MAY, *turkey, 0, 0, 2, 10),
    ]
    assert (counted.hidden, counted.dated_articles) == (1, 5)


def test_undated_articles_are_counted_and_said():
    counted = over_time(PUBLISHED, top=2)
    assert counted.undated.drop("name", "english").rows() == [
        ("LY", 1, 1, 1, 8),
        ("TR", 0, 0, 1, 8),
    ]
    assert counted.undated_articles == 1
    said = "1 of 6 articles bears no month and is in no period"
    assert counted.said == said
    assert repr(counted) == (
        f"<OverTime: mentions of 2 countries in 5 months; {said}; see table>"
    )


def test_where_all_are_dated_nothing_is_said():
    counted = over_time(PUBLISHED, where={"articles": ["a", "b"]})
    assert (counted.said, counted.undated.rows()) == ("", [])


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("mentions", [3, None, 0, None, 1]),
        ("per_1000", [75.0, None, 0.0, None, 100.0]),
        ("articles", [2, None, 0, None, 1]),
        ("share", [1.0, None, 0.0, None, 0.5]),
    ],
)
def test_every_unit_has_the_denominators_of_its_period(unit, expected):
    months = [JANUARY, FEBRUARY, MARCH, APRIL, MAY]
    assert values("LY", unit=unit) == list(zip(months, expected, strict=True))


def test_weeks_begin_on_monday():
    expected = [(date(2018, 1, 1), 1), (date(2018, 1, 8), None)]
    assert values("LY", every="week")[:2] == expected


def test_an_article_of_a_month_is_in_no_day_and_no_week():
    for every, undated in (("day", 2), ("week", 2), ("month", 1), ("year", 1)):
        assert over_time(PUBLISHED, every=every).undated_articles == undated
    assert values("LY", every="year") == [(date(2018, 1, 1), 4)]


def test_actors_are_counted_over_time_too():
    counted = over_time(PUBLISHED, by="actor", where={"until": "2018-01"})
    table = counted.table.select("period", "entity", "value")
    assert table.rows() == [(JANUARY, "haftar", 1)]


def test_a_filter_holds_for_numbers_and_denominators():
    only = over_time(PUBLISHED, where=Filter(outlets=("الخبر",)), top=1).table
    assert only.select("value", "articles", "tokens").rows() == [
        (2, 1, 10),
        (None, 0, 0),
        (0, 1, 20),
        (None, 0, 0),
        (1, 1, 5),
    ]


@pytest.mark.parametrize("mentions", [NOTHING, mentions_of(article("a"))])
def test_where_nothing_is_mentioned_the_table_is_empty(mentions):
    counted = over_time(mentions)
    assert counted.table.columns == [*COLUMNS]
    assert (counted.table.height, counted.undated.height) == (0, 0)


@pytest.mark.parametrize("text", ["", "1018-13", "0000", "yesterday", "٢٠١٨"])
def test_what_is_no_date_is_in_no_period(text):
    odd = mentions_of(article("a", text, mentioned=["LY"]))
    assert over_time(odd, every="year").undated_articles == 1


def test_too_many_periods_are_refused():
    wrong = mentions_of(
        article("a", "1018-03-01", mentioned=["LY"]), article("b", "2018-03-01")
    )
    expected = (
        r"365,244 periods of a day from 1018-03-01 to 2018-03-01 are too many\. "
        r"Count every year, or let in fewer articles: where=\{'since': '2018'\}\."
    )
    with pytest.raises(ValueError, match=expected):
        over_time(wrong, every="day")
    assert over_time(wrong, every="year").table.height == 1001


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"every": "hour"}, "Cannot count every 'hour'. Use one of: day, week"),
        ({"unit": "sentences"}, "Cannot count unit 'sentences'. Use one of: mentions"),
        ({"by": "title"}, "Cannot count by 'title'. Use one of: country, actor"),
        ({"top": 0}, "top=0 must be a whole number, 1 or more"),
        ({"where": {"countries": ["XX"]}}, "No country 'XX'."),
    ],
)
def test_what_cannot_be_counted_is_refused(options, message):
    with pytest.raises(ValueError, match=message.replace(".", r"\.")):
        over_time(PUBLISHED, **options)


def test_what_are_no_mentions_is_refused():
    with pytest.raises(TypeError, match="Expected mentions"):
        over_time(PUBLISHED.rows)


@given(
    CORPORA,
    st.sampled_from(BY),
    st.sampled_from(EVERY),
    st.sampled_from(["mentions", "articles"]),
)
def test_periods_and_the_undated_sum_to_the_count(mentions, by, every, unit):
    whole = count_mentions(mentions, by=by, unit=unit)
    parted = over_time(mentions, by=by, every=every, unit=unit, top=None)
    columns = ("entity", "value", "mentions")
    summed = (
        pl.concat([parted.table.select(columns), parted.undated.select(columns)])
        .group_by("entity")
        .agg(pl.col("value").sum(), pl.col("mentions").sum())
    )
    expected = whole.table.select(columns).rows()
    assert sorted(summed.rows()) == sorted(expected)
    assert parted.dated_articles + parted.undated_articles == whole.articles


@given(CORPORA, st.sampled_from(EVERY))
def test_the_sizes_of_periods_and_the_undated_sum_to_the_whole(mentions, every):
    parted = over_time(mentions, every=every, top=None)
    sizes = pl.concat([parted.table.select("period", "articles", "tokens").unique()])
    whole = count_mentions(mentions)
    if whole.table.height:
        undated = parted.undated["tokens"].head(1).sum()
        assert sizes["tokens"].sum() + undated == whole.tokens
        assert sizes["articles"].sum() == parted.dated_articles


@given(CORPORA, st.sampled_from(EVERY))
def test_periods_follow_one_another_without_a_gap(mentions, every):
    periods = over_time(mentions, every=every).table["period"].unique().sort()
    step = {"day": "1d", "week": "1w", "month": "1mo", "year": "1y"}[every]
    if len(periods):
        whole = pl.date_range(periods.min(), periods.max(), step, eager=True)
        assert periods.to_list() == whole.to_list()
