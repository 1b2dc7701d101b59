"""The network: from words to scores of tags, with numpy alone.

A sentence becomes a column of vectors, one a word. Each *block* lets a word see two
others, as many places to its left and to its right as the block's reach says; after
all blocks it has seen ``sight`` words on either side (van den Oord et al. 2016,
WaveNet; for names Strubell et al. 2017, Fast and Accurate Entity Recognition with
Iterated Dilated Convolutions). The last vector of a word gives a score to each tag.

All sentences are laid into one long stream, with gaps between them that no block sees
across. So there is nothing to sort or to pad, and the stream can be cut anywhere for
memory's sake: a cut piece that takes ``sight`` places more at either end gives the
same scores.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from kit.recogniser.words import Word

    Array = NDArray[np.float32]

_PIECE = 1024  # places of a piece: its vectors stay in the processor's cache
_TINY = 1e-5
GAP = -1
"""What stands in a stream where there is no word."""


@dataclass(frozen=True, slots=True)
class Compact:
    """A table of vectors in whole numbers of one byte, with a scale for each row."""

    whole: NDArray[np.int8]
    scale: NDArray[np.float16]

    @classmethod
    def of(cls, rows: Array) -> Compact:
        """Round a table; the largest number of each row becomes 127."""
        scale = (np.abs(rows).max(axis=1) / 127).astype(np.float16)
        divisor = np.maximum(scale.astype(np.float32), _TINY)
        whole = np.rint(rows / divisor[:, None]).clip(-127, 127).astype(np.int8)
        return cls(whole, scale)

    def rows(self, numbers: NDArray[np.intp]) -> Array:
        """Give the vectors of some rows."""
        scales = self.scale[numbers].astype(np.float32)
        return self.whole[numbers] * scales[:, None]


@dataclass(frozen=True, slots=True)
class Block:
    """One step of looking around.

    Attributes
    ----------
    reach
        How many places away the two other words stand.
    gain, shift
        What the normalised vector is multiplied by, and what is added.
    weights
        What is made of the left word, the word itself, the right word.
    bias
        What is added to it.

    """

    reach: int
    gain: Array
    shift: Array
    weights: Array
    bias: Array


@dataclass(frozen=True, slots=True)
class Network:
    """All that was learned, but for the words' spellings.

    Attributes
    ----------
    words, groups
        Vectors of words, and of groups of letters.
    enter, enter_bias
        How what is known of a word becomes its first vector.
    blocks
        The steps of looking around, in order.
    gain, shift
        The last normalisation.
    leave, leave_bias
        How the last vector becomes scores of tags.

    """

    words: Compact
    groups: Compact
    enter: Array
    enter_bias: Array
    blocks: tuple[Block, ...]
    gain: Array
    shift: Array
    leave: Array
    leave_bias: Array

    @property
    def sight(self) -> int:
        """How many words to either side a word's scores depend on."""
        return sum(block.reach for block in self.blocks)

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return len(self.enter_bias)

    @property
    def gap(self) -> int:
        """How many empty places keep two sentences apart."""
        return max(block.reach for block in self.blocks)

    def first_vectors(self, words: Sequence[Word]) -> Array:
        """Give the first vector of each of some words, a row each; at least one."""
        lengths = np.array([len(word.groups) for word in words])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        groups = np.concatenate([np.array(word.groups) for word in words])
        summed = np.add.reduceat(self.groups.rows(groups), starts, axis=0)
        known = np.concatenate(
            [
                self.words.rows(np.array([word.word for word in words])),
                self.words.rows(np.array([word.stem for word in words])),
                summed / lengths[:, None].astype(np.float32),
                np.stack([word.marks for word in words]),
            ],
            axis=1,
        )
        vectors: Array = known @ self.enter + self.enter_bias
        return vectors

    def scores(self, vectors: Array, stream: NDArray[np.intp]) -> Array:
        """Give the scores of the tags at each place of a stream.

        Parameters
        ----------
        vectors
            First vectors of the distinct words.
        stream
            The row of ``vectors`` at each place, or ``GAP``.

        """
        pieces = [
            self._piece(vectors, stream[first:last])[skip : skip + kept]
            for first, last, skip, kept in _cuts(len(stream), self.sight)
        ]
        tags = len(self.leave_bias)
        return np.concatenate(pieces) if pieces else np.zeros((0, tags), np.float32)

    def _piece(self, vectors: Array, stream: NDArray[np.intp]) -> Array:
        empty = stream == GAP
        flow = vectors[stream]
        flow[empty] = 0
        for block in self.blocks:
            flow += _looked_around(flow, block, empty)
        return _normalised(flow, self.gain, self.shift) @ self.leave + self.leave_bias


def _cuts(length: int, sight: int) -> Iterator[tuple[int, int, int, int]]:
    """Give pieces of a stream: first, last, how many places to skip, how many kept."""
    for start in range(0, length, _PIECE):
        first = max(0, start - sight)
        last = min(length, start + _PIECE + sight)
        yield first, last, start - first, min(_PIECE, length - start)


def _looked_around(flow: Array, block: Block, empty: NDArray[np.bool_]) -> Array:
    seen = _normalised(flow, block.gain, block.shift)
    seen[empty] = 0
    left, own, right = block.weights
    looked: Array = seen @ own
    looked += block.bias
    reach = block.reach
    looked[reach:] += seen[:-reach] @ left
    looked[:-reach] += seen[reach:] @ right
    np.maximum(looked, 0, out=looked)
    return looked


def _normalised(flow: Array, gain: Array, shift: Array) -> Array:
    """Give each vector mean 0 and deviation 1, then gain and shift (Ba et al. 2016)."""
    centred: Array = flow - flow.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", centred, centred) / flow.shape[1]
    centred *= (1 / np.sqrt(spread + _TINY))[:, None]
    centred *= gain
    centred += shift
    return centred
