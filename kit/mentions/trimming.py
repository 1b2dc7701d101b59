"""Trimming: from what a recogniser marks to what counts as the mention.

Recognisers learn from corpora that mark names more widely than the kit counts them:
with a title (``الرئيس فلان``), a word of class (``صحيفة الشروق``), a nationality that
stands outside a proper name (``حزب الله اللبناني``), attached proclitics. Here each
proposal is cut to the name itself, by the rules that the tables' names follow too.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kit.language.normal import letters
from kit.language.proclitics import readings
from kit.lexicon.actors import actor_forms
from kit.lexicon.index import ARTICLE, words_of
from kit.lexicon.lexicon import class_nouns
from kit.mentions.choosing import tokens_of
from kit.mentions.discovering import PARTICLES, RULES
from kit.mentions.dotted import is_ali
from kit.mentions.surroundings import function_words
from kit.mentions.tokenrow import HYPHENS
from kit.recogniser.recogniser import Recogniser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kit.language.proclitics import Reading
    from kit.lexicon.lexicon import Lexicon
    from kit.mentions.choosing import Choice
    from kit.mentions.dictionary import Dictionary
    from kit.mentions.engines import Proposal
    from kit.mentions.matcher import Match
    from kit.mentions.tokenrow import TokenRow

_CLOSED = frozenset("«»\"“”'‘’()[]،,.:؛")
_SHORTEST = 3
_SERVANT = "عبد"
_SON = "ولد"
_PARTICLES_AS_WRITTEN = frozenset(
    ["على", "وعلى", "فعلى", "فإن", "فأن", "بأن", "وبأن", "لأن", "ولأن", "كأن", "وكأن"]
)
# Conjunction, article, and what verbs of the present begin with in headlines.
_NO_NAME_BEGINS = ("و", "لل", "ال", "ي", "ت", "سي", "ست")
_NO_NAME_ENDS = ("ها", "هم", "هما")
_LONGEST_PERSON = 6  # words, more than which two persons have been joined
_RARE = 20_000  # in rank: met a few dozen times in eleven million words
_UNUSED = 1 << 30  # a rank after that of every word that the news used


def _by_engine(proposal: Proposal) -> tuple[str, int]:
    return proposal.engine, proposal.first


class Trimmer:
    """Cuts the proposals in one article to names."""

    def __init__(
        self,
        row: TokenRow,
        titles: Sequence[Match],
        lexicon: Lexicon,
        dictionary: Dictionary,
    ) -> None:
        self._row = row
        self._lexicon = lexicon
        self._dictionary = dictionary
        self._titles: dict[int, int] = {}
        for title in titles:
            self._titles[title.first] = max(
                title.last, self._titles.get(title.first, 0)
            )
        self._begun: set[str] = set()
        self._taken: set[int] = set()

    def trim(
        self, proposals: Sequence[Proposal], standing: Sequence[Choice]
    ) -> list[Proposal]:
        """Cut proposals to names, and leave out those of which no name is left.

        ``standing`` is what the lexicon found in the article.
        """
        if not proposals:
            return []
        ends = {choice.match.last: choice for choice in standing}
        self._begun = {self._row.normal(proposal.first) for proposal in proposals}
        self._taken = tokens_of(c for c in standing if c.engine not in RULES)
        for proposal in proposals:
            self._taken.update(range(proposal.first, proposal.last + 1))
        parted = [one for proposal in proposals for one in self._apart(proposal)]
        whole = self._together(map(self._extended, parted))
        trimmed = (self._trimmed(one, ends) for one in whole)
        return [one for one in trimmed if one is not None]

    def _extended(self, proposal: Proposal) -> Proposal:
        """Give a person the names that stand at either side unmarked.

        Words of known names always, after a single given name (جون, عبد المجيد) also a
        word that is no common one, unless the dictionary speaks against it.
        """
        if proposal.kind != "person":
            return proposal
        first, last = proposal.first, proposal.last
        joined = self._is_and_name(self._row.normal(first))
        while not joined and self._is_free_name(first - 1):
            first -= 1
        while first < proposal.first and self._row.normal(first) == _SON:
            first += 1  # without a name before it, it is a verb: was born
        given = self._row.normal(first)
        given = _SERVANT if given == "و" + _SERVANT else given
        known = given in self._lexicon.given_names or given in _first_names()
        single = known and first == last
        single = single or (given == _SERVANT and last == first + 1)
        reason = ""
        if single and self._is_free(last + 1) and not self._is_free_name(last + 1):
            reason = self._dictionary.no_name(self._row.token(last + 1).text)
            last += not reason
        while last - first < _LONGEST_PERSON and self._is_free_name(last + 1):
            last += 1
        return proposal._replace(first=first, last=last, reason=reason)

    def _is_free_name(self, index: int) -> bool:
        word = self._row.normal(index)
        return (
            self._is_free(index)
            and word in self._lexicon.name_words
            and not self._is_particle(index)
        )

    def _is_free(self, index: int) -> bool:
        """Say whether an unmarked word may belong to a name."""
        word = self._row.normal(index)
        return index not in self._taken and (
            self._is_family_name(word)
            or (
                self._may_be_name(word)
                and len(word) >= _SHORTEST
                and not word.isascii()
                and (self._is_whole(word) or not word.startswith(_NO_NAME_BEGINS))
                and not word.endswith(_NO_NAME_ENDS)
            )
        )

    def _is_whole(self, word: str) -> bool:
        """Say whether the news uses a word with و, and not the rest of it: واطسون."""
        rank = Recogniser.shipped().ranks.get
        return word.startswith("و") and rank(word, _UNUSED) < rank(word[1:], _UNUSED)

    def _is_family_name(self, word: str) -> bool:
        """Say whether a word is a nationality; one that is free is a family name."""
        return word.startswith(ARTICLE) and any(
            entry.form.form == "demonym" for entry in self._lexicon.index.lookup(word)
        )

    def _together(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """Join persons between whom nothing stands but a word that may be a name's.

        Long names come in pieces: عزام هلال رياض عويضة, سلطان سيف مفتاح النيادي.
        """
        last: Proposal | None = None
        for proposal in sorted(proposals, key=_by_engine):
            if last is not None and self._goes_on(last, proposal):
                sure = min(last.confidence or 1, proposal.confidence or 1)
                last = last._replace(last=proposal.last, confidence=sure)
                continue
            if last is not None:
                yield last
            last = proposal
        if last is not None:
            yield last

    def _goes_on(self, last: Proposal, proposal: Proposal) -> bool:
        between = self._row.normals[last.last + 1 : proposal.first]
        return (
            (last.kind, proposal.kind) == ("person", "person")
            and last.engine == proposal.engine
            and len(between) <= 1
            and all(map(self._may_be_name, between))
            and not self._row.normal(proposal.first).startswith("و")
            and self._may_be_name(self._row.normal(last.last))
            and proposal.last - last.first < _LONGEST_PERSON
        )

    def _may_be_name(self, word: str) -> bool:
        """Say whether an unmarked word may stand in the middle of a name."""
        common = self._lexicon.common_words
        return word.isalpha() and (
            word in self._lexicon.given_names
            or not any(reading.word in common for reading in readings(word))
        )

    def _apart(self, proposal: Proposal) -> Iterator[Proposal]:
        """Part persons that are joined: صلاح ومدين, دي ماريا أم رونالدو."""
        if proposal.kind != "person":
            yield proposal
            return
        first = proposal.first
        for index in range(first + 1, proposal.last + 1):
            word = self._row.normal(index)
            joins = word in function_words() and not is_ali(self._row, index)
            if joins or self._is_and_name(word):
                yield proposal._replace(first=first, last=index - 1)
                first = index + joins
        if first <= proposal.last:
            yield proposal._replace(first=first)

    def _is_and_name(self, word: str) -> bool:
        known = self._lexicon.name_words
        joined = word.startswith("و") and word not in known and word[1:] in known
        return joined and not self._is_whole(word)

    def _trimmed(
        self, proposal: Proposal, ends: Mapping[int, Choice]
    ) -> Proposal | None:
        first, last = proposal.first, proposal.last
        normal = self._row.normal
        while first <= last and (
            normal(first) in _CLOSED | HYPHENS or self._is_particle(first)
        ):
            first += 1
        if proposal.kind == "person":
            while first in self._titles and self._titles[first] < last:
                first = self._titles[first] + 1
        elif normal(first) in _left_out() and first < last:
            first += 1
        while first <= last and self._ends_outside(first, last, ends):
            last -= 1
        if first > last:
            return None
        trimmed = proposal._replace(first=first, last=last)
        reading = self._reading(first, last, proposal.kind)
        if reading is None:
            return trimmed
        whole = self._dictionary.whole(self._row.token(first).text)
        if whole and not self._is_elsewhere(reading.word):
            return trimmed._replace(reason=whole)
        return trimmed._replace(
            stripped=reading.stripped, proclitics=reading.proclitics
        )

    def _is_particle(self, index: int) -> bool:
        """Say whether a token is a particle that only its hamza or ى tells from a name.

        على and فإن are folded into the normal forms of علي and فان.
        """
        return letters(self._row.token(index).text) in _PARTICLES_AS_WRITTEN

    def _ends_outside(self, first: int, last: int, ends: Mapping[int, Choice]) -> bool:
        """Say whether the last token is a sign, or a nationality of a proper name."""
        if self._row.normal(last) in _CLOSED | HYPHENS:
            return True
        choice = ends.get(last)
        if choice is None or choice.match.first != last or first == last:
            return False
        return choice.form.form in {"demonym", "people"} and (
            self._row.normal(first) not in _taken_in()
        )

    def _reading(self, first: int, last: int, kind: str) -> Reading | None:
        """Give the reading in which letters before a name are words, if they are.

        They are where the rest stands by itself in the text, or where the tables have
        the rest, or where the news uses the rest oftener than the whole: وبلداج, but
        not فريد and وليد.
        """
        written = self._row.normal(first)
        if self._is_known(written, first, last, kind):
            return None
        others = readings(written)[1:]
        if kind == "person":
            others = tuple(filter(self._may_begin, others))
        for reading in others:
            if self._is_elsewhere(reading.word):
                return reading
        rank = Recogniser.shipped().ranks.get
        whole = rank(written, _UNUSED)
        for reading in others:
            known = self._is_known(reading.word, first, last, kind)
            if known and rank(reading.word, _UNUSED - 1) < whole:
                return reading
        ranks = {rank(reading.word, _UNUSED): reading for reading in others}
        best = ranks[min(ranks)] if ranks else None
        if best is not None and min(ranks) < whole and len(best.word) >= _SHORTEST:
            return best
        # Of words the news hardly uses "and" and "to the" are guessed, prepositions are
        # not, for more names begin with their letters.
        for reading in reversed(others if whole > _RARE else ()):
            if reading.proclitics in {"و", "لل", "ولل"}:
                return reading
        return None

    def _may_begin(self, reading: Reading) -> bool:
        """Say whether a person may be read after a preposition: بيلي is no ب + يلي."""
        word, preposition = reading.word, reading.proclitics.endswith(("ب", "ك"))
        known = not preposition or word in self._lexicon.name_words
        return known or word not in self._lexicon.common_words

    def _is_elsewhere(self, word: str) -> bool:
        """Say whether a word begins a name or is no common one elsewhere."""
        bare = word in self._row.vocabulary() and word not in self._lexicon.common_words
        return bare or word in self._begun

    def _is_known(self, word: str, first: int, last: int, kind: str) -> bool:
        """Say whether a word begins a name by the tables."""
        if kind == "person":
            return word in self._lexicon.name_words
        rest = self._row.normals[first + 1 : last + 1]
        classes = class_nouns("left out") | class_nouns("taken in")
        return word in classes or bool(
            self._lexicon.index.lookup(" ".join([word, *rest]))
        )


@cache
def _first_names() -> frozenset[str]:
    """Give the first words of the full names of the tables: سام of سام ألتمان."""
    words = (words_of(f.text) for f, _ in actor_forms() if f.kind == "person")
    return frozenset(name[0] for name in words if len(name) > 1) - PARTICLES


@cache
def _left_out() -> frozenset[str]:
    return _with_proclitics(class_nouns("left out"))


@cache
def _taken_in() -> frozenset[str]:
    return _with_proclitics(class_nouns("taken in"))


def _with_proclitics(words: frozenset[str]) -> frozenset[str]:
    chains = ("", "و", "ل", "ب", "ول")
    return frozenset(chain + word for word in words for chain in chains)
