"""Morphology: which word of the dictionary a written word may be.

camel-tools' analyzer looks a word up in a database and lists every reading the letters
allow, with proclitics and without. That settles much that letters alone leave open:
whether something remains when و is stripped from ``وليد``, whether ``مالي`` can be an
adjective besides Mali, and which forms are one lemma. It does not choose by context,
and it knows the dictionary's words, not the news': ``ترامب`` and ``حفتر`` have no
analysis at all, which is no evidence against them.

A database takes seconds to load and answers some eight hundred words a second, so each
distinct word is analysed once and kept in the cache under the database's own hash; the
database itself is only loaded for words that nobody asked for before.
"""

from __future__ import annotations

import json
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tqdm import tqdm

from kit.camel.analysis import Analysis, best_first
from kit.camel.cache import Cache, digest, file_digest
from kit.camel.installed import VARIABLE, camel_tools_at_hand, data_folder
from kit.language.normal import letters, normalise
from kit.language.proclitics import Reading, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_DEFAULT = "data/morphology_db/calima-msa-r13"
_FILE = "morphology.db"
_OPENING = b"###DEFINES###"
_FORMAT = "analyses, format 1"  # of what is kept; another format is another key
_AT_ONCE = 1000  # words between two savings
_PATIENCE = 2  # seconds without a progress bar


class Morphology:
    """A morphology database and what it said so far.

    Examples
    --------
    >>> morphology = Morphology.load()  # doctest: +SKIP
    >>> morphology.lemma("للمصريين")  # doctest: +SKIP
    'مِصْرِيّ'

    """

    def __init__(self, file: Path, *, cache: Cache) -> None:
        self.file = file
        self._cache = cache
        self._identity = digest(
            f"{_FORMAT}, camel-tools {version('camel-tools')}", file_digest(file)
        )
        self._known: dict[str, tuple[Analysis, ...]] = {}

    @classmethod
    def load(cls, path: str | Path | None = None) -> Morphology:
        """Make a database ready; it is read when first needed.

        Parameters
        ----------
        path
            A database file, or the folder of one; ``None`` is camel-tools' default for
            Modern Standard Arabic, ``calima-msa-r13``.

        Raises
        ------
        FileNotFoundError
            If there is none; the message says how to get one.
        ValueError
            If the file is no morphology database.

        """
        place = data_folder() / _DEFAULT if path is None else Path(path)
        file = place if place.is_file() else place / _FILE
        if not file.is_file():
            msg = (
                f"No morphology database at '{place}'. Download one once (40 MB): "
                f".venv/bin/camel_data -i morphology-db-msa-r13; or set {VARIABLE} to "
                "the folder that has it."
            )
            raise FileNotFoundError(msg)
        with file.open("rb") as opened:
            if opened.read(len(_OPENING)) != _OPENING:
                raise ValueError(_unreadable(file, "it does not open with DEFINES"))
        return cls(file, cache=Cache.of_user())

    def analyses(self, word: str) -> tuple[Analysis, ...]:
        """Give the readings of a word as written, the likeliest first; none if unknown.

        Vowel marks are passed over, and hamza and the dots of ى and ة are forgiven.
        """
        self.prepare([word])
        return self._known[letters(word)]

    def prepare(self, words: Iterable[str]) -> None:
        """Analyse many words at once, which is faster than one by one."""
        new = [
            word
            for word in dict.fromkeys(map(letters, words))
            if word not in self._known
        ]
        if not new:
            return
        keys = {digest(self._identity, word): word for word in new}
        for key, text in self._cache.recall(keys).items():
            analyses = _unpacked(text)
            if analyses is not None:
                self._known[keys[key]] = analyses
        self._analyse(
            {key: word for key, word in keys.items() if word not in self._known}
        )

    def lemma(self, word: str) -> str:
        """Give the likeliest lemma of a word; the word itself where none is known."""
        analyses = self.analyses(word)
        return analyses[0].lemma if analyses else letters(word)

    def parts_of_speech(self, word: str) -> frozenset[str]:
        """Say what a word may be as it stands, with nothing but the article before it.

        ``noun_prop`` is a proper noun; common words are ``noun``, ``adj``, ``verb`` and
        the like. Nothing at all means that the database does not know the word.
        """
        return frozenset(
            analysis.pos for analysis in self.analyses(word) if not analysis.proclitics
        )

    def proclitic_readings(self, word: str) -> dict[Reading, frozenset[str]]:
        """Say of every way to strip a word what may remain, by part of speech.

        The readings are those of :func:`kit.language.proclitics.readings`, in its
        order. One with nothing behind it has no analysis; where none has, the database
        does not know the word and says nothing for or against any of them.
        """
        analyses = self.analyses(word)
        return {
            reading: frozenset(
                analysis.pos
                for analysis in analyses
                if analysis.proclitics == reading.proclitics
            )
            for reading in readings(normalise(word))
        }

    def _analyse(self, words: Mapping[str, str]) -> None:
        keys = list(words)
        with tqdm(
            total=len(keys), desc="analysing", unit="word", delay=_PATIENCE
        ) as progress:
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                found = {
                    key: best_first(self._analyzer.analyze(words[key])) for key in some
                }
                self._cache.keep({key: _packed(found[key]) for key in some})
                self._known.update((words[key], found[key]) for key in some)
                progress.update(len(some))

    @cached_property
    def _analyzer(self) -> Any:  # noqa: ANN401  # camel-tools is not typed
        with camel_tools_at_hand():
            from camel_tools.morphology.analyzer import Analyzer  # noqa: PLC0415
            from camel_tools.morphology.database import MorphologyDB  # noqa: PLC0415
        try:
            database = MorphologyDB(str(self.file))
        except Exception as error:
            # A damaged line fails in as many ways as there are lines.
            raise ValueError(_unreadable(self.file, repr(error))) from error
        # The last table of the file; camel-tools does not miss what is cut off.
        if not database.prefix_suffix_compat:
            raise ValueError(_unreadable(self.file, "its end is missing"))
        return Analyzer(database)


def _unreadable(file: Path, reason: str) -> str:
    return (
        f"'{file}' cannot be read as a morphology database: {reason}. "
        "Download it again: .venv/bin/camel_data -f -i morphology-db-msa-r13"
    )


def _packed(analyses: Sequence[Analysis]) -> str:
    return json.dumps(
        [[one.lemma, one.pos, one.proclitics, one.weight] for one in analyses],
        ensure_ascii=False,
    )


def _unpacked(text: str) -> tuple[Analysis, ...] | None:
    """Read analyses, or give nothing where the text is not what was written."""
    try:
        return tuple(
            Analysis(str(lemma), str(pos), str(proclitics), float(weight))
            for lemma, pos, proclitics, weight in json.loads(text)
        )
    except (ValueError, TypeError):
        return None
