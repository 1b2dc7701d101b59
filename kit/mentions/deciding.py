"""Deciding: what a match means here, where its letters may mean several things.

A form may belong to several entities (طرابلس in Libya or Lebanon), may need words
beside it (القاعدة only after تنظيم), or may be another word altogether (مالي is Mali or
"financial"). Each decision leaves its reason in the evidence, and what the context
cannot decide is marked with the readings that remain.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.language.proclitics import readings
from kit.mentions.choosing import Choice
from kit.mentions.homographs import is_doubtful, judge, needs_no_judging

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.lexicon.form import Form
    from kit.lexicon.index import Entry
    from kit.lexicon.lexicon import Lexicon
    from kit.mentions.homographs import Verdict
    from kit.mentions.matcher import Match, Paragraph

_CONTEXT_REACH = 2
_SHORTEST_GIVEN = 3
_CLUB = "نادي"
_BEFORE_CITY = frozenset(
    [
        *(
            "في",
            "مدينه",
            "بمدينه",
            "لمدينه",
            "ومدينه",
            "بلده",
            "محافظه",
            "مطار",
            "ميناء",
        ),
        *(
            "ميناء",
            "جامعه",
            "شمال",
            "جنوب",
            "شرق",
            "غرب",
            "وسط",
            "قرب",
            "سكان",
            "اقليم",
        ),
        *("شوارع", "نادي", "النادي"),
    ]
)
_FOOTBALL = frozenset(
    [
        *("الدوري", "دوري", "للدوري", "بالدوري", "كاس", "للكاس", "الابطال", "نهائي"),
        *(
            "مباراه",
            "المباراه",
            "مباراته",
            "مباريات",
            "المباريات",
            "مباراتي",
            "الكلاسيكو",
        ),
        *(
            "الكلاسيكو",
            "لاعب",
            "اللاعب",
            "لاعبي",
            "لاعبا",
            "اللاعبين",
            "مهاجم",
            "المهاجم",
        ),
        *("مدافع", "المدافع", "مدرب", "المدرب", "مدربه", "منتخب", "المنتخب", "الفريق"),
        *(
            "النادي",
            "ملعب",
            "الملعب",
            "ملعبه",
            "مرمي",
            "مرماه",
            "اهداف",
            "هدفا",
            "هدفين",
        ),
        *(
            "هدفا",
            "هدفين",
            "الشوط",
            "النهائي",
            "المونديال",
            "مونديال",
            "الليغا",
            "الكره",
            "كره",
        ),
        *("الميركاتو", "الانتقالات"),
    ]
)
_BEFORE_GIVEN = frozenset({"", "و", "ل", "ول"})


def country_votes(paragraphs: Sequence[Sequence[Match]]) -> Counter[str]:
    """Count how often each country is named in an article by an unambiguous form."""
    votes: Counter[str] = Counter()
    for matches in paragraphs:
        for match in matches:
            countries = {entry.form.country for entry in match.entries}
            form = match.entries[0].form
            if len(countries) > 1 or form.country is None or is_doubtful(form):
                continue
            if form.kind in {"country", "place"}:
                votes[form.country] += 1
    return votes


def merged(matches: Sequence[Match]) -> list[Match]:
    """Bring the entries of matches of the same characters together."""
    together: dict[tuple[int, int, int], Match] = {}
    for match in matches:
        place = match.first, match.last, match.stripped
        other = together.get(place)
        if other is not None:
            match = match._replace(entries=(*other.entries, *match.entries))  # noqa: PLW2901  # the rest is the same
        together[place] = match
    return list(together.values())


class GivenNames:
    """Finds the given names in paragraphs, remembering each spelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = lexicon.given_names
        self._stripped: dict[str, int] = {}
        self._known: set[str] = set()

    def strangers(
        self, paragraph: Paragraph, matches: Sequence[Match]
    ) -> dict[int, int]:
        """Give the tokens that are given names, but in no known name.

        Each with how many letters of attached proclitics to skip (ومحمد: one).
        """
        for normal in paragraph.vocabulary - self._known:
            self._learn(normal)
        if self._stripped.keys().isdisjoint(paragraph.vocabulary):
            return {}
        given = {
            index: self._stripped[normal]
            for index, normal in enumerate(paragraph.normals)
            if normal in self._stripped
        }
        for match in matches:
            for index in range(match.first, match.last + 1):
                given.pop(index, None)
        return given

    def _learn(self, normal: str) -> None:
        self._known.add(normal)
        for reading in readings(normal):
            # Not ب and ك: more names begin with them (كارين) than follow them.
            if reading.proclitics not in _BEFORE_GIVEN:
                continue
            if reading.word in self._names and len(reading.word) >= _SHORTEST_GIVEN:
                self._stripped[normal] = reading.stripped
                return


def decide(
    match: Match,
    paragraph: Paragraph,
    votes: Mapping[str, int],
    strangers: Mapping[int, int],
) -> Choice | None:
    """Take a match for one of its entries, or for nothing.

    ``votes`` says how often each country is named around: between namesakes, the one
    whose country is named most is taken, and those whose country is named too, or as
    little, are listed as undecided.
    """
    if len(match.entries) == 1 and needs_no_judging(match.entries[0]):
        entry = match.entries[0]
        return Choice(match, entry.form, entry.spelling)
    plays = _is_among_players(match, paragraph)
    readings = [
        _Reading(
            entry,
            form,
            # مدينة برشلونة is the city, برشلونة الإسباني the club: words beside it
            # that the form leaves out have decided.
            verdict.weight
            + bool(entry.skip or entry.tail)
            + (plays and _CLUB in entry.context),
            votes.get(form.country or "", 0),
            verdict,
        )
        for entry in match.entries
        if _has_context(entry, match, paragraph) or (plays and _CLUB in entry.context)
        for verdict in [
            judge(entry.form, match, paragraph, votes=votes, strangers=strangers)
        ]
        if (form := verdict.form) is not None
    ]
    if not readings:
        return None
    best = max(readings, key=_Reading.rank)
    rivals = {
        other.form.entity
        for other in readings
        if other.form.entity != best.form.entity
        and other.weight >= best.weight
        and (other.votes >= best.votes or other.votes > 0)
    }
    entry, form, reason = best.entry, best.form, best.verdict.reason
    return Choice(match, form, entry.spelling, reason, tuple(sorted(rivals)))


@dataclass(frozen=True, slots=True)
class _Reading:
    entry: Entry
    form: Form
    weight: int
    votes: int
    verdict: Verdict

    def rank(self) -> tuple[int, int, bool]:
        return self.weight, self.votes, not self.entry.spelling


def _is_among_players(match: Match, paragraph: Paragraph) -> bool:
    """Say whether a city's name is a club's here: برشلونة in a report of a match.

    Inside the club's full name (نادي برشلونة) the city is still the city.
    """
    before = paragraph.normal(match.first - 1)
    return (
        len(match.entries) > 1
        and any(entry.form.kind == "place" for entry in match.entries)
        and any(_CLUB in entry.context for entry in match.entries)
        and before not in _BEFORE_CITY
        and not paragraph.vocabulary.isdisjoint(_FOOTBALL)
    )


def _has_context(entry: Entry, match: Match, paragraph: Paragraph) -> bool:
    if not entry.context:
        return True
    before = range(match.first - _CONTEXT_REACH, match.first)
    return any(
        word in entry.context or word.lstrip("وفبلك") in entry.context
        for word in map(paragraph.normal, before)
    )
