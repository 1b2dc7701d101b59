"""What the tests of the camel engines share: a cache of their own, tiny models.

The models are real BERT models for token classification, of a few thousand random
weights, written as ``save_pretrained`` writes them. They know no names, but label every
token in a way that depends on its neighbours, which is all that the tests need.
"""

from __future__ import annotations

import importlib.util
import warnings

import pytest
from tiny_morphology import DATABASE

from kit.camel.cache import Cache
from kit.camel.morphology import Morphology

LABELS = (
    "B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O",
)  # fmt: skip  # the labels of camel-tools, in its order
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةى،.؟"


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """Keep the user's cache out of the tests, and give the one they use."""
    monkeypatch.setenv("KIT_CACHE", str(tmp_path / "cache"))
    return Cache.of_user()


@pytest.fixture
def database(tmp_path):
    file = tmp_path / "morphology.db"
    file.write_text(DATABASE, encoding="utf-8")
    return file


@pytest.fixture
def morphology(database):
    return Morphology.load(database)


@pytest.fixture(scope="session")
def make_model(tmp_path_factory):
    """Return what writes a tiny model into a new folder, or skip without torch."""
    missing = [p for p in ("torch", "transformers") if not importlib.util.find_spec(p)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}; run make test-neural")

    def make(*, seed=3, positions=256):
        folder = tmp_path_factory.mktemp("model")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # other people's deprecations
            write_model(folder, seed, positions)
        return folder

    return make


def write_model(folder, seed, positions):
    import torch  # noqa: PLC0415  # not there in the ordinary tests
    from transformers import (  # noqa: PLC0415  # neither
        BertConfig,
        BertForTokenClassification,
    )

    signs = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces = [*signs, *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=positions,
        initializer_range=1.0,
        id2label=dict(enumerate(LABELS)),
        label2id={label: index for index, label in enumerate(LABELS)},
    )
    BertForTokenClassification(config).save_pretrained(folder)
