from math import erfc, log, log2, sqrt

import pytest
from dated_mentions import PUBLISHED, article, drawn, mentions_of
from hypothesis import given
from hypothesis import strategies as st

from kit.counts import BY, Filter, compare, count_mentions, with_and_without

ONE, OTHER = {"articles": ["a"]}, {"articles": ["b"]}
TWO_SLICES = mentions_of(
    article("a", words=100, mentioned=["LY", "LY", "LY", "TR"]),
    article("b", words=300, mentioned=["LY", "TR", "TR", "TR", "EG"]),
)
BOTH_YEARS = (
    article("a", "2017-05-01", words=7, mentioned=["LY"]),
    article("b", "2018-05-01", words=9, mentioned=["TR", "haftar"]),
)


def unique(articles):
    return mentions_of(*{one[0].id: one for one in articles}.values())


def test_counts_and_denominators_stand_beside_each_other():
    found = compare(TWO_SLICES, ONE, OTHER)
    raw = found.table.select(
        "entity", "name", "english", "one", "other", "one_per_1000", "other_per_1000",
        "one_articles", "other_articles",
    )  # fmt: skip  # the columns read as one list
    assert raw.rows() == [
        ("LY", "ليبيا", "Libya", 3, 1, 30.0, 1000 / 300, 1, 1),
        ("EG", "مصر", "Egypt", 0, 1, 0.0, 1000 / 300, 0, 1),
        ("TR", "تركيا", "Turkey", 1, 3, 10.0, 10.0, 1, 1),
    ]
    assert (found.one_tokens, found.other_tokens) == (100, 300)
    assert (found.one_articles, found.other_articles) == (1, 1)
    assert (found.by, found.one, found.other) == (
        "country",
        Filter(articles=("a",)),
        Filter(articles=("b",)),
    )
    assert repr(found) == (
        "<Comparison: 3 countries in 100 words and 300 words; see table>"
    )


def test_the_log_likelihood_is_that_of_rayson_and_garside():
    # Expected by the sizes 100 and 300: Libya 1 and 3, Egypt 0.25 and 0.75, Turkey
    # just what it is.
    g2 = compare(TWO_SLICES, ONE, OTHER).table["g2"].to_list()
    libya = 2 * (3 * log(3 / 1) + 1 * log(1 / 3))
    egypt = 2 * (0 + 1 * log(1 / 0.75))
    assert g2 == pytest.approx([libya, egypt, 0.0])


def test_published_figures_come_out():
    # Rayson's calculator: 10 in 1,000 words, 5 in 1,500 words.
    corpus = mentions_of(
        article("a", words=1000, mentioned=["LY"] * 10),
        article("b", words=1500, mentioned=["LY"] * 5),
    )
    row = compare(corpus, ONE, OTHER).table.row(0, named=True)
    # 2 * (10 ln(10/6) + 5 ln(5/9))
    assert row["g2"] == pytest.approx(4.338644, abs=1e-5)
    assert row["p"] == pytest.approx(0.037257, abs=1e-5)
    assert row["log_ratio"] == pytest.approx(log2(3))


def test_the_correction_is_that_of_benjamini_and_hochberg():
    # By rank, p * 3 / rank, and never above the next one; chi-squared with one degree
    # of freedom is the square of a normal variable.
    table = compare(TWO_SLICES, ONE, OTHER).table
    first, second, third = table["p"].to_list()
    likelihoods = [4 * log(3), 2 * log(1 / 0.75), 0]
    expected = [erfc(sqrt(g2 / 2)) for g2 in likelihoods]
    assert [first, second, third] == pytest.approx(expected)
    expected = [3 * first, 1.5 * second, third]
    assert table["p_adjusted"].to_list() == pytest.approx(expected)


def test_the_log_ratio_says_how_much_with_its_interval():
    table = compare(TWO_SLICES, ONE, OTHER).table
    libya = log2((3 / 100) / (1 / 300))
    wide = 1.959964 * sqrt(1 / 3 + 1 / 1) / log(2)
    row = table.row(0, named=True)
    assert row["log_ratio"] == pytest.approx(libya)
    assert (row["low"], row["high"]) == pytest.approx((libya - wide, libya + wide))


def test_a_half_is_added_to_both_counts_where_one_is_zero():
    row = compare(TWO_SLICES, ONE, OTHER).table.row(1, named=True)
    egypt = log2((0.5 / 100) / (1.5 / 300))
    wide = 1.959964 * sqrt(1 / 0.5 + 1 / 1.5) / log(2)
    assert (row["one"], row["other"]) == (0, 1)
    found = (row["log_ratio"], row["low"], row["high"])
    assert found == pytest.approx((egypt, egypt - wide, egypt + wide))


def test_articles_in_both_are_said():
    found = compare(TWO_SLICES, ONE, {})
    assert found.shared_articles == 1
    assert "1 article in both" in repr(found)


def test_two_outlets_are_compared_by_actor():
    found = compare(
        PUBLISHED, {"outlets": ["الخبر"]}, {"outlets": ["الشروق"]}, by="actor"
    )
    assert found.table.select("entity", "one", "other").rows() == [("haftar", 1, 0)]
    assert (found.one_tokens, found.other_tokens) == (35, 38)


def test_nobody_mentioned_in_either_is_an_empty_table():
    empty = mentions_of(article("a"), article("b"))
    assert compare(empty, ONE, OTHER).table.height == 0


def test_a_slice_without_words_is_refused():
    expected = r"no words to compare in Filter\(parts=\('caption',\)\)\. Let more in"
    with pytest.raises(ValueError, match=expected):
        compare(TWO_SLICES, ONE, {"parts": ["caption"]})


def test_an_unknown_outlet_is_refused():
    with pytest.raises(ValueError, match="No outlet 'الغد'"):
        compare(PUBLISHED, {"outlets": ["الغد"]}, {})


@pytest.mark.parametrize(
    ("entity", "inside", "outside"),
    [
        ("haftar", ("a",), ("b", "c", "d", "e", "f")),
        ("LY", ("a", "b", "d", "e"), ("c", "f")),
        ("FR", (), ("a", "b", "c", "d", "e", "f")),
    ],
)
def test_articles_are_parted_by_whom_they_mention(entity, inside, outside):
    assert with_and_without(PUBLISHED, entity) == (
        Filter(articles=inside),
        Filter(articles=outside),
    )


def test_articles_are_parted_under_a_filter():
    having, lacking = with_and_without(
        PUBLISHED, "LY", where={"outlets": ["الخبر"], "since": "2018-02"}
    )
    assert (having.articles, lacking.articles) == (("d",), ("c",))
    assert having.outlets == lacking.outlets == ("الخبر",)


def test_whom_nobody_knows_parts_nothing():
    with pytest.raises(ValueError, match="No actor 'Hafter'"):
        with_and_without(PUBLISHED, "Hafter")


SLICES = st.lists(drawn(st.sampled_from("cdefgh")), max_size=5)


@given(SLICES.map(lambda more: unique([*BOTH_YEARS, *more])), st.sampled_from(BY))
def test_the_counts_are_those_of_counting_and_turning_round_turns_the_sign(
    mentions, by
):
    one, other = Filter(until="2017"), Filter(since="2018")
    table = compare(mentions, one, other, by=by).table
    for where, side in ((one, "one"), (other, "other")):
        count = count_mentions(mentions, by=by, where=where)
        expected = dict(count.table.select("entity", "mentions").iter_rows())
        found = dict(table.select("entity", side).iter_rows())
        assert {entity: n for entity, n in found.items() if n} == expected
    back = compare(mentions, other, one, by=by).table
    assert back["entity"].to_list() == table["entity"].to_list()
    assert back["g2"].to_list() == pytest.approx(table["g2"].to_list())
    assert (-back["log_ratio"]).to_list() == pytest.approx(table["log_ratio"].to_list())
    assert (table["g2"] > -1e-9).all()
