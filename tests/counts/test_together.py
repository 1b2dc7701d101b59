from itertools import product

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal
from written_mentions import FILTERS, MENTIONS, NOTHING, ROWS, made

from kit.counts import BY, Filter, behind, concordance, count_mentions, select, together
from kit.mentions.mention import MENTION_SCHEMA

PAIRS = list(product(BY, BY))
KEY = {"country": "country", "actor": "entity"}
TOTALS = ["entity", "value", "mentions"]


def numbers(mentions=MENTIONS, **options):
    table = together(mentions, **options).table
    pairs = table.select("entity", "other", "sentences").iter_rows()
    return {(entity, other): sentences for entity, other, sentences in pairs}


def sentences(rows):
    return set(rows.select("article", "sentence").iter_rows())


def test_every_pair_is_counted_also_where_they_do_not_meet():
    found = together(MENTIONS)
    haftar = ("haftar", "خليفة حفتر", "Khalifa Haftar")
    army = ("lna", "الجيش الوطني الليبي", "Libyan National Army")
    turkey, libya = ("TR", "تركيا", "Turkey"), ("LY", "ليبيا", "Libya")
    expected = pl.DataFrame(
        [
            (*haftar, *turkey, 0),
            (*haftar, *libya, 1),
            (*army, *turkey, 0),
            (*army, *libya, 1),
        ],
        schema={
            "entity": pl.String,
            "name": pl.String,
            "english": pl.String,
            "other": pl.String,
            "other_name": pl.String,
            "other_english": pl.String,
            "sentences": pl.UInt32,
        },
        orient="row",
    )
    assert_frame_equal(found.table, expected)
    assert found.row_totals.select(TOTALS).rows() == [("haftar", 3, 3), ("lna", 1, 1)]
    assert found.column_totals.select(TOTALS).rows() == [("TR", 3, 3), ("LY", 3, 3)]
    assert (found.rows, found.columns, found.where) == ("actor", "country", Filter())
    assert (found.hidden, found.sentences, found.articles) == (0, 7, 2)
    assert found.chosen == {}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"rows": "country"}, {("TR", "LY"): 1, ("LY", "TR"): 1}),
        ({"columns": "actor"}, {("haftar", "lna"): 0, ("lna", "haftar"): 0}),
        (
            {"rows": "country", "columns": "actor", "top": (1, 1)},
            {("TR", "haftar"): 0},
        ),
        ({"top": (1, 9)}, {("haftar", "TR"): 0, ("haftar", "LY"): 1}),
        # Only the general, a capital and nothing else: a place is no country.
        (
            {"where": {"capitals": True, "text": "غادر"}},
            {("haftar", "TR"): 1},
        ),
        ({"where": {"text": "غادر"}}, {}),
        ({"where": {"nested": False, "text": "الجيش"}}, {}),
        ({"where": {"text": "الجيش"}}, {("lna", "LY"): 1}),
        ({"where": {"countries": ["LY"]}}, {("haftar", "LY"): 1, ("lna", "LY"): 1}),
        ({"where": {"actors": ["haftar"]}}, {("haftar", "LY"): 1}),
        # Where persons count for their countries, they are not together with them.
        ({"where": {"kinds": ["person"]}}, {("haftar", "LY"): 0}),
        ({"where": {"articles": []}}, {}),
    ],
)
def test_rows_columns_and_the_filter_are_as_asked(options, expected):
    assert numbers(**options) == expected


def test_a_sentence_counts_once_however_often_it_names_them():
    turkey, libya = ROWS[9], ROWS[11]
    there = (*turkey[:1], 0, 5, *turkey[3:])
    rows = [
        there,
        (*there[:1], 6, 9, *there[3:]),
        (*libya[:12], 0, *libya[13:]),
        (*libya[:1], 30, 35, *libya[3:12], 0, *libya[13:]),
    ]
    assert numbers(made(rows), rows="country") == {("TR", "LY"): 1, ("LY", "TR"): 1}


def test_sentences_of_one_number_in_two_articles_are_two():
    first, second = ROWS[0], ROWS[9]
    rows = [second, first]
    assert first[12] == second[12] == 0
    assert numbers(made(rows), rows="country") == {("LY", "TR"): 0, ("TR", "LY"): 0}


def test_names_that_have_no_room_are_counted():
    assert together(MENTIONS, top=(1, 1)).hidden == 2
    assert together(MENTIONS, rows="country", top=(1, 2)).hidden == 0
    assert together(MENTIONS, rows="country", top=(1, 1)).hidden == 1


def test_the_sentences_read_are_those_of_the_parts_counted():
    def denominators(**where):
        found = together(MENTIONS, where=where)
        return found.sentences, found.articles

    assert denominators() == (7, 2)
    assert denominators(repeats=True) == (8, 2)
    assert denominators(parts=["headline"], text="حفتر") == (1, 1)
    assert denominators(articles=[]) == (0, 0)


def test_the_names_of_a_filter_are_given():
    where = {"actors": ["haftar", "mike-pompeo"], "countries": ["EG"]}
    assert together(MENTIONS, where=where).chosen == {
        "haftar": ("خليفة حفتر", "Khalifa Haftar"),
        "EG": ("مصر", "Egypt"),
    }


def test_nothing_found_has_no_pairs():
    found = together(NOTHING, where={"text": "ليبيا"})
    assert found.table.columns == together(MENTIONS).table.columns
    assert (found.table.height, found.hidden, found.sentences) == (0, 0, 0)
    assert behind(NOTHING, "haftar", "LY").rows() == []


def test_behind_a_number_stand_the_mentions_of_both_in_their_sentences():
    rows = behind(MENTIONS, "haftar", "LY")
    assert rows.schema == MENTION_SCHEMA
    assert rows.select("article", "sentence", "surface", "entity").rows() == [
        ("b", 0, "ليبيا", "LY"),
        ("b", 0, "حفتر", "haftar"),
    ]
    opened = concordance(MENTIONS, rows)
    assert opened.select("left", "right").rows() == [("", " وحفتر"), ("ليبيا و", "")]
    assert behind(MENTIONS, "haftar", "TR").height == 0
    # A country nested in the name of its army: either mention, the longer one first.
    nested = behind(MENTIONS, "lna", "LY")["surface"].to_list()
    assert nested == ["الجيش الليبي", "الليبي"]


PLACES = [("b", number) for number in range(5)] + [("a", number) for number in range(3)]


@st.composite
def some_mentions(draw):
    """Draw mentions of the entities in any sentences of the two articles."""
    drawn = draw(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(ROWS))))
    rows = [
        (article, start, start + 1, *row[3:12], sentence, *row[13:])
        for start, ((article, sentence), row) in enumerate(sorted(drawn))
    ]
    return made(rows)


@given(some_mentions(), FILTERS, st.sampled_from(PAIRS))
def test_the_number_in_a_cell_is_that_of_the_sentences_behind_it(found, where, pair):
    rows, columns = pair
    for (entity, other), number in numbers(
        found, rows=rows, columns=columns, where=where
    ).items():
        opened = behind(found, entity, other, rows=rows, columns=columns, where=where)
        assert len(sentences(opened)) == number
        assert set(opened.select(pl.col(KEY[rows]) == entity).to_series()) != {False}
        assert opened.is_unique().all()


@given(some_mentions(), FILTERS, st.sampled_from(PAIRS))
def test_a_number_is_what_counting_by_hand_gives(found, where, pair):
    sides = [select(found, where=where, by=by) for by in pair]
    by_hand = {
        (entity, other): {
            (one["article"], one["sentence"])
            for one, two in product(*(side.to_dicts() for side in sides))
            if (one["article"], one["sentence"]) == (two["article"], two["sentence"])
            and (one[KEY[pair[0]]], two[KEY[pair[1]]]) == (entity, other)
            and one["start"] != two["start"]
        }
        for entity, other in product(
            *(set(side[KEY[by]]) for side, by in zip(sides, pair, strict=True))
        )
        if entity != other
    }
    assert numbers(found, rows=pair[0], columns=pair[1], where=where) == {
        both: len(places) for both, places in by_hand.items()
    }


@given(some_mentions(), FILTERS, st.sampled_from(PAIRS), st.integers(1, 4))
def test_the_leading_names_are_those_of_the_bars(found, where, pair, most):
    rows, columns = pair
    both = together(found, rows=rows, columns=columns, where=where, top=(most, most))
    for by, totals in zip(pair, (both.row_totals, both.column_totals), strict=True):
        bars = count_mentions(found, by=by, where=where).table.head(most)
        counted = count_mentions(found, by=by, unit="sentences", where=where).table
        expected = bars.drop("value").join(
            counted.select("entity", "value"), on="entity", maintain_order="left"
        )
        assert_frame_equal(totals, expected.select(totals.columns))
    assert both.table["entity"].unique(maintain_order=True).to_list() == [
        entity
        for entity in both.row_totals["entity"]
        if {*both.column_totals["entity"]} - {entity}
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rows": "city"}, r"count rows 'city'\. Use one of: country, actor\."),
        ({"columns": "city"}, r"count columns 'city'\. Use one of: country, actor\."),
        ({"top": (0, 3)}, r"the top=\(0, 3\)\. Use two numbers of 1 or more\."),
        ({"top": 12}, r"the top=12\. Use two numbers of 1 or more\."),
        ({"where": {"colour": 1}}, r"No filter 'colour'"),
    ],
)
def test_a_wrong_question_is_refused_with_the_way_out(options, message):
    with pytest.raises(ValueError, match=message):
        together(MENTIONS, **options)


def test_behind_refuses_what_together_does():
    with pytest.raises(ValueError, match=r"count rows 'city'"):
        behind(MENTIONS, "a", "b", rows="city")
    with pytest.raises(ValueError, match=r"count columns 'city'"):
        behind(MENTIONS, "a", "b", columns="city")


def test_what_are_no_mentions_is_refused():
    with pytest.raises(TypeError, match="Expected mentions, as find_mentions"):
        together("seeds")
