"""A form: one written way of naming something."""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """One written way of naming an entity.

    Attributes
    ----------
    text
        Arabic as the press writes it, words separated by one space, no proclitics.
    entity
        ISO-3166 alpha-2 code of a country, else a kebab-case English id.
    kind
        ``country``, ``person``, ``organisation`` or ``place``.
    form
        ``name``, ``demonym``, ``people``, ``capital``, ``surname``, ``short`` or
        ``acronym``.
    country
        ISO-3166 alpha-2 code of the country it belongs to, or None.
    note
        Evidence for a reader: ``name``, ``demonym``, ``alias "حفتر" of خليفة حفتر``.

    """

    text: str
    entity: str
    kind: str
    form: str
    country: str | None
    note: str
