"""The dictionary: what a morphology database says for and against a word as a name.

It is asked only where the tables and the text itself say nothing, and only where its
answers were found to be right far oftener than wrong:

- Before a name nobody listed, letters that only *may* be و ف ب ل ك are none where the
  whole word is a proper noun and no rest of it is: ``واصف``, ``باولا``.
- A word after a single given name is no part of it where the dictionary has the word,
  not as a proper noun, and in no form that a name could have: as a verb alone (``عباس
  خضع``), in the accusative or with a pronoun (``صلاح صراعا``), or after a preposition
  (``ميركل بتحفظ``). Family names like كبارة and مسفر are plain common nouns.
- A name ends before a word that can only be a verb of the present: ``صلاح يكتسح``.

It is not asked for more. Foreign names look like accidents of Arabic letters (مون, شي,
``بيونغ`` = ب + يونغ), half of all Arabic names are common words too, and ``المملكة`` is
no proper noun but names a state: to drop names for want of one would lose more than it
mends, and so would stripping letters because the rest happens to be one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.language.normal import letters, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.camel.analysis import Analysis
    from kit.camel.morphology import Morphology
    from kit.lexicon.lexicon import Lexicon
    from kit.mentions.engines import Proposal
    from kit.mentions.tokenrow import TokenRow

_PROPER = "noun_prop"
_VERB = "verb"
_PRESENT = ("ي", "ت")
_ENDINGS = frozenset("اه")  # of the accusative, and "his"
_SHORTEST_VERB = 4
# تشيك, تشان; تورينا, يوليا: foreign names that are verbs by accident.
_FOREIGN_BEGINS = "تش"
_FOREIGN_ENDS = "ا"


class Dictionary:
    """Answers about words as they are written, each with its evidence.

    Without a database it knows nothing, and every answer is "".
    """

    def __init__(self, morphology: Morphology | None = None) -> None:
        self._morphology = morphology

    def prepare(
        self,
        rows: Sequence[TokenRow],
        proposed: Sequence[Sequence[Proposal]],
        lexicon: Lexicon,
    ) -> None:
        """Look up at once what is likely to be asked about some articles.

        ``proposed`` is what recognisers marked in each of them.
        """
        if self._morphology is not None:
            words = (
                row.token(index).text
                for row, some in zip(rows, proposed, strict=True)
                for index in (*_verbs(row, lexicon), *_at_edges(some))
            )
            self._morphology.prepare(words)

    def whole(self, word: str) -> str:
        """Say why nothing is attached to a word: it alone is a proper noun, or ""."""
        if self._morphology is None:
            return ""
        proper = {
            reading.proclitics
            for reading, parts in self._morphology.proclitic_readings(word).items()
            if _PROPER in parts
        }
        return "morphology: a proper noun whole" if proper == {""} else ""

    def no_name(self, word: str) -> str:
        """Say why a word is no name: nothing that it may be is one, or ""."""
        analyses = self._analyses(word)
        against = analyses and (
            all(one.pos == _VERB for one in analyses)
            or all(one.proclitics for one in analyses)
            or _is_inflected(letters(word), analyses)
        )
        if not against or any(one.pos == _PROPER for one in analyses):
            return ""
        return f"morphology: no name {word}"

    def verb(self, word: str) -> str:
        """Say why a word is no name: it is a verb of the present and no more, or ""."""
        if self._morphology is None or not _may_be_verb(letters(word)):
            return ""
        parts = {one.pos for one in self._analyses(word)}
        return f"morphology: verb {word}" if parts == {_VERB} else ""

    def _analyses(self, word: str) -> tuple[Analysis, ...]:
        return () if self._morphology is None else self._morphology.analyses(word)


def _is_inflected(word: str, analyses: Sequence[Analysis]) -> bool:
    """Say whether a last ا or ه is an ending and no letter of the word itself."""
    last = word[-1:]
    return last in _ENDINGS and not any(
        normalise(one.lemma).endswith(last) for one in analyses
    )


def _may_be_verb(word: str) -> bool:
    return (
        word.startswith(_PRESENT)
        and len(word) >= _SHORTEST_VERB
        and not word.startswith(_FOREIGN_BEGINS)
        and not word.endswith(_FOREIGN_ENDS)
    )


def _verbs(row: TokenRow, lexicon: Lexicon) -> Iterator[int]:
    """Give the tokens that may be a verb after an unknown name."""
    common = lexicon.common_words
    for index, normal in enumerate(row.normals):
        if (
            normal.startswith(_PRESENT)
            and normal not in common
            and row.normal(index - 1) not in common
            and _may_be_verb(letters(row.token(index).text))
        ):
            yield index


def _at_edges(proposals: Sequence[Proposal]) -> Iterator[int]:
    """Give the tokens that proposals begin with, and those right after persons.

    Every paragraph ends in a break, so there is a token after each name.
    """
    for proposal in proposals:
        yield proposal.first
        if proposal.kind == "person":
            yield proposal.last + 1
