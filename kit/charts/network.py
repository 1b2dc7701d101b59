"""Network: names joined by lines to those they are mentioned with.

A heatmap gives the number of each pair; a network shows who stands between whom. A
circle is a name, larger where more sentences name it; a line joins two that a sentence
names together, wider where more do. Names that meet none of the others have no place
in it, and are told in words.
"""

from __future__ import annotations

import polars as pl

from kit.charts import pairs
from kit.charts.chart import Chart, Title, title_in
from kit.charts.definition import DOT, listed, sentences
from kit.charts.making import maker
from kit.checking import expect
from kit.counts import Together
from kit.labels import counted, number, word

_NAMED = 3


@maker
def network(
    together: Together,
    *,
    language: str = "ar",
    title: Title = None,
    digits: str = "latin",
) -> Chart:
    """Make the network of what is mentioned together.

    Parameters
    ----------
    together
        What :func:`kit.counts.together` gave: of actors and actors, of countries and
        countries, or of both.
    language
        ``ar`` or ``en``.
    title
        One title, or one by language; else the question the chart answers.
    digits
        ``latin`` or ``arabic``.

    """
    way_out = 'Draw network(together(mentions, rows="actor", columns="actor")).'
    expect(together, Together, "what is mentioned together", way_out)
    title = title_in(title, language) or word(
        f"title.together.{together.rows}.{together.columns}", language
    )
    data = _lines(together, language, digits)
    phrases = [
        *pairs.phrases(together, language, digits),
        *_alone(together, data, language, digits),
    ]
    empty = pairs.nothing(together, language)
    subtitle = [*phrases, *([] if empty else [word("network.key", language)])]
    return Chart(
        kind="network",
        data=data,
        title=title,
        subtitle=DOT.join(subtitle),
        x_title=word("unit.together", language),
        y_title="",
        language=language,
        alt=_alt(title, data, empty, language, digits),
        caption=sentences(title, phrases, language),
        empty=empty,
        digits=digits,
    )


def _lines(together: Together, language: str, digits: str) -> pl.DataFrame:
    labels = pairs.labels(together, language)
    row_total, column_total = (
        dict(totals.select("entity", "value").iter_rows())
        for totals in (together.row_totals, together.column_totals)
    )
    # Who is a row and a column meets the other twice.
    met = together.table.filter(pl.col("sentences") > 0).unique(
        pl.concat_list("entity", "other").list.sort(), keep="first", maintain_order=True
    )
    groups = {by: word(f"network.{by}", language) for by in ("actor", "country")}
    rows = [
        (
            entity,
            labels[entity],
            other,
            labels[other],
            groups[together.rows],
            groups[together.columns],
            value,
            number(value, language, digits),
            row_total[entity],
            column_total[other],
        )
        for entity, other, value in met.select(
            "entity", "other", "sentences"
        ).iter_rows()
    ]
    schema = {
        "entity": pl.String,
        "label": pl.String,
        "other": pl.String,
        "other_label": pl.String,
        "group_label": pl.String,
        "other_group_label": pl.String,
        "value": pl.Int64,
        "text": pl.String,
        "entity_total": pl.Int64,
        "other_total": pl.Int64,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _alone(
    together: Together, data: pl.DataFrame, language: str, digits: str
) -> list[str]:
    """Name those that no sentence mentions with another of these."""
    met = {*data["entity"], *data["other"]}
    labels = pairs.labels(together, language)
    alone = [label for entity, label in labels.items() if entity not in met]
    if not alone or not met:
        return []
    named, rest = alone[:_NAMED], len(alone) - _NAMED
    said = f"{word('network.alone', language)}: {listed(named, language)}"
    more = [counted(rest, "besides", language, digits)] if rest > 0 else []
    return [" ".join([said, *more])]


def _alt(title: str, data: pl.DataFrame, empty: str, language: str, digits: str) -> str:
    chart = word("chart.network", language)
    if empty:
        return f"{chart}: {title}. {empty}"
    largest = data.sort("value", descending=True, maintain_order=True).head(_NAMED)
    first = pairs.named_pairs(
        largest.select("label", "other_label", "value").rows(), language, digits
    )
    names = len({*data["entity"], *data["other"]})
    comma = listed(["", ""], language)
    size = comma.join(
        (
            counted(names, "names", language, digits),
            counted(data.height, "pairs", language, digits),
        )
    )
    most = word("most", language)
    return f"{chart}: {title}{comma}{size}{comma}{most}: {listed(first, language)}."
