"""A chart before it is drawn: its rows and every word that will stand in it.

A :class:`Chart` is made from a count, holds raw text and no colour, font or pixel, and
can be compared, tested and described without a browser. The renderers
(:mod:`kit.charts.plotly_renderer` for the screen and for export,
:mod:`kit.charts.matplotlib_renderer` for a machine without a browser) draw the same
value; what it says is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.checking import expect
from kit.labels import LANGUAGES
from kit.language.english import brief, several

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

    from kit.mentions.basis import Basis

KINDS = (
    "bars", "stacked", "dispersion", "timeline", "slope", "heatmap", "network", "map",
)  # fmt: skip  # the kinds read as one list


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture to be drawn.

    Attributes
    ----------
    kind
        One of ``KINDS``.
    data
        One row per mark, in the order of drawing. All kinds have ``entity, label``:
        the id and the name as it is drawn. Bars add ``value, text, mentions,
        selected``; stretches of stacked bars ``group, group_label, series, value,
        text``; marks of a dispersion ``article, start, token, tokens, at, surface,
        mentions``; points of a timeline ``period, period_label, value, text,
        mentions, articles, every, unit``; lines of a slope ``one_name, other_name, one,
        other, one_text, other_text, one_mentions, other_mentions, g2, log_ratio,
        p_adjusted``; cells of a heatmap ``other, other_label, row, column, value, text,
        entity_total, other_total``; lines of a network the same without row and
        column, with ``group_label, other_group_label``; countries of a map ``series,
        group_label, value, text, mentions, region``. ``text`` is the value as it is
        drawn.
    title, subtitle, x_title, y_title
        The words around the picture. The subtitle says what was counted.
    language
        ``ar`` or ``en``: of the words, and with it the direction of the page.
    alt
        The picture in a sentence, for who cannot see it.
    caption
        The sentence to print under it.
    empty
        What to say in place of the axes when there is no row, else "".
    digits
        ``latin`` (1, 2, 3) or ``arabic`` (١، ٢، ٣, in Arabic only).
    made
        What was counted and how the chart was made, as a small dict: filters as their
        dicts, and the options of the maker. Enough to make it again.
    basis
        Gives what the numbers stand on: see :mod:`kit.mentions.basis`.
    remake
        Makes the chart again with other options of its maker; None for a chart that
        was opened from a file.

    """

    kind: str
    data: pl.DataFrame = field(repr=False)
    title: str
    subtitle: str
    x_title: str
    y_title: str
    language: str
    alt: str
    caption: str
    empty: str = ""
    digits: str = "latin"
    made: Mapping[str, object] = field(default_factory=dict, repr=False)
    basis: Callable[[], Basis] | None = field(default=None, compare=False, repr=False)
    remake: Callable[..., Chart] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            msg = f"No kind of chart '{self.kind}'. Use one of: {', '.join(KINDS)}."
            raise ValueError(msg)
        if self.language not in LANGUAGES:
            msg = f"No language '{self.language}'. Use one of: {', '.join(LANGUAGES)}."
            raise ValueError(msg)

    def __repr__(self) -> str:
        size = several(len(self.rows), "row")
        return f"<Chart: {self.kind}, {brief(self.title)!r}, {size}>"

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``: where reading, and therefore the axis, begins."""
        return "rtl" if self.language == "ar" else "ltr"

    @property
    def method(self) -> list[tuple[str, str]]:
        """How the numbers came about, as headings and sentences that can be printed."""
        from kit.charts.method import method  # noqa: PLC0415  # it describes charts

        return method(self)

    def twin(self, **options: object) -> Chart:
        """Give the same chart in the other language, with other options if any.

        A title that was given in one language does not stand over the other: give
        both, ``title={"ar": ..., "en": ...}``, or one here.
        """
        if self.remake is None:
            msg = (
                "This chart was opened from a file, which holds its numbers in one "
                "language. Count again with its filter: reopen(path).where."
            )
            raise ValueError(msg)
        other = "en" if self.language == "ar" else "ar"
        return self.remake(**{"language": other, **options})

    @property
    def rows(self) -> list[str]:
        """The labels of the rows of the picture, from the top."""
        names = self.data.unique("entity", keep="first", maintain_order=True)
        return list(names["label"])

    @property
    def columns(self) -> list[str]:
        """The labels of the columns of a heatmap, from where reading begins."""
        if self.kind != "heatmap":
            return []
        return list(self.data.unique("column").sort("column")["other_label"])


Title = str | Mapping[str, str] | None
"""A title, or one for each language, or None for the one that says what was counted."""


def title_in(given: Title, language: str) -> str:
    """Give the title for a language, "" where there is none."""
    expect(given, (str, Mapping, type(None)), "a title")
    if isinstance(given, Mapping):
        title = given.get(language, "")
        expect(title, str, f"a title for '{language}'")
        return title
    return given or ""
