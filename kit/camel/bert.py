"""The model: camel-tools' BERT recogniser, run so that every token gets its label.

``camel_tools.ner.NERecognizer`` loads the model and its tokenizer, and its data set
turns words into pieces; both are used as they are. Its ``predict`` is not, for three
reasons. It drops a token without pieces (a lone direction mark), so that the labels
after it belong to the wrong tokens; it fails on a token of more pieces than its window
of 256; and it fills every sentence up to 256 pieces, where a sentence of news has
fifty, which takes more than twice the time. Here sentences of like length run together
and are filled up only to the longest of them; the labels are the same.
"""

from __future__ import annotations

import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

from kit.camel.installed import NEURAL, camel_tools_at_hand
from kit.camel.spans import OUTSIDE, Label
from kit.camel.windows import windows
from kit.language.tokens import is_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

WINDOW = 256  # pieces, as in camel-tools; the pretrained model saw no longer ones
_FRAME = 2  # the pieces [CLS] and [SEP] around every window
_BATCH = 32
_IGNORED = -100  # what the data set labels pieces that do not begin a token

Sentence = tuple[str, ...]


class Model:
    """A loaded model on its device.

    Raises
    ------
    NotInstalledError
        If torch, transformers or what they need does not work here.
    RuntimeError
        If a GPU is demanded where there is none.
    ValueError
        If the files cannot be read as a model.

    """

    def __init__(self, folder: Path, *, use_gpu: bool | None) -> None:
        with camel_tools_at_hand(remedy=NEURAL):
            import torch  # noqa: PLC0415  # seconds to import, and opt-in
            from camel_tools.ner import NERDataset, NERecognizer  # noqa: PLC0415
        has_gpu = torch.cuda.is_available()
        if use_gpu and not has_gpu:
            msg = "use_gpu=True, but torch finds no GPU here. Use None: one if any."
            raise RuntimeError(msg)
        on_gpu = has_gpu if use_gpu is None else use_gpu
        recogniser: Any = _loaded(NERecognizer, folder, on_gpu=on_gpu)
        self._torch: Any = torch
        self._data_set: Any = NERDataset
        self._device = "cuda" if on_gpu else "cpu"
        self._model: Any = recogniser.model.to(self._device).eval()
        self._tokenizer: Any = recogniser.tokenizer
        self._labels: dict[int, str] = recogniser.labels_map
        positions = int(recogniser.model.config.max_position_embeddings)
        self._room = min(WINDOW, positions) - _FRAME
        self._size = cache(self._pieces_of)

    def label(self, sentences: Sequence[Sentence]) -> list[list[Label]]:
        """Label every token of every sentence."""
        labels = [[OUTSIDE] * len(sentence) for sentence in sentences]
        parts = [
            (number, part)
            for number, sentence in enumerate(sentences)
            for part in self._parts(sentence)
        ]
        parts.sort(
            key=lambda one: sum(self._size(sentences[one[0]][i]) for i in one[1])
        )
        for start in range(0, len(parts), _BATCH):
            batch = parts[start : start + _BATCH]
            words = [[sentences[number][i] for i in part] for number, part in batch]
            for (number, part), found in zip(batch, self._run(words), strict=True):
                for index, label in zip(part, found, strict=True):
                    labels[number][index] = label
        return labels

    def _parts(self, sentence: Sentence) -> list[list[int]]:
        """Give the tokens the model can see, by index, one list for each window."""
        seen = [i for i, word in enumerate(sentence) if self._fits(word)]
        spans = windows(
            [self._size(sentence[i]) for i in seen],
            stops=[not is_word(sentence[i]) for i in seen],
            room=self._room,
        )
        return [seen[start:end] for start, end in spans]

    def _fits(self, word: str) -> bool:
        return 0 < self._size(word) <= self._room

    def _pieces_of(self, word: str) -> int:
        return len(self._tokenizer.tokenize(word))

    def _run(self, words: list[list[str]]) -> list[list[Label]]:
        longest = max(sum(map(self._size, sentence)) for sentence in words)
        names = list(self._labels.values())
        features = list(self._data_set(words, self._tokenizer, names, longest + _FRAME))
        inputs = {
            key: self._torch.stack([one[key] for one in features]).to(self._device)
            for key in ("input_ids", "attention_mask", "token_type_ids")
        }
        with self._torch.inference_mode():
            chances = self._model(**inputs).logits.float().softmax(dim=-1)
        best = chances.max(dim=-1)
        return [
            [
                Label(self._labels[label], round(chance, 4))
                for label, chance, own in zip(
                    indices, values, one["label_ids"].tolist(), strict=True
                )
                if own != _IGNORED
            ]
            for indices, values, one in zip(
                best.indices.tolist(), best.values.tolist(), features, strict=True
            )
        ]


def _loaded(recogniser: Callable[..., object], folder: Path, *, on_gpu: bool) -> object:
    """Load a model without the progress bar and the warnings of transformers."""
    from transformers.utils import logging  # noqa: PLC0415  # opt-in

    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return recogniser(str(folder), use_gpu=on_gpu)
    except Exception as error:
        # Every file format fails in a way of its own; the remedy is the same.
        msg = (
            f"The model in '{folder}' cannot be read: {error}. "
            "Copy or download it again."
        )
        raise ValueError(msg) from error
    finally:
        if shown:
            logging.enable_progress_bar()
