"""The recogniser: sentences in, spans of names out.

>>> from kit.recogniser.recogniser import Recogniser
>>> recogniser = Recogniser.shipped()
>>> recogniser.tags([["وصل", "أوباما", "إلى", "برلين"]])
[['O', 'B-PERS', 'O', 'B-LOC']]
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np

from kit.recogniser.file import load_model
from kit.recogniser.network import GAP
from kit.recogniser.tags import best_tags, named, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from kit.recogniser.file import Model
    from kit.recogniser.span import Span

    Array = NDArray[np.float32]
    Sentences = Sequence[Sequence[str]]

_FIRST_WORDS = 1 << 10
_REMEMBERED_WORDS = 1 << 16
_STREAMED_TOKENS = 1 << 15


class Recogniser:
    """Finds names by what it learned; see :mod:`kit.recogniser`.

    What it finds in a sentence depends on that sentence alone.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        self._words = _Words(model)

    @classmethod
    def shipped(cls) -> Recogniser:
        """Give the recogniser that ships with the kit, loaded once."""
        return _shipped()

    @property
    def ranks(self) -> Mapping[str, int]:
        """The words the news uses, in normal form: 1 is the commonest."""
        return self._model.vocabulary.numbers

    def spans(self, sentences: Sentences) -> list[list[Span]]:
        """Find the names in sentences.

        Parameters
        ----------
        sentences
            Each a sequence of tokens as they are written, proclitics attached.

        Returns
        -------
        list
            For each sentence its spans, in order and apart from each other.

        """
        return [
            spans_of(tags, _probabilities(scores, tags, self._model.temperature))
            for scores, tags in self._tagged(sentences)
        ]

    def tags(self, sentences: Sentences, *, misc: bool = False) -> list[list[str]]:
        """Tag each token of sentences in IOB2.

        Parameters
        ----------
        sentences
            Each a sequence of tokens as they are written, proclitics attached.
        misc
            Also tag names that are no person, organisation or place (``MISC``).

        """
        return [named(tags, misc=misc) for _, tags in self._tagged(sentences)]

    def _tagged(self, sentences: Sentences) -> Iterator[tuple[Array, list[int]]]:
        for batch in _batches(sentences):
            yield from self._tagged_batch(batch)

    def _tagged_batch(self, sentences: Sentences) -> Iterator[tuple[Array, list[int]]]:
        network = self._model.network
        rows = self._words.rows({token for one in sentences for token in one})
        gap = [GAP] * network.gap
        stream: list[int] = []
        for sentence in sentences:
            stream.extend(map(rows.__getitem__, sentence))
            stream.extend(gap)
        scores = network.scores(self._words.vectors, np.array(stream, np.intp))
        start = 0
        for sentence in sentences:
            own = scores[start : start + len(sentence)]
            yield own, best_tags(own) if len(own) else []
            start += len(sentence) + network.gap


class _Words:
    """The words met so far and their first vectors, in a table that grows."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._rows: dict[str, int] = {}
        self.vectors = np.empty((_FIRST_WORDS, model.network.width), np.float32)

    def rows(self, tokens: set[str]) -> dict[str, int]:
        """Give the row of each word, of these words at least."""
        if len(self._rows) > _REMEMBERED_WORDS:
            self._rows.clear()
        new = sorted(tokens - self._rows.keys())
        if new:
            first, last = len(self._rows), len(self._rows) + len(new)
            if last > len(self.vectors):
                more = np.empty((last, self.vectors.shape[1]), np.float32)
                self.vectors = np.concatenate([self.vectors, more])
            words = list(map(self._model.vocabulary.look_up, new))
            self.vectors[first:last] = self._model.network.first_vectors(words)
            self._rows.update(zip(new, range(first, last), strict=True))
        return self._rows


@cache
def _shipped() -> Recogniser:
    with as_file(files("kit").joinpath("data", "recogniser.npz")) as path:
        return Recogniser(load_model(path))


def _batches(sentences: Sentences) -> Iterator[Sentences]:
    """Give sentences in batches, for memory's sake."""
    first = tokens = 0
    for at, sentence in enumerate(sentences):
        tokens += len(sentence)
        if tokens >= _STREAMED_TOKENS:
            yield sentences[first : at + 1]
            first, tokens = at + 1, 0
    if first < len(sentences):
        yield sentences[first:]


def _probabilities(scores: Array, tags: list[int], temperature: float) -> Array:
    """Give the probability of each word's tag."""
    if not any(tags):
        return np.ones(len(tags), np.float32)
    raised = scores / temperature
    raised -= raised.max(axis=1, keepdims=True)
    shares = np.exp(raised)
    chosen: Array = shares[np.arange(len(tags)), tags] / shares.sum(axis=1)
    return chosen
