"""A network small enough to compute by hand, and one drawn at random."""

import numpy as np
import pytest

from kit.recogniser.file import Model
from kit.recogniser.network import Block, Compact, Network
from kit.recogniser.tags import TAGS
from kit.recogniser.words import MARKS, Vocabulary

WORDS = ("في", "قال", "ليبيا", "برلين", "محمد")
BUCKETS = 50


@pytest.fixture(scope="session")
def random_model():
    """Return a model of the real shape with weights drawn from a fixed seed."""
    draw = np.random.default_rng(7)

    def drawn(*shape):
        return draw.normal(size=shape).astype(np.float16).astype(np.float32)

    width, size = 8, 4
    blocks = tuple(
        Block(
            reach=reach,
            gain=drawn(width),
            shift=drawn(width),
            weights=drawn(3, width, width),
            bias=drawn(width),
        )
        for reach in (1, 2)
    )
    network = Network(
        words=Compact.of(drawn(len(WORDS) + 1, size)),
        groups=Compact.of(drawn(BUCKETS, size)),
        enter=drawn(3 * size + MARKS, width),
        enter_bias=drawn(width),
        blocks=blocks,
        gain=drawn(width),
        shift=drawn(width),
        leave=drawn(width, len(TAGS)),
        leave_bias=drawn(len(TAGS)),
    )
    vocabulary = Vocabulary.of(WORDS, {"ليبيا": 1, "محمد": 1 << 7}, BUCKETS)
    return Model(vocabulary, network, temperature=1.5)
