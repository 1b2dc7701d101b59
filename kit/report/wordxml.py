"""What Word must be told of text that runs from the right.

Word orders a line by the properties of its runs, not by their letters alone: a
paragraph says ``bidi``, each run of Arabic ``rtl`` (it then takes font, size and weight
from the properties for complex scripts: ``cs``, ``szCs``, ``bCs``), a table
``bidiVisual`` (its first column is the rightmost), a section ``bidi`` (margins, page
numbers). In a paragraph that is ``bidi``, ``jc="left"`` means the beginning of the
line, which is the right, and ``jc="right"`` its end; ``start`` and ``end`` Word 2007
takes for damage. So text says nothing of its alignment and begins where its line
begins, and numbers say ``right`` in both directions.

The order of elements is fixed by the schema (ECMA-376 part 1, 17.3 to 17.6): Word
refuses a file in which they stand otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FONT = "Arial"
"""Has Arabic and Latin letters on every machine that has Word."""

# What must stand after the element that is put in.
_AFTER_BIDI = (
    "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
    "pPrChange",
)  # fmt: skip  # the order of the schema
_AFTER_SECTION_BIDI = ("rtlGutter", "docGrid", "printerSettings", "sectPrChange")
_AFTER_BIDI_VISUAL = (
    "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing",
    "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook", "tblCaption",
    "tblDescription", "tblPrChange",
)  # fmt: skip  # the order of the schema


def turn_paragraph(paragraph: Paragraph) -> None:
    """Let a paragraph run from the right."""
    _put(paragraph._p.get_or_add_pPr(), "w:bidi", _AFTER_BIDI)  # noqa: SLF001  # python-docx has no door to it


def turn_section(section: Section) -> None:
    """Let the pages of a section run from the right."""
    _put(section._sectPr, "w:bidi", _AFTER_SECTION_BIDI)  # noqa: SLF001  # see above


def turn_table(table: Table) -> None:
    """Let the columns of a table begin on the right."""
    _put(table._tbl.tblPr, "w:bidiVisual", _AFTER_BIDI_VISUAL)  # noqa: SLF001  # see above


def describe_table(table: Table, name: str) -> None:
    """Give a table its alternative text."""
    _put(table._tbl.tblPr, "w:tblCaption", ("tblDescription", "tblPrChange"), val=name)  # noqa: SLF001  # see above


def repeat_head(table: Table) -> None:
    """Let the first row stand on every page, and no row go over two."""
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # see above
        properties.append(OxmlElement("w:cantSplit"))
        if at == 0:
            properties.append(OxmlElement("w:tblHeader"))


def fit_columns(table: Table) -> None:
    """Let columns be as wide as what they hold, not all alike."""
    for width in table._tbl.iter(qn("w:tcW")):  # noqa: SLF001  # see above
        width.set(qn("w:type"), "auto")
        width.set(qn("w:w"), "0")


def turn_run(run: Run, way: str) -> None:
    """Say of a run in which direction, and so in which language, it is read."""
    properties = run._r.get_or_add_rPr()  # noqa: SLF001  # see above
    language = OxmlElement("w:lang")
    if way == "rtl":
        run.font.rtl = True
        run.font.cs_bold = run.font.bold
        language.set(qn("w:bidi"), "ar-SA")
    else:
        language.set(qn("w:val"), "en-US")
    properties.append(language)  # nothing that is used here stands after it


def set_font(style: ParagraphStyle, size: float, *, complex_size: float) -> None:
    """Give a style its font in both scripts; the sizes are points."""
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    if fonts is not None:
        properties.remove(fonts)  # with the fonts of a theme, which would go before
    style.font.name = FONT
    fonts = properties.find(qn("w:rFonts"))
    fonts.set(qn("w:cs"), FONT)
    half = properties.find(qn("w:szCs"))
    if half is not None:
        properties.remove(half)
    style.font.size = round(size * 12700)
    half = OxmlElement("w:szCs")
    half.set(qn("w:val"), str(round(complex_size * 2)))
    properties.find(qn("w:sz")).addnext(half)


def align_number(paragraph: Paragraph) -> None:
    """Let a number stand at the end of its cell, whichever side that is."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _put(
    parent: BaseOxmlElement, name: str, after: tuple[str, ...], *, val: str = ""
) -> None:
    """Put an element where the schema wants it."""
    element = OxmlElement(name)
    if val:
        element.set(qn("w:val"), val)
    parent.insert_element_before(element, *(f"w:{one}" for one in after))
