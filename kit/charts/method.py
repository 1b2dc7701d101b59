"""Method: how the numbers of a chart came about, in sentences that can be printed.

A reader who doubts a number asks what was read, how names were found, what was counted,
and what remained open. The answers come from the chart's basis and from the words over
it, so that they are true of this chart and of no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.charts.definition import listed, series
from kit.labels import counted, digits_as, number, span_name, word

if TYPE_CHECKING:
    from kit.charts.chart import Chart
    from kit.mentions.basis import Basis

_NAMED = 5  # outlets


def method(chart: Chart) -> list[tuple[str, str]]:
    """Give headings and sentences, in the language of the chart.

    A chart that stands on no corpus (made of numbers alone) says what was counted.
    """
    words = chart.language
    said = chart.subtitle.rstrip(".")
    counting = (word("method.counting", words), f"{said}.")
    if chart.basis is None:
        return [counting]
    basis = chart.basis()
    return [
        (word("method.material", words), _material(basis, chart)),
        (word("method.finding", words), _finding(basis, words)),
        counting,
        (word("method.open", words), _open(basis, chart)),
        (
            word("method.check", words),
            _filled("method.check.corpus", words, corpus=basis.corpus),
        ),
    ]


def _filled(key: str, language: str, **values: str) -> str:
    text = word(key, language)
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _material(basis: Basis, chart: Chart) -> str:
    words, digits = chart.language, chart.digits
    said = [
        counted(basis.articles, "articles", words, digits),
        counted(basis.words, "words", words, digits),
    ]
    if basis.outlets:
        named = series(basis.outlets[:_NAMED], words)
        key = "method.outlets" + (".more" if len(basis.outlets) > _NAMED else "")
        count = number(len(basis.outlets), words, digits)
        said.append(_filled(key, words, n=count, outlets=named))
    if basis.since:
        days = (basis.since[:10], basis.until[:10])
        said.append(digits_as(span_name(*days, words), words, digits))
    if basis.undated == basis.articles:
        said.append(word("without_date.all", words))
    elif basis.undated:
        said.append(counted(basis.undated, "without_date", words, digits))
    return f"{listed(said, words)}."


def _finding(basis: Basis, language: str) -> str:
    tables = _filled(
        "method.finding.tables", language, kit=basis.kit, lexicon=basis.lexicon
    )
    known = ("recogniser", "camel")
    said = [
        word(f"method.finding.{one}", language) for one in known if one in basis.engines
    ]
    if basis.titles:
        said.append(word("method.titles", language))
    return " ".join([tables, *said])


def _open(basis: Basis, chart: Chart) -> str:
    words, digits = chart.language, chart.digits
    if basis.undecided:
        undecided = _filled(
            "method.open.undecided",
            words,
            undecided=number(basis.undecided, words, digits),
            mentions=counted(basis.mentions, "mentions", words, digits),
        )
    else:
        undecided = word("method.open.none", words)
    return f"{undecided} {counted(basis.decided, 'method.decided', words, digits)}"
