"""Evidence: sentences behind the leading names, and the ledgers of their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from kit.counts import ledger, select
from kit.labels import digits_as, span_name, word
from kit.report.content import Heading, Run
from kit.report.inquiry import quotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kit.articles.article import Article
    from kit.report.content import Block, Paragraph
    from kit.report.inquiry import Inquiry

_SENTENCE = ("article", "sentence")
_DOT = " · "


def evidence(inquiry: Inquiry) -> Iterator[Block]:
    """Give sentences that mention the leading countries and actors."""
    yield Heading(inquiry.say("evidence"), 1)
    if not inquiry.leading:
        yield inquiry.text(inquiry.say("nothing"))
        return
    yield inquiry.text(inquiry.say("evidence.about"))
    for by, entity, mentions in inquiry.leading:
        said = inquiry.counted(mentions, "mentions")
        yield Heading(inquiry.say("name", name=inquiry.name(entity), mentions=said), 2)
        yield from _of(inquiry, by, entity)


def _of(inquiry: Inquiry, by: str, entity: str) -> Iterator[Block]:
    key = "country" if by == "country" else "entity"
    rows = select(inquiry.mentions, where=inquiry.where, by=by)
    rows = rows.filter(pl.col(key) == entity)
    places = spread(rows, inquiry.evidence)
    shown = inquiry.number(places.height)
    whole = inquiry.number(rows.select(_SENTENCE).unique().height)
    yield inquiry.text(inquiry.say("shown", shown=shown, all=whole))
    some = rows.join(places, on=_SENTENCE, how="semi", maintain_order="left")
    yield from sentences(inquiry, some)


def spread(rows: pl.DataFrame, most: int) -> pl.DataFrame:
    """Choose sentences: of every article the first, then of every one the second.

    Where there are more articles than sentences are wanted, articles from all over the
    corpus, not its first ones. They come in the order of the text.
    """
    places = rows.select(_SENTENCE).unique(maintain_order=True).with_row_index("at")
    turns = places.with_columns(turn=pl.int_range(pl.len()).over("article"))
    first = turns.filter(pl.col("turn") == 0)
    if first.height > most:
        chosen = first[[at * first.height // most for at in range(most)]]
    else:
        chosen = turns.sort("turn", "at").head(most).sort("at")
    return chosen.select(_SENTENCE)


def sentences(inquiry: Inquiry, rows: pl.DataFrame) -> Iterator[Block]:
    """Open rows into their sentences, all mentions of a sentence highlighted in it."""
    articles = inquiry.mentions.opened(rows["article"].unique())
    for place, group in rows.group_by(_SENTENCE, maintain_order=True):
        identity, number = place
        article = articles[str(identity)]
        first, last = article.sentences()[number]
        spans = group.select("start", "end").sort("start", "end").iter_rows()
        yield quotation(*highlighted(article.text, first, last, spans))
        yield source(inquiry, article)


def highlighted(
    text: str, first: int, last: int, spans: Iterable[tuple[int, int]]
) -> Iterator[Run]:
    """Cut a sentence into what is a mention and what is not.

    >>> [run.text for run in highlighted("زار ليبيا أمس", 0, 13, [(4, 9)])]
    ['زار ', 'ليبيا', ' أمس']
    """
    at = first
    for start, end in spans:
        begin = max(start, at)  # one name may stand in another
        if at < begin:
            yield Run(text[at:begin])
        if begin < end:
            yield Run(text[begin:end], marked=True)
        at = max(at, end)
    if at < last:
        yield Run(text[at:last])


def source(inquiry: Inquiry, article: Article) -> Paragraph:
    """Say where a sentence stands: title, outlet, date and id of its article."""
    day = inquiry.say("undated")
    if article.date:
        days = (article.date[:10],) * 2
        day = digits_as(
            span_name(*days, inquiry.language), inquiry.language, inquiry.digits
        )
    said: list[Run] = []
    for one in (article.title or inquiry.say("untitled"), article.source, day):
        if one:
            said += [Run(one), Run(_DOT)]
    return inquiry.text(*said, Run(article.id, code=True), role="source")


def ledgers(inquiry: Inquiry) -> Iterator[Block]:
    """Take the numbers of the leading country and the leading actor apart."""
    if not inquiry.leading:
        return
    yield Heading(inquiry.say("ledger"), 1)
    leading: Mapping[str, str] = {
        by: entity for by, entity, _ in reversed(inquiry.leading)
    }
    for by in ("country", "actor"):
        if by in leading:
            yield Heading(inquiry.name(leading[by]), 2)
            yield from _ledger(inquiry, leading[by])


def _ledger(inquiry: Inquiry, entity: str) -> Iterator[Block]:
    rows = ledger(inquiry.mentions, entity, where=inquiry.where)
    shares = [None if one is None else round(100 * one, 1) for one in rows["share"]]
    yes, no = inquiry.say("yes"), inquiry.say("no")
    total = int(rows.filter(pl.col("counted"))["mentions"].sum())
    columns: dict[str, list[object]] = {
        inquiry.say("way"): [
            *(word(f"way.{way}", inquiry.language) for way in rows["way"]),
            inquiry.say("sum"),
        ],
        word("mentions", inquiry.language): [*rows["mentions"], total],
        inquiry.say("share"): [*shares, 100],
        inquiry.say("counts"): [*(yes if on else no for on in rows["counted"]), ""],
    }
    yield from inquiry.table(inquiry.name(entity), columns)
