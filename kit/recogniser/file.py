"""The file of a trained recogniser: one compressed ``.npz`` without any pickle.

Vectors of words are whole numbers of one byte and all else has half precision, for the
network was not trained to more than that. Writing the same model twice gives the same
bytes.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NamedTuple

import numpy as np

from kit.recogniser.network import Block, Compact, Network
from kit.recogniser.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    Array = NDArray[np.float32]


class Model(NamedTuple):
    """Everything a recogniser is.

    Attributes
    ----------
    vocabulary
        The words it knows.
    network
        What it makes of them.
    temperature
        What scores are divided by before they are read as probabilities, so that of
        the names given with confidence 0.8 about four of five are right (Guo et al.
        2017, On Calibration of Modern Neural Networks).

    """

    vocabulary: Vocabulary
    network: Network
    temperature: float


def save_model(model: Model, path: Path | IO[bytes]) -> None:
    """Write a model."""
    vocabulary, network, temperature = model
    blocks = network.blocks
    halves = {
        "enter": network.enter,
        "enter_bias": network.enter_bias,
        "block_gain": np.stack([block.gain for block in blocks]),
        "block_shift": np.stack([block.shift for block in blocks]),
        "block_weights": np.stack([block.weights for block in blocks]),
        "block_bias": np.stack([block.bias for block in blocks]),
        "gain": network.gain,
        "shift": network.shift,
        "leave": network.leave,
        "leave_bias": network.leave_bias,
    }
    np.savez_compressed(
        path,
        allow_pickle=False,
        words=_letters(vocabulary.numbers),
        table_words=_letters(vocabulary.uses),
        table_uses=np.array(list(vocabulary.uses.values()), np.uint32),
        word_vectors=network.words.whole,
        word_scale=network.words.scale,
        group_vectors=network.groups.whole,
        group_scale=network.groups.scale,
        reach=np.array([block.reach for block in blocks], np.int8),
        temperature=np.array(temperature, np.float32),
        **{name: array.astype(np.float16) for name, array in halves.items()},
    )


def load_model(path: Path | IO[bytes]) -> Model:
    """Read a model that :func:`save_model` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    full = {
        name: array.astype(np.float32)
        for name, array in arrays.items()
        if array.dtype == np.float16
    }
    uses = zip(
        _words(arrays["table_words"]), arrays["table_uses"].tolist(), strict=True
    )
    vocabulary = Vocabulary.of(
        _words(arrays["words"]), dict(uses), len(arrays["group_scale"])
    )
    blocks = zip(
        arrays["reach"].tolist(),
        full["block_gain"],
        full["block_shift"],
        full["block_weights"],
        full["block_bias"],
        strict=True,
    )
    network = Network(
        words=Compact(arrays["word_vectors"], arrays["word_scale"]),
        groups=Compact(arrays["group_vectors"], arrays["group_scale"]),
        enter=full["enter"],
        enter_bias=full["enter_bias"],
        blocks=tuple(Block(*parts) for parts in blocks),
        gain=full["gain"],
        shift=full["shift"],
        leave=full["leave"],
        leave_bias=full["leave_bias"],
    )
    return Model(vocabulary, network, float(arrays["temperature"]))


def _letters(words: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def _words(letters: NDArray[np.uint8]) -> list[str]:
    text = letters.tobytes().decode()
    return text.split("\n") if text else []
