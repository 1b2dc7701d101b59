"""Names by camel-tools' neural recogniser, each sentence paid for once.

The pretrained model is AraBERT, trained on ANERcorp by the camel-tools authors
(Obeid and others, CAMeL Tools, LREC 2020); any other folder with a BERT model for token
classification will do. It is slow without a GPU, a few sentences a second, so labels
are kept in a cache by model and sentence: to look at the same corpus again costs
nothing, and torch is not even imported.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from kit.camel.bert import WINDOW, Model, Sentence
from kit.camel.cache import Cache, digest, file_digest
from kit.camel.installed import VARIABLE, data_folder, require_neural
from kit.camel.spans import OUTSIDE, Label, names_something, spans_of
from kit.language.normal import letters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.recogniser.span import Span

_PRETRAINED = "data/ner/arabert"
_FILES = (
    ("config.json",),
    ("vocab.txt", "tokenizer.json"),
    ("model.safetensors", "pytorch_model.bin"),
)
_AT_ONCE = 128  # sentences between two savings: an interruption costs no more
_PATIENCE = 2  # seconds without a progress bar


class CamelRecogniser:
    """Recognise persons, organisations and places with camel-tools' ``NERecognizer``.

    Examples
    --------
    >>> recogniser = CamelRecogniser.load()  # doctest: +SKIP
    >>> recogniser.spans([["زار", "مايك", "بومبيو", "ليبيا"]])  # doctest: +SKIP
    [[Span(first=1, last=2, kind='person', confidence=0.998), ...]]

    """

    def __init__(
        self, folder: Path, *, cache: Cache, use_gpu: bool | None = None
    ) -> None:
        self.folder = folder
        self.use_gpu = use_gpu
        self._cache = cache
        self._identity = _identity(folder)

    @classmethod
    def load(
        cls, path: str | Path | None = None, *, use_gpu: bool | None = None
    ) -> CamelRecogniser:
        """Make a recogniser ready; the model itself is loaded when first needed.

        Parameters
        ----------
        path
            A folder with a BERT model for token classification; ``None`` is the
            pretrained one of camel-tools.
        use_gpu
            ``None`` uses a GPU where there is one, ``True`` demands one.

        Raises
        ------
        NotInstalledError
            If torch or transformers is missing.
        FileNotFoundError
            If there is no model; the message says how to get one.
        ValueError
            If the model is not one for names.

        """
        require_neural()
        folder = data_folder() / _PRETRAINED if path is None else Path(path)
        if path is None and not folder.is_dir():
            msg = (
                f"No pretrained model at '{folder}'. Download it once (542 MB): "
                f".venv/bin/camel_data -i ner-arabert; or set {VARIABLE} to the "
                "folder that has it."
            )
            raise FileNotFoundError(msg)
        _check(folder)
        return cls(folder, cache=Cache.of_user(), use_gpu=use_gpu)

    def spans(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """Give the names in each sentence of tokens, in order."""
        read = [tuple(map(_as_trained, sentence)) for sentence in sentences]
        keys = [digest(self._identity, *sentence) for sentence in read]
        by_key = dict(zip(keys, read, strict=True))
        labels = self._recalled(by_key)
        labels |= self._computed(
            {key: sentence for key, sentence in by_key.items() if key not in labels}
        )
        return [spans_of(labels[key]) for key in keys]

    def _recalled(self, sentences: Mapping[str, Sentence]) -> dict[str, list[Label]]:
        recalled: dict[str, list[Label]] = {}
        for key, text in self._cache.recall(sentences).items():
            labels = _unpacked(text, len(sentences[key]))
            if labels is not None:
                recalled[key] = labels
        return recalled

    def _computed(self, sentences: Mapping[str, Sentence]) -> dict[str, list[Label]]:
        computed: dict[str, list[Label]] = {}
        keys = list(sentences)
        with tqdm(
            total=len(keys), desc="recognising", unit="sentence", delay=_PATIENCE
        ) as progress:
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                found = self._model.label([sentences[key] for key in some])
                labelled = dict(zip(some, found, strict=True))
                self._cache.keep({key: _packed(labelled[key]) for key in some})
                computed |= labelled
                progress.update(len(some))
        return computed

    @cached_property
    def _model(self) -> Model:
        return Model(self.folder, use_gpu=self.use_gpu)


def _as_trained(token: str) -> str:
    """Give a token as models of news know it: no marks, strokes, ligature letters."""
    return letters(unicodedata.normalize("NFKC", token)).strip()


def _check(folder: Path) -> None:
    """Refuse what transformers would load all the same, with weights made up."""
    missing = [
        " or ".join(names)
        for names in _FILES
        if not any((folder / name).is_file() for name in names)
    ]
    if missing:
        msg = (
            f"No BERT model in '{folder}': no {', no '.join(missing)}. "
            "Give a folder that save_pretrained wrote, with its tokenizer."
        )
        raise FileNotFoundError(msg)
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        kind = config.get("model_type")
        labels = list(map(str, config.get("id2label", {}).values()))
    except (ValueError, AttributeError) as error:
        msg = f"'{folder / 'config.json'}' is not a model's configuration: {error}."
        raise ValueError(msg) from error
    if kind != "bert":
        msg = f"The model in '{folder}' is of type '{kind}'. Give one of type 'bert'."
        raise ValueError(msg)
    if OUTSIDE.name not in labels or not any(map(names_something, labels)):
        msg = (
            f"The model in '{folder}' knows the labels {', '.join(labels) or 'none'}. "
            "Give one trained for names: O, B-PERS, I-PERS, B-ORG, B-LOC and so on."
        )
        raise ValueError(msg)


def _identity(folder: Path) -> str:
    """Give a text that changes whenever the labels may."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return digest(
        f"labels of camel-tools {version('camel-tools')} in windows of {WINDOW}",
        *(f"{path.name} {file_digest(path)}" for path in files),
    )


def _packed(labels: Sequence[Label]) -> str:
    """Write labels as text; of most tokens there is nothing to say."""
    told = [[i, *label] for i, label in enumerate(labels) if label.name != OUTSIDE.name]
    return json.dumps([len(labels), told])


def _unpacked(text: str, length: int) -> list[Label] | None:
    """Read labels, or give nothing where the text is not what was written."""
    try:
        written, told = json.loads(text)
        labels = [OUTSIDE] * written
        for index, name, confidence in told:
            labels[index] = Label(str(name), float(confidence))
    except (ValueError, TypeError, IndexError):
        return None
    return labels if written == length else None
