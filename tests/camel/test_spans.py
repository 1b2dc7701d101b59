import pytest

from kit.camel.spans import Label, names_something, spans_of
from kit.recogniser.span import Span


def labels(*names):
    return [Label(name, 0.9) for name in names]


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("O O", []),
        ("B-PERS I-PERS O B-LOC", [(0, 1, "person"), (3, 3, "place")]),
        ("B-ORG B-ORG I-ORG", [(0, 0, "organisation"), (1, 2, "organisation")]),
        ("B-PER", [(0, 0, "person")]),
        ("O I-LOC I-LOC", [(1, 2, "place")]),
        ("B-PERS I-LOC", [(0, 0, "person"), (1, 1, "place")]),
        ("B-PERS O I-PERS", [(0, 0, "person"), (2, 2, "person")]),
        ("B-MISC I-MISC I-LOC", [(2, 2, "place")]),
        ("", []),
    ],
)
def test_labels_become_spans(written, spans):
    found = spans_of(labels(*written.split()))
    assert found == [Span(*span, confidence=0.9) for span in spans]


def test_a_name_is_as_sure_as_its_least_sure_token():
    sure = [Label("B-PERS", 0.9), Label("I-PERS", 0.71264), Label("O", 0.1)]
    assert spans_of(sure) == [Span(0, 1, "person", 0.713)]


@pytest.mark.parametrize("label", ["O", "B-MISC", "LABEL_0", "PERS", "S-PERS", ""])
def test_other_labels_name_nothing(label):
    assert not names_something(label)
