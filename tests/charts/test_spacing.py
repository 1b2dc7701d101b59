from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.charts.scenes.spacing import apart, round_ticks


@pytest.mark.parametrize(
    ("most", "whole", "ticks"),
    [
        (0, False, [0, 1]),
        (1, True, [0, 1]),
        (3, True, [0, 1, 2, 3]),
        (14, True, [0, 5, 10, 15]),
        (451, True, [0, 100, 200, 300, 400, 500]),
        (0.31, False, [0.0, 0.1, 0.2, 0.3, 0.4]),
        (1.0, False, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
    ],
)
def test_ticks_are_round_and_reach_the_highest(most, whole, ticks):
    assert round_ticks(most, whole=whole) == ticks


@given(st.floats(1e-6, 1e9), st.booleans())
def test_ticks_hold_every_value(most, whole):
    ticks = round_ticks(most, whole=whole)
    assert ticks[0] == 0
    assert ticks[-1] >= most * (1 - 1e-6)
    assert 2 <= len(ticks) <= 7
    assert ticks == sorted(set(ticks))


places = st.lists(st.floats(0, 250), min_size=1, max_size=12)


@given(places)
def test_labels_stand_apart_in_their_order_and_on_the_paper(wanted):
    found = apart(wanted, 20, 0, 250)
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    ranked = [found[at] for at in order]
    assert all(after - before >= 20 - 1e-6 for before, after in pairwise(ranked))
    assert min(ranked) >= -1e-6
    assert max(ranked) <= 250 + 1e-6


def test_who_has_room_stays_where_it_belongs():
    assert apart([10, 100, 200], 20, 0, 250) == [10, 100, 200]
    assert apart([100, 100], 20, 0, 250) == [90, 110]
