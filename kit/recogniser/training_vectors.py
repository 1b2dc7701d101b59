"""First vectors of words, from the company they keep (Levy and Goldberg 2014).

For each word it is counted which words stand just before it, just after it, two places
away, and around it. What is more often than chance is kept (positive pointwise mutual
information), and the large sparse table is pressed into a few numbers a word by a
randomised singular value decomposition (Halko et al. 2011). It takes a minute, is the
same each time, and gives words of one kind like vectors: برلين، لندن، بروكسل.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

_COMPANY = 20_000
_PLACES = ((1,), (-1,), (2,), (-2,), (-5, -4, -3, 3, 4, 5))
_FARTHEST = 5
_SMOOTHING = 0.75
_SPARE = 16
_ROUNDS = 3
_NOBODY = -1


def word_vectors(
    sentences: Sequence[Numbers], words: int, size: int
) -> NDArray[np.float32]:
    """Give a vector for each word.

    Parameters
    ----------
    sentences
        Numbers of words, 0 for unknown ones, the commonest first.
    words
        How many words there are, the unknown included.
    size
        How many numbers a vector has.

    """
    gap = np.full(_FARTHEST, _NOBODY)
    stream = np.concatenate([part for one in sentences for part in (one, gap)])
    places, values = [], []
    for at, offsets in enumerate(_PLACES):
        word, company, weight = _information(_counts(stream, offsets), words)
        places.append(np.stack([word, company + at * _COMPANY]))
        values.append(weight)
    shape = (words, len(_PLACES) * _COMPANY)
    matrix = torch.sparse_coo_tensor(
        torch.from_numpy(np.concatenate(places, axis=1)),
        torch.from_numpy(np.concatenate(values).astype(np.float32)),
        shape,
        check_invariants=True,
    ).coalesce()
    return _pressed(matrix, matrix.t().coalesce(), size)


def _counts(stream: Numbers, offsets: Sequence[int]) -> tuple[Numbers, Numbers]:
    """Count pairs: each as ``word * _COMPANY + company - 1``, and how often."""
    pairs = []
    for offset in offsets:
        word, company = stream[: -abs(offset)], stream[abs(offset) :]
        if offset < 0:
            word, company = company, word
        known = (word > 0) & (company > 0) & (company <= _COMPANY)
        pairs.append(word[known] * _COMPANY + company[known] - 1)
    return np.unique(np.concatenate(pairs), return_counts=True)


def _information(
    counted: tuple[Numbers, Numbers], words: int
) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    """Keep the pairs that are more often than chance, and by how much."""
    pairs, counts = counted
    word, company = pairs // _COMPANY, pairs % _COMPANY
    of_word = np.bincount(word, counts, words)
    of_company = np.bincount(company, counts, _COMPANY) ** _SMOOTHING
    by_chance = of_word[word] * of_company[company] / of_company.sum()
    information = np.log(counts / np.maximum(by_chance, 1e-9))
    kept = information > 0
    return word[kept], company[kept], information[kept]


def _pressed(
    matrix: torch.Tensor, transposed: torch.Tensor, size: int
) -> NDArray[np.float32]:
    generator = torch.Generator().manual_seed(0)
    columns = matrix.shape[1]
    basis = matrix @ torch.randn(columns, size + _SPARE, generator=generator)
    for _ in range(_ROUNDS):
        basis, _ = torch.linalg.qr(basis)
        away, _ = torch.linalg.qr(transposed @ basis)
        basis = matrix @ away
    basis, _ = torch.linalg.qr(basis)
    left, strength, _ = torch.linalg.svd((transposed @ basis).T, full_matrices=False)
    vectors = torch.zeros(len(basis), size)
    found = (basis @ left[:, :size]) * strength[:size].sqrt()
    vectors[:, : found.shape[1]] = found  # fewer only where there are few words
    result: NDArray[np.float32] = (vectors / vectors[1:].std()).numpy()
    return result
