"""Every country with all the ways the Arabic press names it.

A country is named by its name (ليبيا), by an adjective (ليبي, الليبية) or by its
people (الليبيون, الروس). The names come from CLDR through Babel; the table
``kit/data/countries.csv`` adds what CLDR lacks, and ``nisba`` derives the rest. The
entity of a country is its ISO-3166 alpha-2 code; four former states keep theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from kit.lexicon.form import Form
from kit.lexicon.nisba import ARTICLE, definite, inflections, nisba, spellings
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_NONE_IN_USE = "-"
_CONSTRUCT_ENDINGS = ("و", "ي")  # فلسطينيو الداخل, من لبنانيي المهجر
_LONG_ADJECTIVE = 6  # in a shorter one a letter less makes another word: صينين


@dataclass(frozen=True, slots=True)
class Country:
    """One row of the table, CLDR's names and the derived adjectives filled in."""

    code: str
    name: str  # in Arabic, as the press writes it
    names: tuple[str, ...]  # the other Arabic names
    adjectives: tuple[str, ...]  # Arabic, masculine singular; empty = none in use
    people: tuple[str, ...]  # broken plurals, indefinite
    english: str
    english_adjective: str
    without: frozenset[str]  # what the rules yield but is only ever another word
    common: frozenset[str]  # forms that are more often another word


@cache
def countries() -> tuple[Country, ...]:
    """Return all countries, in the order of the table."""
    territories = Locale("ar").territories
    return tuple(
        _country(row, territories.get(row["code"], "")) for row in table("countries")
    )


def country_names() -> dict[str, tuple[str, str, str]]:
    """Return, by code, the Arabic name, the English name and the English adjective.

    >>> country_names()["LY"]
    ('ليبيا', 'Libya', 'Libyan')
    """
    return {
        country.code: (country.name, country.english, country.english_adjective)
        for country in countries()
    }


def country_forms() -> tuple[Form, ...]:
    """Return every name, adjective and people of every country.

    No text is listed twice for one country: what is a name is not also given as the
    accusative of an adjective (ليبيا), nor as a people (اليونان).

    >>> [form.text for form in country_forms() if form.entity == "RU"][:3]
    ['روسيا', 'روسيا الاتحادية', 'الاتحاد الروسي']
    """
    taken = {name for country in countries() for name in _names(country)}
    return tuple(
        form for country in countries() for form in _forms(country, taken=taken)
    )


@cache
def common_country_forms() -> frozenset[str]:
    """Return the texts that are mostly another word, and need context.

    >>> "مالي" in common_country_forms(), "قطر" in common_country_forms()
    (True, False)
    """
    return frozenset(
        text
        for country in countries()
        for entry in country.common
        for text in _entry_texts(entry)
    )


@cache
def adjective_like_names() -> frozenset[str]:
    """Return the names that are also a form of their country's own adjective.

    >>> sorted(adjective_like_names())[:2]
    ['إسبانيا', 'إستونيا']
    """
    return frozenset(
        name
        for country in countries()
        for adjective in country.adjectives
        for form in inflections(adjective)
        for name in _names(country)
        if name == form.text
    )


def _country(row: Mapping[str, str], cldr: str) -> Country:
    english = row["english"]
    # CLDR tells namesakes apart in ways no newspaper does: الكونغو - كينشاسا.
    cldr = "" if "(" in cldr or " - " in cldr else cldr
    name = row["name"] or cldr
    titled = _titled(row["titles"], name=name, adjective=row["nisba"] or nisba(name))
    listed = (name, cldr, *_items(row["names"]), *titled)
    excluded = frozenset(
        text for entry in _items(row["without"]) for text in _entry_texts(entry)
    )
    adjectives = (*(_items(row["nisba"]) or (nisba(name),)), *_derived(listed))
    return Country(
        code=row["code"],
        name=name,
        names=_spelled(filter(None, listed), english)[1:],
        adjectives=()
        if row["nisba"] == _NONE_IN_USE
        else _spelled(adjectives, english),
        people=_items(row["people"]),
        english=english,
        english_adjective=row["adjective"],
        without=excluded,
        common=frozenset(_items(row["common"])),
    )


def _titled(titles: str, *, name: str, adjective: str) -> Iterator[str]:
    """Yield the formal names: جمهورية العراق, but الجمهورية with an adjective."""
    for title in _items(titles):
        if not title.startswith(ARTICLE):
            yield f"{title} {name}"
            continue
        feminine = "ة" if title.endswith("ة") else ""
        yield f"{title} {definite(adjective.partition('|')[0])}{feminine}"


def _derived(names: Iterable[str]) -> Iterator[str]:
    """Yield the adjectives of the other spellings of a name: هولاندا, هولاندي.

    Of one word only, and only long ones: the adjective of بيرو made by the rule is
    Perry. What ends like a feminine adjective (الجماهيرية) is one already.
    """
    for name in names:
        adjective = nisba(name)
        if (
            " " not in name
            and not name.endswith("ية")
            and len(adjective) >= _LONG_ADJECTIVE
        ):
            yield adjective


def _names(country: Country) -> Iterator[str]:
    return (
        name
        for name in (country.name, *country.names)
        if name not in country.without or name == country.name
    )


def _forms(country: Country, *, taken: set[str]) -> Iterator[Form]:
    written: dict[str, tuple[str, str]] = {}
    for name in _names(country):
        alias = f'alias "{name}" of {country.name}'
        written[name] = ("name", "name" if name == country.name else alias)
    for adjective in country.adjectives:
        for text, form in _adjective_forms(adjective):
            if text not in taken and text not in country.without:
                written.setdefault(text, (form, form))
    for people in country.people:
        for text in (people, definite(people)):
            if text not in taken and text not in country.without:
                written[text] = ("people", "people")
    for text, (form, note) in written.items():
        yield Form(text, country.code, "country", form, country.code, note)


def _adjective_forms(adjective: str) -> Iterator[tuple[str, str]]:
    """Yield the inflected texts with their form; a plural wins over a like dual."""
    forms = inflections(adjective)
    people = {form.text for form in forms if form.number == "plural"}
    for form in forms:
        yield form.text, "people" if form.text in people else "demonym"
    if " " in adjective:
        return
    if not adjective.endswith("اي"):
        for ending in _CONSTRUCT_ENDINGS:
            yield adjective + ending, "people"
    if len(adjective) >= _LONG_ADJECTIVE:
        # A common slip of the pen: الفلسطينين for الفلسطينيين.
        for text in (f"{adjective[:-1]}ين", definite(f"{adjective[:-1]}ين")):
            yield text, "people"


def _entry_texts(entry: str) -> Iterator[str]:
    """Yield the texts an entry stands for: ``مالي*`` is مالي in all its forms."""
    stem = entry.removesuffix("*")
    yield stem
    if stem != entry:
        yield from (text for text, _ in _adjective_forms(stem))


def _spelled(texts: Iterable[str], english: str) -> tuple[str, ...]:
    spelled = (s for text in texts for s in spellings(text, english))
    return tuple(dict.fromkeys(way for text in spelled for way in _and_apart(text)))


def _and_apart(text: str) -> Iterator[str]:
    """Yield a name as written, then with its "and" apart: البوسنة و الهرسك."""
    yield text
    if " و" in text and " و " not in text:
        yield text.replace(" و", " و ")


def _items(cell: str) -> tuple[str, ...]:
    return tuple(item for item in cell.split("|") if item)
