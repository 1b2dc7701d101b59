"""Charts drawn by plotly, for the screen and for export through a browser.

In Arabic the picture is mirrored as the page is: names on the right, bars growing to
the left, the beginning of a text at the right. plotly shapes Arabic itself but starts
every line from the left and reads tags, so all text passes :func:`kit.labels.label`.

What a click needs travels with the picture: ``customdata`` is ``[entity]`` for a bar,
``[entity, article, start]`` for a mark and ``["together", entity, other]`` for a cell,
ids in raw text.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go
import polars as pl

from kit.charts import theme
from kit.charts.plotly_scene import axes as axes_of
from kit.charts.plotly_scene import traces
from kit.charts.scenes import SCENES, scene_of
from kit.labels import FONTS, label

if TYPE_CHECKING:
    from kit.charts.chart import Chart

CONFIG = {
    "displaylogo": False,
    "displayModeBar": False,
    "responsive": True,
    "plotlyServerURL": "",
}
"""How plotly behaves on a page: no logo, no buttons, nothing sent anywhere."""

_drawn = partial(label, renderer="plotly")


def figure(chart: Chart, *, width: float | None = None) -> go.Figure:
    """Draw a chart as a plotly figure.

    Parameters
    ----------
    chart
        What to draw.
    width
        In pixels of 1/96 inch; without it the figure fills the place it is shown in.

    Examples
    --------
    >>> import polars as pl
    >>> from kit.charts.bars import bars
    >>> from kit.counts import Counts, Filter
    >>> row = {"entity": "LY", "name": "ليبيا", "english": "Libya", "kind": "country",
    ...        "country": "LY", "value": 14, "mentions": 14}
    >>> counts = Counts(pl.DataFrame([row]), "country", "mentions", Filter(), 314, 1)
    >>> list(figure(bars(counts)).layout.yaxis.ticktext)
    ['ليبيا']

    """
    if chart.kind in SCENES and not chart.empty:
        return _scene(chart, width)
    place = theme.layout(chart, width or theme.WIDTH)
    # Not plotly's automargin: on a page that runs right to left it cuts the names off.
    begin, end = ("r", "l") if chart.direction == "rtl" else ("l", "r")
    margin = {
        begin: theme.MARGIN + place.names,
        end: theme.MARGIN + place.heading.beyond,
        "t": place.top,
        "b": place.bottom,
    }
    page = _page(chart, place, margin) | {"width": width, "height": place.height}
    if chart.empty:
        return go.Figure(layout={**page, **_message(chart)})
    trace, axes = _TRACES[chart.kind](chart, place)
    return go.Figure(data=[trace], layout={**page, **axes, **_names(chart, place)})


def _scene(chart: Chart, width: float | None) -> go.Figure:
    head = theme.head_of(chart, width or theme.WIDTH)
    scene = scene_of(chart, (width or theme.WIDTH) - 2 * theme.MARGIN)
    around = scene.margins
    margin = {
        "l": theme.MARGIN + around.left,
        "r": theme.MARGIN + around.right,
        "t": head.height + around.top,
        "b": theme.MARGIN + around.bottom,
    }
    height = margin["t"] + scene.height + margin["b"]
    page = _page(chart, head, margin) | {"width": width, "height": height}
    return go.Figure(data=traces(scene), layout={**page, **axes_of(scene)})


def _page(
    chart: Chart, head: theme.Head | theme.Layout, margin: dict[str, float]
) -> dict[str, Any]:
    right = chart.direction == "rtl"
    # A line of an Arabic sentence begins at the right, even with a Latin name.
    begun = partial(_drawn, base=chart.direction)
    title = "<br>".join(f"<b>{begun(line)}</b>" for line in head.title)
    small = "<br>".join(map(begun, head.subtitle))
    side = {"l": theme.MARGIN, "r": theme.MARGIN}
    return {
        "template": None,
        "paper_bgcolor": theme.PAPER,
        "plot_bgcolor": theme.PAPER,
        "font": {
            "family": ", ".join([*FONTS, "sans-serif"]),
            "size": theme.LABEL_SIZE,
            "color": theme.INK,
        },
        "title": {
            "text": title,
            "font": {"size": theme.TITLE_SIZE, "color": theme.INK},
            "subtitle": {
                "text": small,
                "font": {"size": theme.SUBTITLE_SIZE, "color": theme.GREY},
            },
            "x": 1 if right else 0,
            "xanchor": "right" if right else "left",
            "xref": "container",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
            # plotly moves a title of several lines up by half of what it adds.
            "pad": {**side, "t": theme.MARGIN + 11 * (len(head.title) - 1)},
        },
        "margin": margin | {"pad": 6 if chart.kind in _TRACES else 0},
        "autosize": True,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "align": "right" if right else "left",
            "bgcolor": theme.PAPER,
            "bordercolor": theme.GREY,
            "font": {"color": theme.INK, "size": theme.LABEL_SIZE},
        },
        "meta": {"alt": chart.alt, "language": chart.language},
    }


def _message(chart: Chart) -> dict[str, Any]:
    nothing = {"visible": False, "fixedrange": True}
    middle = {"x": 0.5, "y": 0.5, "xref": "paper", "yref": "paper", "showarrow": False}
    note = {"text": _drawn(chart.empty), "font": {"color": theme.GREY, "size": 15}}
    return {"xaxis": nothing, "yaxis": nothing, "annotations": [{**middle, **note}]}


def _names(chart: Chart, place: theme.Layout) -> dict[str, Any]:
    right = chart.direction == "rtl"
    count = len(place.labels)
    axis = {
        "side": "right" if right else "left",
        "tickvals": list(range(count)),
        "ticktext": [_drawn(text) for text in place.labels],
        "range": [count - 0.5, -0.5],
        "automargin": False,
        "showgrid": chart.kind == "dispersion",
        "gridcolor": theme.RULE,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
    }
    return {"yaxis": axis}


def _bars(chart: Chart, place: theme.Layout) -> tuple[go.Bar, dict[str, Any]]:
    data = chart.data
    colours = [theme.ACCENT if chosen else theme.PALE for chosen in data["selected"]]
    trace = go.Bar(
        orientation="h",
        x=data["value"].to_list(),
        y=list(range(data.height)),
        text=[_drawn(text) for text in data["text"]],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        marker={"color": colours, "line": {"width": 0}},
        width=0.66,
        customdata=[[entity] for entity in data["entity"]],
        hovertext=[_drawn(text) for text in theme.hover_lines(chart)],
        hoverinfo="text",
    )
    axis = {
        "range": list(theme.value_axis(chart, place)),
        "showgrid": False,
        "showticklabels": False,
        "zeroline": True,
        "zerolinecolor": theme.GREY,
        "zerolinewidth": 1,
        "fixedrange": True,
    }
    return trace, {"xaxis": axis}


def _dispersion(chart: Chart, _: theme.Layout) -> tuple[go.Scatter, dict[str, Any]]:
    data = chart.data
    entities = data["entity"].unique(maintain_order=True).to_list()
    row_of = {entity: row for row, entity in enumerate(entities)}
    trace = go.Scatter(
        mode="markers",
        x=data["at"].to_list(),
        y=[row_of[entity] for entity in data["entity"]],
        marker={
            "symbol": "line-ns",
            "size": 17,
            "opacity": theme.shades(data["mentions"].to_list()),
            "line": {"width": theme.mark_width(chart), "color": theme.ACCENT},
        },
        cliponaxis=False,
        customdata=[
            list(row) for row in data.select("entity", "article", "start").iter_rows()
        ],
        hovertext=[_drawn(text) for text in theme.hover_lines(chart)],
        hoverinfo="text",
    )
    ticks = theme.position_ticks(chart)
    axis = {
        "range": [101, -1] if chart.direction == "rtl" else [-1, 101],
        "tickvals": list(ticks),
        "ticktext": [_drawn(text) for text in ticks.values()],
        "ticks": "outside",
        "tickcolor": theme.GREY,
        "tickfont": {"size": theme.SUBTITLE_SIZE, "color": theme.GREY},
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": theme.GREY,
        "fixedrange": True,
    }
    return trace, {"xaxis": axis}


def _heatmap(chart: Chart, place: theme.Layout) -> tuple[go.Bar, dict[str, Any]]:
    # Cells are short bars: unlike plotly's own heatmap they stay sharp in every format,
    # carry text of a chosen colour, and can be reached without a mouse.
    lines = theme.hover_lines(chart)
    cells = chart.data.with_columns(hover=pl.Series(lines, dtype=pl.String)).filter(
        pl.col("value") > 0
    )
    head = place.heading
    trace = go.Bar(
        x=cells["column"].to_list(),
        y=[theme.CELL] * cells.height,
        base=[row - theme.CELL / 2 for row in cells["row"]],
        width=theme.CELL,
        text=[_drawn(text) for text in cells["text"]],
        textposition="inside" if head.number_size else "none",
        insidetextanchor="middle",
        constraintext="none",
        textangle=0,
        textfont={"size": head.number_size or None, "color": theme.INK},
        marker={
            "color": theme.CELL_COLOUR,
            "opacity": theme.depths(cells["value"].to_list()),
            "line": {"width": 0},
        },
        customdata=[
            ["together", *pair] for pair in cells.select("entity", "other").iter_rows()
        ],
        hovertext=[_drawn(text) for text in cells["hover"]],
        hoverinfo="text",
    )
    ends = [-0.5, head.slots - 0.5]
    right = chart.direction == "rtl"
    axis = {
        "side": "top",
        "range": ends[::-1] if right else ends,
        "tickvals": list(range(len(head.labels))),
        "ticktext": [_drawn(text) for text in head.labels],
        "tickangle": head.slant if right else -head.slant,
        "tickfont": {"size": head.size},
        "automargin": False,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "fixedrange": True,
    }
    return trace, {"xaxis": axis}


_TRACES = {"bars": _bars, "dispersion": _dispersion, "heatmap": _heatmap}
