"""A report as one web page: nothing fetched from anywhere, nothing that runs.

What an article says is escaped and stands in isolates, so that it can neither become a
tag nor turn its neighbours around; the page forbids itself scripts and the network.
Pictures are inside it.
"""

from __future__ import annotations

from base64 import b64encode
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from kit.labels import FONTS, label
from kit.report.content import Figure, Heading, Paragraph, Table
from kit.report.directions import levelled, without_unseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.report.content import Block, Content, Run

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_ON_ONE_LINE = 20  # letters of an id or a date that is not broken

_PAGE = """\
<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font-family: {fonts};
  color: #1a1a1a; background: #fff; line-height: 1.7; }}
h1 {{ font-size: 1.7rem; border-bottom: 2px solid #ccc; padding-bottom: .4rem; }}
h2 {{ font-size: 1.35rem; margin-top: 2.5rem; }}
h3 {{ font-size: 1.1rem; margin-top: 1.75rem; }}
h1, h2, h3 {{ line-height: 1.4; break-after: avoid; }}
figure {{ margin: 1rem 0; break-inside: avoid; }}
img {{ width: 100%; height: auto; }}
figcaption, .source {{ color: #555; font-size: .9rem; }}
.sentence {{ margin: 1rem 0 0; border-inline-start: 3px solid #ccc;
  padding-inline-start: .75rem; }}
.source {{ margin: .2rem 0 1rem; padding-inline-start: .9rem; }}
mark {{ background: #ffe58a; color: inherit; }}
table {{ border-collapse: collapse; margin: 1rem 0; font-size: .92rem; }}
th, td {{ text-align: start; vertical-align: top; padding: .2rem .8rem;
  border-bottom: 1px solid #ddd; }}
td {{ overflow-wrap: break-word; }}
.id {{ white-space: nowrap; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
.number {{ font-variant-numeric: tabular-nums; text-align: end; }}
@media print {{ img {{ width: auto; max-width: 100%; max-height: 20cm; }} }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def webpage(content: Content, pictures: Iterable[bytes]) -> bytes:
    """Give a report as a page; ``pictures`` are its figures as SVG, in order."""
    drawn = iter(pictures)
    blocks = "\n".join(_block(block, content, drawn) for block in content.blocks)
    return _PAGE.format(
        language=content.language,
        direction=content.direction,
        policy=_POLICY,
        fonts=", ".join([*(f"'{font}'" for font in FONTS), "sans-serif"]),
        title=_shown(content.title),
        body=blocks,
    ).encode()


def _block(block: Block, content: Content, pictures: Iterator[bytes]) -> str:
    base = content.direction
    if isinstance(block, Heading):
        level = block.level + 1
        return f"<h{level}>{_bdi(block.text)}</h{level}>"
    if isinstance(block, Paragraph):
        return _paragraph(block, base)
    if isinstance(block, Table):
        return _table(block)
    return _figure(block, next(pictures))


def _paragraph(block: Paragraph, base: str) -> str:
    css = "" if block.role == "text" else f' class="{block.role}"'
    turned = ""
    if block.direction != base:
        language = "ar" if block.direction == "rtl" else "en"
        turned = f' dir="{block.direction}" lang="{language}"'
    return f"<p{css}{turned}>{_inline(block.runs, block.direction)}</p>"


def _inline(runs: Iterable[Run], base: str) -> str:
    """Give runs as markup; what runs against the paragraph stands in an isolate."""
    said = []
    pieces = levelled(runs, base)
    for (way, is_code), group in groupby(pieces, lambda one: (one[1], one[0].code)):
        inner = "".join(_run(run) for run, _ in group)
        turned = way != base or is_code
        said.append(f'<bdi dir="{way}">{inner}</bdi>' if turned else inner)
    return "".join(said)


def _run(run: Run) -> str:
    text = _shown(run.text)
    if run.strong:
        text = f"<strong>{text}</strong>"
    return f"<mark>{text}</mark>" if run.marked else text


def _table(block: Table) -> str:
    kinds = ["number" if is_number else "text" for is_number in block.numeric]
    head = "".join(
        f'<th scope="col" class="{kind}">{_bdi(name)}</th>'
        for name, kind in zip(block.heads, kinds, strict=True)
    )
    lines = [
        "".join(
            f'<td class="{kind}">{_cell(cell)}</td>'
            for cell, kind in zip(row, kinds, strict=True)
        )
        for row in block.rows
    ]
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    name = escape(without_unseen(block.name))
    return (
        f'<table aria-label="{name}">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _cell(cell: Run) -> str:
    """Give a cell in its own direction, whatever stands beside it."""
    if not cell.code:
        return _bdi(cell.text)
    css = ' class="id"' if len(cell.text) <= _ON_ONE_LINE else ""
    return f'<bdi dir="ltr"{css}>{_run(cell)}</bdi>'


def _figure(block: Figure, picture: bytes) -> str:
    data = b64encode(picture).decode()
    alt = escape(without_unseen(block.chart.alt))
    return (
        f'<figure>\n<img src="data:image/svg+xml;base64,{data}" alt="{alt}">\n'
        f"<figcaption>{_bdi(block.caption)}</figcaption>\n</figure>"
    )


def _bdi(text: str) -> str:
    return f"<bdi>{_shown(text)}</bdi>"


def _shown(text: str) -> str:
    return label(without_unseen(text), renderer="html")
