"""Corrections of two articles whose mentions are written out by hand."""

from functools import partial

import polars as pl
from counts.written_mentions import (
    FIRST,
    HAFTAR,
    MENTIONS,
    NOTHING,
    ROWS,
    made,
)
from decided import apply, at, changed, decide, said
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from kit.counts import count_mentions, difference
from kit.decisions import Decisions
from kit.mentions.correcting import corrected, known_names

HAFTARS = [(row[0], row[1], row[2]) for row in ROWS if row[4] == "haftar"]
ARMY = FIRST.text.index("الجيش الليبي")


def test_a_place_that_is_no_mention_frees_what_stands_inside():
    no = decide("not a mention", **at(ARMY, "الجيش الليبي"), entity="lna")
    mentions = apply(no)
    assert changed(mentions) == [
        ("b", ARMY + 6, "الليبي", "LY", "LY", None, "demonym", "demonym")
    ]
    assert len(mentions) == len(MENTIONS) - 1
    assert "lna" not in mentions.entities["entity"]
    assert mentions.decided.rows() == [(no.id, "not a mention", 1, None)]
    (evidence,) = mentions.rows.filter(pl.col("engine") == "decision")["evidence"]
    assert evidence == no.mark


def test_a_surface_that_is_no_mention_is_none_anywhere():
    no = decide("not a mention", surface="حفتـر")
    mentions = apply(no)
    assert len(mentions) == len(MENTIONS) - 4
    assert said(mentions) == [(4, None)]
    assert said(apply(decide("not a mention", surface="حفتر", entity="lna"))) == [
        (0, "nothing is found as 'حفتر'")
    ]


def test_someone_else_is_counted_instead():
    place = at(HAFTARS[0][1], "حفتر")
    mentions = apply(decide("someone else", **place, becomes="mike-pompeo"))
    assert changed(mentions) == [
        ("b", place["start"], "حفتر", "mike-pompeo", "US", None, "surname", "surname")
    ]
    assert mentions.entities.filter(
        pl.col("entity").is_in(["mike-pompeo", "US"])
    ).rows() == [
        ("US", "country", "US", "الولايات المتحدة", "United States"),
        ("mike-pompeo", "person", "US", "مايك بومبيو", "Mike Pompeo"),
    ]


def test_someone_else_of_another_kind_is_named_by_name():
    place = at(FIRST.text.index("أنقرة"), "أنقرة")
    person = apply(decide("someone else", **place, becomes="haftar"))
    assert changed(person)[0][3:] == ("haftar", "LY", None, "name", "name")
    capital = apply(decide("someone else", **place, becomes="kabul"))
    assert changed(capital)[0][3:] == ("kabul", "AF", None, "capital", "capital")


def test_an_actor_that_no_table_lists_is_told_by_the_decision():
    place = at(HAFTARS[0][1], "حفتر")
    actor = {"kind": "person", "name": "صدام حفتر", "english": "", "country": "LY"}
    mentions = apply(decide("someone else", **place, becomes="saddam-haftar", **actor))
    assert mentions.entities.filter(pl.col("entity") == "saddam-haftar").rows() == [
        ("saddam-haftar", "person", "LY", "صدام حفتر", "Saddam Haftar")
    ]


def test_a_reading_settles_what_was_undecided():
    doubtful = [(*ROWS[0][:18], "TN EG", ROWS[0][19]), *ROWS[1:]]
    mentions = made(rows=doubtful)
    place = at(0, "ليبيا")
    right = decide("reading", **place, becomes="TN")
    settled = corrected(mentions, Decisions((right,)))
    assert changed(settled) == [("b", 0, "ليبيا", "TN", "TN", None, "name", "name")]
    assert settled.rows["undecided"].drop_nulls().is_empty()
    kept = corrected(mentions, Decisions((decide("reading", **place, becomes="LY"),)))
    assert changed(kept) == [("b", 0, "ليبيا", "LY", "LY", None, "name", "name")]
    assert kept.rows["undecided"].drop_nulls().is_empty()


def test_a_country_is_set_and_cleared():
    place = at(HAFTARS[1][1], "حفتر")
    mentions = apply(
        decide("country", entity="haftar", country="TR"),
        decide("country", **place, country="", day=2),
    )
    haftar = mentions.rows.filter(pl.col("entity") == "haftar")
    assert haftar["country"].to_list() == ["TR", None, "TR", "TR"]
    assert mentions.entities.filter(pl.col("entity") == "haftar")["country"][0] == "TR"
    assert said(mentions) == [(4, None), (1, None)]


def test_without_decisions_mentions_are_as_they_were_found():
    assert corrected(MENTIONS, Decisions()) is MENTIONS
    assert corrected(apply(decide("not a mention", surface="ليبيا")), Decisions()) is (
        MENTIONS
    )


def test_nothing_is_corrected_to_nothing():
    mentions = corrected(NOTHING, Decisions((decide("not a mention", surface="ا"),)))
    assert mentions.rows.is_empty()
    assert said(mentions) == [(0, "nothing is found as 'ا'")]


def test_everybody_of_the_tables_the_mentions_and_the_decisions_is_known():
    own = decide("new actor", entity="a-b", kind="person", name="أ ب")
    names = known_names(MENTIONS, Decisions((own,)))
    assert {"LY", "mike-pompeo", HAFTAR[0], "a-b"} <= set(names)


PLACES = [at(row[1], row[3], article=row[0]) for row in ROWS]
DECISIONS = st.one_of(
    st.builds(partial(decide, "not a mention"), surface=st.just("حفتر")),
    st.sampled_from(PLACES).map(lambda place: decide("not a mention", **place)),
    st.builds(
        lambda place, becomes, day: decide(
            "someone else", **place, becomes=becomes, day=day
        ),
        st.sampled_from(PLACES),
        st.sampled_from(["EG", "lna", "mike-pompeo", "kabul"]),
        st.integers(1, 9),
    ),
    st.builds(
        lambda one, other, day: decide(
            "same actor", entity=one, becomes=other, day=day
        ),
        st.sampled_from(["haftar", "lna"]),
        st.sampled_from(["mike-pompeo", "ankara", "TR"]),
        st.integers(1, 9),
    ),
    st.builds(
        lambda country, day: decide(
            "country", entity="haftar", country=country, day=day
        ),
        st.sampled_from(["", "EG"]),
        st.integers(1, 9),
    ),
)
SEVERAL = st.lists(DECISIONS, max_size=5)


def assert_same(one, other):
    assert_frame_equal(one.rows, other.rows)
    assert_frame_equal(one.entities, other.entities)
    assert_frame_equal(one.decided, other.decided)


@given(SEVERAL)
def test_applying_twice_is_applying_once(several):
    decisions = Decisions(tuple(several))
    once = corrected(MENTIONS, decisions)
    assert_same(corrected(once, decisions), once)


@given(st.data(), SEVERAL)
def test_the_order_in_which_they_were_added_does_not_matter(data, several):
    shuffled = data.draw(st.permutations(several))
    assert_same(apply(*several), apply(*shuffled))


@given(SEVERAL, DECISIONS)
def test_undoing_restores_exactly(several, more):
    before = Decisions(tuple(several))
    after = before.with_(more)
    if len(after) == len(before):
        return
    undone = corrected(corrected(MENTIONS, after), after.without(more.id))
    restored = corrected(MENTIONS, before)
    assert_frame_equal(undone.rows, restored.rows)
    assert_frame_equal(undone.entities, restored.entities)


@given(SEVERAL, st.sampled_from(["country", "actor"]))
def test_the_difference_is_that_of_the_counts(several, by):
    after = apply(*several)
    table = difference(MENTIONS, after, by=by)
    counts = [
        dict(count_mentions(one, by=by).table.select("entity", "value").rows())
        for one in (MENTIONS, after)
    ]
    for row in table.iter_rows(named=True):
        assert row["before"] == counts[0].get(row["entity"], 0)
        assert row["after"] == counts[1].get(row["entity"], 0)
        assert row["after"] - row["before"] == row["added"] - row["removed"]
    same = set(counts[0]) & set(counts[1]) - set(table["entity"])
    assert {*counts[0], *counts[1]} - same == set(table["entity"])
    assert all(counts[0][entity] == counts[1][entity] for entity in same)


@given(SEVERAL)
def test_every_changed_mention_says_so(several):
    decisions = Decisions(tuple(several))
    key = ["article", "start", "end"]
    after = corrected(MENTIONS, decisions).rows
    before = MENTIONS.rows
    same = after.join(before, on=before.columns, how="semi", nulls_equal=True)
    touched = after.join(same, on=key, how="anti")
    assert touched["engine"].unique().to_list() in ([], ["decision"])
    marks = [decision.mark for decision in decisions]
    assert all(any(m in why for m in marks) for why in touched["evidence"])
