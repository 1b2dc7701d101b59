import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.recogniser.span import Span
from kit.recogniser.tags import TAGS, best_tags, named, spans_of

OUT, B_PERS, I_PERS, B_ORG, I_ORG, B_LOC, I_LOC, B_MISC, I_MISC = range(len(TAGS))


def lawful(tags):
    pairs = zip((OUT, *tags), tags, strict=False)
    return all(b == OUT or b % 2 or a in (b, b - 1) for a, b in pairs)


def scored(rows):
    return np.array(rows, np.float32)


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([], []),
        ([OUT, OUT], []),
        ([B_PERS], [(0, 0, "person")]),
        ([OUT, B_PERS, I_PERS, OUT], [(1, 2, "person")]),
        ([B_LOC, B_LOC], [(0, 0, "place"), (1, 1, "place")]),
        ([B_ORG, I_ORG, B_LOC], [(0, 1, "organisation"), (2, 2, "place")]),
        ([B_MISC, I_MISC, B_ORG], [(2, 2, "organisation")]),
    ],
)
def test_tags_write_spans(tags, spans):
    found = spans_of(tags, np.ones(len(tags), np.float32))
    assert found == [Span(*span, 1.0) for span in spans]


def test_a_span_is_as_sure_as_its_least_sure_tag():
    probabilities = np.array([0.5, 0.75, 0.25], np.float32)
    assert spans_of([B_ORG, I_ORG, OUT], probabilities) == [
        Span(0, 1, "organisation", 0.5)
    ]


def test_other_names_are_shown_only_where_asked_for():
    tags = [B_MISC, I_MISC, B_LOC]
    assert named(tags) == ["O", "O", "B-LOC"]
    assert named(tags, misc=True) == ["B-MISC", "I-MISC", "B-LOC"]


def test_a_name_that_nothing_began_is_begun_or_left():
    # alone: O, I-PERS; lawful: O, B-PERS (1 + 1) or B-PERS, I-PERS (0.5 + 3)
    rows = scored([[1, 0.5, 0], [0, 1, 3]])
    assert best_tags(rows) == [B_PERS, I_PERS]


@given(
    st.lists(
        st.lists(st.integers(-9, 9), min_size=5, max_size=5), min_size=1, max_size=4
    )
)
def test_no_lawful_tags_score_better_than_the_best(rows):
    rows = scored(rows)
    best = best_tags(rows)
    assert lawful(best)

    def total(tags):
        return sum(row[tag] for row, tag in zip(rows, tags, strict=True))

    ways = itertools.product(range(5), repeat=len(rows))
    assert total(best) == max(total(way) for way in ways if lawful(way))
