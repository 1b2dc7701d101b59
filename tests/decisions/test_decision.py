import re

import pytest

from kit.decisions.decision import Decision, near, now

TIME = "2026-11-24T10:00:00Z"
HERE = {"article": "a", "start": 3, "end": 8, "surface": "ليبيا"}


def test_an_id_is_made_of_all_that_is_decided():
    first = Decision(action="alias", surface="ليبيا", entity="LY", time=TIME)
    same = Decision(action="alias", surface="ليبيا", entity="LY", time=TIME)
    other = Decision(action="alias", surface="ليبيا", entity="TN", time=TIME)
    assert first == same
    assert re.fullmatch("d[0-9a-f]{9}", first.id)
    assert first.id != other.id


def test_a_decision_bears_the_time_it_was_made():
    before = now()
    decision = Decision(action="undo", undoes="x")
    assert before <= decision.time <= now()
    assert decision.time.endswith("Z")


def test_a_mark_says_when_what_and_which():
    decision = Decision(action="not a mention", surface="مالي", time=TIME, id="7")
    assert decision.mark == "decision 2026-11-24 not a mention 7"


def test_a_time_without_offset_is_utc():
    day = Decision(action="undo", undoes="x", time="2026-11-24")
    hour = Decision(action="undo", undoes="x", time="2026-11-24T02:00:00+02:00")
    assert day.instant() == hour.instant()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"action": "merge"}, "No action 'merge'. Use one of: not a mention, "),
        ({"action": "alias", "entity": "LY"}, "'alias' needs 'surface'; it is empty"),
        ({"action": "country", "country": "LY"}, "needs a place or an 'entity'"),
        (
            {"action": "same actor", "entity": "a", "becomes": "a"},
            "'a' is already itself. Name another",
        ),
        (
            {"action": "new actor", "entity": "a", "kind": "team", "name": "ا"},
            "No kind 'team'. Use one of: person, organisation, place",
        ),
        (
            {"action": "new actor", "entity": "A b", "kind": "person", "name": "ا"},
            "Cannot call an actor 'A b'. Use small Latin letters",
        ),
        (
            {"action": "not a mention", "article": "a", "surface": "ليبيا"},
            "A place needs article, start, end and surface",
        ),
        (
            {"action": "not a mention", **HERE, "end": 9},
            "'ليبيا' has 5 characters and cannot stand at 3-9",
        ),
        (
            {"action": "country", "entity": "a", "country": "ly"},
            "No country 'ly'. Write its ISO 3166 code",
        ),
        (
            {"action": "undo", "undoes": "x", "time": "yesterday"},
            "No time 'yesterday' of a decision. Write it as 2026-11-24",
        ),
        (
            {"action": "undo", "undoes": "x", "note": "\ud800"},
            "in 'note': half a character",
        ),
        (
            {
                "action": "new actor",
                "entity": "a",
                "kind": "person",
                "name": "ا",
                "aliases": ("ب|ت",),
            },
            "without a '|'",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(values, message):
    with pytest.raises(ValueError, match=message.replace("|", r"\|")):
        Decision(**values)


def test_a_misspelt_id_is_answered_with_those_like_it():
    known = {"khalifa-haftar", "mike-pompeo"}
    assert near("kalifa-hafter", known) == " Did you mean khalifa-haftar?"
    assert near("zzz", known) == ""
