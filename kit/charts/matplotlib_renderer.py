"""Charts drawn by matplotlib, for a machine without a browser.

The same value, measures and colours as on the screen. Figures are made one by one, with
no state shared with the reader's own matplotlib: nothing here touches ``pyplot``.
"""

from __future__ import annotations

import re
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

import polars as pl
from matplotlib import font_manager, rc_context
from matplotlib.figure import Figure

from kit.charts import theme
from kit.charts.matplotlib_scene import draw_scene
from kit.charts.pdf_text import searchable
from kit.charts.scenes import SCENES, scene_of
from kit.labels import FONTS, label

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from kit.charts.chart import Chart

_PIXELS = 96  # a CSS inch
_POINT = 72 / _PIXELS
_GAP = 5  # between a bar and its number, an axis and its words

_drawn = partial(label, renderer="matplotlib")


def draw(chart: Chart, *, width: float | None = None) -> Figure:
    """Draw a chart as a matplotlib figure, ``width`` pixels of 1/96 inch wide.

    Examples
    --------
    >>> import polars as pl
    >>> from kit.charts.bars import bars
    >>> from kit.counts import Counts, Filter
    >>> row = {"entity": "LY", "name": "ليبيا", "english": "Libya", "kind": "country",
    ...        "country": "LY", "value": 14, "mentions": 14}
    >>> counts = Counts(pl.DataFrame([row]), "country", "mentions", Filter(), 314, 1)
    >>> [text.get_text() for text in draw(bars(counts)).axes[0].texts]
    ['14', 'ليبيا']

    """
    if chart.kind in SCENES and not chart.empty:
        return _scene(chart, width or theme.WIDTH)
    place = theme.layout(chart, width or theme.WIDTH)
    size = (place.width / _PIXELS, place.height / _PIXELS)
    drawing = Figure(figsize=size, dpi=_PIXELS, facecolor=theme.PAPER)
    _write_head(drawing, chart, place, (place.width, place.height))
    axes = _axes(drawing, chart, place)
    if chart.empty:
        style = {"size": 15, "color": theme.GREY, "ha": "center"}
        _write(axes, chart.empty, (0.5, 0.5), (0, 0), style)
        return drawing
    axes.set_ylim(len(place.labels) - 0.5, -0.5)
    _DRAW[chart.kind](axes, chart, place)
    right = chart.direction == "rtl"
    for row, name in enumerate(place.labels):
        at, gap = (axes.get_xlim()[int(right)], row), (_GAP if right else -_GAP, 0)
        _write(axes, name, at, gap, {"ha": "left" if right else "right"})
    return drawing


def _scene(chart: Chart, width: float) -> Figure:
    head = theme.head_of(chart, width)
    scene = scene_of(chart, width - 2 * theme.MARGIN)
    around = scene.margins
    top = head.height + around.top
    bottom = theme.MARGIN + around.bottom
    left = theme.MARGIN + around.left
    height = top + scene.height + bottom
    size = (width / _PIXELS, height / _PIXELS)
    drawing = Figure(figsize=size, dpi=_PIXELS, facecolor=theme.PAPER)
    _write_head(drawing, chart, head, (width, height))
    across = width - left - theme.MARGIN - around.right
    place = (left / width, bottom / height, across / width, scene.height / height)
    axes = drawing.add_axes(place, facecolor="none")
    axes.set_axis_off()
    draw_scene(axes, scene, fonts())
    return drawing


def picture(chart: Chart, suffix: str, *, width: float, dpi: int) -> bytes:
    """Give a chart as the bytes of a ``.png``, ``.svg`` or ``.pdf`` file."""
    content = BytesIO()
    # Text as text, so that it can be searched and copied; for this figure alone.
    with rc_context({"svg.fonttype": "none", "pdf.fonttype": 42, "pdf.compression": 0}):
        draw(chart, width=width).savefig(content, format=suffix.lstrip("."), dpi=dpi)
    if suffix == ".pdf":
        return searchable(content.getvalue())
    if suffix == ".png":
        return content.getvalue()
    # matplotlib finds the direction of a line by its first letter; a browser that
    # opens the file begins every line from the left unless told otherwise.
    return re.sub(
        r"(?<=>)[^<>]+(?=</text>)",
        lambda text: label(text[0], renderer="svg"),
        content.getvalue().decode(),
    ).encode()


@cache
def fonts() -> list[str]:
    """Give the house's fonts that are here; the last comes with matplotlib."""
    present = set(font_manager.get_font_names())
    return [*(font for font in FONTS[:-1] if font in present), FONTS[-1]]


def _axes(drawing: Figure, chart: Chart, place: theme.Layout) -> Axes:
    names = place.names / place.width
    edge = theme.MARGIN / place.width
    beyond = place.heading.beyond / place.width
    left = edge + (beyond if chart.direction == "rtl" else names)
    axes = drawing.add_axes(
        (
            left,
            place.bottom / place.height,
            1 - names - beyond - 2 * edge,
            1 - (place.top + place.bottom) / place.height,
        ),
        facecolor="none",
    )
    axes.spines[:].set_visible(False)
    axes.set_xticks([])
    axes.set_yticks([])
    return axes


def _write_head(
    drawing: Figure,
    chart: Chart,
    head: theme.Head | theme.Layout,
    paper: tuple[float, float],
) -> None:
    right = chart.direction == "rtl"
    width, height_of_paper = paper
    x = 1 - theme.MARGIN / width if right else theme.MARGIN / width
    lines = [
        *((line, theme.TITLE_SIZE, theme.TITLE_LINE) for line in head.title),
        *((line, theme.SUBTITLE_SIZE, theme.SUBTITLE_LINE) for line in head.subtitle),
    ]
    top = height_of_paper - theme.MARGIN
    for line, size, height in lines:
        drawing.text(
            x,
            (top - size) / height_of_paper,
            _drawn(line, base=chart.direction),
            ha="right" if right else "left",
            va="baseline",
            size=size * _POINT,
            weight="bold" if size == theme.TITLE_SIZE else "normal",
            color=theme.INK if size == theme.TITLE_SIZE else theme.GREY,
            family=fonts(),
            parse_math=False,
        )
        top -= height


def _write(
    axes: Axes,
    text: str,
    at: tuple[float, float],
    gap: tuple[float, float],
    style: dict[str, Any],
) -> None:
    """Write a text at a point of the axes, moved by a gap in pixels."""
    plain: dict[str, Any] = {"size": theme.LABEL_SIZE, "color": theme.INK}
    style = plain | {"va": "center"} | style
    style["size"] *= _POINT
    axes.annotate(
        _drawn(text),
        at,
        xytext=(gap[0] * _POINT, gap[1] * _POINT),
        textcoords="offset points",
        family=fonts(),
        parse_math=False,
        annotation_clip=False,
        **style,
    )


def _bars(axes: Axes, chart: Chart, place: theme.Layout) -> None:
    data = chart.data
    right = chart.direction == "rtl"
    values = data["value"].to_list()
    colours = [theme.ACCENT if chosen else theme.PALE for chosen in data["selected"]]
    axes.set_xlim(theme.value_axis(chart, place))
    axes.barh(range(len(values)), values, height=0.66, color=colours)
    axes.axvline(0, color=theme.GREY, linewidth=1, clip_on=False)
    for row, (value, text) in enumerate(zip(values, data["text"], strict=True)):
        gap = (-_GAP if right else _GAP, 0)
        _write(axes, text, (value, row), gap, {"ha": "right" if right else "left"})


def _dispersion(axes: Axes, chart: Chart, _: theme.Layout) -> None:
    data = chart.data
    entities = data["entity"].unique(maintain_order=True).to_list()
    row_of = {entity: row for row, entity in enumerate(entities)}
    axes.set_xlim((101, -1) if chart.direction == "rtl" else (-1, 101))
    axes.hlines(range(len(entities)), -1, 101, color=theme.RULE, linewidth=0.8)
    rows = [row_of[entity] for entity in data["entity"]]
    tops, feet = [row - 0.31 for row in rows], [row + 0.31 for row in rows]
    shades = theme.shades(data["mentions"].to_list())
    width = theme.mark_width(chart) * _POINT
    lines = axes.vlines(data["at"], tops, feet, color=theme.ACCENT, linewidth=width)
    lines.set_alpha(shades)
    foot = len(entities) - 0.5
    axes.axhline(foot, color=theme.GREY, linewidth=1, clip_on=False)
    small = {
        "size": theme.SUBTITLE_SIZE,
        "color": theme.GREY,
        "ha": "center",
        "va": "top",
    }
    for at, text in theme.position_ticks(chart).items():
        _write(axes, text, (at, foot), (0, -_GAP), small)


def _heatmap(axes: Axes, chart: Chart, place: theme.Layout) -> None:
    cells = chart.data.filter(pl.col("value") > 0)
    head = place.heading
    right = chart.direction == "rtl"
    axes.set_xlim((head.slots - 0.5, -0.5) if right else (-0.5, head.slots - 0.5))
    depths = theme.depths(cells["value"].to_list())
    drawn = cells.select("row", "column", "text").iter_rows()
    number = {"size": head.number_size, "ha": "center"}
    for (row, column, text), depth in zip(drawn, depths, strict=True):
        axes.bar(
            column,
            theme.CELL,
            bottom=row - theme.CELL / 2,
            width=theme.CELL,
            color=theme.CELL_COLOUR,
            alpha=depth,
            linewidth=0,
        )
        if head.number_size:
            _write(axes, text, (column, row), (0, 0), number)
    level = {"ha": "center", "va": "bottom"}
    leaning = {
        "ha": "right" if right else "left",
        "va": "center",
        "rotation": -head.slant if right else head.slant,
        "rotation_mode": "anchor",
    }
    style = {"size": head.size} | (leaning if head.slant else level)
    for column, name in enumerate(head.labels):
        _write(axes, name, (column, -0.5), (0, _GAP), style)


_DRAW = {"bars": _bars, "dispersion": _dispersion, "heatmap": _heatmap}
