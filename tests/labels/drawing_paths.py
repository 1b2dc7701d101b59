"""Every path a label takes to paper or screen: what it draws.

A path draws all writings at once, each in a row of its own, in ``DejaVu Sans`` at one
size, and gives ``{name of the writing: picture}``.
"""

from __future__ import annotations

from html import escape
from io import BytesIO

import plotly.graph_objects as go
import polars as pl
import pypdfium2
from harfbuzz_reference import FAMILY, FONT, SIZE
from matplotlib import rc_context
from matplotlib.figure import Figure
from PIL import Image, ImageDraw, ImageFont
from writings import WRITINGS

from kit.charts.bars import bars
from kit.counts import Counts, Filter
from kit.export.page import page
from kit.labels import label

WIDTH, ROW = 1300, 100
HEIGHT = ROW * len(WRITINGS)
_POINT = 72 / 96
_LEFT = 20


def labelled(renderer):
    """Give every writing as a renderer must receive it."""
    return {
        written.name: label(written.text, renderer=renderer) for written in WRITINGS
    }


def rows(picture):
    """Cut a picture of all writings into rows."""
    picture = picture.convert("L").resize((WIDTH, HEIGHT))
    return {
        written.name: picture.crop((0, at * ROW, WIDTH, (at + 1) * ROW))
        for at, written in enumerate(WRITINGS)
    }


def opened(content):
    return Image.open(BytesIO(content))


def with_pillow(texts, engine, direction=None):
    font = ImageFont.truetype(str(FONT), SIZE, layout_engine=engine)
    sheet = Image.new("L", (WIDTH, HEIGHT), 255)
    pen = ImageDraw.Draw(sheet)
    for at, text in enumerate(texts.values()):
        bottom = pen.textbbox((0, 0), text, font=font, direction=direction)[3]
        place = (_LEFT, at * ROW + (ROW - bottom) // 2)
        pen.text(place, text, font=font, fill=0, direction=direction)
    return rows(sheet)


def with_matplotlib(texts, suffix):
    drawing = Figure(figsize=(WIDTH / 96, HEIGHT / 96), dpi=96)
    for at, text in enumerate(texts.values()):
        drawing.text(
            _LEFT / WIDTH,
            1 - (at + 0.5) / len(texts),
            text,
            va="center",
            family=FAMILY,
            size=SIZE * _POINT,
            parse_math=False,
        )
    content = BytesIO()
    with rc_context({"pdf.fonttype": 42}):
        drawing.savefig(content, format=suffix)
    return content.getvalue()


def with_plotly(texts):
    """Make a figure of rows of text, and of points that say the same when asked."""
    style = {"family": FAMILY, "size": SIZE, "color": "black"}
    heights = [1 - (at + 0.5) / len(texts) for at in range(len(texts))]
    notes = [
        {
            "text": text,
            "font": style,
            "x": _LEFT / WIDTH,
            "y": height,
            "xref": "paper",
            "yref": "paper",
            "xanchor": "left",
            "yanchor": "middle",
            "showarrow": False,
        }
        for text, height in zip(texts.values(), heights, strict=True)
    ]
    points = go.Scatter(
        x=[0] * len(texts),
        y=heights,
        text=list(texts.values()),
        hovertemplate="%{text}<extra></extra>",
        mode="markers",
        marker={"opacity": 0},
    )
    axis = {"visible": False, "range": [0, 1]}
    return go.Figure(
        data=[points],
        layout={
            "template": None,
            "plot_bgcolor": "white",
            "width": WIDTH,
            "height": HEIGHT,
            "margin": dict.fromkeys("lrtb", 0),
            "xaxis": axis,
            "yaxis": axis,
            "annotations": notes,
            "hovermode": "closest",
            "hoverlabel": {"bgcolor": "white", "bordercolor": "white", "font": style},
        },
    )


def with_svg(texts):
    """Write an SVG by hand, as a script of one's own would."""
    line_height = 44
    lines = "".join(
        f'<text x="{_LEFT}" y="{at * ROW + ROW * 0.45 + down * line_height}">'
        f"{escape(line)}</text>"
        for at, text in enumerate(texts.values())
        for down, line in enumerate(text.split("\n"))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="{FAMILY}" font-size="{SIZE}">{lines}</svg>'
    ).encode()


def kit_page():
    """Give the page of a chart whose bars are the writings."""
    rows = [
        {
            "entity": written.name,
            "name": written.text,
            "english": None,
            "kind": "country",
            "country": None,
            "value": value,
            "mentions": value,
        }
        for value, written in zip(range(len(WRITINGS), 0, -1), WRITINGS, strict=True)
    ]
    table = pl.DataFrame(rows)
    return page(bars(Counts(table, "country", "mentions", Filter(), 314, 1)))


class Screen:
    """A page of a real browser that shows the writings and is photographed."""

    def __init__(self, browser, folder):
        self._page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        self._path = folder / "screen.html"

    def _show(self, content):
        self._path.write_text(content, encoding="utf-8")
        self._page.goto(self._path.as_uri())

    def _photograph(self):
        return opened(self._page.screenshot())

    def svg(self, content):
        start = content.index(b"<svg")
        self._show(
            "<!DOCTYPE html><meta charset=utf-8><style>body{margin:0}</style>"
            + content[start:].decode()
        )
        return rows(self._photograph())

    def plotly(self):
        """Photograph a figure, then what it says when every point is pointed at."""
        self._show(
            "<!DOCTYPE html><meta charset=utf-8><style>body{margin:0}</style>"
            + with_plotly(labelled("plotly")).to_html(
                include_plotlyjs=True, full_html=False
            )
        )
        self._page.locator(".annotation-text").last.wait_for()
        drawn = rows(self._photograph())
        self._page.evaluate(
            """async count => {
                const figure = document.querySelector(".js-plotly-plot");
                await Plotly.relayout(figure, {annotations: []});
                const points = [...Array(count).keys()];
                Plotly.Fx.hover(figure, points.map(
                    at => ({curveNumber: 0, pointNumber: at})));
            }""",
            len(WRITINGS),
        )
        self._page.locator(".hovertext").nth(len(WRITINGS) - 1).wait_for()
        return drawn, rows(self._photograph())

    def kit_page(self):
        """Photograph the cells of the table of a page, and read them."""
        self._show(kit_page())
        self._page.add_style_tag(
            content=f"""
                body {{ margin: 0; max-width: none; padding: 0; direction: rtl; }}
                figure, summary {{ display: none; }}
                table {{ margin: 0; border-spacing: 0; }}
                tr:first-child {{ display: none; }}
                td:not(:first-child) {{ display: none; }}
                td {{ height: {ROW}px; width: {WIDTH - 40}px; padding: 0 20px;
                      border: 0; font: {SIZE}px '{FAMILY}'; white-space: nowrap; }}
            """
        )
        self._page.evaluate("document.querySelector('details').open = true")
        cells = self._page.locator("td:first-child bdi").all_inner_texts()
        names = [written.name for written in WRITINGS]
        return rows(self._photograph()), dict(zip(names, cells, strict=True))


def pdf_picture(content):
    sheet = pypdfium2.PdfDocument(content)[0]
    return rows(sheet.render(scale=2 * WIDTH / sheet.get_width()).to_pil())
