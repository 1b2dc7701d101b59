"""A draft becomes the decision that the desk makes, once all is said."""

import pytest

from kit.decisions import Decisions
from kit.explorer.draft import CORRECTIONS, Draft, complete, decision_of
from kit.mentions.desk import Desk

HAFTAR = Draft("second", 0, 4, "khalifa-haftar")


def haftar(mentions):
    rows = mentions.rows.rows(named=True)
    return next(one for one in rows if (one["article"], one["start"]) == ("second", 0))


def decided(mentions, draft):
    decision = decision_of(draft, haftar(mentions), Desk(mentions, Decisions()))
    told = ("action", "article", "start", "surface", "entity", "becomes", "country")
    return tuple(getattr(decision, name) for name in told)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            {"action": "not_a_mention"},
            ("not a mention", "second", 0, "حفتر", "khalifa-haftar", "", ""),
        ),
        (
            {"action": "never_a_mention"},
            ("not a mention", "", None, "حفتر", "khalifa-haftar", "", ""),
        ),
        (
            {"action": "someone_else", "becomes": "EG"},
            ("someone else", "second", 0, "حفتر", "khalifa-haftar", "EG", ""),
        ),
        (
            {"action": "alias", "becomes": "khalifa-haftar", "text": "المشير"},
            ("alias", "", None, "المشير", "khalifa-haftar", "", ""),
        ),
        (
            {"action": "alias", "becomes": "EG"},
            ("alias", "", None, "حفتر", "EG", "", ""),
        ),
        (
            {"action": "same_actor", "becomes": "lna"},
            ("same actor", "", None, "", "khalifa-haftar", "lna", "LY"),
        ),
        (
            {"action": "no_country"},
            ("country", "second", 0, "حفتر", "khalifa-haftar", "", ""),
        ),
        (
            {"action": "other_country", "becomes": "EG"},
            ("country", "second", 0, "حفتر", "khalifa-haftar", "", "EG"),
        ),
        (
            {
                "action": "new_actor",
                "new": {"name": "سالم", "english": "Salem X", "kind": "person"},
            },
            ("new actor", "", None, "", "salem-x", "", ""),
        ),
    ],
)
def test_a_complete_draft_is_a_decision(mentions, said, expected):
    draft = HAFTAR
    assert not complete(draft)
    for name, value in said.items():
        draft = draft.with_(name, value)
    assert complete(draft)
    assert decided(mentions, draft) == expected


def test_a_reading_that_context_left_open_is_decided_as_such(mentions):
    row = {**haftar(mentions), "undecided": "EG"}
    draft = HAFTAR.with_("action", "someone_else").with_("becomes", "EG")
    assert decision_of(draft, row, Desk(mentions)).action == "reading"


def test_another_action_begins_anew():
    draft = HAFTAR.with_("action", "alias").with_("sought", "x").with_("becomes", "EG")
    changed = draft.with_("action", "same_actor")
    assert (changed.sought, changed.becomes) == ("", "")
    assert draft.with_("sought", "y").becomes == ""


def test_what_is_unknown_is_refused_with_the_way_out(mentions):
    with pytest.raises(
        ValueError, match=f"No action 'x'. Use one of: {CORRECTIONS[0]}"
    ):
        HAFTAR.with_("action", "x")
    with pytest.raises(ValueError, match=r"A correction has no 'colour'\. Use one of"):
        HAFTAR.with_("colour", "red")
    nameless = HAFTAR.with_("action", "new_actor").with_("new", {"name": "…"})
    with pytest.raises(ValueError, match=r"Cannot call an actor '…': it has no word"):
        decided(mentions, nameless)
