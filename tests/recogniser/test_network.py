import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.recogniser import network as module
from kit.recogniser.network import GAP, Block, Compact, Network
from kit.recogniser.words import MARKS, Word

EVEN = np.array([1, 1], np.float32)
NONE = np.array([0, 0], np.float32)
KEEP = np.eye(2, dtype=np.float32)


def vectors(*rows):
    return np.array(rows, np.float32)


def tiny(left, own, right, *, reach=1):
    """Return a network of two numbers a word that leaves its vectors as they are."""
    nothing = Compact.of(np.zeros((1, 1), np.float32))
    block = Block(reach, EVEN, NONE, np.stack([left, own, right]), NONE)
    return Network(
        words=nothing,
        groups=nothing,
        enter=np.zeros((3 + MARKS, 2), np.float32),
        enter_bias=NONE,
        blocks=(block,),
        gain=EVEN,
        shift=NONE,
        leave=KEEP,
        leave_bias=NONE,
    )


def test_a_network_of_two_numbers_gives_what_is_computed_by_hand():
    # (3, 1) is normalised to (1, -1). Its right neighbour (0, 4) is (-1, 1), of which
    # the block takes the fourfold, (-4, 4), cut at zero to (0, 4). So (3, 1) becomes
    # (3, 5), which is normalised to (-1, 1); and (0, 4), with nothing to its right,
    # stays and is normalised to (-1, 1), too.
    network = tiny(0 * KEEP, 0 * KEEP, 4 * KEEP)
    scores = network.scores(vectors((3, 1), (0, 4)), np.array([0, 1]))
    np.testing.assert_allclose(scores, [[-1, 1], [-1, 1]], atol=1e-4)


def test_left_own_and_right_are_what_they_say():
    a, b, c = (3.0, 1.0), (0.0, 4.0), (5.0, 1.0)
    stream = np.array([0, 1, 2])
    left = tiny(KEEP, 0 * KEEP, 0 * KEEP).scores(vectors(a, b, c), stream)
    own = tiny(0 * KEEP, KEEP, 0 * KEEP).scores(vectors(a, b, c), stream)
    # b + cut(normalised a) = (1, 4); b + cut(normalised b) = (0, 5)
    np.testing.assert_allclose(left[1], [-1, 1], atol=1e-4)
    np.testing.assert_allclose(own[1], [-1, 1], atol=1e-4)
    np.testing.assert_allclose(left[0], [1, -1], atol=1e-4)


def test_nothing_is_seen_across_a_gap():
    network = tiny(0 * KEEP, 0 * KEEP, 4 * KEEP)
    scores = network.scores(vectors((3, 1), (0, 4)), np.array([0, GAP, 1]))
    np.testing.assert_allclose(scores[[0, 2]], [[1, -1], [-1, 1]], atol=1e-4)


def test_a_word_is_its_vectors_and_marks_side_by_side():
    marks = np.zeros(MARKS, np.float32)
    marks[0] = 1
    words = Compact.of(vectors([0], [1], [2]))
    groups = Compact.of(vectors([4], [8]))
    enter = np.zeros((3 + MARKS, 2), np.float32)
    enter[:4, 0] = (1, 10, 100, 1000)
    network = tiny(KEEP, KEEP, KEEP)
    network = Network(
        words, groups, enter, EVEN, network.blocks, EVEN, NONE, KEEP, NONE
    )
    # word 1, stem 2, the mean of the groups 4 and 8, the first mark, and the bias
    first = network.first_vectors([Word(1, 2, [0, 1], marks)])
    np.testing.assert_allclose(first, [[1 + 20 + 600 + 1000 + 1, 1]], rtol=1e-2)


def test_rounding_to_one_byte_keeps_a_row_within_one_part_in_a_hundred():
    rows = np.random.default_rng(1).normal(size=(40, 16)).astype(np.float32)
    rows[3] = 0
    kept = Compact.of(rows).rows(np.arange(40))
    largest = np.abs(rows).max(axis=1, keepdims=True)
    assert (np.abs(kept - rows) <= 0.01 * largest).all()


def test_a_stream_of_nothing_has_no_scores(random_model):
    network = random_model.network
    empty = network.scores(np.zeros((0, 8), np.float32), np.zeros(0, np.intp))
    assert empty.shape == (0, 9)


@pytest.mark.parametrize("piece", [1, 2, 7, 1024])
def test_where_a_stream_is_cut_cannot_be_seen(random_model, monkeypatch, piece):
    network = random_model.network
    draw = np.random.default_rng(2)
    table = draw.normal(size=(9, 8)).astype(np.float32)
    stream = draw.integers(-1, 9, 200)
    whole = network.scores(table, stream)
    monkeypatch.setattr(module, "_PIECE", piece)
    np.testing.assert_allclose(network.scores(table, stream), whole, atol=1e-4)


@given(st.lists(st.integers(0, 8), min_size=1, max_size=30), st.integers(0, 29))
def test_a_word_farther_away_than_sight_changes_nothing(random_model, stream, at):
    network = random_model.network
    at %= len(stream)
    table = np.random.default_rng(3).normal(size=(9, 8)).astype(np.float32)
    other = list(stream)
    other[at] = (other[at] + 1) % 9
    before = network.scores(table, np.array(stream))
    after = network.scores(table, np.array(other))
    far = np.abs(np.arange(len(stream)) - at) > network.sight
    np.testing.assert_allclose(before[far], after[far], atol=1e-4)
