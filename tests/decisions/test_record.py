import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import ANY, RECORDS, alias

from kit.decisions import COLUMNS, Decision, Decisions, Kept

A, B, C = (
    alias(text, day=day, id=text) for text, day in zip("ابج", (1, 2, 3), strict=True)
)


def test_decisions_stand_in_the_order_of_their_time():
    assert Decisions((C, A)).with_(B).items == (A, B, C)


def test_undoing_is_a_decision_too_and_can_be_undone():
    made = Decisions((A, B))
    undone = made.without(A.id, note="no", by="r")
    (undo,) = set(undone.items) - set(made.items)
    assert (undo.action, undo.undoes, undo.note, undo.by) == ("undo", A.id, "no", "r")
    assert undone.in_force == (B,)
    again = undone.without(undo.id)
    assert again.in_force == (A, B)
    assert len(again) == 4


def test_what_is_undone_is_undone_whatever_the_clocks_say():
    ahead = Decision(
        action="alias", surface="ليبيا", entity="LY", time="2099-01-01", id="z"
    )
    undone = Decisions((ahead,)).without("z")
    assert undone.items[0] == ahead
    assert undone.items[1].time == "2099-01-01T00:00:00.001Z"
    assert undone.in_force == ()


def test_only_what_is_there_and_in_force_is_undone():
    with pytest.raises(
        ValueError, match=r"No decision 'abd' among 1\. Did you mean abc"
    ):
        Decisions((alias("ليبيا", id="abc"),)).without("abd")
    undone = Decisions((A,)).without(A.id)
    with pytest.raises(ValueError, match="is undone already"):
        undone.without(A.id)


def test_aliases_and_new_actors_in_force_act_before_finding():
    nobody = Decision(action="not a mention", surface="ا", time=A.time)
    assert Decisions((A, nobody, B)).without(B.id).additions == (A,)


def test_of_two_with_one_id_the_record_goes_before_the_other():
    edited = alias("ا", day=1, id=A.id, note="edited by hand")
    kept = (Kept("torn\n", 2, "1 cells"),)
    other = Decisions((A, B), (Kept("old\n", 2, "1 cells"),), (*COLUMNS, "seen"))
    merged = Decisions((edited,), kept).merged(other)
    assert merged == Decisions((edited, B), kept, (*COLUMNS, "seen"))


@given(RECORDS, RECORDS)
def test_bringing_together_loses_nothing_and_knows_no_order(one, other):
    together = one.merged(other)
    assert set(together.items) == {*one.items, *other.items}
    assert together.items == other.merged(one).items
    assert together.content_id == other.merged(one).content_id


@given(RECORDS, st.lists(ANY, min_size=1, max_size=3, unique_by=lambda one: one.id))
def test_undoing_restores_what_was_in_force(record, more):
    new = [one for one in more if one.action != "undo" and one not in record.items]
    changed = record.with_(*new)
    for decision in new:
        if decision in changed.in_force:
            changed = changed.without(decision.id)
    assert changed.in_force == tuple(
        one for one in record.in_force if one in changed.in_force
    )
    assert not set(new) & set(changed.in_force)


def test_a_record_is_cited_by_what_it_holds():
    assert Decisions((A, B)).content_id == Decisions((B, A)).content_id
    assert Decisions((A,)).content_id != Decisions((A, B)).content_id
    assert len(Decisions((A,)).content_id) == 12
    assert hash(Decisions((A,))) == hash(Decisions((A,)))
