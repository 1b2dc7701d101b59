"""Which ids a filter may name, and what is said of those that nobody knows."""

import re
from dataclasses import replace

import pytest
from written_mentions import MENTIONS, made

from kit.counts import (
    Filter,
    ambiguous,
    count_mentions,
    difference,
    ledger,
    positions,
    select,
    without_unknown,
)

ALL = "mentions.entities lists the ids, and so does python -m kit counts."


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ({"countries": ["LY", "XX"]}, f"No country 'XX'. {ALL}"),
        (
            {"countries": ["Libya"]},
            f"No country 'Libya'. Did you mean LY (Libya)? {ALL}",
        ),
        ({"countries": ["ly"]}, f"No country 'ly'. Did you mean LY (Libya)? {ALL}"),
        (
            {"countries": ["Lybia"]},
            f"No country 'Lybia'. Did you mean LY (Libya)? {ALL}",
        ),
        (
            {"countries": ["ليبيا"]},
            f"No country 'ليبيا'. Did you mean LY (Libya)? {ALL}",
        ),
        (
            {"countries": ["السودان"]},
            f"No country 'السودان'. Did you mean SD (Sudan)? {ALL}",
        ),
        ({"countries": ["haftar"]}, "'haftar' is no country. Give it in actors."),
        ({"countries": ["ankara"]}, "'ankara' is no country. Give it in actors."),
        ({"actors": ["TR"]}, "'TR' is a country, no actor. Give it in countries."),
        (
            {"actors": ["Trump"]},
            "No actor 'Trump'. Did you mean donald-trump (Donald Trump) or "
            "donald-trump-jr (Donald Trump Jr.) or eric-trump (Eric Trump)? " + ALL,
        ),
        (
            {"actors": ["بومبيو"]},
            f"No actor 'بومبيو'. Did you mean mike-pompeo (Mike Pompeo)? {ALL}",
        ),
        (
            {"actors": ["haftr"]},
            f"No actor 'haftr'. Did you mean haftar (Khalifa Haftar)? {ALL}",
        ),
        ({"actors": ["qqqqqqq"]}, f"No actor 'qqqqqqq'. {ALL}"),
        ({"articles": ["a", "c"]}, "No article 'c'. mentions.articles has the ids."),
        (
            {"articles": ["second-articl"]},
            (
                "No article 'second-articl'. Did you mean second-article? "
                "mentions.articles has the ids."
            ),
        ),
    ],
)
def test_an_id_that_nobody_knows_is_refused_with_the_one_that_may_be_meant(
    where, message
):
    named = replace(MENTIONS.articles[0], id="second-article")
    mentions = made(articles=[*MENTIONS.articles, named])
    for ask in (select, count_mentions, positions, ambiguous):
        with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
            ask(mentions, where=where)
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        difference(mentions, mentions, where=where)


@pytest.mark.parametrize(
    "where",
    [
        {"countries": ["FR"]},
        {"countries": ["EG"]},
        {"actors": ["mike-pompeo", "benghazi"]},
        {"actors": ["lna", "ankara"]},
        {"actors": ["TR"], "kinds": ["country"]},
        {"articles": ["a"], "text": "لا يوجد"},
        {"actors": [], "countries": [], "articles": []},
    ],
)
def test_an_id_that_is_known_may_well_not_be_mentioned(where):
    assert select(MENTIONS, where=where, by="actor").height >= 0


def test_an_outlet_that_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match=r"No outlet 'x'\. There are: الخبر, الشروق\."):
        select(MENTIONS, where={"outlets": ["x"]})


def test_ids_that_nobody_knows_any_more_are_left_out_of_a_filter():
    where = Filter(actors=("new", "haftar"), countries=("XX",), text="قال")
    assert without_unknown(where, MENTIONS) == Filter(actors=("haftar",), text="قال")
    assert without_unknown(Filter(actors=()), MENTIONS) == Filter(actors=())


def test_an_id_known_before_decisions_is_known_after_them():
    lost = made(
        rows=[row for row in MENTIONS.rows.rows() if row[4] != "lna"],
        entities=[row for row in MENTIONS.entities.rows() if row[0] != "lna"],
    )
    with pytest.raises(ValueError, match="No actor 'lna'"):
        count_mentions(lost, where={"actors": ["lna"]})
    after = replace(lost, found=MENTIONS)
    assert count_mentions(after, where={"actors": ["lna"]}).table.is_empty()


def test_a_difference_knows_the_ids_of_either_side():
    after = made(
        rows=[(*row[:4], "new", *row[5:]) for row in MENTIONS.rows.rows()],
        entities=[*MENTIONS.entities.rows(), ("new", "person", None, "جديد", "New")],
    )
    where = {"actors": ["new"]}
    assert difference(MENTIONS, after, by="actor", where=where)["after"].sum() > 0


def test_what_ids_are_compared_with_is_worked_out_once():
    assert MENTIONS.known_ids is MENTIONS.known_ids
    assert MENTIONS.known_ids == {
        "articles": {"a", "b"},
        "outlets": {"الخبر", "الشروق"},
        "countries": {"EG", "LY", "TR"},
        "actors": {"ankara", "haftar", "lna"},
    }


@pytest.mark.parametrize(
    ("entity", "message"),
    [
        ("Libya", "Did you mean LY (Libya)?"),
        ("حفتر", "Did you mean khalifa-haftar (Khalifa Haftar)?"),
        ("haftr", "Did you mean haftar (Khalifa Haftar)?"),
        ("FR", "There are EG, LY, TR, ankara, haftar."),
        ("qqqqqqq", "There are EG, LY, TR, ankara, haftar."),
    ],
)
def test_a_ledger_of_nobody_says_who_may_be_meant(entity, message):
    said = (
        f"No entity '{entity}' in these mentions. {message} "
        "All of them stand in mentions.entities."
    )
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        ledger(MENTIONS, entity)
