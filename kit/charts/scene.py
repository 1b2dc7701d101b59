"""A scene: what stands where in a picture, before a renderer draws it.

A :class:`kit.charts.chart.Chart` says what is shown; a scene says where: marks in the
units of the two axes, texts moved by some pixels from a point, margins in pixels. Both
renderers draw the same scene, so a kind of chart is laid out once and looks alike on
the screen and on a machine without a browser.

Everything is plain data with raw text: a renderer passes all text through
:func:`kit.labels.label`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kit.charts import theme

Key = tuple[str, ...]
"""What a click on a mark says: ids in raw text, () where it says nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text at a point, moved right by ``dx`` and up by ``dy`` pixels.

    ``align`` is the side of the text that stands at the point: ``left``, ``center`` or
    ``right``; ``valign`` likewise: ``bottom``, ``middle`` or ``top``. A ``halo`` is a
    rim of paper that parts the letters from what they stand on.
    """

    x: float
    y: float
    text: str
    dx: float = 0.0
    dy: float = 0.0
    align: str = "center"
    valign: str = "middle"
    size: float = theme.LABEL_SIZE
    colour: str = theme.INK
    bold: bool = False
    halo: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Straight lines from point to point; None parts one stretch from the next."""

    x: tuple[float | None, ...]
    y: tuple[float | None, ...]
    colour: str = theme.INK
    width: float = 2.0
    opacity: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Circles of a diameter in pixels, each with what it says and its key.

    ``edge`` is the colour of a thin rim that parts circles that touch, "" for none.
    """

    x: tuple[float, ...]
    y: tuple[float, ...]
    sizes: tuple[float, ...]
    colours: tuple[str, ...]
    hover: tuple[str, ...]
    keys: tuple[Key, ...]
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Upright rectangles from a left and lower to a right and upper value."""

    left: tuple[float, ...]
    right: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    colours: tuple[str, ...]
    hover: tuple[str, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """An area with one or more outlines, each of at least three points."""

    outlines: tuple[tuple[tuple[float, float], ...], ...]
    colour: str
    edge: str = theme.PAPER
    hover: str = ""
    key: Key = ()


Mark = Text | Line | Points | Boxes | Shape


@dataclass(frozen=True, slots=True)
class Margins:
    """What a scene needs around its plot, in pixels; ``top`` is below the title."""

    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """Marks and the axes they stand on.

    Attributes
    ----------
    x, y
        The values at the left and right, and at the lower and upper edge of the plot.
    height
        Of the plot, in pixels; its width is what the paper leaves.
    marks
        In the order of drawing: later ones cover earlier ones.
    margins
        Room for the texts that stand outside the plot.
    equal
        Whether a unit is as long across as up: of maps and networks.

    """

    x: tuple[float, float]
    y: tuple[float, float]
    height: float
    marks: tuple[Mark, ...] = field(repr=False)
    margins: Margins = Margins()
    equal: bool = False

    @property
    def texts(self) -> list[str]:
        """Everything that is written in the scene, in the order of drawing."""
        return [mark.text for mark in self.marks if isinstance(mark, Text)]
