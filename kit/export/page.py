"""A chart as one web page: picture, caption and table, nothing fetched from anywhere.

The page forbids itself the network, so a name found in an article can neither run nor
load anything even if an escape were forgotten. The table says in text what the picture
shows, for who reads with ears or wants to copy the numbers.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kit.charts.plotly_renderer import CONFIG, figure
from kit.charts.table_twin import columns
from kit.export.inscribing import block
from kit.labels import FONTS, label, word

if TYPE_CHECKING:
    from kit.charts.chart import Chart

_drawn = partial(label, renderer="html")

_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:"
)

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 2rem auto; max-width: 52rem; padding: 0 1rem; font-family: {fonts};
  color: #1a1a1a; background: #fff; line-height: 1.6; }}
figure {{ margin: 0; }}
svg {{ direction: ltr; }} /* plotly measures text as if from the left */
figcaption {{ color: #555; margin: .5rem 0 1.5rem; }}
table {{ border-collapse: collapse; margin-top: .75rem; }}
th, td {{ text-align: start; padding: .2rem .9rem; border-bottom: 1px solid #ddd; }}
.number {{ font-variant-numeric: tabular-nums; text-align: end; }}
</style>
</head>
<body>
<figure>
<div role="img" aria-label="{alt}">{picture}</div>
<figcaption>{caption}</figcaption>
</figure>
<details>
<summary>{summary}</summary>
{table}
</details>
{description}
</body>
</html>
"""


def page(chart: Chart) -> str:
    """Give a chart as the text of a web page."""
    picture = figure(chart).to_html(
        full_html=False, include_plotlyjs=True, config=CONFIG, default_width="100%"
    )
    return _PAGE.format(
        language=chart.language,
        direction=chart.direction,
        policy=_POLICY,
        fonts=", ".join([*(f"'{font}'" for font in FONTS), "sans-serif"]),
        title=_drawn(chart.title),
        alt=_drawn(chart.alt),
        picture=picture,
        caption=_drawn(chart.caption),
        summary=word("data", chart.language),
        table=table(chart),
        description=block(chart),
    )


def table(chart: Chart) -> str:
    """Give the rows of a chart as an HTML table."""
    cells_of = columns(chart)
    kinds = [
        "number"
        if all(isinstance(cell, int | float | None) for cell in cells)
        else "text"
        for cells in cells_of.values()
    ]
    head = "".join(
        f'<th scope="col" class="{kind}">{_drawn(name)}</th>'
        for name, kind in zip(cells_of, kinds, strict=True)
    )
    # Each cell by its own direction: a Latin name must not turn its neighbours around.
    lines = [
        "".join(
            f'<td class="{kind}"><bdi>{_cell(cell)}</bdi></td>'
            for cell, kind in zip(row, kinds, strict=True)
        )
        for row in zip(*cells_of.values(), strict=True)
    ]
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table>\n<tr>{head}</tr>\n{body}\n</table>"


def _cell(value: object) -> str:
    """Give a cell as markup; what is not known is a dash."""
    if isinstance(value, float):
        return f"{value:g}"
    return "–" if value is None else _drawn(str(value))
