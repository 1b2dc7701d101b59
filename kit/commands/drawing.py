"""The command that draws: a count is made as asked, drawn, and saved as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.charts.stacked import stacked
from kit.commands.options import filter_of
from kit.commands.reading import counted, found, warn_of_nothing
from kit.counts import BY, GROUPS, breakdown, positions, together
from kit.export.figures import save
from kit.labels import LANGUAGES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from kit.charts.chart import Chart


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
    if marks.is_empty():
        warn_of_nothing(options)
    return dispersion(marks, **_words(options))


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
    "heatmap": _heatmap,
}
