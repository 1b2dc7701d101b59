import pytest
from counts.written_mentions import FIRST, MENTIONS
from decided import apply, at, changed, decide, said
from polars.testing import assert_frame_equal

HAFTAR = FIRST.text.index("حفتر")


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (
            decide("not a mention", **at(0, "ليبيا", article="z")),
            "there is no article 'z'",
        ),
        (decide("not a mention", **at(1, "ليبيا")), "the text there is 'يبيا '"),
        (decide("not a mention", **at(0, "ليب")), "nothing is mentioned there"),
        (
            decide("not a mention", **at(0, "ليبيا"), entity="TN"),
            "it is read as 'LY' there",
        ),
        (
            decide("someone else", **at(0, "ليبيا"), becomes="nobody"),
            "nobody is known as 'nobody'",
        ),
        (
            decide("country", **at(0, "ليبيا"), country=""),
            "'LY' is a country itself",
        ),
        (decide("country", entity="LY"), "'LY' is a country itself"),
        (decide("country", entity="nobody"), "nothing is found as 'nobody'"),
        (
            decide("alias", surface="ليب", entity="nobody"),
            "nobody is known as 'nobody'",
        ),
        (decide("undo", undoes="x"), "what it undoes is not here"),
    ],
)
def test_what_does_not_belong_here_is_said_and_changes_nothing(decision, reason):
    mentions = apply(decision)
    assert mentions.decided.rows() == [(decision.id, decision.action, 0, reason)]
    assert_frame_equal(mentions.rows, MENTIONS.rows)
    assert_frame_equal(mentions.entities, MENTIONS.entities)


def test_a_place_goes_before_a_surface_and_the_later_before_the_earlier():
    place = at(HAFTAR, "حفتر")
    first = decide("someone else", **place, becomes="mike-pompeo")
    second = decide("someone else", **place, becomes="lna", day=2)
    mentions = apply(decide("not a mention", surface="حفتر", day=3), first, second)
    assert [row[3] for row in changed(mentions)] == ["lna"]
    assert said(mentions) == [
        (0, f"'{second.id}' holds there instead"),
        (1, None),
        (3, None),
    ]
