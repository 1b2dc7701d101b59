import polars as pl
import pytest
from written_mentions import MENTIONS, NOTHING, ROWS, made

from kit.counts import difference

COLUMNS = [
    "entity",
    "name",
    "english",
    "before",
    "after",
    "added",
    "removed",
    "articles",
]


def test_a_difference_says_what_is_added_and_removed_and_where():
    # Two mentions of Haftar become the army's, and Libya loses one in each article.
    army = ("lna", "organisation")
    rows = [
        (*row[:4], *army, *row[6:]) if row[1] in {7, 17} else row
        for row in ROWS
        if row[3] != "ليبيا"
    ]
    after = made(rows=rows)
    actors = difference(MENTIONS, after, by="actor")
    assert actors.columns == COLUMNS
    assert actors.rows() == [
        ("lna", "الجيش الوطني الليبي", "Libyan National Army", 1, 3, 2, 0, 1),
        ("haftar", "خليفة حفتر", "Khalifa Haftar", 3, 1, 0, 2, 1),
    ]
    assert difference(MENTIONS, after).rows() == [
        ("LY", "ليبيا", "Libya", 3, 1, 0, 2, 2)
    ]
    only = difference(MENTIONS, after, where={"articles": ["a"]})
    assert only.rows() == [("LY", "ليبيا", "Libya", 1, 0, 0, 1, 1)]


def test_the_same_mentions_do_not_differ():
    assert difference(MENTIONS, MENTIONS).rows() == []
    assert difference(NOTHING, NOTHING).columns == COLUMNS


def test_all_is_new_to_nothing():
    table = difference(NOTHING, MENTIONS)
    assert table.select(pl.col("before").sum(), pl.col("removed").sum()).row(0) == (
        0,
        0,
    )
    assert table["after"].to_list() == table["added"].to_list()


def test_a_misspelt_dimension_is_refused():
    with pytest.raises(ValueError, match="Cannot count by 'actors'"):
        difference(MENTIONS, MENTIONS, by="actors")
