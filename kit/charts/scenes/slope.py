"""A slope chart laid out: two upright scales, and lines between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.charts import theme
from kit.charts.scene import Line, Margins, Points, Scene, Text
from kit.charts.scenes.legend import legend
from kit.charts.scenes.spacing import apart
from kit.charts.slope import CERTAIN
from kit.labels import word, wrapped

if TYPE_CHECKING:
    from kit.charts.chart import Chart

_MORE, _LESS, _CHANCE = theme.ACCENT, "#D55E00", "#A8A8A8"
_GAP = 10.0
_SPACE = 4.0
_LINE = 18.0
_LEAST_HEIGHT = 240.0
_NAME = 28  # letters
_HEAD = 24.0
_REACH = 0.07  # of the way between the scales: from a point to its name


def slope_scene(chart: Chart, width: float) -> Scene:
    """Lay out a slope chart: the first slice stands where reading begins."""
    data = chart.data
    right = chart.direction == "rtl"
    height = max(_LEAST_HEIGHT, _LINE * data.height * 1.5)
    most = max(*data["one"], *data["other"]) or 1.0
    one_side, one_leads = _names(chart, "one", most / height)
    other_side, other_leads = _names(chart, "other", most / height)
    sides = (_room(one_side), _room(other_side))
    key, above = legend(
        _entries(chart), (-_REACH, most), width, right=right, outside=sides[0]
    )
    heads = [
        Text(x, most, wrapped(name, _NAME, most=1), dy=_GAP, valign="bottom", bold=True)
        for x, name in ((0.0, data["one_name"][0]), (1.0, data["other_name"][0]))
    ]
    lifted = [_lifted(text, _HEAD) for text in key]
    return Scene(
        x=(1 + _REACH, -_REACH) if right else (-_REACH, 1 + _REACH),
        y=(0.0, most),
        height=height,
        marks=(
            *(Line((x, x), (0.0, most), theme.GREY, 1.0) for x in (0.0, 1.0)),
            *one_leads,
            *other_leads,
            *_lines(chart),
            *heads,
            *one_side,
            *other_side,
            *lifted,
        ),
        margins=Margins(
            left=sides[1] if right else sides[0],
            right=sides[0] if right else sides[1],
            top=above + _HEAD,
            bottom=_GAP,
        ),
    )


def _lifted(text: Text, by: float) -> Text:
    return Text(
        text.x, text.y, text.text, dx=text.dx, dy=text.dy + by, align=text.align,
        valign=text.valign, size=text.size, colour=text.colour, bold=text.bold,
    )  # fmt: skip  # the arguments read as one list


def _room(texts: list[Text]) -> float:
    return max(theme.text_width(text.text) for text in texts) + 2 * _GAP


def _colour(log_ratio: float, p_adjusted: float) -> str:
    if p_adjusted > CERTAIN:
        return _CHANCE
    return _MORE if log_ratio > 0 else _LESS


def _entries(chart: Chart) -> list[tuple[str, str]]:
    """Name the colours that are there."""
    data, language = chart.data, chart.language
    pairs = data.select("log_ratio", "p_adjusted").rows()
    there = {_colour(*pair) for pair in pairs}
    names = {"{one}": data["one_name"][0], "{other}": data["other_name"][0]}
    said = []
    for key, colour in (("one", _MORE), ("other", _LESS), ("chance", _CHANCE)):
        text = word(f"slope.{key}", language)
        for sign, name in names.items():
            text = text.replace(sign, name)
        if colour in there:
            said.append((text, colour))
    return said


def _names(chart: Chart, side: str, pixel: float) -> tuple[list[Text], list[Line]]:
    """Write name and rate beside each end, none over another, and lead to them."""
    x, end = (0.0, -_REACH) if side == "one" else (1.0, 1 + _REACH)
    at_right = (chart.direction == "rtl") == (x == 0)
    rows = chart.data.select("label", side, f"{side}_text", "log_ratio", "p_adjusted")
    height = max(*chart.data["one"], *chart.data["other"], 1e-9) / pixel
    places = apart([value / pixel for value in chart.data[side]], _LINE, 0, height)
    texts, leads = [], []
    for place, (label, value, text, log_ratio, p) in zip(
        places, rows.iter_rows(), strict=True
    ):
        colour = _colour(log_ratio, p)
        inked = theme.GREY if colour == _CHANCE else theme.readable(colour)
        texts.append(
            Text(
                end, place * pixel, _beside(wrapped(label, _NAME, most=1), text, x),
                dx=_SPACE if at_right else -_SPACE,
                align="left" if at_right else "right",
                size=theme.SUBTITLE_SIZE, colour=inked,
            )
        )  # fmt: skip  # the arguments read as one list
        leads.append(Line((x, end), (value, place * pixel), colour, 0.7))
    return texts, leads


def _beside(label: str, text: str, x: float) -> str:
    """Put the rate between the name and its line, whichever way one reads."""
    return f"{label}  {text}" if x == 0 else f"{text}  {label}"


def _lines(chart: Chart) -> list[Any]:
    columns = ("one", "other", "log_ratio", "p_adjusted")
    rows = chart.data.select(columns).rows()
    colours = [_colour(log_ratio, p) for *_, log_ratio, p in rows]
    hover = hover_lines(chart)
    # The certain ones are drawn last, over the grey.
    order = sorted(range(len(rows)), key=lambda row: colours[row] != _CHANCE)
    marks: list[Any] = [
        Line((0.0, 1.0), rows[row][:2], colours[row], 2.0) for row in order
    ]
    entities = chart.data["entity"].to_list()
    for x, side in ((0.0, 0), (1.0, 1)):
        marks.append(
            Points(
                x=(x,) * len(rows),
                y=tuple(rows[row][side] for row in order),
                sizes=(8.0,) * len(rows),
                colours=tuple(colours[row] for row in order),
                hover=tuple(hover[row] for row in order),
                keys=tuple((entities[row],) for row in order),
            )
        )
    return marks


def hover_lines(chart: Chart) -> list[str]:
    """Give what each line says when pointed at, lines separated by newlines."""
    columns = (
        "label", "one_name", "one_text", "one_mentions", "other_name", "other_text",
        "other_mentions", "g2", "log_ratio",
    )  # fmt: skip  # the columns read as one list
    return [
        f"{label}\n{one}: {one_text} ({one_mentions})\n"
        f"{other}: {other_text} ({other_mentions})\n"
        f"G2 {g2} · {word('ratio', chart.language)} {ratio}"
        for (
            label, one, one_text, one_mentions, other, other_text, other_mentions, g2,
            ratio,
        ) in chart.data.select(columns).iter_rows()
    ]  # fmt: skip  # the columns read as one list
