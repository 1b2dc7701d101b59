"""The network while it learns, with torch; see :mod:`kit.recogniser.network`.

It computes what the shipped network computes, and has besides what only learning
needs: a vector for hidden words, a guesser of hidden words, and one set of scores
(*head*) for each corpus, for no two corpora agree on what a name is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from kit.recogniser.network import GAP, Block, Compact, Network
from kit.recogniser.words import MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.recogniser.words import Vocabulary

REACHES = (1, 2, 4, 1)
WIDTH = 160
WORD_SIZE = 64
GROUP_SIZE = 48
_FIRST_DEVIATION = 0.3


class Known:
    """What is known of the distinct tokens of all corpora, as tensors."""

    def __init__(self, vocabulary: Vocabulary, tokens: Sequence[str]) -> None:
        words = list(map(vocabulary.look_up, tokens))
        self.numbers = {token: at for at, token in enumerate(tokens)}
        self.words = torch.tensor([word.word for word in words])
        self.stems = torch.tensor([word.stem for word in words])
        self.marks = torch.from_numpy(np.stack([word.marks for word in words]))
        self._groups = [np.array(word.groups) for word in words]

    def groups(self, tokens: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Give the groups of some tokens, one after the other, and their starts."""
        groups = [self._groups[token] for token in tokens.tolist()]
        starts = np.cumsum([0, *map(len, groups)])[:-1]
        return torch.from_numpy(np.concatenate(groups)), torch.from_numpy(starts)


class Hidden(NamedTuple):
    """What is kept from the network, so that it learns to do without.

    Attributes
    ----------
    places
        Share of the places whose word is hidden altogether.
    words
        Share of the distinct words that are taken for unknown.
    flow
        Share of the numbers inside the network that are dropped.

    """

    places: float
    words: float
    flow: float


NOTHING_HIDDEN = Hidden(0, 0, 0)


class Learner(nn.Module):
    """The network, its heads and its guesser."""

    def __init__(self, vocabulary: Vocabulary, heads: Mapping[str, int]) -> None:
        super().__init__()
        words = len(vocabulary.numbers) + 1
        self.words = nn.Embedding(words, WORD_SIZE, sparse=True)
        self.groups = nn.EmbeddingBag(
            vocabulary.buckets, GROUP_SIZE, mode="mean", sparse=True
        )
        for table in (self.words, self.groups):
            nn.init.normal_(table.weight, 0, _FIRST_DEVIATION)
        self.enter = nn.Linear(2 * WORD_SIZE + GROUP_SIZE + MARKS, WIDTH)
        self.hidden_word = nn.Parameter(torch.zeros(WIDTH))
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in REACHES)
        self.blocks = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in REACHES)
        for block in self.blocks:
            nn.init.normal_(block.weight, 0, (3 * WIDTH) ** -0.5)
            nn.init.zeros_(block.bias)
        self.last_norm = nn.LayerNorm(WIDTH)
        self.guess = nn.Linear(WIDTH, WORD_SIZE)
        self.commonness = nn.Parameter(torch.zeros(words))
        self.heads = nn.ModuleDict(
            {name: nn.Linear(WIDTH, size) for name, size in heads.items()}
        )

    def read(
        self,
        known: Known,
        stream: torch.Tensor,
        hidden: Hidden = NOTHING_HIDDEN,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Give the last vectors of a stream, and at which places a word was hidden."""
        full = stream != GAP
        away = (torch.rand(len(stream)) < hidden.places) & full
        distinct, back = torch.unique(stream[full], return_inverse=True)
        first = self._first_vectors(known, distinct, hidden.words)[back]
        first = torch.where(away[full][:, None], self.hidden_word, first)
        flow = torch.zeros(len(stream), WIDTH)
        flow[full] = first
        flow = functional.dropout(flow, hidden.flow / 2)
        mask = full[:, None].float()
        for norm, block, reach in zip(self.norms, self.blocks, REACHES, strict=True):
            seen = norm(flow) * mask
            none = seen.new_zeros(reach, WIDTH)
            left = torch.cat([none, seen[:-reach]])
            right = torch.cat([seen[reach:], none])
            looked = functional.relu(block(torch.cat([left, seen, right], 1)))
            flow = flow + functional.dropout(looked, hidden.flow)
        return self.last_norm(flow), away

    def _first_vectors(
        self, known: Known, tokens: torch.Tensor, hidden: float
    ) -> torch.Tensor:
        kept = (torch.rand(len(tokens)) >= hidden).float()[:, None]
        word = self.words(known.words[tokens]) * kept
        stem = self.words(known.stems[tokens]) * kept
        groups = self.groups(*known.groups(tokens))
        return self.enter(torch.cat([word, stem, groups, known.marks[tokens]], 1))

    def shipped(self, head: str) -> Network:
        """Give the network as it ships, with the scores of one head."""
        leave = self.heads[head]
        blocks = tuple(
            Block(
                reach,
                _array(norm.weight),
                _array(norm.bias),
                _array(block.weight.T).reshape(3, WIDTH, WIDTH),
                _array(block.bias),
            )
            for norm, block, reach in zip(self.norms, self.blocks, REACHES, strict=True)
        )
        return Network(
            words=Compact.of(_array(self.words.weight)),
            groups=Compact.of(_array(self.groups.weight)),
            enter=_array(self.enter.weight.T),
            enter_bias=_array(self.enter.bias),
            blocks=blocks,
            gain=_array(self.last_norm.weight),
            shift=_array(self.last_norm.bias),
            leave=_array(leave.weight.T),
            leave_bias=_array(leave.bias),
        )


def _array(tensor: torch.Tensor) -> np.typing.NDArray[np.float32]:
    return np.ascontiguousarray(tensor.detach().numpy(), np.float32)
