"""What the researcher is asking, and what a click makes of it.

Everything on the screen follows from one frozen :class:`Question`. A click, wherever it
falls, is a short list such as ``["toggle", "ways", "demonym"]``; :func:`after` gives
the next question, and nothing else on the screen remembers anything. So a screen that
was changed step by step equals one that was opened with the same question.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, Self

from kit.articles.article import PART_KINDS
from kit.counts import BY, DEFAULT_KINDS, FORMS, ORDERS, UNITS, Filter
from kit.explorer.draft import Draft
from kit.explorer.periods import EVERIES, FITTING, within
from kit.labels import DIGITS, LANGUAGES, MONTHS
from kit.mentions.mention import WAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

VIEWS = (
    "overview", "where", "over_time", "together", "concordance", "read", "table",
    "decide",
)  # fmt: skip  # in the order of the tabs
FACETS = (
    "countries", "actors", "forms", "ways", "parts", "kinds", "outlets", "articles",
)  # fmt: skip  # in the order of the panel
SWITCHES = ("capitals", "nested", "repeats")
DATES = ("since", "until")
_TYPED = ("text", *DATES)
WIDTHS = (4, 8, 16, 32)
"""Words shown on each side of a mention in the concordance."""
_CHOICES: dict[str, tuple[object, ...]] = {
    "by": BY,
    "unit": UNITS,
    "language": LANGUAGES,
    "digits": DIGITS,
    "view": VIEWS,
    "order": ORDERS,
    "width": WIDTHS,
    "every": EVERIES,
    "months": tuple(MONTHS),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One state of the screen.

    Attributes
    ----------
    where, by, unit
        What is counted: see :func:`kit.counts.count_mentions`.
    language, digits, view
        How it is shown.
    selected
        The entity whose bar was clicked: its sentences alone are shown.
    page
        Of the evidence, from 0.
    article, start
        What the reading view shows: an article, and the mention to scroll to.
    tabled
        Whether the picture stands below as a table too.
    order, width
        Of the concordance: see :data:`kit.counts.ORDERS`, :data:`WIDTHS`.
    every, months
        Of the timeline: see :func:`kit.over_time`, or ``auto`` for what fits the time;
        and which names months bear, see :func:`kit.timeline`.
    sought
        What the lists of names are searched for.
    draft
        The correction that is being made, if any.
    skipped, alike
        How many undecided mentions were passed over at the desk, and whether an answer
        counts for all of the article that are written and read alike.

    """

    where: Filter = field(default_factory=Filter)
    by: str = "country"
    unit: str = "mentions"
    language: str = "ar"
    digits: str = "latin"
    view: str = "overview"
    selected: str | None = None
    page: int = 0
    article: str | None = None
    start: int | None = None
    tabled: bool = False
    order: str = "text"
    width: int = WIDTHS[1]
    every: str = FITTING
    months: str = "egypt"
    sought: str = ""
    draft: Draft | None = None
    skipped: int = 0
    alike: bool = True

    def __post_init__(self) -> None:
        for name, choices in _CHOICES.items():
            value = getattr(self, name)
            if value not in choices:
                known = ", ".join(map(str, choices))
                msg = f"No {name} '{value}'. Use one of: {known}."
                raise ValueError(msg)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """Make a question of a small dict, as :meth:`to_dict` gives it."""
        for name in values:
            if name not in _KEPT:
                msg = f"No '{name}' in a view. Use: {', '.join(_KEPT)}."
                raise ValueError(msg)
        where = Filter.from_dict(values.get("where", {}))
        return cls(**{**values, "where": where})

    def to_dict(self) -> dict[str, object]:
        """Give what differs from a new screen, ready for JSON: a view to come back to.

        A correction that was only begun is no part of it.
        """
        new = type(self)()
        values: dict[str, object] = {
            name: getattr(self, name)
            for name in _KEPT
            if getattr(self, name) != getattr(new, name)
        }
        return values | ({"where": self.where.to_dict()} if "where" in values else {})


_KEPT = tuple(
    one.name
    for one in fields(Question)
    if one.name not in {"draft", "skipped", "alike"}
)


def after(question: Question, click: Sequence[object]) -> Question:
    """Give the question after a click.

    >>> after(Question(), ["select", "LY"]).selected
    'LY'
    >>> after(Question(), ["toggle", "countries", "LY"]).where.countries
    ('LY',)
    """
    action, *values = click
    change = _ACTIONS.get(str(action))
    if change is None:
        msg = f"No action '{action}'. Use one of: {', '.join(_ACTIONS)}."
        raise ValueError(msg)
    return change(question, *values)


def everything(question: Question, facet: str) -> tuple[str, ...]:
    """Give what stands for ``None`` in a filter: the boxes that are then checked."""
    kinds = DEFAULT_KINDS[question.by]
    boxes = {"forms": FORMS, "ways": WAYS, "parts": PART_KINDS, "kinds": kinds}
    return boxes.get(facet, ())


def checked(question: Question, facet: str) -> tuple[str, ...]:
    """Give the boxes of a facet that are checked."""
    chosen: tuple[str, ...] | None = getattr(question.where, facet)
    boxes = everything(question, facet) if chosen is None else chosen
    if facet != "ways":
        return boxes
    flags = _flags(question).items()
    off = {way for way, name in flags if not getattr(question.where, name)}
    return tuple(one for one in boxes if one not in off)


def narrowed(question: Question, where: Filter) -> Question:
    """Give the question with another filter, back on the first page."""
    return replace(question, where=where, page=0)


def _flags(question: Question) -> dict[str, str]:
    """Give the ways of naming that a switch of the filter lets in, with its name."""
    flags = {"nested": "nested"}
    # Where places count, their capitals do: the switch then decides nothing.
    if question.by == "country" and "place" not in (question.where.kinds or ()):
        flags["capital"] = "capitals"
    return flags


def _toggle_way(question: Question, way: str) -> Question:
    flags, ways, on = _flags(question), question.where.ways, checked(question, "ways")
    change: dict[str, Any] = {}
    if way in flags:
        change[flags[way]] = way not in on
    elif way in on:
        ways = tuple(one for one in ways or WAYS if one != way)
    if way not in on and ways is not None and way not in ways:
        ways = (*ways, way)
    change["ways"] = None if ways is not None and set(WAYS) <= set(ways) else ways
    changed = narrowed(question, replace(question.where, **change))
    return changed if checked(changed, "ways") else _with(changed, "ways", ())


def _toggle(question: Question, facet: str, item: str = "") -> Question:
    if facet == "ways":
        return _toggle_way(question, item)
    if facet in SWITCHES:
        return _with(question, facet, not getattr(question.where, facet))
    now = checked(question, facet)
    chosen = tuple(one for one in now if one != item)
    if item not in now:
        chosen = (*now, item)
    whole = set(chosen) == set(everything(question, facet))
    changed = _with(question, facet, None if whole else chosen)
    # A bar that the new choice may take away should not stay selected out of sight.
    selected = None if facet in {"countries", "actors"} else question.selected
    return replace(changed, selected=selected)


def _with(question: Question, name: str, value: object) -> Question:
    change: dict[str, Any] = {name: value}
    return narrowed(question, replace(question.where, **change))


def _clear(question: Question, name: str) -> Question:
    if name == "all":
        return replace(narrowed(question, Filter()), selected=None)
    return _with(question, name, getattr(Filter(), name))


def _select(question: Question, entity: str | None) -> Question:
    again = entity == question.selected
    return replace(question, selected=None if again else entity, page=0)


def _set(question: Question, name: str, value: str) -> Question:
    if name == "by" and value != question.by:
        # Kinds and the selected bar belong to what was counted before.
        where = replace(question.where, kinds=None)
        return replace(narrowed(question, where), by=value, selected=None)
    if name == "article":
        return replace(question, article=value, start=None)
    if name in _TYPED:
        return _with(question, name, value.strip() if name in DATES else value)
    if name not in _SET:
        msg = f"Cannot set '{name}'. Use one of: {', '.join(_SET)}."
        raise ValueError(msg)
    change: dict[str, Any] = {name: int(value) if name == "width" else value}
    # What is ordered anew is read from its beginning, and a new view from its own.
    back = {"order", "view"}
    page = 0 if name in back else question.page
    return replace(question, **change, page=page)


_SET = tuple(_CHOICES)


def _page(question: Question, page: int) -> Question:
    return replace(question, page=max(int(page), 0))


def _read(
    question: Question, article: str, start: int, entity: str | None = None
) -> Question:
    """Open an article at a place; from a mark, narrow to the name it stands for."""
    selected = question.selected if entity is None else entity
    place = {"article": article, "start": int(start), "selected": selected}
    return replace(question, view="read", **place)  # type: ignore[arg-type]  # of three kinds


def _together(question: Question, *entities: str) -> Question:
    """Narrow to the sentences that name both an actor and a country."""
    actor, country = entities
    where = replace(question.where, actors=(actor,), countries=(country,))
    return replace(narrowed(question, where), selected=None)


def _over_time(question: Question, entity: str, every: str, first: str) -> Question:
    """Narrow to the mentions of one name in one period."""
    since, until = within(every, first)
    where = replace(question.where, since=since, until=until)
    return replace(narrowed(question, where), selected=entity)


def _correct(
    question: Question, article: str, start: int, end: int, entity: str
) -> Question:
    draft = Draft(article, int(start), int(end), entity)
    return replace(question, draft=draft)


def _draft(question: Question, name: str, value: object) -> Question:
    if question.draft is None:
        return question
    return replace(question, draft=question.draft.with_(name, value))


def _tabled(question: Question) -> Question:
    return replace(question, tabled=not question.tabled)


def _skip(question: Question) -> Question:
    return replace(question, skipped=question.skipped + 1)


def _alike(question: Question) -> Question:
    return replace(question, alike=not question.alike)


def _close(question: Question) -> Question:
    return replace(question, draft=None)


_ACTIONS: dict[str, Callable[..., Question]] = {
    "toggle": _toggle,
    "clear": _clear,
    "select": _select,
    "set": _set,
    "page": _page,
    "read": _read,
    "together": _together,
    "over_time": _over_time,
    "correct": _correct,
    "draft": _draft,
    "close": _close,
    "tabled": _tabled,
    "skip": _skip,
    "alike": _alike,
}
