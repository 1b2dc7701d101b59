"""A timeline laid out: a line for each name, its name where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from kit.charts import theme
from kit.charts.scene import Boxes, Line, Margins, Points, Scene, Text
from kit.charts.scenes.spacing import apart, round_ticks
from kit.charts.timeline import value_text
from kit.labels import word, wrapped

if TYPE_CHECKING:
    from datetime import date

    from kit.charts.chart import Chart

_HEIGHT = 250.0
_GAP = 7.0
_LINE = 17.0  # height of a line of a label
_TICKS = 6
_BELOW = 38.0
_NAME = 16  # letters of a line of a name
_BOLD = 1.06  # bold letters are wider
_SILENT = "#EFEFEF"
_DOT, _SMALL_DOT, _MANY = 7.0, 4.0, 40
_MONTHS = (1, 2, 3, 6, 12)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


def timeline_scene(chart: Chart, width: float) -> Scene:
    """Lay out a timeline."""
    data = chart.data
    right = chart.direction == "rtl"
    every, unit = data["every"][0], data["unit"][0]
    periods = data.unique("period").sort("period").select("period", "period_label")
    half = _DAYS[every] / 2
    first, last = (_at(periods["period"][end]) for end in (0, -1))
    highest = max(data["value"].drop_nulls(), default=0)
    ticks = round_ticks(highest, whole=data.schema["value"].is_integer())
    names = _names(chart, ticks[-1])
    texts = [
        value_text(_plain(tick), unit, chart.language, chart.digits) for tick in ticks
    ]
    before = max(map(theme.text_width, texts)) * 0.9 + _GAP
    after = max(_width(mark.text) for mark in names) * _BOLD + 2 * _GAP
    x = (first - half, last + half)
    return Scene(
        x=(x[1], x[0]) if right else x,
        y=(0.0, ticks[-1]),
        height=_HEIGHT,
        marks=(
            *_silent(chart, half, ticks[-1]),
            *_scale(ticks, texts, x, right=right),
            *_calendar(chart, periods, width - before - after, (before, after)),
            *_lines(chart),
            *names,
        ),
        margins=Margins(
            left=after if right else before,
            right=before if right else after,
            top=10.0,
            bottom=_BELOW,
        ),
    )


def _at(day: date) -> float:
    return float(day.toordinal())


def _width(text: str) -> float:
    return max(theme.text_width(line) for line in text.split("\n"))


def _lines(chart: Chart) -> list[Any]:
    marks: list[Any] = []
    periods = chart.data["period"].n_unique()
    size = _DOT if periods <= _MANY else _SMALL_DOT
    hover = hover_lines(chart)
    rows = chart.data.with_columns(hover=pl.Series(hover, dtype=pl.String))
    by_name = rows.group_by("entity", maintain_order=True)
    for colour, ((entity,), line) in zip(theme.SERIES, by_name, strict=False):
        x = tuple(_at(day) for day in line["period"])
        marks.append(Line(x, tuple(line["value"].to_list()), colour, 2.0))
        known = line.drop_nulls("value")
        marks.append(
            Points(
                x=tuple(_at(day) for day in known["period"]),
                y=tuple(map(float, known["value"])),
                sizes=(size,) * known.height,
                colours=(colour,) * known.height,
                hover=tuple(known["hover"]),
                keys=tuple(
                    ("over_time", str(entity), every, day.isoformat())
                    for every, day in known.select("every", "period").iter_rows()
                ),
            )
        )
    return marks


def _names(chart: Chart, most: float) -> list[Text]:
    """Write each name beside the end of its line, none over another."""
    right = chart.direction == "rtl"
    ends = (
        chart.data.drop_nulls("value")
        .group_by("entity", "label", maintain_order=True)
        .agg(pl.col("period", "value").last())
    )
    last = _at(chart.data["period"].max())  # type: ignore[arg-type]  # of dates
    labels = [wrapped(name, _NAME, most=2) for name in ends["label"]]
    pixel = most / _HEIGHT
    lines = max(label.count("\n") + 1 for label in labels)
    places = apart([v / pixel for v in ends["value"]], lines * _LINE, 0, _HEIGHT)
    colours = dict(
        zip(
            chart.data["entity"].unique(maintain_order=True), theme.SERIES, strict=False
        )
    )
    return [
        Text(
            last, place * pixel, label, dx=-_GAP if right else _GAP,
            align="right" if right else "left", colour=theme.readable(colours[entity]),
            bold=True,
        )
        for entity, label, place in zip(ends["entity"], labels, places, strict=True)
    ]  # fmt: skip  # the arguments read as one list


def _scale(
    ticks: list[float], texts: list[str], x: tuple[float, float], *, right: bool
) -> list[Any]:
    rules = [
        Line(x, (tick, tick), theme.GREY if tick == 0 else theme.RULE, 1.0)
        for tick in ticks
    ]
    numbers = [
        Text(
            x[0], tick, text, dx=_GAP if right else -_GAP,
            align="left" if right else "right", size=theme.SUBTITLE_SIZE,
            colour=theme.GREY,
        )
        for tick, text in zip(ticks, texts, strict=True)
    ]  # fmt: skip  # the arguments read as one list
    return [*rules, *numbers]


def _calendar(
    chart: Chart, periods: pl.DataFrame, width: float, beside: tuple[float, float]
) -> list[Text]:
    """Write the names of some periods under the axis, evenly spaced.

    ``width`` is the plot's and ``beside`` what is free before and after it, in pixels.
    """
    days = periods["period"].to_list()
    labels = [_tick(text, chart) for text in periods["period_label"]]
    widest = max(map(_width, labels)) * 0.95 + 2 * _GAP
    marked = _marked(days, chart.data["every"][0], max(1, int(width / widest)))
    pitch = width / len(days)
    sign = -1 if chart.direction == "rtl" else 1
    return [
        Text(
            _at(days[index]), 0.0, labels[index], dy=-_GAP, valign="top",
            dx=sign * _inwards(pitch * (index + 0.5), labels[index], width, beside),
            size=theme.SUBTITLE_SIZE, colour=theme.GREY,
        )
        for index in marked
    ]  # fmt: skip  # the arguments read as one list


def _inwards(at: float, text: str, width: float, beside: tuple[float, float]) -> float:
    """Give how far a centred text must move to stay on the paper."""
    half = _width(text) / 2
    return max(0.0, half - at - beside[0]) - max(0.0, at + half - width - beside[1])


def _marked(days: list[date], every: str, room: int) -> list[int]:
    """Give the periods that are named: as many as have room, months by the year.

    >>> from datetime import date
    >>> months = [date(2018, month, 1) for month in range(2, 13)]
    >>> _marked(months, "month", 4), _marked(months, "day", 4)
    ([2, 5, 8], [0, 3, 6, 9])
    """
    least = -(-len(days) // min(room, _TICKS))
    if every != "month":
        return list(range(0, len(days), least))
    step = next((one for one in _MONTHS if one >= least), -(-least // 12) * 12)
    months = [day.year * 12 + day.month - 1 for day in days]
    return [index for index, month in enumerate(months) if month % step == 0] or [0]


def _tick(period: str, chart: Chart) -> str:
    """Give a period with its year in a line of its own, a week by its first day.

    "March 2018" becomes two lines, "week of 5 March 2018" the same as its Monday.
    """
    week = word("week", chart.language)
    return "\n".join(period.removeprefix(f"{week} ").rsplit(" ", 1))


def _plain(tick: float) -> float:
    return int(tick) if tick == int(tick) else tick


def _silent(chart: Chart, half: float, most: float) -> list[Boxes]:
    """Shade the times in which there is no article."""
    first = chart.data.filter(pl.col("entity") == chart.data["entity"][0])
    runs = (
        first.with_columns(run=pl.col("value").is_null().rle_id())
        .filter(pl.col("value").is_null())
        .group_by("run", maintain_order=True)
        .agg(
            since=pl.col("period").first(),
            until=pl.col("period").last(),
            said=pl.col("period_label").first(),
            last=pl.col("period_label").last(),
        )
    )
    if runs.is_empty():
        return []
    none = word("no_article", chart.language)
    return [
        Boxes(
            left=tuple(_at(day) - half for day in runs["since"]),
            right=tuple(_at(day) + half for day in runs["until"]),
            lower=(0.0,) * runs.height,
            upper=(most,) * runs.height,
            colours=(_SILENT,) * runs.height,
            hover=tuple(
                f"{said if said == last else f'{said} – {last}'}\n{none}"
                for said, last in runs.select("said", "last").iter_rows()
            ),
            keys=((),) * runs.height,
        )
    ]


def hover_lines(chart: Chart) -> list[str]:
    """Give what each point says when pointed at, lines separated by newlines."""
    return [
        f"{label}\n{period}\n{chart.x_title}: {text}"
        for label, period, text in chart.data.select(
            "label", "period_label", "text"
        ).iter_rows()
    ]
