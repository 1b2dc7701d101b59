"""What a number on a chart means, in words.

A bar of 14 says nothing until the reader knows fourteen of what, out of how much, and
what was left out. :func:`definition` reads that from the count itself, so the words
under a picture cannot drift from the picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.counts import FORMS
from kit.labels import counted, display_name, span_name, word
from kit.language import english
from kit.mentions.mention import WAYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    import polars as pl

    from kit.counts import Counts, Filter

DOT = " · "
"""Stands between the phrases of a subtitle."""


def definition(counts: Counts, *, language: str, digits: str = "latin") -> list[str]:
    """Give what was counted as phrases: the unit and parts, restrictions, denominators.

    Examples
    --------
    >>> import polars as pl
    >>> from kit.counts import Counts, Filter
    >>> counts = Counts(pl.DataFrame(), "country", "mentions", Filter(), 314, 1)
    >>> definition(counts, language="en")[0]
    'Number of mentions in headlines, captions and body text'
    >>> definition(counts, language="en")[1:]
    ['names inside longer names count', '314 words', '1 article']

    """
    known = known_names(counts.table, counts.chosen, language)
    unit = word(f"unit.{counts.unit}", language)
    return [
        *scope(counts.where, {counts.by}, unit=unit, known=known, language=language),
        counted(counts.tokens, "words", language, digits),
        counted(counts.articles, "articles", language, digits),
    ]


def known_names(
    table: pl.DataFrame, chosen: Mapping[str, tuple[str, str]], language: str
) -> dict[str, str]:
    """Give how entities are drawn: those of a table, and those that a filter names."""
    named = {entity: display_name(*both, language) for entity, both in chosen.items()}
    if table.is_empty():
        return named
    rows = table.select("entity", "name", "english").unique("entity").iter_rows()
    return named | {
        entity: display_name(name, english, language) for entity, name, english in rows
    }


def scope(
    where: Filter,
    by: AbstractSet[str],
    *,
    unit: str,
    known: Mapping[str, str],
    language: str,
) -> list[str]:
    """Give the unit and what the filter lets in as phrases.

    ``by`` says what the picture shows name by name, ``known`` how the names are drawn.
    """
    phrases = [
        f"{unit} {word('within', language)} {_parts(where.parts, language)}",
        *_restrictions(where, by, known, language),
        word("nested.yes" if _nested(where) else "nested.no", language),
    ]
    if where.repeats:
        phrases.append(word("repeats.yes", language))
    return phrases


def listed(items: Sequence[str], language: str) -> str:
    """Give several things as one list, with the comma of the language.

    >>> listed(["ليبيا", "مصر"], "ar")
    'ليبيا، مصر'
    """
    return ("، " if language == "ar" else ", ").join(items)


def series(items: Sequence[str], language: str) -> str:
    """Give several things as one phrase, with the "and" of the language.

    >>> series(["العناوين", "المتن"], "ar"), series(["a", "b", "c"], "en")
    ('العناوين والمتن', 'a, b and c')
    """
    return " و".join(items) if language == "ar" else english.series(items)


def quoted(text: str, language: str) -> str:
    """Give a text in the quotation marks of the language.

    >>> quoted("النفط", "ar"), quoted("oil", "en")
    ('«النفط»', '“oil”')
    """
    return f"«{text}»" if language == "ar" else f"“{text}”"


def sentences(title: str, phrases: Sequence[str], language: str) -> str:
    """Give a title and phrases as the two sentences of a caption.

    >>> sentences("Mentions", ["314 words", "1 article"], "en")
    'Mentions. 314 words; 1 article.'
    """
    ended = title if title.endswith((".", "؟", "?", "!")) else f"{title}."
    return f"{ended} {('؛ ' if language == 'ar' else '; ').join(phrases)}."


def _parts(parts: tuple[str, ...] | None, language: str) -> str:
    if parts is None:
        return word("parts.all", language)
    if not parts:
        return word("parts.none", language)
    return series([word(f"part.{part}", language) for part in parts], language)


def _restrictions(
    where: Filter, by: AbstractSet[str], known: Mapping[str, str], language: str
) -> list[str]:
    chosen = {
        "kinds": [word(f"kind.{kind}", language) for kind in where.kinds or ()],
        "actors": [known.get(one, one) for one in where.actors or ()],
        "countries": [known.get(one, one) for one in where.countries or ()],
        "outlets": list(where.outlets or ()),
        "text": [quoted(where.text.strip(), language)] if where.text.strip() else [],
    }
    # What a picture of the chosen names shows needs no words.
    for what in by:
        chosen.pop("countries" if what == "country" else "actors")
    capitals = [word("capitals.yes", language)] if _capitals(where, by) else []
    # Capitals and names inside names have phrases of their own.
    ways = tuple(way for way in WAYS if way not in {"capital", "nested"})
    return [
        *_limited("forms", where.forms, FORMS, language),
        *_limited("ways", where.ways, ways, language),
        *capitals,
        *(
            f"{word(f'only.{what}', language)}: {series(items, language)}"
            for what, items in chosen.items()
            if items
        ),
        *_when(where, language),
    ]


def _when(where: Filter, language: str) -> list[str]:
    """Say which dates and which articles are let in."""
    dated = bool(where.since or where.until)
    said = [span_name(where.since, where.until, language)] if dated else []
    if where.articles is not None:
        said.append(word("only.articles", language))
    return said


def _limited(
    what: str, on: tuple[str, ...] | None, boxes: tuple[str, ...], language: str
) -> list[str]:
    """Say what is left out of a list where that is shorter, else what is left."""
    if on is None:
        return []
    off = [one for one in boxes if one not in on]
    kept = [one for one in boxes if one in on]
    if not on:
        return [word(f"{what}.none", language)]
    if not kept or not off:
        return []
    few = len(off) < len(kept)
    items = [word(f"{what[:-1]}.{one}", language) for one in (off if few else kept)]
    sign = word("without", language) if few else f"{word(f'only.{what}', language)}:"
    return [f"{sign} {series(items, language)}"]


def _nested(where: Filter) -> bool:
    return where.nested and (where.ways is None or "nested" in where.ways)


def _capitals(where: Filter, by: AbstractSet[str]) -> bool:
    counted_so = "country" in by and where.capitals
    return counted_so and (where.ways is None or "capital" in where.ways)
