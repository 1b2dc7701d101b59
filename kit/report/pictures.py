"""The figures of a report: each with its caption, and its numbers as a table."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypedDict

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.charts.stacked import stacked
from kit.charts.table_twin import columns
from kit.charts.timeline import timeline
from kit.counts import breakdown, count_mentions, over_time, positions, together
from kit.labels import word
from kit.report.content import Figure, Heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.charts.chart import Chart
    from kit.counts import OverTime
    from kit.report.content import Block
    from kit.report.inquiry import Inquiry

_EVERY = (("month", 3), ("week", 3), ("day", 2), ("month", 2), ("year", 2))
"""The first of these that has at least so many periods is drawn."""


class _Words(TypedDict):
    language: str
    digits: str


def usual(inquiry: Inquiry) -> tuple[Chart, ...]:
    """Make the charts of a report for which none are given."""
    mentions, where = inquiry.mentions, inquiry.where
    words: _Words = {"language": inquiry.language, "digits": inquiry.digits}
    made = [
        *(
            bars(count_mentions(mentions, by=by, where=where), **words)
            for by in ("country", "actor")
        ),
        stacked(breakdown(mentions, where=where), **words),
        heatmap(together(mentions, where=where), **words),
    ]
    if len(mentions.articles) == 1:
        made.append(dispersion(positions(mentions, where=where), **words))
    elif (time := _over_time(inquiry)) is not None:
        made.append(timeline(time, **words))
    return tuple(made)


def _over_time(inquiry: Inquiry) -> OverTime | None:
    """Count over time if there is more than one period, in the periods that suit."""
    for every, least in _EVERY:
        # A single mistaken date (1018) makes too many days, but not too many years.
        with suppress(ValueError):
            time = over_time(inquiry.mentions, every=every, where=inquiry.where)
            if time.table["period"].n_unique() >= least:
                return time
    return None


def in_language(charts: Sequence[Chart], inquiry: Inquiry) -> tuple[Chart, ...]:
    """Give charts in the language of the report, those that can be made again."""
    return tuple(
        chart
        if chart.language == inquiry.language or chart.remake is None
        else chart.twin()
        for chart in charts
    )


def figures(inquiry: Inquiry, charts: tuple[Chart, ...]) -> Iterator[Block]:
    """Give each chart with its caption and its table."""
    if charts:
        yield Heading(inquiry.say("figures"), 1)
    for at, chart in enumerate(charts, start=1):
        figure = inquiry.say("figure", n=inquiry.number(at))
        yield Heading(chart.title, 2)
        yield Figure(chart, f"{figure}. {chart.caption}")
        if chart.data.is_empty():
            continue
        name = inquiry.say("table", n=inquiry.number(at), title=chart.title)
        yield from inquiry.table(name, _cells(chart), code=_ids(chart.language))


def _cells(chart: Chart) -> dict[str, list[object]]:
    """Give the columns of a chart's table; pairs that never meet come last."""
    cells = columns(chart)
    if chart.kind != "heatmap":
        return dict(cells)
    values = chart.data["value"].to_list()
    order = sorted(range(len(values)), key=lambda at: -values[at])
    return {head: [held[at] for at in order] for head, held in cells.items()}


def _ids(language: str) -> list[str]:
    """Give the headings of the columns that hold ids."""
    return [word(key, language) for key in ("id", "other.id", "article", "from")]
