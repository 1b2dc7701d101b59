"""Knowing: whether anybody knows the ids that a filter names.

An id that nobody knows would count nothing, in silence. One that the tables or the
mentions know may well not be mentioned. Whoever writes a name (``"ليبيا"``,
``"Haftar"``) is told the id that is meant.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from kit.language.normal import normalise
from kit.lexicon.lexicon import default_lexicon
from kit.mentions.mention import Mentions, expect_mentions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.counts.filters import Filter

_COUNTRY = "country"
_LISTS = ("articles", "outlets", "countries", "actors")
_MOST = 3
_CLOSE = 0.6
_ALL = "mentions.entities lists the ids, and so does python -m kit counts."


def check_ids(where: Filter, *mentions: Mentions) -> None:
    """Raise a ValueError for an id of a filter that neither tables nor mentions know.

    It costs a look at the ids in the filter: what they are compared with, the mentions
    remember.
    """
    for some in mentions:
        expect_mentions(some)
    for name in _LISTS:
        for one in _unknown(where, name, mentions):
            raise ValueError(_message(name, one, mentions))


def without_unknown(where: Filter, mentions: Mentions) -> Filter:
    """Give a filter without the ids that nobody knows any more.

    An actor that a decision had added is nobody once the decision is undone.
    """
    for name in _LISTS:
        unknown = _unknown(where, name, (mentions,))
        if unknown:
            left = tuple(one for one in getattr(where, name) if one not in unknown)
            change: dict[str, Any] = {name: left or None}
            where = replace(where, **change)
    return where


def _unknown(where: Filter, name: str, mentions: tuple[Mentions, ...]) -> list[str]:
    given: tuple[str, ...] = getattr(where, name) or ()
    # A count by actor that lets countries in is filtered by them as by actors.
    both = name == "actors" and _COUNTRY in (where.kinds or ())
    names = (name, "countries") if both else (name,)
    known = (some.known_ids[one] for some in mentions for one in names)
    unknown = set(given).difference(*known) if given else ()
    return [one for one in given if one in unknown and not _is_listed(one, names)]


def _is_listed(entity: str, names: tuple[str, ...]) -> bool:
    """Say whether the kit's tables know an id that such lists may name."""
    known = default_lexicon().names.get(entity)
    if known is None:
        return False
    return ("countries" if known.kind == _COUNTRY else "actors") in names


def _message(name: str, given: str, mentions: tuple[Mentions, ...]) -> str:
    if name == "outlets":
        outlets = sorted({one for some in mentions for one in some.known_ids[name]})
        listed = f"There are: {', '.join(outlets)}." if outlets else "None is known."
        return f"No outlet '{given}'. {listed}"
    if name == "articles":
        ids = sorted({one for some in mentions for one in some.known_ids[name]})
        near = get_close_matches(given, ids, n=_MOST, cutoff=_CLOSE)
        did = f" Did you mean {' or '.join(near)}?" if near else ""
        return f"No article '{given}'.{did} mentions.articles has the ids."
    if _is_listed(given, ("countries",)):
        return f"'{given}' is a country, no actor. Give it in countries."
    if any(given in some.known_ids["actors"] for some in mentions) or _is_listed(
        given, ("actors",)
    ):
        return f"'{given}' is no country. Give it in actors."
    one = _COUNTRY if name == "countries" else "actor"
    return f"No {one} '{given}'.{meant(given, *mentions, only=name)} {_ALL}"


def meant(given: str, *mentions: Mentions, only: str = "") -> str:
    """Give whom somebody may mean who writes no id: `` Did you mean LY (Libya)?``.

    Parameters
    ----------
    given
        What was written.
    mentions
        Whom these mention comes first.
    only
        ``countries`` or ``actors``; else any.

    """
    near: dict[str, str] = {}
    for some in mentions:
        columns = some.entities.select("entity", "english", "name", "kind")
        near |= _names(columns.rows(), only)
    listed = default_lexicon().names.items()
    far = _names(
        ((one, name.english, name.arabic, name.kind) for one, name in listed), only
    )
    english = near | far
    for found in _ways(given, english, len(near)):
        several = [one for one in dict.fromkeys(found) if one in english][:_MOST]
        if several:
            said = [f"{one} ({english[one]})" for one in several]
            return f" Did you mean {' or '.join(said)}?"
    return ""


def _names(rows: Iterable[tuple[str, str, str, str]], only: str) -> dict[str, str]:
    """Give the names of the entities of such a list, or of all: English where known."""
    return {
        entity: english or arabic
        for entity, english, arabic, kind in rows
        if not only or (kind == _COUNTRY) == (only == "countries")
    }


def _ways(given: str, english: dict[str, str], mentioned: int) -> Iterator[list[str]]:
    """Give who may be meant, the surest way of asking first.

    The first ``mentioned`` of the names are mentioned.
    """
    sought = normalise(given).strip()
    yield [one for one in english if one.casefold() == sought]
    yield [one for one, name in english.items() if normalise(name) == sought]
    yield [entry.form.entity for entry in default_lexicon().index.lookup(given)]
    yield [one for one, name in english.items() if sought in normalise(name).split()]
    for ids in (list(english)[:mentioned], english):
        keys: dict[str, str] = {}
        for one in ids:
            keys.setdefault(normalise(english[one]), one)
            keys.setdefault(one.casefold(), one)
        close = get_close_matches(sought, keys, n=_MOST, cutoff=_CLOSE)
        yield [keys[key] for key in close]
