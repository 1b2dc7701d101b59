from counts.written_mentions import FIRST, HAFTAR, LIBYA, ROWS, made, row
from decided import apply, changed, decide, said

from kit.decisions import Decisions
from kit.mentions.correcting import corrected

WHERE = [row[1] for row in ROWS if row[4] == "haftar"]
ARMY = FIRST.text.index("الجيش الليبي")


def same(entity, becomes, day=1):
    return decide("same actor", entity=entity, becomes=becomes, day=day)


def test_a_merged_actor_is_counted_as_the_other():
    mentions = apply(same("haftar", "mike-pompeo"))
    assert changed(mentions) == [
        ("b", start, "حفتر", "mike-pompeo", "US", None, "surname", "surname")
        for start in WHERE
    ]
    assert "haftar" not in mentions.entities["entity"]
    assert said(mentions) == [(4, None)]


def test_who_is_the_same_as_the_same_is_the_same():
    there = apply(same("haftar", "lna"), same("lna", "mike-pompeo", day=2))
    back = apply(same("lna", "mike-pompeo"), same("haftar", "lna", day=2))
    for mentions in (there, back):
        found = {row[3] for row in changed(mentions) if row[2] == "حفتر"}
        assert found == {"mike-pompeo"}


def test_what_stands_inside_stands_inside_the_other():
    mentions = apply(same("lna", "mike-pompeo"))
    assert changed(mentions) == [
        ("b", ARMY, "الجيش الليبي", "mike-pompeo", "US", None, "name", "name"),
        ("b", ARMY + 6, "الليبي", "LY", "LY", "mike-pompeo", "demonym", "nested"),
    ]


def test_a_name_inside_a_longer_one_of_the_same_actor_counts_once():
    inner = row(FIRST, (3, 3, 7), "الجيش", HAFTAR, "name", inside="lna")
    mentions = corrected(made(rows=[*ROWS, inner]), Decisions((same("haftar", "lna"),)))
    surfaces = mentions.rows["surface"].to_list()
    assert surfaces.count("الجيش") == 0
    assert surfaces.count("الجيش الليبي") == 1


def test_a_mention_is_not_undecided_between_two_that_are_one():
    doubtful = row(FIRST, (0, 0, 0), "ليبيا", LIBYA, "name")
    doubtful = (*doubtful[:18], "haftar lna EG", doubtful[19])
    mentions = made(rows=[doubtful])
    after = corrected(mentions, Decisions((same("haftar", "lna"),)))
    assert after.rows["undecided"].to_list() == ["lna EG"]
    after = corrected(mentions, Decisions((same("EG", "LY"),)))
    assert after.rows["undecided"].to_list() == ["haftar lna"]


def test_merging_back_is_said_to_be_done_already():
    mentions = apply(same("haftar", "lna"), same("lna", "haftar", day=2))
    assert said(mentions) == [(4, None), (0, "both are 'lna' already")]


def test_nobody_is_merged_into_nobody():
    assert said(apply(same("haftar", "nobody"))) == [(0, "nobody is known as 'nobody'")]
