import polars as pl
import pytest
from hypothesis import given
from written_mentions import FILTERS, MENTIONS

from kit.counts import Filter, ambiguous, count_mentions, ledger
from kit.mentions.mention import WAYS, Mentions


def lines(table):
    return table.rows()


def test_a_ledger_splits_a_count_by_the_way_of_naming():
    assert lines(ledger(MENTIONS, "LY")) == [
        ("name", 2, 2 / 3, True),
        ("nested", 1, 1 / 3, True),
    ]


def test_a_way_switched_off_stays_in_the_ledger_without_a_share():
    assert lines(ledger(MENTIONS, "LY", where=Filter(ways=("name",)))) == [
        ("name", 2, 1.0, True),
        ("nested", 1, None, False),
    ]


def test_a_capital_is_listed_and_counts_for_its_country_only_when_asked():
    off = ledger(MENTIONS, "TR")
    on = ledger(MENTIONS, "TR", where=Filter(capitals=True))
    assert lines(off)[-1] == ("capital", 1, None, False)
    assert lines(on)[-1] == ("capital", 1, 1 / on["mentions"].sum(), True)


def test_an_actor_has_a_ledger_too():
    assert lines(ledger(MENTIONS, "haftar")) == [("surname", 3, 1.0, True)]


def test_an_entity_that_nobody_mentions_is_an_error_that_names_some():
    with pytest.raises(ValueError, match=r"No entity 'XX' in these mentions. There"):
        ledger(MENTIONS, "XX")


def test_a_way_switched_off_names_no_actor_in_its_sentence_either():
    where = Filter(actors=("haftar", "lna"), ways=("name", "nested"))
    counts = count_mentions(MENTIONS, by="country", where=where).table
    assert counts.select("entity", "value").rows() == [("LY", 1)]
    assert lines(ledger(MENTIONS, "LY", where=where)) == [("nested", 1, 1.0, True)]


@given(where=FILTERS)
def test_the_parts_always_sum_to_the_whole(where):
    counts = count_mentions(MENTIONS, by="country", where=where).table
    for entity, value in counts.select("entity", "value").iter_rows():
        parts = ledger(MENTIONS, entity, where=where).filter("counted")
        assert parts["mentions"].sum() == value
        assert parts["share"].sum() == pytest.approx(1)
        assert set(parts["way"]) <= set(WAYS)


def test_what_context_could_not_decide_is_listed_in_its_sentence():
    rows = MENTIONS.rows.with_columns(
        undecided=pl.when(pl.col("surface") == "أنقرة").then(pl.lit("other"))
    )
    doubtful = Mentions(rows, MENTIONS.tokens, MENTIONS.entities, MENTIONS.articles)
    listed = ambiguous(doubtful).select("surface", "undecided", "left", "right")
    assert lines(listed) == [("أنقرة", "other", "وغادر حفتر ", ".")]
