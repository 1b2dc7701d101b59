"""What a report says, as plain values, before it is a document or a page.

The sections make blocks, the writers (:mod:`kit.report.document` for Word,
:mod:`kit.report.webpage` for the browser) put the same blocks on paper. No block knows
how it is drawn; text is raw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.charts.chart import Chart


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that looks alike.

    Attributes
    ----------
    text
        What it says.
    marked
        Whether it is highlighted, as a mention in its sentence is.
    strong
        Whether it is bold.
    code
        Whether it is an id, a date or a fingerprint: always read from the left.

    """

    text: str
    marked: bool = False
    strong: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 0 is the title of the report."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``role`` is ``text``, ``sentence`` of an article or its ``source``.

    ``direction`` is that of what it says, which need not be that of the report: a
    sentence of an Arabic article is read from the right in an English one too.
    """

    runs: tuple[Run, ...]
    direction: str
    role: str = "text"

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: headings, rows of cells, and which columns hold numbers."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]
    numeric: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart to be drawn, and what is printed under it."""

    chart: Chart
    caption: str


Block = Heading | Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report: its blocks in order, its language and with it its direction."""

    title: str
    language: str
    blocks: tuple[Block, ...]

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in order."""
        return tuple(block for block in self.blocks if isinstance(block, Figure))
