"""Choosing: which of the overlapping matches stand.

The longest name that begins first wins, and between two readings of one word the one
that strips fewer letters (``وليد`` is not "and" + ``ليد``). Inside an organisation's
or a place's name, names of other entities are mentions of their own (ليبيا in بعثة
الأمم المتحدة للدعم في ليبيا); inside a person's or a country's name nothing is (مصر
in جمهورية مصر العربية).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kit.lexicon.lexicon import takes_adjective

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.lexicon.form import Form
    from kit.mentions.matcher import Match

_PREPOSITIONS = ("ب", "ل", "في")
NESTING_KINDS = frozenset({"organisation", "place"})


class Choice(NamedTuple):
    """A match that stands, with the one form it is taken for.

    ``spelling`` is the spelling variant that was matched, if one was; ``reason`` is
    added evidence of whoever decided; ``undecided`` lists other entities it may be;
    ``inside`` is the entity of the enclosing choice.
    """

    match: Match
    form: Form
    spelling: str = ""
    reason: str = ""
    undecided: tuple[str, ...] = ()
    inside: str | None = None
    engine: str = "lexicon"
    confidence: float | None = None


def tokens_of(choices: Iterable[Choice]) -> set[int]:
    """Give the tokens that choices take."""
    taken: set[int] = set()
    for choice in choices:
        first, last, *_ = choice.match
        taken.add(first)
        if last > first:
            taken.update(range(first, last + 1))
    return taken


def _order(choice: Choice) -> tuple[int, int, int]:
    first, last, stripped, _, _ = choice.match
    return first, -last, stripped


def outermost(choices: Iterable[Choice]) -> list[tuple[Choice, list[Choice]]]:
    """Give the choices that stand by themselves, each with those inside it.

    The inner ones do not overlap each other; their ``inside`` is not yet filled.
    """
    standing: list[tuple[Choice, list[Choice]]] = []
    reached = -1
    for choice in sorted(choices, key=_order):
        first, last, *_ = choice.match
        if first > reached:
            standing.append((choice, []))
            reached = last
            continue
        outer, inner = standing[-1]
        # A pattern's body inside a listed one (الدفاع الأميركية in وزارة الدفاع
        # الأميركية) is the same body; it would hide the country inside.
        if choice.engine == "pattern" or outer.form.kind not in NESTING_KINDS:
            continue
        if not _is_within(choice, outer):
            continue
        if not inner or choice.match.first > inner[-1].match.last:
            inner.append(choice)
    return standing


def _is_within(inner: Choice, outer: Choice) -> bool:
    if inner.match.first == outer.match.first:
        # مجلس الشيوخ at the head of مجلس الشيوخ الهولندي is not the American one.
        if takes_adjective(inner.form.text):
            return False
        # Sky News is no part of سكاي نيوز عربية, but CNN is of سي إن إن بالعربية.
        if inner.form.kind == outer.form.kind == "organisation":
            rest = outer.form.text.split()[inner.match.length :]
            if not rest or not rest[0].startswith(_PREPOSITIONS):
                return False
    return (
        inner.match.last <= outer.match.last
        and inner.match.length < outer.match.length
        and inner.form.entity != outer.form.entity
    )
