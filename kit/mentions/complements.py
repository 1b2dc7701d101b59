"""Complements: what follows a head and makes a name of it.

Arabic builds the names of institutions by annexation: the head, without the article,
governs a noun that is definite (Wright, II, 75; Ryding, A Reference Grammar of Modern
Standard Arabic, 8). Between them stand further annexed nouns (هيئة **مكافحة** الفساد),
after them the adjectives of either, and و joins a second field of work (الزراعة
والثروة السمكية). A head with the article takes adjectives instead, and says by ل what
it is for (الجهاز القومي **لتنظيم الاتصالات**). Where a complement ends cannot be read
off one word, so the words that build complements are a table; whatever is not one of
them ends the name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.lexicon.headwords import complement_words, heads
from kit.lexicon.index import ARTICLE
from kit.mentions.propernames import NATIONAL, ProperNames
from kit.mentions.surroundings import function_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.lexicon.form import Form
    from kit.lexicon.headwords import Head
    from kit.mentions.choosing import Choice
    from kit.mentions.surroundings import Surroundings

PHRASE = 2
_LONG = 3
_ANCHORS = frozenset({"country", "place"})
_NISBA = ("ي", "يه")
_PERSONS = "ي"
_PLURAL = ("ون", "ين")
_FOR_THE = "لل"
_FOR = "ل"
_AND = "و"
_IN = "في"
_SHORTEST_DEFINITE = 5
_LONGEST_CHAIN = 3
_MOST_ADJECTIVES = 3
_MOST_FIELDS = 2
# Annexed to what they are an adjective by (Wright, II, 198; Ryding, 8.1.9).
_ADJECTIVES_OF = frozenset(["فايقه", "فايق", "متعدده", "متعدد", "عاليه", "عالي"])


@dataclass(frozen=True, slots=True)
class Complement:
    """What follows a head.

    Attributes
    ----------
    last
        Its last token.
    words
        How many content words it has.
    anchor
        The nationality or place that makes it the only one of its kind.

    """

    last: int
    words: int
    anchor: Form | None = None


def makes_name(field: Complement, head: Head) -> bool:
    """Say whether a field of work is narrow enough to name a body of this head."""
    if field.anchor or "noun" in head.takes:
        return True
    wanted = PHRASE if "phrase" in head.takes else _LONG
    return not head.takes.isdisjoint({"phrase", "long"}) and field.words >= wanted


class Reader:
    """Reads the complements in one article.

    ``by_first`` holds the longest choice that begins at a token.
    """

    def __init__(self, around: Surroundings, by_first: Mapping[int, Choice]) -> None:
        self._around = around
        self._normal = around.row.normal
        self._by_first = by_first
        self.names = ProperNames(around, by_first)

    def functional(
        self, first: int, word: str = "", *, purpose: bool = True
    ) -> Complement | None:
        """Read annexed nouns, the definite noun that ends them, and what it takes.

        ``word`` is the first word, where a proclitic is written onto it; ``purpose``
        says whether it may be for something.
        """
        chain = complement_words("chain")
        index = first
        while (word or self._normal(index)) in chain and index - first < _LONGEST_CHAIN:
            index, word = index + 1, ""
        annexed = index - first
        if annexed and (known := self._anchor(index)) is not None:
            return Complement(known.match.last, annexed + 1, anchor=known.form)
        if self._is_annexed(index, annexed):
            index, annexed = index + 1, annexed + 1
        if not self._is_noun(index, word):
            return None
        return self._widened(Complement(index, annexed + 1), purpose=purpose)

    def _anchor(self, index: int) -> Choice | None:
        """Give the place or country that begins here, if one does."""
        known = self._by_first.get(index)
        if known is None or known.form.kind not in _ANCHORS:
            return None
        return None if known.form.form in NATIONAL else known

    def _is_annexed(self, index: int, annexed: int) -> bool:
        """Say whether a noun outside the table stands between.

        Either after another (مكافحة **غسل** الأموال), or the plural of persons, which
        loses its nūn when annexed (**جراحي** التجميل; Wright, I, 315).
        """
        normal = self._normal(index)
        persons = normal.endswith(_PERSONS) and len(normal) >= _SHORTEST_DEFINITE
        return bool(
            (persons or annexed)
            and normal.isalpha()
            and normal not in function_words()
            and not normal.startswith((ARTICLE, _FOR, _AND))
            and self._is_noun(index + 1)
            and index not in self._by_first
        )

    def annexes(self, index: int) -> bool:
        """Say whether a word is annexed to what follows rather than a name itself."""
        return self._normal(index) in complement_words("chain") or self._is_annexed(
            index, annexed=0
        )

    def _is_noun(self, index: int, word: str = "") -> bool:
        """Say whether a definite noun stands here that is neither man nor date."""
        normal = word or self._normal(index)
        return (
            normal.startswith(ARTICLE)
            and len(normal) >= _SHORTEST_DEFINITE
            and normal.isalpha()
            and index not in self._by_first
            and normal not in complement_words("aside")
            and normal not in self.names.offices
        )

    def _widened(self, begun: Complement, *, purpose: bool) -> Complement:
        """Take in adjectives, fields joined by و, a purpose, and what anchors it."""
        wide = self.adjectives(begun)
        for _ in range(_MOST_FIELDS):
            wide = self._another_field(wide)
        return self.national((purpose and self.purpose(wide)) or wide)

    def adjectives(self, begun: Complement) -> Complement:
        """Take in the adjectives that follow, فائقة السرعة among them."""
        last = begun.last
        while last - begun.last < _MOST_ADJECTIVES and self._is_adjective(last + 1):
            last += 1
        if self._normal(last + 1) in _ADJECTIVES_OF and self._is_noun(last + 2):
            last += 2
        return replace(begun, last=last, words=begun.words + last - begun.last)

    def _is_adjective(self, index: int, word: str = "") -> bool:
        normal = word or self._normal(index)
        # Plurals of persons take plurals: نقابة الصحافيين المستقلين.
        plural = self._normal(index - 1).endswith(_PLURAL)
        shaped = normal.endswith(_NISBA) or (plural and normal.endswith(_PLURAL))
        shaped = shaped and len(normal) > _SHORTEST_DEFINITE
        listed = normal in complement_words("adjective")
        return (shaped or listed) and self._is_noun(index, word)

    def _another_field(self, begun: Complement) -> Complement:
        first = begun.last + 1
        normal = self._normal(first)
        if not normal.startswith(_AND) or first in self._around.by_token:
            return begun
        field = normal.removeprefix(_AND)
        if field in complement_words("field") or self._is_paired(field, first):
            return self.adjectives(replace(begun, last=first, words=begun.words + 1))
        if field in complement_words("chain") and self._is_noun(first + 1):
            return self.adjectives(
                replace(begun, last=first + 1, words=begun.words + 2)
            )
        return begun

    def _is_paired(self, adjective: str, index: int) -> bool:
        """Say whether an adjective is joined to one before: التقني والمهني."""
        before = self._normal(index - 1)
        return (
            adjective[-1:] == before[-1:]
            and self._is_adjective(index, adjective)
            and self._is_adjective(index - 1)
        )

    def purpose(
        self, begun: Complement, *, any_noun: bool = False
    ) -> Complement | None:
        """Read what a body is for: للاتصالات, لتنظيم الاتصالات.

        A head with the article may be for ``any_noun``, for its purpose alone names it.
        """
        first = begun.last + 1
        normal = self._normal(first)
        if first in self._around.by_token or not normal.startswith(_FOR):
            return None
        if normal.startswith(_FOR_THE):
            noun = ARTICLE + normal.removeprefix(_FOR_THE)
            listed = noun in complement_words("field")
            if not (listed or any_noun) or not self._is_purpose(noun, first):
                return None
            found: Complement | None = self.adjectives(
                replace(begun, last=first, words=begun.words + 1)
            )
        else:
            stripped = normal.removeprefix(_FOR)
            if stripped not in complement_words("chain"):
                return None
            found = self.functional(first, stripped)
            found = found and replace(
                found,
                words=begun.words + found.words,
                anchor=begun.anchor or found.anchor,
            )
        for _ in range(_MOST_FIELDS if found else 0):
            found = found and self._another_field(found)
        return found

    def _is_purpose(self, noun: str, index: int) -> bool:
        """Say whether a body may be for this: not for a man, a body or a date."""
        # Of three lams in ل + اللعبة two are written (Wright, I, 14).
        lam = ARTICLE + _FOR + noun.removeprefix(ARTICLE)
        return (
            self._is_noun(index, noun)
            and lam not in complement_words("aside")
            and noun not in self._around.lexicon.bodies.root
            and noun.removeprefix(ARTICLE) not in heads()
        )

    def national(self, begun: Complement) -> Complement:
        """Take in the nationality that follows: هيئة الرياضة السعودية."""
        known = self._by_first.get(begun.last + 1)
        while known is not None and known.form.form in NATIONAL:
            written, noun = map(self._normal, (known.match.first, begun.last))
            plural = written.endswith(_PLURAL) and not noun.endswith(_PLURAL)
            if plural or not written.startswith(ARTICLE):
                break
            last = known.match.last
            begun = Complement(last, begun.words + 1, anchor=begun.anchor or known.form)
            known = self._by_first.get(last + 1)
        return begun

    def seat(self, begun: Complement) -> Choice | None:
        """Give what is named after في, where that follows."""
        known = self._by_first.get(begun.last + 2)
        return known if self._normal(begun.last + 1) == _IN else None

    def located(self, begun: Complement) -> Complement:
        """Take in the place that tells a body from others of its name: في شنغهاي."""
        known = self.seat(begun)
        if known is None:
            return begun
        if (known.form.kind, known.form.form) == ("place", "name"):
            return replace(begun, last=known.match.last, anchor=known.form)
        if known.form.kind == "organisation" and begun.words > 1:
            return replace(begun, anchor=known.form)
        return begun
