from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.charts.scenes.apart import apart, box, free

PAPER = (100.0, 60.0)
WHOLE = st.integers(0, 100)
BOXES = st.lists(
    st.tuples(WHOLE, WHOLE, st.integers(1, 40), st.integers(1, 20)),
    min_size=1,
    max_size=30,
)


@given(BOXES)
def test_no_box_covers_another_or_leaves_the_sides_of_the_paper(boxes):
    given_at = np.array(boxes, dtype=float)
    at, sizes = given_at[:, :2], given_at[:, 2:]
    edges = [
        box(*middle, *size)
        for middle, size in zip(apart(at, sizes, PAPER), sizes, strict=True)
    ]
    for left, right, lower, _ in edges:
        assert left >= -1e-9
        assert right <= PAPER[0] + 1e-9
        assert lower >= -1e-9
    for a, b in combinations(edges, 2):
        assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]


def test_what_is_apart_stays_where_it_is():
    at = np.array([[10.0, 10.0], [50.0, 10.0]])
    assert apart(at, np.array([[20.0, 5.0]] * 2), PAPER).tolist() == at.tolist()


def test_two_at_one_place_part_where_they_share_less():
    at, sizes = np.array([[50.0, 30.0]] * 2), np.array([[20.0, 4.0]] * 2)
    low, high = apart(at, sizes, PAPER).round(1).tolist()
    assert (low, high) == ([50, 28], [50, 32])


@pytest.mark.parametrize(
    ("new", "answer"),
    [
        ((50, 30, 10, 10), False),
        ((61, 30, 10, 10), True),
        ((96, 30, 10, 10), False),
        ((50, 58, 10, 10), False),
    ],
)
def test_a_place_is_free_on_the_paper_and_beside_others(new, answer):
    assert free(box(*new), [box(50, 30, 10, 10)], PAPER) is answer
