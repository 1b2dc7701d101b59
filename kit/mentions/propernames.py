"""Proper names in complements: known ones, and those that no table lists.

What is no common word is a name, where a head says that a name comes (جامعة هارفارد).
It ends where a common word begins, or a sign. Some towns are named by two words of
which the first only begins names (بيت الفقيه).
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kit.language.proclitics import readings
from kit.lexicon.headwords import heads
from kit.lexicon.index import ARTICLE
from kit.mentions.surroundings import function_words
from kit.mentions.tokenrow import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.mentions.choosing import Choice
    from kit.mentions.surroundings import Surroundings

NATIONAL = frozenset({"demonym", "people"})
_NAMING_KINDS = frozenset({"country", "person", "place"})
_FOR_THE = "لل"
_FOR_DOING = "لت"  # لتغليب, لتنظيم: the verbal noun taf'īl with ل (Wright, I, 115)
_THEN = "ف"
_W = "وو"
_VERBAL = ("هم", "هما", "ها", "وا")
_QUALIFYING = ("ه", "ي")
_VERB_BEGINS = ("يت", "تت", "يست", "تست")
_PRONOUNS = ("ه", "ها")
_LONGEST_NAME = 4
_LONGEST_QUOTED = 7
_LEXICONS = 4  # that may be in use at a time
_QUOTES = {'"': '"', "«": "»", "“": "”", "”": "“", "'": "'", "‘": "’"}
_TOWN_BEGINS = frozenset(
    [
        *("ابو", "ابي", "ام", "بيت", "بني", "تل", "جبل", "خان", "دير", "راس", "عين"),
        *("كفر", "كيلو", "الكيلو"),
    ]
)


class ProperNames:
    """Reads the proper names of one article.

    ``by_first`` holds the longest choice that begins at a token.
    """

    def __init__(self, around: Surroundings, by_first: Mapping[int, Choice]) -> None:
        self._around = around
        self._normal = around.row.normal
        self._by_first = by_first
        lexicon = around.lexicon
        self._unknown = _unknown_words(
            lexicon.common_words, lexicon.name_words, self.offices
        )

    @property
    def offices(self) -> frozenset[str]:
        """The titles of one word that stand before persons' names."""
        return self._around.lexicon.titles.single_words

    def name(self, first: int) -> int | None:
        """Give the last token of a proper name, if one begins here.

        It is known or unknown, or a prince's or saint's, whose title belongs to it.
        """
        if self._normal(first) in self.offices:
            return self._titled(first)
        known = self._by_first.get(first)
        if known is not None:
            kind, form = known.form.kind, known.form.form
            names = kind in _NAMING_KINDS and form not in NATIONAL
            return known.match.last if names else None
        last = self.unknown(first)
        if last is None:
            return None
        # كوليدج لندن: a city or country may end an unknown name.
        home = self._by_first.get(last + 1)
        if home is not None and home.match.length == 1 and home.form.form == "name":
            last = home.match.last
        return last

    def _titled(self, first: int) -> int | None:
        """Read a prince's or a saint's name, which is never without its title."""
        known = self._by_first.get(first + 1)
        if known is not None and known.form.kind != "person":
            return None
        return self.name(first + 1) if self._normal(first).startswith(ARTICLE) else None

    def unknown(self, first: int, stripped: int = 0) -> int | None:
        """Give the last token of a name of unknown words, if one begins here.

        ``stripped`` letters of its first word are a proclitic.
        """
        last, index = None, first
        if self._normal(first) in _TOWN_BEGINS and self._is_second(first + 1):
            last, index = first + 1, first + 2
        while index - first < _LONGEST_NAME:
            normal = self._normal(index)[0 if last else stripped :]
            if last is not None and normal in HYPHENS:
                index += 1
                continue
            if not self._is_unknown(index, normal):
                break
            if last is not None and _is_adjective(normal):
                break
            last, index = index, index + 1
        return last

    def _is_unknown(self, index: int, normal: str) -> bool:
        if index in self._around.by_token or not normal:
            return False
        unknown = self._unknown.get(normal)
        if unknown is None:
            unknown = self._unknown[normal] = (
                normal.isalpha()
                and not normal.isascii()
                and not normal.startswith((_FOR_THE, _FOR_DOING))
                and normal not in self.offices
                and not self._goes_on(normal)
                and not self._is_known(normal)
            )
        return unknown and self._around.row.token(index).word

    def _goes_on(self, normal: str) -> bool:
        """Say whether a word goes on after a name; no word but a foreign begins وو."""
        return self._around.is_another(normal) and not normal.startswith(_W)

    def _is_known(self, normal: str) -> bool:
        """Say whether a word is a common one, with what may be written onto it."""
        common = self._around.lexicon.common_words
        stems = (normal.removesuffix(suffix) for suffix in _PRONOUNS)
        return (
            normal.endswith(_VERBAL)
            or normal.startswith(_VERB_BEGINS)
            or any(stem != normal and stem in common for stem in stems)
            or any(
                reading.word in common or reading.word in heads()
                for reading in readings(normal)
                # No ف goes on after a name without a sign: فالي is no "then to".
                if not reading.proclitics.startswith(_THEN)
            )
        )

    def _is_second(self, index: int) -> bool:
        """Say whether this may end the name of a town: دير حافر، كيلو 16."""
        normal = self._normal(index)
        common = normal in function_words() or normal.endswith(_VERBAL)
        common = common or self._around.is_another(normal)
        return normal.isalnum() and not common

    def quoted(self, first: int) -> tuple[int, int] | None:
        """Give the first and last token between the quotation marks that open here."""
        closing = _QUOTES.get(self._normal(first))
        if closing is None:
            return None
        for index in range(first + 1, first + 2 + _LONGEST_QUOTED):
            normal = self._normal(index)
            if normal == closing:
                return (first + 1, index - 1) if index > first + 1 else None
            is_word = normal.isalpha() and normal not in function_words()
            if not is_word and normal not in HYPHENS:
                return None
        return None


@lru_cache(maxsize=_LEXICONS)
def _unknown_words(*_words: frozenset[str]) -> dict[str, bool]:
    """Give what was found out of words by the same lists of words, to be added to."""
    return {}


def _is_adjective(normal: str) -> bool:
    """Say whether a word looks like the adjective of the name before it."""
    return normal.startswith(ARTICLE) and normal.endswith(_QUALIFYING)
