"""What stands around the picture, as HTML: header, filters, chips, table.

Each function takes a :class:`kit.explorer.state.View` and gives
markup; none knows a widget, so each is tested by reading what it returns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.charts.definition import listed
from kit.counts import BY, UNITS, Filter
from kit.explorer import over_time
from kit.explorer.markup import aside, attribute, button, choice, pick, shown, tag
from kit.explorer.periods import days_of
from kit.explorer.question import DATES, FACETS, SWITCHES, VIEWS, Question, checked
from kit.explorer.state import key_of
from kit.explorer.words import say
from kit.labels import DIGITS, LANGUAGES, counted, number, span_name, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.explorer.facets import Facet
    from kit.explorer.state import View

_PERCENT = 100


def header(view: View) -> str:
    """Give the title, what was counted out of how much, and the language switch."""
    language = view.question.language
    parts = [
        counted(view.rows.height, "mentions", language),
        counted(view.rows[key_of(view.question.by)].n_unique(), "names", language),
        counted(view.counts.articles, "articles", language),
        counted(view.counts.tokens, "words", language),
    ]
    undecided = view.rows["undecided"].count()
    if undecided:
        parts.append(counted(undecided, "undecided", language))
    status = tag("span", " · ".join(map(aside, parts)), css="kit-status")
    title = tag("span", shown(say("title", language)), css="kit-title")
    languages = [(one, say(f"language.{one}", language)) for one in LANGUAGES]
    switch = choice("language", language, languages, words=say("language", language))
    if language == "ar":
        kinds = [(one, say(f"digits.{one}", language)) for one in DIGITS]
        words = say("digits", language)
        switch = choice("digits", view.question.digits, kinds, words=words) + switch
    live = ' role="status"'
    return tag("div", f"{title}{status}{switch}", css="kit-header", extra=live)


def tabs(view: View) -> str:
    """Give the switch between the views."""
    language = view.question.language
    options = [(one, say(f"view.{one}", language)) for one in VIEWS]
    row = choice("view", view.question.view, options, words=say("views", language))
    return tag("div", row, css="kit-tabs")


def chips(view: View) -> str:
    """Give every departure from the default as a button that takes it back."""
    language = view.question.language
    found = list(_chips(view))
    remove = say("chip.remove", language)
    # The row is there also when it is empty: nothing below it moves under a click.
    if not found:
        none = tag("span", shown(say("chips.none", language)), css="kit-quiet")
        return tag("div", none + _back(language), css="kit-chips")
    row = [
        tag(
            "button",
            f"{aside(text)} ✕",
            css="kit-chip kit-chosen" if click[0] == "select" else "kit-chip",
            extra=f' type="button"{pick(*click)}'
            + attribute("aria-label", f"{remove}: {text}"),
        )
        for text, click in found
    ]
    if len(row) > 1:
        row.append(
            button(say("chip.clear", language), ["clear", "all"], css="kit-link")
        )
    row.append(_back(language))
    extra = ' role="group"' + attribute("aria-label", say("chips", language))
    return tag("div", "".join(row), css="kit-chips", extra=extra)


def _back(language: str) -> str:
    """Give the button that takes the last step back, whatever it was."""
    return button(say("back", language), ["back"], css="kit-link kit-back")


def _chips(view: View) -> Iterator[tuple[str, list[object]]]:
    question, language, names = view.question, view.question.language, view.names
    if question.selected is not None:
        selected = names.get(question.selected, question.selected)
        yield selected, ["select", question.selected]
    for facet in FACETS:
        value = getattr(question.where, facet)
        if value == getattr(Filter(), facet):
            continue
        if not value:
            nothing = say("chip.only.none", language)
            text = f"{nothing} {say(f'facet.{facet}', language)}"
            yield text, ["clear", facet]
        elif facet in {"countries", "actors", "articles", "outlets"}:
            titles = {one.id: one.name for f in view.facets for one in f.options}
            for one in value:
                text = names.get(one) or titles.get(one) or one
                yield text, ["toggle", facet, one]
        else:
            yield from _switched(question, facet, language)
    yield from _other_chips(question, language)


def _other_chips(
    question: Question, language: str
) -> Iterator[tuple[str, list[object]]]:
    """Say what is not chosen from a list: the words sought, the switches."""
    where = question.where
    if where.text.strip():
        yield f"«{where.text.strip()}»", ["clear", "text"]
    for name in DATES:
        if getattr(where, name):
            since, until = (getattr(where, one) * (one == name) for one in DATES)
            # Spelt out: between right-to-left words 2018-03 would turn into 03-2018.
            text = span_name(since, until, language, months=question.months)
            yield text, ["clear", name]
    for name in SWITCHES:
        if getattr(where, name) != getattr(Filter(), name):
            sign = "with" if getattr(where, name) else "without"
            yield (
                f"{say(f'chip.{sign}', language)} {say(name, language)}",
                ["clear", name],
            )


def _switched(
    question: Question, facet: str, language: str
) -> Iterator[tuple[str, list[object]]]:
    """Say which boxes differ from those of a new screen."""
    new = checked(Question(by=question.by), facet)
    now = checked(question, facet)
    if facet in {"forms", "ways"}:
        # Whether capitals and names inside names count, their own chips say.
        now = tuple(one for one in getattr(question.where, facet) if one in new)
        if len(now) < len(new) - len(now):
            kept = [word(f"{facet[:-1]}.{one}", language) for one in now]
            text = f"{say('chip.only', language)} {listed(kept, language)}"
            yield text, ["clear", facet]
            return
    for sign, boxes, others in (("without", new, now), ("with", now, new)):
        for one in boxes:
            if one not in others:
                name = word(f"{facet[:-1]}.{one}", language)
                text = f"{say(f'chip.{sign}', language)} {name}"
                yield text, ["toggle", facet, one]


def counting(view: View) -> str:
    """Give the two questions above the lists: count whom, in what unit."""
    question, language = view.question, view.question.language
    whom = [(one, say(f"by.{one}", language)) for one in BY]
    by = choice("by", question.by, whom, words=say("by", language))
    units = "".join(
        tag(
            "option",
            shown(say(f"unit.{one}", language)),
            extra=attribute("value", one)
            + (" selected" if one == question.unit else ""),
        )
        for one in UNITS
    )
    unit = tag("select", units, extra=pick("set", "unit"))
    return tag(
        "div",
        f"{by}<label>{shown(say('unit', language))} {unit}</label>",
        css="kit-counting",
    )


def filters(view: View) -> str:
    """Give the lists of the filter panel, each option with what it would count."""
    question, language = view.question, view.question.language
    lists = "".join(_facet(facet, language) for facet in view.facets)
    switches = "".join(
        _box(
            say(name, language), getattr(question.where, name), pick("toggle", name), ""
        )
        for name in ("repeats",)
    )
    return lists + _dates(view) + tag("ul", switches, css="kit-switches")


def _dates(view: View) -> str:
    """Ask between which days, where articles bear any."""
    question, language = view.question, view.question.language
    if view.known.days is None:
        return ""
    first, last = view.known.days
    boxes = "".join(
        f"<label>{shown(say(name, language))} "
        f'<input type="date"{pick("set", name)}'
        f"{attribute('value', _day(getattr(question.where, name), name))}"
        f"{attribute('min', _day(first, 'since'))}"
        f"{attribute('max', _day(last, 'until'))}></label>"
        for name in DATES
    )
    legend = tag("legend", shown(say("dates", language)))
    return tag("fieldset", legend + boxes, css="kit-dates")


def _day(written: str, name: str) -> str:
    """Give the day that a month or year begins or ends with: a box holds days alone."""
    days = days_of(written)
    return "" if days is None else days[DATES.index(name)].isoformat()


def _facet(facet: Facet, language: str) -> str:
    boxes = "".join(
        _box(
            option.name,
            option.checked,
            pick("toggle", facet.name, option.id),
            number(option.number, language),
        )
        for option in facet.options
    )
    if not boxes:
        boxes = tag("li", shown(say("facet.none", language)), css="kit-quiet")
    if facet.hidden:
        rest = f"+{number(facet.hidden, language)}: {say('facet.more', language)}"
        boxes += tag("li", shown(rest), css="kit-quiet")
    legend = tag("legend", shown(say(f"facet.{facet.name}", language)))
    boxed = tag("ul", boxes, extra=attribute("data-scroll", facet.name))
    return tag("fieldset", legend + boxed)


def _box(name: str, on: bool, click: str, amount: str) -> str:  # noqa: FBT001  # the state of a box is a bool
    state = " checked" if on else ""
    box = f'<input type="checkbox"{click}{state}>'
    text = tag("span", aside(name), css="kit-name", extra=attribute("title", name))
    amount = tag("span", shown(amount), css="kit-number") if amount else ""
    return tag("li", tag("label", box + text + amount))


def table(view: View) -> str:
    """Give the numbers of the bars as a table, in words a screen reader reads."""
    question, language, counts = view.question, view.question.language, view.counts
    if counts.table.is_empty():
        return empty(view)
    total = int(counts.table["mentions"].sum())
    heads = [say("table.name", language), say(f"unit.{question.unit}", language)]
    if question.unit != "mentions":
        heads.append(say("table.mentions", language))
    heads.append(say("table.share", language))
    head = "".join(tag("th", shown(text), extra=' scope="col"') for text in heads)
    rows = "".join(
        tag("tr", _row(view, entity, (value, mentions, total)))
        for entity, value, mentions in counts.table.select(
            "entity", "value", "mentions"
        ).iter_rows()
    )
    body = f"{tag('thead', tag('tr', head))}{tag('tbody', rows)}"
    caption = tag("caption", shown(view.chart.caption))
    inner = tag("table", caption + body, css="kit-table")
    return tag("div", inner, css="kit-scroll", extra=' data-scroll="table"')


def _row(view: View, entity: str, numbers: tuple[float, int, int]) -> str:
    value, mentions, total = numbers
    language = view.question.language
    pressed = str(entity == view.question.selected).lower()
    name = button(
        view.names.get(entity, entity),
        ["select", entity],
        css="kit-link",
        extra=attribute("aria-pressed", pressed),
    )
    share = f"{number(_PERCENT * mentions / total, language)}%"
    cells = [number(value, language), share]
    if view.question.unit != "mentions":
        cells.insert(1, number(mentions, language))
    heading = tag("th", name, extra=' scope="row"')
    return heading + "".join(tag("td", aside(text)) for text in cells)


def empty(view: View) -> str:
    """Say what to do when nothing is left."""
    key = "empty" if any(_chips(view)) else "empty.all"
    text = say(key, view.question.language)
    return tag("p", shown(text), css="kit-empty")


def around(view: View) -> dict[str, str]:
    """Give everything around the picture, by the name of its place."""
    return {
        "header": header(view),
        "counting": counting(view),
        "filters": filters(view),
        "chips": chips(view),
        "tabs": tabs(view),
        "periods": over_time.bar(view),
    }
