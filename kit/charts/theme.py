"""The look of the house: what both renderers share.

White paper, text first, one accent colour. Nothing that does not carry a number: no
frame, no gridlines behind bars, no legend for one colour. Sizes are CSS pixels (1/96
inch); colours are from Okabe and Ito's palette, which colour-blind readers tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.charts.columns import Heading, heading
from kit.charts.definition import DOT, quoted
from kit.labels import counted, number, word, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.charts.chart import Chart

PAPER = "#FFFFFF"
INK = "#1A1A1A"
GREY = "#555555"
RULE = "#DDDDDD"
ACCENT = "#0072B2"
PALE = "#9CC3DE"
SERIES = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#777777", "#56B4E9")
"""Colours of what stands side by side, told apart by colour-blind readers too."""
# The accent by a hair: a dark screen brightens the accent of bars, but must leave the
# cells of a heatmap dark under their light numbers.
CELL_COLOUR = "#0070B0"
_AS_LETTERS = {
    "#E69F00": "#8F6200",
    "#009E73": "#00765A",
    "#CC79A7": "#A1447A",
    "#56B4E9": "#1B75AB",
    "#D55E00": "#B34F00",
    "#777777": "#595959",
}

WIDTH = 605.0  # 16 cm, the text width of a page of A4
TITLE_SIZE = 17
SUBTITLE_SIZE = 12
LABEL_SIZE = 13
MARGIN = 14
TITLE_LINE = 24
SUBTITLE_LINE = 17
ROW = 28
TALL_ROW = 38
AXIS = 34
EMPTY_HEIGHT = 120
CELL = 0.94  # of a row and of a column; the rest is paper between the cells

_FAINTEST = 0.25
_PALEST = 0.1
_DEEPEST = 0.82
_SEVERAL = 5
_THIN = 1.6
_BROAD = 2.6

_TITLE_LETTER = 10.5  # widths of a letter, on the wide side of the fonts in question
_SUBTITLE_LETTER = 6.5
_LABEL_LETTER = 7.2
# Of the width, at most, for the names of the rows, and in how many lines.
_LABELS = (0.36, 2)
_CELL_LABELS = (0.28, None)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand on the paper, in pixels, and the text broken to fit.

    Attributes
    ----------
    width, height
        The whole paper.
    top, bottom
        Height of the title block and of what stands below the rows.
    names
        Width of the names beside the rows.
    title, subtitle
        Their lines.
    labels
        The names of the rows from the top, each of one or two lines; of a heatmap, of
        as many as they need.
    heading
        The names over the columns of a heatmap.

    """

    width: float
    height: float
    top: float
    bottom: float
    names: float
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    labels: tuple[str, ...]
    heading: Heading


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of the title block, and its height with the space below it."""

    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    height: float


def head_of(chart: Chart, width: float = WIDTH) -> Head:
    """Break the words over a chart into lines that fit a width."""
    inner = width - 2 * MARGIN
    title = wrapped(chart.title, _letters(inner, _TITLE_LETTER)).split("\n")
    subtitle = _packed(chart.subtitle, _letters(inner, _SUBTITLE_LETTER))
    height = MARGIN + TITLE_LINE * len(title) + SUBTITLE_LINE * len(subtitle) + 16
    return Head(tuple(title), tuple(subtitle), height)


@dataclass(frozen=True, slots=True)
class Rows:
    """The names of rows broken into lines, the width they need, and a row's height."""

    labels: tuple[str, ...]
    width: float
    height: float


def rows_of(
    names: Sequence[str], width: float, *, share: float = 0.36, most: int | None = 2
) -> Rows:
    """Fit the names of rows into a share of a width, in at most so many lines."""
    per_line = _letters(width * share, _LABEL_LETTER)
    labels = tuple(wrapped(name, per_line, most=most) for name in names)
    longest = max((len(li) for text in labels for li in text.split("\n")), default=0)
    lines = max((text.count("\n") + 1 for text in labels), default=1)
    row = ROW if lines == 1 else TALL_ROW + (lines - 2) * SUBTITLE_LINE
    return Rows(labels, longest * _LABEL_LETTER + 12, row)


def readable(colour: str) -> str:
    """Give a colour of ``SERIES`` as letters can bear it: pale ones are darkened.

    Letters need a contrast to the paper of 4.5 to 1, lines only 3 to 1 (WCAG 2.2).
    """
    return _AS_LETTERS.get(colour, colour)


def text_width(text: str, size: float = LABEL_SIZE) -> float:
    """Give the width of a line in pixels, on the wide side of the fonts in question."""
    return len(text) * _LABEL_LETTER * size / LABEL_SIZE


def layout(chart: Chart, width: float = WIDTH) -> Layout:
    """Fit a chart into a width; the height follows from its rows."""
    head_block = head_of(chart, width)
    share, most = _CELL_LABELS if chart.kind == "heatmap" else _LABELS
    rows = rows_of([] if chart.empty else chart.rows, width, share=share, most=most)
    columns = [] if chart.empty else chart.columns
    inner = width - 2 * MARGIN - rows.width
    columns_head = heading(columns, inner, _longest_number(chart))
    top = head_block.height + columns_head.height
    bottom = MARGIN + (AXIS if chart.kind == "dispersion" and rows.labels else 0)
    return Layout(
        width=width,
        height=top + (rows.height * len(rows.labels) or EMPTY_HEIGHT) + bottom,
        top=top,
        bottom=bottom,
        names=rows.width,
        title=head_block.title,
        subtitle=head_block.subtitle,
        labels=rows.labels,
        heading=columns_head,
    )


def position_ticks(chart: Chart) -> dict[int, str]:
    """Give the ticks of the way through the text: percent to words."""
    words = chart.language
    sign = "٪" if (words, chart.digits) == ("ar", "arabic") else "%"
    percent = {at: f"{number(at, words, chart.digits)}{sign}" for at in (25, 50, 75)}
    return {0: word("start", words), **percent, 100: word("end", words)}


def shades(numbers: list[int]) -> list[float]:
    """Give the opacity of marks that stand for so many mentions each.

    >>> shades([1, 1]), shades([1, 4])
    ([1.0, 1.0], [0.4375, 1.0])
    """
    most = max(numbers, default=1)
    return [_FAINTEST + (1 - _FAINTEST) * number / most for number in numbers]


def depths(values: list[int]) -> list[float]:
    """Give the opacity of cells that stand for so many sentences each.

    Never so deep that the ink of a number in it, or on a dark screen the light that
    takes its place, would stand out less than readers need (4.5 to 1).

    >>> depths([1, 25, 100]), depths([1, 1])
    ([0.17, 0.46, 0.82], [0.42, 0.42])
    """
    # By the square root: a few pairs meet ten times as often as all others. But one
    # sentence is never dark.
    most = max([_SEVERAL, *values])
    deep = [_PALEST + (_DEEPEST - _PALEST) * (value / most) ** 0.5 for value in values]
    return [round(depth, 2) for depth in deep]


def mark_width(chart: Chart) -> float:
    """Give the width of a mark: thin for a mention, broader for several."""
    return _BROAD if bool((chart.data["mentions"] > 1).any()) else _THIN


def hover_lines(chart: Chart) -> list[str]:
    r"""Give what each bar or mark says when pointed at, lines separated by ``\n``."""
    words = chart.language
    if chart.kind == "bars":
        return [
            f"{label}\n{chart.x_title}: {text}"
            + (
                ""
                if value == mentions
                else f"\n{counted(mentions, 'mentions', words, chart.digits)}"
            )
            for label, text, value, mentions in chart.data.select(
                "label", "text", "value", "mentions"
            ).iter_rows()
        ]
    if chart.kind in {"heatmap", "network"}:
        return _cell_lines(chart)
    rows = chart.data.select(
        "label", "surface", "token", "tokens", "article", "mentions"
    )
    return [
        f"{label}\n{quoted(surface, words)}\n{word('word', words)} "
        f"{number(token + 1, words, chart.digits)} {word('of', words)} "
        f"{number(tokens, words, chart.digits)}\n"
        + (
            f"{word('article', words)}: {article}"
            if mentions == 1
            else counted(mentions, "mentions", words, chart.digits)
        )
        for label, surface, token, tokens, article, mentions in rows.iter_rows()
    ]


def _cell_lines(chart: Chart) -> list[str]:
    """Say of each cell or line how often both are named, and how often each."""
    words, digits = chart.language, chart.digits
    columns = (
        "label", "other_label", "value", "entity_total", "other_total",
    )  # fmt: skip  # the columns read as one list
    return [
        f"{label} {word('with', words)} {other}: "
        f"{counted(value, 'sentences', words, digits)}\n"
        f"{label}: {counted(total, 'sentences', words, digits)} {DOT.strip()} "
        f"{other}: {counted(other_total, 'sentences', words, digits)}"
        for label, other, value, total, other_total in chart.data.select(
            columns
        ).iter_rows()
    ]


def value_axis(chart: Chart, place: Layout) -> tuple[float, float]:
    """Give the ends of the axis of values, the left one first: bars begin at zero.

    Beyond the longest bar there is room for the number at its end.
    """
    number_width = max(map(len, chart.data["text"])) * _LABEL_LETTER * 1.15 + 10
    plot = max(place.width - place.names - 2 * MARGIN, 2 * number_width)
    longest = float(max(chart.data["value"])) or 1.0
    end = longest * plot / (plot - number_width)
    return (end, 0.0) if chart.direction == "rtl" else (0.0, end)


def _longest_number(chart: Chart) -> int:
    return max(map(len, chart.data["text"]), default=1) if chart.columns else 1


def _packed(phrases: str, width: int) -> list[str]:
    """Break a subtitle between its phrases, inside one only where it must be.

    A line that ends between phrases needs no dot: its end parts them.
    """
    lines: list[str] = []
    for phrase in phrases.split(DOT):
        if lines and len(lines[-1]) + len(DOT) + len(phrase) <= width:
            lines[-1] += DOT + phrase
        else:
            lines += wrapped(phrase, width).split("\n")
    return lines


def _letters(width: float, letter: float) -> int:
    return max(8, int(width / letter))
