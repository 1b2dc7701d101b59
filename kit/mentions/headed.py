"""Headed names: where the heads of an article begin a name, and where it ends.

A head takes a proper name, a field of work, another body, or, with the article,
adjectives and a purpose; which of them make a name stands in ``kit/data/heads.csv``.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from kit.language.proclitics import CHAINS, readings
from kit.lexicon.form import Form
from kit.lexicon.headwords import Head, complement_words, heads
from kit.lexicon.index import ARTICLE
from kit.mentions.choosing import Choice
from kit.mentions.complements import PHRASE, Complement, Reader, makes_name
from kit.mentions.matcher import Match
from kit.mentions.qualifiers import is_common, qualifies
from kit.mentions.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.lexicon.lexicon import Lexicon
    from kit.mentions.tokenrow import TokenRow

_FUNCTIONAL = frozenset({"noun", "phrase", "long", "named"})
_AT = frozenset(["في", "من", "الي", "داخل", "خارج", "قرب", "امام", "نحو", "وسط"])
_CENTRE = "مركز"
_BOARD = "إدارة"
_BOARDS = ("مجلس", "مجالس")
_AND = "و"
_OTHER_ENDINGS = "ىه"
_COMMA = "،"


class Headed(NamedTuple):
    """What a head names: where, and whether the name lives without the head.

    ``before`` is the head where it is part of the name, but not of the mention: مجلس
    "كذا".
    """

    head: Head
    match: Match
    anchor: Form | None = None
    alone: bool = False
    before: str = ""

    def text(self, row: TokenRow) -> str:
        """Give the whole name as it is written."""
        match = self.match
        return self.before + row.written(match.first, match.last, match.stripped)


class HeadedNames:
    """Finds what the heads of one article name, from its end to its beginning.

    A name may be the complement of the head before it (مستشفى جامعة القاهرة), so the
    later is found first.
    """

    def __init__(
        self, standing: Sequence[Choice], row: TokenRow, lexicon: Lexicon
    ) -> None:
        self._row = row
        self._normal = row.normal
        self._around = Surroundings.of(row, standing, lexicon)
        self._by_first: dict[int, Choice] = {}
        for choice in standing:
            first, last, stripped, *_ = choice.match
            known = self._by_first.get(first)
            if not stripped and (known is None or known.match.last <= last):
                self._by_first[first] = choice
        self._reader = Reader(self._around, self._by_first)
        self._names = self._reader.names

    def named(self, found: Sequence[Match]) -> list[Headed]:
        """Give what the heads name, the last of the text first."""
        longest = {m.first: m for m in sorted(found, key=attrgetter("length"))}
        named: list[Headed] = []
        for match in sorted(longest.values(), reverse=True):
            head = heads()[match.entries[0].form.entity]
            if match.first in self._around.by_token or self._is_another(head, match):
                continue
            for one in self._of(head, match):
                named.append(one)
                if one.match.first == match.first:
                    form = Form("", "", one.head.kind, "name", None, "")
                    self._by_first.setdefault(match.first, Choice(one.match, form))
        return named

    def _is_another(self, head: Head, match: Match) -> bool:
        """Say whether the head is another word, or but a part of another phrase.

        أدى is no وادي, بلده is his country, سجن is also that somebody is imprisoned,
        and مجلس إدارة governs.
        """
        last = self._row.text[self._row.end(match.last) - 1]
        before = self._normal(match.first - 1)
        if "at" in head.takes and (match.stripped or before not in _AT):
            return True
        if head.word == _BOARD and before.endswith(_BOARDS):
            return True
        return last != head.word[-1] and last in _OTHER_ENDINGS

    def _of(self, head: Head, match: Match) -> Iterator[Headed]:
        """Give the name that one head begins, or the several."""
        first = match.last + 1
        whole = self._names.quoted(match.first - 1)
        if self._normal(first) in head.common:
            return
        if "several" in head.takes:
            yield from self._several(head, first)
        elif whole and whole[1] > first and self._begins_name(head, first):
            yield Headed(head, match._replace(last=whole[1]))
        elif (quoted := self._names.quoted(first)) is not None:
            yield from self._quoted(head, *quoted)
        elif match.entries[0].form.note:
            yield from self._definite(head, match)
        else:
            yield from self._annexed(head, match)

    def _begins_name(self, head: Head, index: int) -> bool:
        """Say whether a name within quotation marks may go on with this word."""
        if head.kind == "place":
            return False
        return self._normal(index).startswith(ARTICLE) or bool(
            self._names.name(index) or self._reader.functional(index)
        )

    def _quoted(self, head: Head, first: int, last: int) -> Iterator[Headed]:
        """Take what stands between quotation marks after a head: حزب "الحياة"."""
        if "name" not in head.takes or first in self._around.by_token:
            return
        # A masculine in -ī may as well be a name: معبد "كوفوكوجي".
        may_qualify = head.feminine or not head.inside
        if may_qualify and qualifies(head, self._normal(first)):
            return
        if first < last or self._names.unknown(first) == last:
            before = f"{head.word} " if head.inside else ""
            match = Match(first, last, 0, "", ())
            yield Headed(head, match, alone=True, before=before)

    def _definite(self, head: Head, match: Match) -> Iterator[Headed]:
        """Read the adjectives of a head with the article, and what it is for."""
        begun = Complement(match.last, 0)
        told = self._reader.national(self._reader.adjectives(begun))
        if told.last == begun.last:
            return
        wide = self._reader.purpose(told, any_noun=True)
        if wide is not None:
            yield self._whole(head, match, self._reader.national(wide))
        elif (told.anchor and told.words >= PHRASE) or self._sits(head, told):
            yield self._whole(head, match, told)

    def _sits(self, head: Head, told: Complement) -> bool:
        """Say whether a court is one by its seat: المحكمة العليا في الهند."""
        return "named" in head.takes and self._reader.seat(told) is not None

    def _annexed(self, head: Head, match: Match) -> Iterator[Headed]:
        """Read the proper name, the body or the field that a head is annexed to."""
        first = match.last + 1
        known = self._by_first.get(first)
        if known is not None and known.form.kind == "organisation":
            body = Complement(known.match.last, known.match.length)
            wide = self._reader.purpose(body)
            if "body" in head.takes or (wide and "purposed" in head.takes):
                yield self._whole(head, match, wide or body)
            return
        last = self._names.name(first) if "name" in head.takes else None
        if last is not None and not (known is None and self._is_noun(head, first)):
            yield from self._proper(head, match, last)
        elif head.takes & _FUNCTIONAL:
            works = head.kind == "organisation"
            field = self._reader.functional(first, purpose=works)
            if field is not None and works:
                field = self._reader.located(field)
            if field is not None and makes_name(field, head):
                yield self._whole(head, match, field)

    def _is_noun(self, head: Head, first: int) -> bool:
        """Say whether an unknown word is rather a noun, with the article or annexed."""
        if head.kind != "organisation" or not head.inside:
            return False
        article = self._normal(first).startswith(ARTICLE)
        return article or self._reader.annexes(first)

    def _proper(self, head: Head, match: Match, last: int) -> Iterator[Headed]:
        """Take a proper name, with its head or without it."""
        first = match.last + 1
        known = self._by_first.get(first)
        if known is None and self._are_common(head, first, last):
            return
        if known is None and qualifies(head, self._normal(first)):
            return
        if known is not None and known.form.form == "surname":
            return  # حزب ماكرون: whose it is, not what it is called
        name = Complement(last, last - first + 1)
        if head.inside:
            wide = self._reader.adjectives(name)
            wide = self._purpose(head, wide) or wide
            if not self._is_only_where(head, known, wide):
                yield self._whole(head, match, wide)
            return
        alone = self._names.unknown(first)
        if known is None and alone is not None:
            if head.kind == "organisation" and self._normal(first).startswith(ARTICLE):
                alone = self._reader.adjectives(name).last
            yield Headed(head, Match(first, alone, 0, "", ()), alone=True)

    def _is_only_where(
        self, head: Head, known: Choice | None, wide: Complement
    ) -> bool:
        """Say whether a country is no more than where it is: مركز مصر.

        A district's chief town is its مركز too.
        """
        if known is None or head.kind == "place" or wide.last > known.match.last:
            return False
        if known.form.kind == "country":
            return "noun" not in head.takes
        return head.word == _CENTRE and known.form.kind == "place"

    def _purpose(self, head: Head, begun: Complement) -> Complement | None:
        """Read what it is for; of a place only a field: one may go there for more."""
        word = self._normal(begun.last + 1).replace("لل", ARTICLE, 1)
        if head.kind == "place" and word not in complement_words("field"):
            return None
        return self._reader.purpose(begun)

    def _is_common(self, head: Head, index: int) -> bool:
        """Say whether the one word after a head is a rare common noun or adjective."""
        normal = self._normal(index)
        if normal.startswith(ARTICLE) and head.kind == "place":
            # منطقة التولد الحيوي: the adjective is the noun's, not the region's.
            qualified = self._reader.adjectives(Complement(index, 1)).words > 1
            return qualified and head.feminine and not head.inside
        return is_common(head, normal)

    @staticmethod
    def _whole(head: Head, match: Match, wide: Complement) -> Headed:
        return Headed(head, match._replace(last=wide.last), wide.anchor)

    def _several(self, head: Head, first: int) -> Iterator[Headed]:
        """Read the names after a class noun in the plural: مدن كذا وكذا."""
        index, stripped, after_comma = first, 0, False
        while True:
            known = self._around.by_token.get(index)
            last = known.match.last if known else self._names.unknown(index, stripped)
            if last is None or (known is None and self._are_common(head, index, last)):
                return
            normal = self._normal(last + 1)
            goes_on = normal == _COMMA or normal.startswith(_AND)
            if after_comma and not goes_on:
                return
            if known is None:
                match = Match(index, last, stripped, _AND[:stripped], ())
                yield Headed(head, match, alone=True)
            if not goes_on:
                return
            after_comma = normal == _COMMA
            stripped = int(not after_comma)
            index = last + 1 + after_comma

    def _are_common(self, head: Head, first: int, last: int) -> bool:
        """Say whether the words after a head are but common ones, or somebody's name.

        ولاية فلان is his term, محافظة مختلطة الأعراق an adjective of its own noun.
        """
        if last > first and head.kind == "place" and not head.inside:
            if self._normal(first) in self._around.lexicon.given_names:
                return True
            if self._normal(first + 1).startswith(ARTICLE):
                return self._is_common(head, first)
        return all(self._is_common(head, index) for index in range(first, last + 1))

    def again(self, match: Match, taken: set[int]) -> Iterator[Match]:
        """Give where else in the article the same name stands free."""
        normals = self._row.normals
        words = list(normals[match.first : match.last + 1])
        words[0] = words[0][match.stripped :]
        for first in self._row.places(chain + words[0] for chain in CHAINS):
            last = first + len(words) - 1
            if normals[first + 1 : last + 1] != words[1:]:
                continue
            tokens = range(first, last + 1)
            if not taken.isdisjoint(tokens):
                continue
            if any(token in self._around.by_token for token in tokens):
                continue
            if self._normal(first - 1) in self._around.lexicon.given_names:
                continue  # بيل فورد is no company
            for reading in readings(normals[first]):
                if reading.word == words[0]:
                    yield Match(first, last, reading.stripped, reading.proclitics, ())
                    break
