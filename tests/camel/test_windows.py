import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.camel.windows import windows


@pytest.mark.parametrize(
    ("sizes", "stops", "spans"),
    [
        ([], [], []),
        ([1, 1, 2], [0, 0, 0], [(0, 3)]),
        ([1, 1, 1, 1, 1], [0, 0, 0, 0, 0], [(0, 4), (4, 5)]),
        ([1, 1, 1, 1, 1], [0, 0, 1, 0, 0], [(0, 3), (3, 5)]),
        # A stop in the first half would make too short a window.
        ([1, 1, 1, 1, 1], [1, 0, 0, 0, 0], [(0, 4), (4, 5)]),
        ([1, 1, 1, 1, 1], [0, 0, 1, 1, 0], [(0, 4), (4, 5)]),
        ([4, 4, 4], [1, 1, 1], [(0, 1), (1, 2), (2, 3)]),
        # What is left after a stop may itself be too long with the next token.
        ([1, 1, 1, 1, 4], [0, 0, 1, 0, 0], [(0, 3), (3, 4), (4, 5)]),
    ],
)
def test_a_window_ends_at_a_stop_in_its_second_half(sizes, stops, spans):
    assert windows(sizes, stops=stops, room=4) == spans


@given(st.lists(st.tuples(st.integers(1, 9), st.booleans())), st.integers(9, 30))
def test_every_token_is_in_one_window_that_is_not_too_long(tokens, room):
    sizes = [size for size, _ in tokens]
    found = windows(sizes, stops=[stop for _, stop in tokens], room=room)
    assert [i for span in found for i in range(*span)] == list(range(len(sizes)))
    assert all(0 < sum(sizes[start:end]) <= room for start, end in found)
