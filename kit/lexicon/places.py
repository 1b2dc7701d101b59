"""Capitals, cities, regions, seas and parts of the world, as the press names them.

The table ``kit/data/places.csv`` is made by hand: only names that mean the place and
hardly anything else, in the spellings newspapers use. The few that are ordinary words
as well (الزرقاء, 'the blue one') are marked ``common`` there and need context. A place
over several states, a sea or a continent, has no country.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kit.lexicon.form import Form
from kit.lexicon.nisba import spellings
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

GAZETTEER = "gazetteer"


def place_forms() -> tuple[Form, ...]:
    """Return every name of every place; those of capitals have the form ``capital``.

    >>> [form.text for form in place_forms() if form.entity == "kabul"]
    ['كابول', 'كابل']
    """
    return tuple(
        Form(
            text,
            row["id"],
            "place",
            "capital" if row["capital"] == "1" else "name",
            row["country"] or None,
            "name" if text == row["name"] else f'alias "{text}" of {row["name"]}',
        )
        for row in table("places")
        for text in _texts(row)
    )


def city_forms() -> Iterator[tuple[Form, str]]:
    """Yield further cities of the world from GeoNames, each with its English name.

    Many are also given names and surnames (فلاديمير, جاكسون), so one word of them is a
    place only beside a word that says so; their note tells the rules.
    """
    for row in table("cities"):
        country = row["country"]
        form = Form(row["name"], row["id"], "place", "name", country, GAZETTEER)
        yield form, row["english"]


def place_names() -> dict[str, tuple[str | None, str, str]]:
    """Return, by id, the country of every place, its Arabic and its English name.

    >>> place_names()["benghazi"]
    ('LY', 'بنغازي', 'Benghazi')
    """
    return {
        row["id"]: (row["country"] or None, row["name"], row["english"])
        for row in table("places")
    }


@cache
def common_place_forms() -> frozenset[str]:
    """Return the texts that are as often another word, and need context.

    >>> "الزرقاء" in common_place_forms(), "دمشق" in common_place_forms()
    (True, False)
    """
    return frozenset(text for row in table("places") for text in _common_texts(row))


def _texts(row: Mapping[str, str]) -> Iterator[str]:
    names = (row["name"], *filter(None, row["aliases"].split("|")))
    spelled = (text for name in names for text in spellings(name, row["english"]))
    yield from dict.fromkeys(spelled)


def _common_texts(row: Mapping[str, str]) -> Iterator[str]:
    if row["common"] == "1":
        yield from _texts(row)
    else:
        yield from filter(None, row["common"].split("|"))
