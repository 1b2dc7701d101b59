"""Analyses: what a morphology database says of a word, in the kit's terms.

A database of the CALIMA family divides a word into proclitics, a stem and endings, and
gives for the stem its lemma, its part of speech and how often that pair occurs (the
logarithm of its share, base ten). It gives no weight to what is attached, so that
``وليد`` is first of all و+ل+يد ("and to a hand"), and ``ليبيا`` the adjective with an
ending. An attached piece is therefore counted as one chance in ten, and so is a
spelling that is not the database's own; the article is free. On the words of news this
puts the name, the adjective or the verb that was meant before the accident of letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.language.normal import letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_UNWEIGHED = -99.0  # what the databases write where they have no count
_CONJUNCTIONS = {"wa": "و", "fa": "ف"}
_PREPOSITIONS = {"bi": "ب", "li": "ل", "la": "ل", "ka": "ك", "wa": "و", "ta": "ت"}
_FUTURE = {"sa": "س"}
_LI_WITH_ARTICLE = "لل"
_ARTICLE = "Al_det"


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word.

    Attributes
    ----------
    lemma
        The word of the dictionary, with the vowel marks of the database.
    pos
        The part of speech: ``noun``, ``noun_prop``, ``adj``, ``verb`` and so on.
    proclitics
        What stands before it, as in :class:`kit.language.proclitics.Reading`.
    weight
        The logarithm, base ten, of how likely this reading is before all others.

    """

    lemma: str
    pos: str
    proclitics: str
    weight: float


def best_first(found: Iterable[Mapping[str, object]]) -> tuple[Analysis, ...]:
    """Give the distinct analyses among what camel-tools found, the likeliest first."""
    heaviest: dict[tuple[str, str, str], float] = {}
    for features in found:
        reading = (
            str(features["lex"]),
            str(features["pos"]),
            _proclitics(features),
        )
        weight = _weight(features)
        heaviest[reading] = max(weight, heaviest.get(reading, weight))
    analyses = [Analysis(*reading, weight) for reading, weight in heaviest.items()]
    return tuple(sorted(analyses, key=_order))


def _order(analysis: Analysis) -> tuple[float, int, str, str, str]:
    """Order by weight; what is equally likely, the least stripped first."""
    return (
        -analysis.weight,
        len(analysis.proclitics),
        analysis.lemma,
        analysis.pos,
        analysis.proclitics,
    )


def _proclitics(features: Mapping[str, object]) -> str:
    before = _letter(features.get("prc2"), _CONJUNCTIONS)
    preposition = _letter(features.get("prc1"), _PREPOSITIONS | _FUTURE)
    if preposition == "ل" and features.get("prc0") == _ARTICLE:
        preposition = _LI_WITH_ARTICLE
    return before + preposition


def _letter(value: object, known: Mapping[str, str]) -> str:
    """Give the letter of a proclitic: ``wa_conj`` is و."""
    return known.get(str(value).partition("_")[0], "")


def _weight(features: Mapping[str, object]) -> float:
    share = float(str(features.get("pos_lex_logprob", _UNWEIGHED)))
    variant = features.get("source") == "spvar"
    return round(share - _attached(str(features.get("bw") or "")) - variant, 4)


def _attached(segments: str) -> int:
    """Count the written pieces beside the stem: و in ``وَ/CONJ+مِصْر/NOUN_PROP+ُ/CASE``."""
    pieces = [segment.partition("/") for segment in segments.split("+")]
    written = sum(bool(letters(piece)) and tag != "DET" for piece, _, tag in pieces)
    return max(written - 1, 0)
