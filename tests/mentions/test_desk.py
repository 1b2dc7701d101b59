import pytest
from counts.written_mentions import MENTIONS

from kit.decisions import Decisions
from kit.mentions.correcting import corrected
from kit.mentions.desk import Desk

DESK = Desk(MENTIONS, by="Rana")
LIBYA = MENTIONS.rows.row(0, named=True)
HAFTAR = MENTIONS.rows.row(1, named=True)
EMPTY = {"", None, ()}


def filled(decision):
    """Give what a decision says, without its id and time."""
    columns = type(decision).__dataclass_fields__
    values = {column: getattr(decision, column) for column in columns}
    return {
        column: value
        for column, value in values.items()
        if value not in EMPTY and column not in {"id", "time"}
    }


def test_this_place_is_no_mention():
    assert filled(DESK.not_a_mention(HAFTAR, note="a street")) == {
        "action": "not a mention",
        "article": "b",
        "start": 7,
        "end": 11,
        "surface": "حفتر",
        "entity": "haftar",
        "note": "a street",
        "by": "Rana",
    }


def test_this_surface_is_no_mention_anywhere():
    assert filled(DESK.never_a_mention("مالي", entity="ML")) == {
        "action": "not a mention",
        "surface": "مالي",
        "entity": "ML",
        "by": "Rana",
    }


def test_this_place_names_someone_else():
    decision = DESK.someone_else(HAFTAR, "mike-pompeo")
    assert filled(decision)["becomes"] == "mike-pompeo"
    assert "name" not in filled(decision)


def test_whom_no_table_lists_is_written_into_the_decision():
    assert filled(DESK.same_actor("LY", "haftar")) == {
        "action": "same actor",
        "entity": "LY",
        "becomes": "haftar",
        "kind": "person",
        "name": "خليفة حفتر",
        "english": "Khalifa Haftar",
        "country": "LY",
        "by": "Rana",
    }


def test_an_alias_is_kept_without_marks_and_strokes():
    assert filled(DESK.alias(" المُشيـر  حفتر", "mike-pompeo")) == {
        "action": "alias",
        "surface": "المشير حفتر",
        "entity": "mike-pompeo",
        "by": "Rana",
    }


def test_a_country_is_set_for_a_mention_or_an_entity():
    assert filled(DESK.country(HAFTAR, "EG"))["start"] == 7
    assert filled(DESK.country("haftar", None)) == {
        "action": "country",
        "entity": "haftar",
        "by": "Rana",
    }


def test_a_new_actor_is_known_from_then_on():
    actor = DESK.new_actor(
        "rana-x", ("رنا س", "Rana X"), country="LY", aliases=["أم س"]
    )
    assert filled(actor) == {
        "action": "new actor",
        "entity": "rana-x",
        "kind": "person",
        "name": "رنا س",
        "english": "Rana X",
        "country": "LY",
        "aliases": ("أم س",),
        "by": "Rana",
    }
    later = Desk(MENTIONS, Decisions((actor,)))
    assert later.someone_else(HAFTAR, "rana-x").becomes == "rana-x"


def test_a_reading_is_one_of_those_that_are_open():
    doubtful = {**LIBYA, "undecided": "TN EG"}
    assert DESK.reading(doubtful, "TN").becomes == "TN"
    assert DESK.reading(doubtful, "LY").becomes == "LY"
    with pytest.raises(ValueError, match="'SD' is no reading of 'ليبيا'"):
        DESK.reading(doubtful, "SD")


def test_a_desk_knows_who_was_found_before_decisions():
    after = corrected(MENTIONS, Decisions((DESK.same_actor("haftar", "lna"),)))
    assert Desk(after).alias("المشير", "haftar").name == "خليفة حفتر"


@pytest.mark.parametrize(
    ("decide", "message"),
    [
        (
            lambda: DESK.someone_else(HAFTAR, "mike-pompo"),
            "No entity 'mike-pompo' in the tables, .* Did you mean mike-pompeo",
        ),
        (lambda: DESK.alias("ليبيا", "LYB"), "No entity 'LYB' .* new_actor adds one"),
        (lambda: DESK.alias(" ، ", "LY"), "Cannot add the alias '،': it has no word"),
        (lambda: DESK.same_actor("hafter", "LY"), "Did you mean haftar"),
        (lambda: DESK.never_a_mention("مالي", entity="hafter"), "mean haftar"),
        (lambda: DESK.country("LY", None), "'LY' is a country. Say that it is someone"),
        (lambda: DESK.country("haftar", "LBY"), "No country 'LBY'.* Did you mean .*LY"),
        (
            lambda: DESK.new_actor("haftar", ("ا", "A")),
            "'haftar' is known already. Use alias, or another id",
        ),
        (
            lambda: DESK.not_a_mention({}),
            "the row of a mention, but it has no 'article'",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(decide, message):
    with pytest.raises(ValueError, match=message):
        decide()
