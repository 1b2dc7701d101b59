"""A report as a Word document, in Arabic from right to left throughout.

Headings are Word's own, so that they stand in the navigation pane; the first row of a
table is repeated on each page; a figure carries its alternative text. Article text
becomes runs of text and nothing else: no field, no link, no character that XML cannot
hold or that would steer the line. What Word needs for Arabic stands in
:mod:`kit.report.wordxml`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Cm, Emu, RGBColor

from kit.report import wordxml
from kit.report.content import Heading, Paragraph, Run, Table
from kit.report.directions import clean, levelled, marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.text.paragraph import Paragraph as Written

    from kit.report.content import Content, Figure

WIDTH_CM = 16.0
"""Of figures, and of the text on an A4 page."""

_MARGIN = Cm(2.5)
_HIGHEST = Cm(20)
_GREY = RGBColor(0x55, 0x55, 0x55)
_INK = RGBColor(0x1A, 0x1A, 0x1A)
_SIZES = {
    "Normal": (11, 12),
    "Title": (22, 24),
    "Heading 1": (16, 18),
    "Heading 2": (13, 15),
    "Caption": (9, 10),
    "Sentence": (11, 12),
    "Source": (9, 10),
}
"""Points, in Latin letters and in Arabic, which looks smaller at the same size."""
_QUIET = ("Caption", "Source")
_STYLES = {"text": "Normal", "sentence": "Sentence", "source": "Source"}


def document(content: Content, pictures: Iterable[bytes]) -> bytes:
    """Give a report as a .docx file; ``pictures`` are its figures as PNG, in order."""
    made = docx.Document()
    _set_up(made, content)
    drawn = iter(pictures)
    number = 0
    for block in content.blocks:
        if isinstance(block, (Heading, Paragraph)):
            _paragraph(made, block, content.direction)
        elif isinstance(block, Table):
            _table(made, block, content.direction)
        else:
            number += 1
            _figure(made, block, next(drawn), number, content.direction)
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _set_up(made: Document, content: Content) -> None:
    """Set page, fonts and styles, and what the file says of itself."""
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    if content.direction == "rtl":
        wordxml.turn_section(section)
    for name in ("Sentence", "Source"):
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = made.styles["Normal"]
        style.paragraph_format.space_after = Cm(0 if name == "Sentence" else 0.3)
        style.paragraph_format.keep_with_next = name == "Sentence"
    for name, (size, complex_size) in _SIZES.items():
        style = made.styles[name]
        wordxml.set_font(style, size, complex_size=complex_size)
        style.font.color.rgb = _GREY if name in _QUIET else _INK
    about = made.core_properties
    about.title = clean(content.title)
    about.language = content.language
    about.author = "arabic-news-kit"
    about.comments = ""
    about.created = about.modified = datetime.now(UTC)


def _paragraph(made: Document, block: Heading | Paragraph, base: str) -> None:
    if isinstance(block, Heading):
        written = made.add_heading("", block.level)
        _say(written, (Run(block.text),), base)
        return
    written = made.add_paragraph(style=_STYLES[block.role])
    _say(written, block.runs, block.direction)


def _say(written: Written, runs: Iterable[Run], base: str) -> None:
    """Write runs into a paragraph, each piece in its direction."""
    if base == "rtl":
        wordxml.turn_paragraph(written)
    cleaned = [replace(run, text=clean(run.text)) for run in runs]
    for run, way in marked(levelled(cleaned, base), base):
        piece = written.add_run(run.text)
        if run.strong:
            piece.bold = True
        if run.marked:
            piece.font.highlight_color = WD_COLOR_INDEX.YELLOW
        wordxml.turn_run(piece, way)


def _table(made: Document, block: Table, base: str) -> None:
    heads = tuple(Run(head, strong=True) for head in block.heads)
    table = made.add_table(rows=1 + len(block.rows), cols=len(block.heads))
    table.style = made.styles["Table Grid"]
    if base == "rtl":
        wordxml.turn_table(table)
    wordxml.describe_table(table, clean(block.name))
    wordxml.repeat_head(table)
    wordxml.fit_columns(table)
    cells = iter(table._cells)  # noqa: SLF001  # table.cell(i, j) looks at all each time
    for row in (heads, *block.rows):
        for run, is_number in zip(row, block.numeric, strict=True):
            written = next(cells).paragraphs[0]
            written.paragraph_format.space_after = 0
            if is_number:
                wordxml.align_number(written)
            _say(written, (run,), base)
    after = made.add_paragraph()
    after.paragraph_format.space_after = 0
    if base == "rtl":
        wordxml.turn_paragraph(after)


def _figure(
    made: Document, block: Figure, picture: bytes, number: int, base: str
) -> None:
    """Put in a picture with its alternative text, and its caption under it."""
    holder = made.add_paragraph()
    holder.paragraph_format.keep_with_next = True
    if base == "rtl":
        wordxml.turn_paragraph(holder)
    shape = holder.add_run().add_picture(BytesIO(picture), width=Cm(WIDTH_CM))
    if shape.height > _HIGHEST:  # a picture that is higher than the page is cut
        shape.width = Emu(shape.width * _HIGHEST // shape.height)
        shape.height = _HIGHEST
    alt, title = clean(block.chart.alt), clean(block.chart.title)
    said = shape._inline.docPr  # noqa: SLF001  # python-docx has no door to it
    said.set("name", f"Figure {number}")
    said.set("title", title)
    said.set("descr", alt)
    _say(made.add_paragraph(style="Caption"), (Run(block.caption),), base)
