"""Combining: one set of mentions from the lexicon and the recognisers.

The rules, in this order:

1. What the lexicon found stands. A proposal of the same tokens agrees or differs, and
   nothing changes.
2. Persons that only a title or a given name announced (rules, not tables) end where a
   recogniser says, when it marks other tokens of the same name.
3. A longer proposal around what the lexicon found becomes the name, and the shorter
   ones are nested in it: places in an organisation's name, a surname in a full name. A
   full name whose surname the lexicon knows is that person only if the given name fits.
4. A proposal beside everything else is a discovery. Where the tables have the very name
   but not the words beside it that they ask for, it is whom the tables say; a single
   word that is part of a longer name in the same article is whom that names.
5. By *vote* a discovery needs two engines, a rule counting as one; by *union* one is
   enough.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kit.language.normal import letters, normalise
from kit.language.romanise import romanise
from kit.lexicon.form import Form
from kit.lexicon.index import ARTICLE, Entry
from kit.lexicon.lexicon import UNKNOWN_ENGLISH, Lexicon, Name, class_nouns
from kit.mentions.choosing import Choice
from kit.mentions.discovering import RULES
from kit.mentions.homographs import waits_for_votes
from kit.mentions.kept import Kept
from kit.mentions.matcher import Match
from kit.mentions.tokenrow import HYPHENS, TokenRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.mentions.engines import Proposal
    from kit.mentions.linking import ShortNames
    from kit.mentions.votes import Votes

COMBINATIONS = ("union", "vote")
Standing = tuple[Choice, list[Choice]]

_NEEDED_BY_VOTE = 2
_NEARLY = 0.7
_SHORTEST = 3  # letters of a name that a full one is lengthened by: not لي
# Below this a recogniser is oftener wrong than right; a single word says least.
_SURE = {"person": 0.4, "organisation": 0.6, "place": 0.6}
_SURE_OF_COMMON = 0.95
_SURE_OF_COUNTRY = 0.8  # where the rules of its homographs took it for another word
_SURE_OF_ONE_WORD = {"person": 0.5, "organisation": 0.75, "place": 0.7}


class Combiner:
    """Adds what the recognisers propose to what stands in one article.

    The proposals are trimmed to names already; see :mod:`kit.mentions.trimming`.
    """

    def __init__(
        self,
        row: TokenRow,
        lexicon: Lexicon,
        proposals: Iterable[Proposal],
        *,
        votes: Votes,
        combine: str = "union",
    ) -> None:
        self._row = row
        self._votes = votes
        self._lexicon = lexicon
        self._proposals = sorted(filter(_is_sure, proposals), key=_strength)
        self._needed = _NEEDED_BY_VOTE if combine == "vote" else 1
        self.names: dict[str, Name] = {}

    def combined(self, standing: Sequence[Standing]) -> list[Standing]:
        """Give what stands when the proposals have been heard.

        Names of one word are not yet among them: whom they mean is known only when
        all full names are, see :meth:`with_single_names`. ``names`` then holds a name
        for each entity that no table has.
        """
        if not self._proposals and self._needed == 1:
            return list(standing)
        kept = Kept(standing)
        if self._needed > 1:
            kept.leave_out_lonely(self._proposals)
        for heard, around in self._heard(kept):
            proposal = _with_given_name(heard, around)
            if not proposal.is_single_name:
                self._hear(proposal, around, kept)
            elif all(outer.engine in RULES for outer, _ in around):
                kept.remove(around)  # its one word is linked or added later
        return kept.in_order()

    def with_single_names(
        self, standing: Sequence[Standing], shorts: ShortNames
    ) -> list[Standing]:
        """Add the proposed names of one word, linked to full names where they can be.

        ``shorts`` are the short names of all that the article names in full.
        """
        if not self._proposals:
            return list(standing)
        kept = Kept(standing)
        for proposal, around in self._heard(kept):
            if around or not proposal.is_single_name:
                continue
            found = self._discovery(proposal)
            linked = shorts.part_of_name(found)
            if linked or not self._is_generic(proposal):
                kept.add(linked or found, [])
        return kept.in_order()

    def _heard(self, kept: Kept) -> Iterator[tuple[Proposal, list[Standing]]]:
        """Give the proposals that count, with what stands at their tokens."""
        for proposal in self._proposals:
            around = kept.overlapping(proposal)
            if not around and self._is_no_country(proposal):
                continue
            alone = self._needed == 1
            if alone or _votes(proposal, self._proposals, around) >= self._needed:
                yield proposal, around

    def _hear(self, proposal: Proposal, around: Sequence[Standing], kept: Kept) -> None:
        """Apply the rules of the module to one proposal."""
        outers = [outer for outer, _ in around]
        if self._is_generic(proposal):
            return
        if not around:
            kept.add(self._discovery(proposal), [])
        elif proposal.kind == "person":
            if all(self._gives_way(outer, proposal) for outer in outers):
                self._rename(proposal, around, kept)
        elif _encloses(proposal, outers) and _may_nest(proposal.kind, outers):
            inner = [choice for outer, inside in around for choice in (outer, *inside)]
            kept.remove(around)
            kept.add(self._discovery(proposal), inner)

    def _is_generic(self, proposal: Proposal) -> bool:
        """Say whether an organisation or place is made of common words.

        البنك المركزي and شبه الجزيرة name nothing without a further word; only a very
        sure recogniser is believed there.
        """
        if proposal.kind == "person" or (proposal.confidence or 1) >= _SURE_OF_COMMON:
            return False
        if self._known(" ".join(self._words(proposal)), proposal)[0] is not None:
            return False
        common = self._lexicon.common_words
        words = self._words(proposal)
        classes = class_nouns("left out") | class_nouns("taken in")
        definite = any(word.startswith(ARTICLE) or word in classes for word in words)
        return definite and all(word in common for word in words)

    def _rename(
        self, proposal: Proposal, around: Sequence[Standing], kept: Kept
    ) -> None:
        """Take a longer person's name for a part of it that stood."""
        outers = [outer for outer, _ in around]
        known = [outer for outer in outers if outer.engine not in RULES]
        found = self._discovery(proposal)
        country = next((o.form.country for o in outers if o.form.country), None)
        if known and self._is_same_person(known[-1], proposal):
            form = known[-1].form._replace(form="name", note=found.form.note)
            found = found._replace(form=form)
        elif not known and country and not found.form.country:
            form = found.form._replace(country=country)
            found = found._replace(form=form)
            self.names[form.entity] = _name(form)
        kept.remove(around)
        kept.add(found, [])

    def _gives_way(self, outer: Choice, proposal: Proposal) -> bool:
        """Say whether a recogniser's person may take the place of what stands.

        A listed person only where all that is added may be words of a name, and a full
        name only where they are.
        """
        match = outer.match
        same = (match.first, match.last) == (proposal.first, proposal.last)
        if outer.engine in RULES:
            return not same
        within = proposal.first <= match.first and match.last <= proposal.last
        named = outer.form.kind == "person" and outer.form.form in {"name", "surname"}
        added = (
            *range(proposal.first, match.first),
            *range(match.last + 1, proposal.last + 1),
        )
        common, names = self._lexicon.common_words, self._lexicon.name_words
        full = outer.form.form == "name"
        words = map(self._row.normal, added)
        likely = all(
            (w in names and len(w) >= _SHORTEST) or not (full or w in common)
            for w in words
        )
        return named and within and not same and likely

    def _is_same_person(self, known: Choice, proposal: Proposal) -> bool:
        """Say whether the given name before a known surname is the known person's."""
        name = self._lexicon.names.get(known.form.entity)
        if name is None:
            return False
        if known.form.form == "name":
            return True
        given = self._row.normal(proposal.first)[proposal.stripped :]
        listed = normalise(name.arabic).partition(" ")[0]
        return SequenceMatcher(None, given, listed).ratio() >= _NEARLY

    def _discovery(self, proposal: Proposal) -> Choice:
        """Make a choice of a proposal: somebody the tables know, or somebody new."""
        first, last, kind, engine, confidence, stripped, proclitics, reason = proposal
        name = " ".join(self._words(proposal))
        form, spelling = self._known(name, proposal)
        sure = engine if confidence is None else f"{engine} {confidence:.2f}"
        if form is None:
            written = letters(self._row.written(first, last, stripped))
            whole = ARTICLE + written if proclitics.endswith("لل") else written
            form = _new(name, kind, sure)._replace(text=whole)
            self.names.setdefault(form.entity, _name(form))
        elif form.kind == "country":
            reason = reason or sure
        match = Match(first, last, stripped, proclitics, (Entry(form),))
        return Choice(
            match, form, spelling, reason, engine=engine, confidence=confidence
        )

    def _is_no_country(self, proposal: Proposal) -> bool:
        """Say whether the rules took a country's name for another word: قطر الأنبوب."""
        countries = self._countries(proposal)
        if not countries:
            return False
        sure = (proposal.confidence or 1) >= _SURE_OF_COUNTRY
        return not (sure and all(waits_for_votes(entry.form) for entry in countries))

    def _countries(self, proposal: Proposal) -> list[Entry]:
        """Give the country that a place is called like, if it is one (مالي)."""
        if proposal.kind != "place":
            return []
        found = self._lexicon.index.lookup(" ".join(self._words(proposal)))
        return [e for e in found if (e.form.kind, e.form.form) == ("country", "name")]

    def _words(self, proposal: Proposal) -> list[str]:
        """Give the words of a proposal, as they would be written alone."""
        words = self._row.normals[proposal.first : proposal.last + 1]
        words[0] = words[0][proposal.stripped :]
        if proposal.proclitics.endswith("لل"):
            words[0] = ARTICLE + words[0]
        return [word for word in words if word not in HYPHENS]

    def _known(self, name: str, proposal: Proposal) -> tuple[Form | None, str]:
        """Give the one entity of the tables that has this very name, if one has.

        A single word names many: it is the listed one's only if the article speaks of
        the country too.
        """
        countries = self._countries(proposal)
        single = proposal.first == proposal.last
        votes = self._votes.around(proposal.first)
        entries = countries or [
            entry
            for entry in self._lexicon.index.lookup(name)
            if entry.form.kind == proposal.kind
            and (not single or not entry.form.country or votes[entry.form.country])
        ]
        if len({entry.form.entity for entry in entries}) != 1:
            return None, ""
        return entries[0].form, entries[0].spelling


def _with_given_name(proposal: Proposal, around: Sequence[Standing]) -> Proposal:
    """Give a proposal the given name before it by which a rule found the person."""
    if len(around) != 1 or proposal.kind != "person":
        return proposal
    choice, _ = around[0]
    match = choice.match
    if choice.engine != "given name" or not match.first < proposal.first:
        return proposal
    return proposal._replace(
        first=match.first, stripped=match.stripped, proclitics=match.proclitics
    )


def _is_sure(proposal: Proposal) -> bool:
    one = proposal.first == proposal.last
    least = (_SURE_OF_ONE_WORD if one else _SURE)[proposal.kind]
    return proposal.confidence is None or proposal.confidence >= least


def _strength(proposal: Proposal) -> tuple[float, int, int]:
    """Hear the surest first; of equally sure ones the one that begins first."""
    return -(proposal.confidence or 1), proposal.first, -proposal.last


def _votes(
    proposal: Proposal, proposals: Sequence[Proposal], around: Sequence[Standing]
) -> int:
    """Count the engines that see a name of this kind at these tokens."""
    engines = {
        other.engine
        for other in proposals
        if other.kind == proposal.kind
        and other.first <= proposal.last
        and proposal.first <= other.last
    }
    engines |= {o.engine for o, _ in around if o.form.kind == proposal.kind}
    return len(engines)


def _encloses(proposal: Proposal, outers: Sequence[Choice]) -> bool:
    """Say whether a proposal is longer than all that stands at its tokens."""
    length = proposal.last - proposal.first + 1
    return all(
        proposal.first <= outer.match.first
        and outer.match.last <= proposal.last
        and outer.match.length < length
        for outer in outers
    )


def _may_nest(kind: str, outers: Sequence[Choice]) -> bool:
    """Say whether a longer name of a kind can hold these."""
    if kind == "place":
        return all(outer.form.kind in {"country", "place"} for outer in outers)
    # Two bodies in one longer name are oftener two names that a recogniser joined.
    return not any(outer.form.kind == "organisation" for outer in outers)


def _new(name: str, kind: str, note: str) -> Form:
    form = "surname" if kind == "person" and " " not in name else "name"
    return Form(name, romanise(name), kind, form, None, note)


def _name(form: Form) -> Name:
    return Name(form.kind, form.country, form.text, UNKNOWN_ENGLISH)
