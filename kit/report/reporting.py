"""Reporting: from mentions to a whole report in one call.

A figure alone is not believed: a reader asks what was read, how it was counted, in
which sentences, and what was decided by hand. A report answers all of it in one file,
with every number on it that of :func:`kit.count_mentions` under the same filter.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from datetime import datetime
from operator import index
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from kit.charts.chart import Chart, Title, title_in
from kit.checking import expect, expect_path
from kit.counts.filters import as_filter
from kit.counts.knowing import check_ids
from kit.decisions import Decisions
from kit.export.figures import save
from kit.export.writing import write_whole
from kit.labels import DIGITS, LANGUAGES, using_digits
from kit.mentions.mention import expect_mentions
from kit.report.content import Content, Heading
from kit.report.evidence import evidence as evidence_of
from kit.report.evidence import ledgers
from kit.report.inquiry import Inquiry
from kit.report.judged import judged
from kit.report.material import citing, material
from kit.report.pictures import figures, in_language, usual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.counts import Filter
    from kit.mentions.mention import Mentions
    from kit.report.content import Block

SUFFIXES = {".docx": ".png", ".html": ".svg"}
"""What a report can be, and how its figures are drawn."""

_WIDTH_CM = 16.0
_DPI = 220
_PATIENCE = 2  # seconds until the progress shows


def report(  # noqa: PLR0913  # each option is a choice of who reads it
    mentions: Mentions,
    path: str | Path,
    *,
    where: Filter | Mapping[str, object] | None = None,
    language: str = "ar",
    title: Title = None,
    charts: Iterable[Chart] | None = None,
    digits: str = "latin",
    evidence: int = 5,
    decisions: Decisions | None = None,
) -> Path:
    """Write a whole report as a file and give its path.

    It says what was read and how it was counted, shows the charts with their numbers,
    sentences as evidence, the ledgers of the leading names, what was decided and what
    remained open, and how to cite it.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    path
        Where; ``.docx`` for Word, ``.html`` for one page that needs no network.
    where
        A :class:`Filter`, or the dict of one.
    language
        ``ar`` (from right to left) or ``en``.
    title
        One title, or one by language; else what a report is about.
    charts
        The charts to show; else countries, actors, countries by form, who stands with
        whom, and where in the article or in time. Given ones are made again in the
        language of the report.
    digits
        ``latin`` or ``arabic``.
    evidence
        How many sentences to show for each of the leading names.
    decisions
        The decisions under which the mentions were found, so that their reasons stand
        in the report.

    Raises
    ------
    ValueError
        If the suffix is neither of these, or an option or id is not known.
    FileNotFoundError
        If the folder is not there.

    """
    expect_mentions(mentions)
    path = checked_path(path)
    where = as_filter(where)
    check_ids(where, mentions)
    _check_words(language, digits, evidence)
    expect(decisions, (Decisions, type(None)), "decisions, as read_decisions(path)")
    day = datetime.now().astimezone().date()
    inquiry = Inquiry(mentions, where, language, digits, evidence, decisions, day)
    with using_digits(digits):
        shown = usual(inquiry) if charts is None else _given(charts, inquiry)
        name = title_in(title, language) or inquiry.say("title")
        content = Content(name, language, tuple(_blocks(inquiry, name, shown)))
    pictures = [*_drawn(content, SUFFIXES[path.suffix.lower()])]
    write_whole(path, _written(content, pictures, path.suffix.lower()))
    return path


def _blocks(inquiry: Inquiry, title: str, charts: tuple[Chart, ...]) -> Iterator[Block]:
    yield Heading(title, 0)
    yield inquiry.text(inquiry.say("made", day=inquiry.today))
    yield from material(inquiry, charts)
    yield from figures(inquiry, charts)
    yield from evidence_of(inquiry)
    yield from ledgers(inquiry)
    yield from judged(inquiry)
    yield from citing(inquiry)


def _drawn(content: Content, suffix: str) -> Iterator[bytes]:
    """Draw the figures, each as the bytes of a file."""
    drawing = tqdm(content.figures, desc="drawing", unit="figure", delay=_PATIENCE)
    with tempfile.TemporaryDirectory() as folder, drawing as waiting:
        for figure in waiting:
            file = Path(folder) / f"figure{suffix}"
            save(figure.chart, file, width_cm=_WIDTH_CM, dpi=_DPI)
            yield file.read_bytes()


def _written(content: Content, pictures: list[bytes], suffix: str) -> bytes:
    if suffix == ".html":
        from kit.report.webpage import webpage  # noqa: PLC0415  # one of the two

        return webpage(content, pictures)
    from kit.report.document import document  # noqa: PLC0415  # Word's schema is heavy

    return document(content, pictures)


def checked_path(given: str | Path) -> Path:
    """Give the path of a report, or raise an error if none can be written there."""
    expect_path(given)
    path = Path(given)
    if path.suffix.lower() not in SUFFIXES:
        ways = " or ".join(SUFFIXES)
        msg = f"Cannot write a report as '{path.suffix or path.name}'. Use {ways}."
        raise ValueError(msg)
    if not path.parent.is_dir():
        msg = f"No folder '{path.parent}' to write '{path.name}' in. Make it first."
        raise FileNotFoundError(msg)
    return path


def _check_words(language: str, digits: str, evidence: int) -> None:
    for name, value, known in (
        ("language", language, LANGUAGES),
        ("digits", digits, DIGITS),
    ):
        if value not in known:
            msg = f"No {name} '{value}'. Use one of: {', '.join(known)}."
            raise ValueError(msg)
    msg = f"evidence={evidence!r} must be a whole number, 0 or more."
    try:
        number = index(evidence)
    except TypeError:
        raise TypeError(msg) from None
    if isinstance(evidence, bool):
        raise TypeError(msg)
    if number < 0:
        raise ValueError(msg)


def _given(charts: Iterable[Chart], inquiry: Inquiry) -> tuple[Chart, ...]:
    way_out = "Give charts=[bars(counts), heatmap(together(mentions))]."
    expect(charts, Iterable, "charts", way_out)
    listed = tuple(charts)
    for chart in listed:
        expect(chart, Chart, "a chart", way_out)
    return in_language(listed, inquiry)
