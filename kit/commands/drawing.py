"""The command that draws: a count is made as asked, drawn, and saved as a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.charts.slope import slope
from kit.charts.stacked import stacked
from kit.charts.timeline import timeline
from kit.commands.options import filter_of
from kit.commands.reading import counted, found, warn_of_nothing
from kit.counts import (
    BY,
    EVERY,
    GROUPS,
    breakdown,
    compare,
    day_before,
    over_time,
    positions,
    together,
)
from kit.export.figures import save
from kit.labels import LANGUAGES, MONTHS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from kit.charts.chart import Chart
    from kit.counts import Filter


def add_drawing(command: argparse.ArgumentParser) -> None:
    """Ask what to draw, and where to."""
    command.add_argument("--kind", choices=tuple(_DRAWN), default="bars")
    command.add_argument(
        "--top",
        type=int,
        metavar="N",
        help="names, else 20; of a heatmap rows and columns, else 12",
    )
    command.add_argument(
        "--rows", choices=BY, default="actor", help="of a heatmap, else actor"
    )
    command.add_argument(
        "--columns", choices=BY, default="country", help="of a heatmap, else country"
    )
    command.add_argument(
        "--into", choices=tuple(GROUPS), default="form", help="of stacked bars"
    )
    command.add_argument(
        "--every", choices=EVERY, default="month", help="of a timeline, else month"
    )
    command.add_argument(
        "--split",
        metavar="NAME,NAME|DATE",
        help="of a slope: two outlets, or the date at which the second slice begins",
    )
    command.add_argument(
        "--months", choices=tuple(MONTHS), default="egypt", help="names of the months"
    )
    command.add_argument("--language", choices=LANGUAGES, default="ar")
    command.add_argument("--title")
    command.add_argument("-o", "--output", required=True, metavar="FILE")


def draw_chart(options: argparse.Namespace) -> None:
    """Draw a chart into a file and print its path."""
    print(save(_DRAWN[options.kind](options), options.output))


class _Words(TypedDict):
    language: str
    title: str | None


def _words(options: argparse.Namespace) -> _Words:
    return {"language": options.language, "title": options.title}


def _top(options: argparse.Namespace, default: int) -> int:
    return default if options.top is None else int(options.top)


def _bars(options: argparse.Namespace) -> Chart:
    return bars(counted(options), top=_top(options, 20), **_words(options))


def _stacked(options: argparse.Namespace) -> Chart:
    parts = breakdown(
        found(options), by=options.by, into=options.into, where=filter_of(options)
    )
    if parts.table.is_empty():
        warn_of_nothing(options)
    return stacked(parts, top=_top(options, 20), **_words(options))


def _dispersion(options: argparse.Namespace) -> Chart:
    where, top = filter_of(options), _top(options, 20)
    marks = positions(found(options), by=options.by, where=where, top=top)
    if marks.table.is_empty():
        warn_of_nothing(options)
    return dispersion(marks, **_words(options))


def _timeline(options: argparse.Namespace) -> Chart:
    unit = "mentions" if options.unit == "sentences" else options.unit
    count = over_time(
        found(options),
        by=options.by,
        every=options.every,
        unit=unit,
        where=filter_of(options),
    )
    if count.table.is_empty():
        warn_of_nothing(options)
    top = _top(options, 5)
    return timeline(count, top=top, months=options.months, **_words(options))


def _slope(options: argparse.Namespace) -> Chart:
    one, other = _slices(options)
    compared = compare(found(options), one, other, by=options.by)
    return slope(compared, top=_top(options, 10), **_words(options))


def _slices(options: argparse.Namespace) -> tuple[Filter, Filter]:
    """Give the two slices: of two outlets, or before and from a date on."""
    where = filter_of(options)
    said = [part.strip() for part in (options.split or "").split(",") if part.strip()]
    if len(said) == 2:  # noqa: PLR2004  # two outlets
        return (
            replace(where, outlets=(said[0],)),
            replace(where, outlets=(said[1],)),
        )
    if len(said) == 1:
        second = replace(where, since=said[0])
        return replace(where, until=day_before(said[0])), second
    msg = (
        f"Cannot split by '{options.split or ''}'. Give --split OUTLET,OUTLET or a "
        "date at which the second slice begins: --split 2018-05."
    )
    raise ValueError(msg)


def _heatmap(options: argparse.Namespace) -> Chart:
    top = _top(options, 12)
    met = together(
        found(options),
        rows=options.rows,
        columns=options.columns,
        where=filter_of(options),
        top=(top, top),
    )
    if met.table.is_empty():
        warn_of_nothing(options)
    return heatmap(met, **_words(options))


_DRAWN: dict[str, Callable[[argparse.Namespace], Chart]] = {
    "bars": _bars,
    "stacked": _stacked,
    "dispersion": _dispersion,
    "timeline": _timeline,
    "slope": _slope,
    "heatmap": _heatmap,
}
