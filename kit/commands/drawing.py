"""The command that draws: a count is made as asked, drawn, and saved as a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from kit.charts.atlas import REGIONS
from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.charts.network import network
from kit.charts.slope import slope
from kit.charts.stacked import stacked
from kit.charts.timeline import timeline
from kit.charts.world_map import world_map
from kit.commands.reading import found, let_in, warn_of_nothing
from kit.counts import (
    BY,
    EVERY,
    GROUPS,
    breakdown,
    compare,
    count_mentions,
    day_before,
    over_time,
    positions,
    together,
)
from kit.export.bundle import bundle
from kit.export.figures import save
from kit.labels import LANGUAGES, MONTHS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from kit.charts.chart import Chart
    from kit.counts import Filter, Together
    from kit.mentions.mention import Mentions


def add_drawing(command: argparse.ArgumentParser) -> None:
    """Ask what to draw, and where to."""
    command.add_argument("--kind", choices=tuple(_DRAWN), default="bars")
    command.add_argument(
        "--top",
        type=int,
        metavar="N",
        help="names, else 20; rows and columns of a heatmap or network, else 12",
    )
    command.add_argument(
        "--rows", choices=BY, default="actor", help="of a heatmap or network"
    )
    command.add_argument(
        "--columns",
        choices=BY,
        help="of a heatmap, else country; of a network, else actor",
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
    command.add_argument("--region", choices=REGIONS, default="world", help="of a map")
    command.add_argument("--language", choices=LANGUAGES, default="ar")
    command.add_argument("--title")
    command.add_argument("-o", "--output", required=True, metavar="FILE")


def draw_chart(options: argparse.Namespace) -> None:
    """Draw a chart into a file, or all of it into a bundle, and print its path."""
    mentions = found(options)
    chart = _DRAWN[options.kind](mentions, options)
    if chart.empty:
        warn_of_nothing(options)
    if Path(options.output).suffix.lower() == ".zip":
        print(bundle(chart, options.output, mentions=mentions))
    else:
        print(save(chart, options.output))


class _Words(TypedDict):
    language: str
    title: str | None


class _Asked(TypedDict):
    by: str
    where: Filter


def _words(options: argparse.Namespace) -> _Words:
    return {"language": options.language, "title": options.title}


def _asked(mentions: Mentions, options: argparse.Namespace) -> _Asked:
    return {"by": options.by, "where": let_in(mentions, options)}


def _top(options: argparse.Namespace, default: int) -> int:
    return default if options.top is None else int(options.top)


def _bars(mentions: Mentions, options: argparse.Namespace) -> Chart:
    counts = count_mentions(mentions, unit=options.unit, **_asked(mentions, options))
    return bars(counts, top=_top(options, 20), **_words(options))


def _stacked(mentions: Mentions, options: argparse.Namespace) -> Chart:
    parts = breakdown(mentions, into=options.into, **_asked(mentions, options))
    return stacked(parts, top=_top(options, 20), **_words(options))


def _dispersion(mentions: Mentions, options: argparse.Namespace) -> Chart:
    places = positions(mentions, top=_top(options, 20), **_asked(mentions, options))
    return dispersion(places, **_words(options))


def _timeline(mentions: Mentions, options: argparse.Namespace) -> Chart:
    unit = "mentions" if options.unit == "sentences" else options.unit
    count = over_time(
        mentions, every=options.every, unit=unit, **_asked(mentions, options)
    )
    top, months = _top(options, 5), options.months
    return timeline(count, top=top, months=months, **_words(options))


def _slope(mentions: Mentions, options: argparse.Namespace) -> Chart:
    compared = compare(mentions, *_slices(mentions, options), by=options.by)
    return slope(compared, top=_top(options, 10), **_words(options))


def _slices(mentions: Mentions, options: argparse.Namespace) -> tuple[Filter, Filter]:
    """Give the two slices: of two outlets, or before and from a date on."""
    where = let_in(mentions, options)
    said = [part.strip() for part in (options.split or "").split(",") if part.strip()]
    if len(said) == 2:  # noqa: PLR2004  # two outlets
        one, other = said
        return replace(where, outlets=(one,)), replace(where, outlets=(other,))
    if len(said) == 1:
        (day,) = said
        return replace(where, until=day_before(day)), replace(where, since=day)
    msg = (
        f"Cannot split by '{options.split or ''}'. Give --split OUTLET,OUTLET or a "
        "date at which the second slice begins: --split 2018-05."
    )
    raise ValueError(msg)


def _map(mentions: Mentions, options: argparse.Namespace) -> Chart:
    counts = count_mentions(mentions, unit=options.unit, **_asked(mentions, options))
    return world_map(counts, region=options.region, **_words(options))


def _heatmap(mentions: Mentions, options: argparse.Namespace) -> Chart:
    met = _together(mentions, options, columns="country")
    return heatmap(met, **_words(options))


def _network(mentions: Mentions, options: argparse.Namespace) -> Chart:
    met = _together(mentions, options, columns="actor")
    return network(met, **_words(options))


def _together(
    mentions: Mentions, options: argparse.Namespace, *, columns: str
) -> Together:
    top = _top(options, 12)
    return together(
        mentions,
        rows=options.rows,
        columns=options.columns or columns,
        where=let_in(mentions, options),
        top=(top, top),
    )


_DRAWN: dict[str, Callable[[Mentions, argparse.Namespace], Chart]] = {
    "bars": _bars,
    "stacked": _stacked,
    "dispersion": _dispersion,
    "timeline": _timeline,
    "slope": _slope,
    "heatmap": _heatmap,
    "network": _network,
    "map": _map,
}
