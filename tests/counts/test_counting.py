import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_mentions import (
    FILTERS,
    FIRST,
    LIBYA,
    MENTIONS,
    NOTHING,
    ROWS,
    SECOND,
    made,
    row,
)

from kit.counts import (
    BY,
    UNITS,
    Counts,
    Filter,
    concordance,
    count_mentions,
    positions,
    select,
    tally,
)


def values(by="country", unit="mentions", **where):
    counts = count_mentions(MENTIONS, by=by, unit=unit, where=where)
    return dict(counts.table.select("entity", "value").iter_rows())


def test_a_count_says_what_was_counted_out_of_how_much():
    counts = count_mentions(MENTIONS)
    columns = ["entity", "name", "english", "kind", "country", "value", "mentions"]
    assert counts.table.columns == columns
    assert counts.table.rows() == [
        ("TR", "تركيا", "Turkey", "country", "TR", 3, 3),
        ("LY", "ليبيا", "Libya", "country", "LY", 3, 3),
    ]
    assert (counts.by, counts.unit, counts.where) == ("country", "mentions", Filter())
    assert (counts.tokens, counts.articles) == (17, 2)


@pytest.mark.parametrize(
    ("by", "unit", "expected"),
    [
        ("country", "mentions", {"TR": 3, "LY": 3}),
        ("country", "per_1000", {"TR": 3000 / 17, "LY": 3000 / 17}),
        ("country", "sentences", {"TR": 3, "LY": 3}),
        ("country", "articles", {"LY": 2, "TR": 1}),
        ("actor", "mentions", {"haftar": 3, "lna": 1}),
        ("actor", "per_1000", {"haftar": 3000 / 17, "lna": 1000 / 17}),
        ("actor", "sentences", {"haftar": 3, "lna": 1}),
        ("actor", "articles", {"lna": 1, "haftar": 1}),
    ],
)
def test_every_unit_counts_in_its_own_way(by, unit, expected):
    found = values(by, unit)
    assert found == expected
    assert list(found) == list(expected)


def test_two_mentions_in_one_sentence_are_one_sentence():
    twice = made([ROWS[9], ROWS[9], ROWS[10]])
    table = count_mentions(twice, unit="sentences").table
    assert table.select("entity", "value", "mentions").rows() == [("TR", 2, 3)]


def test_sentences_of_one_number_in_two_articles_are_two():
    both = made([ROWS[0], row(SECOND, (0, 0, 0), "تركيا", LIBYA, "name")])
    assert count_mentions(both, unit="sentences").table["value"].to_list() == [2]


@pytest.mark.parametrize(
    ("by", "where", "expected"),
    [
        ("country", {"forms": ["demonym"]}, {"LY": 1}),
        ("country", {"forms": []}, {}),
        ("actor", {"forms": ["surname"]}, {"haftar": 3}),
        ("country", {"parts": ["headline"]}, {"LY": 1}),
        ("country", {"parts": ["notice"]}, {"EG": 1}),
        ("country", {"parts": None}, {"TR": 3, "LY": 3, "EG": 1}),
        ("country", {"parts": []}, {}),
        ("actor", {"parts": ["caption"]}, {"haftar": 1}),
        ("actor", {"parts": ["caption"], "repeats": True}, {"haftar": 2}),
        ("actor", {"repeats": True}, {"haftar": 4, "lna": 1}),
        ("country", {"nested": False}, {"TR": 3, "LY": 2}),
        ("country", {"articles": ["b"]}, {"LY": 2}),
        ("country", {"articles": []}, {}),
        ("country", {"kinds": ["country", "place"]}, {"TR": 4, "LY": 3}),
        ("country", {"kinds": ["place"]}, {"TR": 1}),
        ("country", {"kinds": ["person"]}, {"LY": 3}),
        ("country", {"kinds": []}, {}),
        ("actor", {"kinds": ["organisation"]}, {"lna": 1}),
        ("actor", {"kinds": ["place"]}, {"ankara": 1}),
    ],
)
def test_forms_parts_kinds_and_switches_let_in_what_they_name(by, where, expected):
    assert values(by, **where) == expected


@pytest.mark.parametrize(
    ("by", "where", "expected"),
    [
        ("country", {"countries": ["LY"]}, {"LY": 3}),
        ("country", {"countries": ["LY", "EG"]}, {"LY": 3}),
        ("country", {"countries": []}, {}),
        ("country", {"actors": ["haftar"]}, {"LY": 1}),
        ("country", {"actors": ["lna"]}, {"LY": 1}),
        ("country", {"actors": ["mike-pompeo"]}, {}),
        ("country", {"actors": ["haftar"], "forms": ["name"]}, {}),
        (
            "country",
            {"actors": ["haftar"], "kinds": ["country", "place"]},
            {"LY": 1, "TR": 1},
        ),
        ("country", {"countries": ["TR"], "kinds": ["country", "place"]}, {"TR": 4}),
        ("country", {"countries": ["LY"], "kinds": ["person"]}, {"LY": 3}),
        ("actor", {"actors": ["haftar"]}, {"haftar": 3}),
        ("actor", {"countries": ["LY"]}, {"haftar": 1, "lna": 1}),
        ("actor", {"countries": ["LY"], "kinds": ["person"]}, {"haftar": 1}),
        ("actor", {"countries": ["LY"], "kinds": ["organisation"]}, {"lna": 1}),
        ("actor", {"countries": ["TR"]}, {}),
        ("actor", {"countries": ["LY"], "nested": False}, {"haftar": 1}),
        ("actor", {"actors": ["haftar"], "countries": ["LY"]}, {"haftar": 1}),
        ("actor", {"actors": ["ankara"], "kinds": ["place"]}, {"ankara": 1}),
        ("country", {"actors": ["haftar"], "countries": ["LY"]}, {"LY": 1}),
        ("country", {"actors": ["haftar"], "countries": ["TR"]}, {}),
    ],
)
def test_actors_and_countries_keep_the_sentences_that_name_them(by, where, expected):
    assert values(by, **where) == expected


def test_kinds_that_are_counted_anyway_change_nothing_when_named():
    for countries in (None, ["LY"], ["TR"]):
        named = values("actor", countries=countries, kinds=["person", "organisation"])
        assert named == values("actor", countries=countries)


def test_the_words_of_the_denominator_are_those_of_the_parts_counted():
    def denominators(**where):
        counts = count_mentions(MENTIONS, unit="per_1000", where=where)
        return counts.tokens, counts.articles

    assert denominators() == (17, 2)
    assert denominators(repeats=True) == (19, 2)
    assert denominators(parts=None, repeats=True) == (22, 2)
    assert denominators(parts=["headline"]) == (2, 1)
    assert denominators(articles=["a"]) == (6, 1)
    assert denominators(actors=["haftar"], text="غادر") == (17, 2)
    assert denominators(parts=[]) == (0, 0)


def test_a_country_named_as_a_country_and_through_a_place_has_one_row():
    counts = count_mentions(MENTIONS, where={"kinds": ["country", "place", "person"]})
    assert counts.table.rows() == [
        ("LY", "ليبيا", "Libya", "country", "LY", 6, 6),
        ("TR", "تركيا", "Turkey", "country", "TR", 4, 4),
    ]


def test_a_mention_without_a_country_is_counted_for_none():
    un = ("un", "organisation", None)
    mentions = made([row(FIRST, (0, 0, 0), "ليبيا", un, "name")])
    where = {"kinds": ["organisation"]}
    assert count_mentions(mentions, where=where).table.height == 0
    assert select(mentions, where={"countries": ["LY"]}).height == 0
    assert count_mentions(mentions, by="actor").table["entity"].to_list() == ["un"]


def test_entities_of_one_name_and_value_keep_one_order():
    twins = [(f"p{number}", "person", None) for number in range(9)]
    mentions = made(
        [row(FIRST, (0, 0, 0), "ليبيا", twin, "name") for twin in reversed(twins)],
        entities=[(one, "person", None, "علي", "Ali") for one, _, _ in twins],
    )
    table = count_mentions(mentions, by="actor").table
    assert table["entity"].to_list() == [one for one, _, _ in twins]


@given(FILTERS, st.sampled_from(BY))
def test_a_tally_of_the_rows_is_the_count_in_its_order(where, by):
    rows = select(MENTIONS, where=where, by=by)
    key = "country" if by == "country" else "entity"
    table = count_mentions(MENTIONS, by=by, where=where).table
    ranked = list(table.select("entity", "value").iter_rows())
    assert list(tally(MENTIONS, rows, key).items()) == ranked


def test_of_equal_numbers_the_arabic_name_comes_first_not_the_id():
    people = [("a", "person", None), ("b", "person", None)]
    mentions = made(
        [row(FIRST, (0, 0, 0), "ليبيا", one, "name") for one in people],
        entities=[
            ("a", "person", None, "يوسف", "A"),
            ("b", "person", None, "أحمد", "B"),
        ],
    )
    assert tally(mentions, mentions.rows, "entity") == {"b": 1, "a": 1}
    assert list(tally(mentions, mentions.rows, "entity")) == ["b", "a"]


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize("unit", UNITS)
def test_nothing_found_counts_to_an_empty_table(by, unit):
    counts = count_mentions(NOTHING, by=by, unit=unit, where={"text": "ليبيا"})
    assert isinstance(counts, Counts)
    assert counts.table.rows() == []
    assert counts.table.columns == [
        "entity",
        "name",
        "english",
        "kind",
        "country",
        "value",
        "mentions",
    ]
    assert (counts.tokens, counts.articles) == (0, 0)
    assert positions(NOTHING, by=by).table.rows() == []
    assert concordance(NOTHING, select(NOTHING)).rows() == []


@given(FILTERS, st.sampled_from(BY))
def test_the_numbers_on_the_bars_are_the_rows_behind_them(where, by):
    rows = select(MENTIONS, where=where, by=by)
    table = count_mentions(MENTIONS, by=by, where=where).table
    assert table["value"].sum() == rows.height
    assert table["mentions"].to_list() == table["value"].to_list()
    assert table["entity"].is_unique().all()
    assert table["name"].null_count() == 0
    assert rows.is_unique().all()


def test_a_wrong_count_is_refused_with_the_way_out():
    with pytest.raises(
        ValueError, match=r"count by 'city'\. Use one of: country, actor"
    ):
        count_mentions(MENTIONS, by="city")
    with pytest.raises(ValueError, match=r"count by 'city'"):
        select(MENTIONS, by="city")
    with pytest.raises(ValueError, match=r"count by 'city'"):
        positions(MENTIONS, by="city")
    with pytest.raises(ValueError, match=r"count unit 'words'\. Use one of: mentions"):
        count_mentions(MENTIONS, unit="words")


def test_positions_say_where_in_their_articles_the_leading_names_stand():
    found = positions(MENTIONS, by="actor", top=1).table
    assert found.columns == [
        "entity",
        "name",
        "english",
        "article",
        "token",
        "tokens",
        "start",
        "sentence",
        "surface",
        "part",
        "names",
    ]
    haftar = ("haftar", "خليفة حفتر", "Khalifa Haftar", "b")
    assert found.rows() == [
        (*haftar, 1, 16, 7, 0, "حفتر", "headline", 2),
        (*haftar, 3, 16, 17, 1, "حفتر", "caption", 2),
        (*haftar, 11, 16, 60, 4, "حفتر", "body", 2),
    ]


def test_positions_of_countries_come_in_the_order_of_their_counts():
    found = positions(MENTIONS, where={"kinds": ["country", "place"]}).table
    assert found.select("entity", "article", "token", "tokens", "surface").rows() == [
        ("TR", "a", 0, 6, "تركيا"),
        ("TR", "a", 2, 6, "تركيا"),
        ("TR", "a", 5, 6, "تركيا"),
        ("TR", "b", 12, 16, "أنقرة"),
        ("LY", "a", 4, 6, "ليبيا"),
        ("LY", "b", 0, 16, "ليبيا"),
        ("LY", "b", 8, 16, "الليبي"),
    ]
