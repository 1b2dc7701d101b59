"""Linking: the short name later in the article means what was named in full.

News names a person in full once and then by the surname: مايك بومبيو, then بومبيو. A
single word is linked to the person of this article whose name it ends; where two
persons of the article share it, to the one named last before it, and the other is
listed as undecided. A word after another given name (ميلانيا ترامب) is somebody else's
surname and not linked.

Bodies are shortened too: وزارة الخارجية الروسية is وزارة الخارجية afterwards, and a
club of two words (مانشستر سيتي) is called by its second.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kit.language.normal import normalise
from kit.language.proclitics import CHAINS, CONJUNCTIONS
from kit.lexicon.context import context_words
from kit.lexicon.form import Form
from kit.lexicon.index import ARTICLE, Entry
from kit.lexicon.lexicon import class_nouns
from kit.mentions.choosing import Choice, tokens_of
from kit.mentions.dotted import ALI, is_ali
from kit.mentions.matcher import Match
from kit.mentions.tokenrow import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.lexicon.lexicon import Lexicon
    from kit.mentions.tokenrow import TokenRow

_BEFORE_SURNAME = frozenset({"بن", "ابن", "ال", "ابو", "عبد", "دي", "فان", "فون"})
_SECOND_HALVES = frozenset({"الله", "الدين", "الاسلام", "الحق", "الرحمن"})
_ORDINALS = frozenset(
    [
        *("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس"),
        *("السابع", "الثامن", "التاسع", "العاشر", "عشر"),
    ]
)
_HEADS_THAT_SHORTEN = frozenset(["وزاره", "مجلس", "هييه", "سفاره", "مكتب", "جهاز"])
# البنك المركزي and الاتحاد الدولي without their nationality are anybody's.
_HEADS_OF_MANY = frozenset({"البنك", "بنك", "الاتحاد", "المنتخب", "السلطات", "القضاء"})
_FEWEST_WORDS = 2
_SHORTEST_SHORT = 3
_REMEMBERED_WORDS = 1 << 16

Words = tuple[str, ...]


class ShortBodies(dict[tuple[str, str], "tuple[Words, ...]"]):
    """What each organisation, by its name and who found it, is called for short."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._common = lexicon.common_words
        self._index = lexicon.index

    def __missing__(self, name: tuple[str, str]) -> tuple[Words, ...]:
        found = self[name] = tuple(self._shorts(*name))
        return found

    def _shorts(self, text: str, engine: str) -> Iterator[Words]:
        words = tuple(normalise(text).split())
        bare = tuple(word for word in words if not self._is_nationality(word))
        named = bare[:1] != words[:1] or words[0] in _HEADS_OF_MANY
        if _FEWEST_WORDS <= len(bare) < len(words) and not named:
            yield bare  # الجيش الوطني الليبي is الجيش الوطني afterwards
        if engine == "pattern":
            head = words[:-1]
            if len(head) >= _FEWEST_WORDS and head[0] in _HEADS_THAT_SHORTEN:
                yield head
        elif len(words) == _FEWEST_WORDS and words[1] not in self._common:
            yield words[1:]

    def _is_nationality(self, word: str) -> bool:
        return word.startswith(ARTICLE) and any(
            entry.form.form == "demonym" for entry in self._index.lookup(word)
        )


class ShortNames:
    """The short names of all that an article names in full.

    A short name is a row of words in normal form. ``seen`` holds, for each entity, the
    tokens where it is named in full.
    """

    def __init__(self, row: TokenRow, lexicon: Lexicon, bodies: ShortBodies) -> None:
        self._row = row
        self._common = lexicon.common_words
        self._given = lexicon.given_names
        self._bodies = bodies
        self._choices: list[Choice] = []
        self._full: dict[Words, dict[str, Form]] = defaultdict(dict)
        self._seen: dict[str, list[int]] = defaultdict(list)
        self._begins: dict[str, list[tuple[str, Words]]] = defaultdict(list)

    def add(self, choice: Choice) -> None:
        """Remember what is named in full."""
        form = choice.form
        self._choices.append(choice)
        self._seen[form.entity].append(choice.match.first)
        if form.kind == "person":
            shorts = short_names(name_words(choice.match, self._row))
        else:
            shorts = self._bodies[form.text, choice.engine]
        for short in shorts:
            if short not in self._full:
                self._look_for(short)
            self._full[short].setdefault(form.entity, form)

    def _look_for(self, short: Words) -> None:
        """Note how the short name would begin, in ways that were met at all."""
        there = self._row.types.by_normal
        for written, proclitics in _ways_to_write(short[0]):
            if written in there:
                self._begins[written].append((proclitics, short))

    @cached_property
    def _named(self) -> dict[tuple[str, str], dict[str, Form]]:
        """The entities named in full, by kind and each of their words."""
        named: dict[tuple[str, str], dict[str, Form]] = defaultdict(dict)
        for choice in self._choices:
            form = choice.form
            for word in name_words(choice.match, self._row):
                if form.kind == "person" or word not in class_nouns("taken in"):
                    named[form.kind, word].setdefault(form.entity, form)
        return named

    def linked(self, standing: Sequence[Choice]) -> Iterator[Choice]:
        """Give the short names in an article, each linked."""
        begins = self._begins
        if not begins:
            return
        taken = tokens_of(standing)
        normals = self._row.normals
        for first in self._row.places(begins):
            if first in taken:
                continue
            for proclitics, short in sorted(begins[normals[first]], key=_order):
                last = first + len(short) - 1
                if tuple(normals[first + 1 : last + 1]) != short[1:]:
                    continue
                if taken.intersection(range(first, last + 1)):
                    continue
                match = Match(first, last, len(proclitics), proclitics, ())
                if not self._is_elses(match, short, taken):
                    yield self._link(match, short)
                    taken.update(range(first, last + 1))
                break

    def part_of_name(self, choice: Choice) -> Choice | None:
        """Link a name of one word to the full name that has it, if one has.

        Not only the last word: كيم جونغ أون is كيم, stars go by their given name, and
        بايرن ميونيخ is بايرن.
        """
        kind = choice.form.kind
        entities = self._named.get((kind, normalise(choice.form.text)))
        if not entities:
            return None
        entity = self._nearest(entities, choice.match.first)
        full = entities[entity]
        note = f"{choice.form.note} + part of {full.text}"
        label = "surname" if kind == "person" else "short"
        form = full._replace(form=label, note=note)
        rivals = tuple(sorted(set(entities) - {entity}))
        return choice._replace(form=form, undecided=rivals)

    def _is_elses(self, match: Match, short: Words, taken: set[int]) -> bool:
        """Say whether the word is a common word, or the surname of somebody else."""
        if len(short) > 1:
            return False
        if short[0] == ALI and not is_ali(self._row, match.first):
            return True
        before = self._row.normal(match.first - 1)
        free = not match.stripped and match.first - 1 not in taken
        after_given_name = free and before in self._given
        return after_given_name or (short[0] in self._common and not _says(before))

    def _link(self, match: Match, short: Words) -> Choice:
        entities = self._full[short]
        entity = self._nearest(entities, match.first)
        full = entities[entity]
        label = "surname" if full.kind == "person" else "short"
        note = f"{label} of {full.text}"
        form = Form(full.text, entity, full.kind, label, full.country, note)
        rivals = tuple(sorted(set(entities) - {entity}))
        match = match._replace(entries=(Entry(form),))
        return Choice(match, form, undecided=rivals, engine="linking")

    def _nearest(self, entities: Iterable[str], at: int) -> str:
        """Give the entity named last before a token, else the first named after."""

        def distance(entity: str) -> tuple[bool, int]:
            places = self._seen[entity]
            before = [place for place in places if place < at]
            return (False, -max(before)) if before else (True, min(places))

        return min(sorted(entities), key=distance)


def _order(way: tuple[str, Words]) -> tuple[int, int]:
    """Take the fewest letters stripped first, then the most words."""
    proclitics, short = way
    return len(proclitics), -len(short)


def _says(word: str) -> bool:
    """Say whether a word is a verb of saying, after which a person is named."""
    verbs = context_words("verbs of saying")
    return word in verbs or (word[:1] in CONJUNCTIONS and word[1:] in verbs)


@lru_cache(maxsize=_REMEMBERED_WORDS)
def _ways_to_write(word: str) -> tuple[tuple[str, str], ...]:
    """Give how a word is written behind each chain of proclitics, and the chain."""
    ways = []
    for chain in CHAINS:
        ways.append((chain + word, chain))
        if chain.endswith("ل") and word.startswith(ARTICLE):
            ways.append((chain + "ل" + word.removeprefix(ARTICLE), chain + "ل"))
    return tuple(ways)


def name_words(match: Match, row: TokenRow) -> Words:
    """Give the words of a matched name in normal form, its proclitics stripped."""
    words = [
        normal
        for normal in row.normals[match.first : match.last + 1]
        if normal not in HYPHENS
    ]
    words[0] = words[0][match.stripped :]
    return tuple(words)


@lru_cache(maxsize=_REMEMBERED_WORDS)
def short_names(words: Words) -> tuple[Words, ...]:
    """Give the short names of a full one: its last name, with its particles.

    >>> short_names(("محمد", "بن", "سلمان"))
    (('بن', 'سلمان'),)
    >>> short_names(("مايك", "بومبيو"))
    (('بومبيو',),)
    """
    if len(words) < _FEWEST_WORDS:
        return ()
    start = len(words) - 1
    if words[start] in _ORDINALS:  # popes and kings go by their first name
        return (words[:-1],)
    if words[start] in _SECOND_HALVES:
        start -= 1
    while start > 1 and words[start - 1] in _BEFORE_SURNAME:
        start -= 1
    long = len(words[start:]) > 1 or len(words[start]) >= _SHORTEST_SHORT
    return (words[start:],) if start and long else ()
