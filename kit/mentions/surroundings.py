"""Surroundings: which words of an article may be names, beside what already stands.

A word that is no common one may be a name, and so may a given name. Some common words
are names only after one: a nationality that qualifies nothing (محمد المصري), the
second half of عبد المجيد. A verb, a conjunction or a pronoun written onto a word says
that the name before it has ended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Self

from kit.language.proclitics import readings
from kit.lexicon.index import ARTICLE
from kit.mentions.dictionary import Dictionary
from kit.mentions.dotted import is_ali
from kit.mentions.matcher import Match
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.lexicon.lexicon import Lexicon
    from kit.mentions.choosing import Choice
    from kit.mentions.tokenrow import TokenRow

_VERB = re.compile("[يت].+(ون|ها|هم|وا)")
_OWNERS = ("ها", "هم", "هما", "هن")
_SHORTEST_OWNED = 6
_SERVANT = "عبد"
_NISBA = "ي"
_LEXICONS = 4  # that may be in use at a time


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A row, and what each of its tokens already belongs to."""

    row: TokenRow
    lexicon: Lexicon
    by_token: dict[int, Choice]
    dictionary: Dictionary

    @classmethod
    def of(
        cls,
        row: TokenRow,
        standing: Sequence[Choice],
        lexicon: Lexicon,
        dictionary: Dictionary | None = None,
    ) -> Self:
        """Note which tokens the standing choices take."""
        by_token: dict[int, Choice] = {}
        for choice in standing:
            first, last, *_ = choice.match
            by_token[first] = choice
            for index in range(first + 1, last + 1) if last > first else ():
                by_token[index] = choice
        return cls(row, lexicon, by_token, dictionary or Dictionary())

    def take(self, choice: Choice) -> None:
        """Note that a choice stands too."""
        for index in range(choice.match.first, choice.match.last + 1):
            self.by_token[index] = choice

    def may_be_name(self, index: int) -> bool:
        """Say whether a token may be a word of an unknown name."""
        if not 0 <= index < len(self.row) or index in self.by_token:
            return False
        likely = _likely(self.lexicon.common_words, self.lexicon.given_names)
        named = likely[self.row.normals[index]] or is_ali(self.row, index)
        return named and self.row.token(index).word

    def is_family_name(self, index: int) -> bool:
        """Say whether a common word is part of the name before it.

        The servant of somebody (عبد المجيد), a nationality that was found to qualify
        nothing, or a family's name that is an adjective too (محمد الشهري).
        """
        normal = self.row.normal(index)
        if index in self.by_token or normal in function_words():
            return False
        entries = self.lexicon.index.lookup(normal)
        if any(entry.form.form == "demonym" for entry in entries):
            return True
        if not normal.startswith(ARTICLE):
            return False
        before = self.row.normal(index - 1)
        family = normal in self.lexicon.name_words and normal.endswith(_NISBA)
        return (family and before in self.lexicon.given_names) or any(
            reading.word == _SERVANT for reading in readings(before)
        )

    def is_another(self, normal: str) -> bool:
        """Say whether a word goes on after a name: ``وبول``, ``يفعلون``, ``نجلهما``."""
        if normal in self.lexicon.name_words:
            return False
        possessed = len(normal) >= _SHORTEST_OWNED and normal.endswith(_OWNERS)
        return normal.startswith("و") or possessed or bool(_VERB.fullmatch(normal))

    def verb(self, index: int) -> str:
        """Say why a token that might be a name's is a verb after it, or ""."""
        against = self.dictionary.verb(self.row.token(index).text)
        known = self.row.normal(index) in self.lexicon.name_words
        return "" if known or not self.may_be_name(index) else against

    @staticmethod
    def match(first: int, last: int, stripped: int) -> Match:
        """Give a match of no entry yet, its conjunction or preposition skipped."""
        return Match(first, last, stripped, "", ())


class _Likely(dict[str, bool]):
    """Says of each word whether it may be a name's by its letters."""

    def __init__(self, common: frozenset[str], given: frozenset[str]) -> None:
        super().__init__()
        self._common = common
        self._given = given

    def __missing__(self, normal: str) -> bool:
        shaped = len(normal) > 1 and normal.isalpha() and not normal.isascii()
        shaped = shaped and not normal.startswith("لل")
        likely = self[normal] = shaped and (
            normal in self._given
            or not any(r.word in self._common for r in readings(normal))
        )
        return likely


@lru_cache(maxsize=_LEXICONS)
def _likely(common: frozenset[str], given: frozenset[str]) -> _Likely:
    return _Likely(common, given)


@cache
def function_words() -> frozenset[str]:
    """Give the words that a title's complement (رئيس حزب المحافظين X) never crosses."""
    return frozenset(row["word"] for row in table("function_words"))
