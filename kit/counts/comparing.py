"""Comparing: what one slice of the news mentions more than another.

Two slices (outlets, periods, articles with and without an actor) are two filters. For
every country or actor stand beside each other how often either mentions it, out of how
many running words; whether the difference is more than chance; and how large it is.
These are two questions: in much text small differences are certain.

**Whether** The log-likelihood G2 of Rayson and Garside: the two counts against those
expected if both slices mentioned it at the same rate. Its ``p`` is that of chi-squared
with one degree of freedom; ``p_adjusted`` corrects it for the number of entities that
are compared: among those at or below 0.05, 5 in 100 are expected to be no differences
(Benjamini and Hochberg).

**How much** The log ratio of Hardie: the binary logarithm of the ratio of the two
rates, 1 for twice as often, -1 for half, with the interval that holds it in 95 of 100
samples (the counts as Poisson: the natural logarithm has the variance 1/a + 1/b). Where
a slice never mentions it, the ratio would be infinite, so 0.5 is added to both counts,
in the ratio and its interval alone.

Both take mentions to be independent, and those of one article are not: what one long
article repeats looks more certain than it is. So the numbers of articles stand beside.

References
----------
Paul Rayson, Roger Garside: Comparing corpora using frequency profiling. Proceedings of
the workshop on Comparing Corpora, ACL 2000, pages 1-6.

Andrew Hardie: Log Ratio, an informal introduction. CASS, Lancaster University, 2014.

Yoav Benjamini, Yosef Hochberg: Controlling the false discovery rate. Journal of the
Royal Statistical Society B 57, 1995, pages 289-300.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from kit.checking import expect
from kit.counts.counting import count_mentions
from kit.counts.filters import BY, KINDS, Filter, as_filter, checked
from kit.counts.knowing import check_ids
from kit.counts.opening import chosen
from kit.counts.selecting import admitted, selecting
from kit.language.english import several
from kit.lexicon.lexicon import default_lexicon
from kit.mentions.basis import basis_of
from kit.mentions.mention import expect_mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kit.mentions.basis import Basis
    from kit.mentions.mention import Mentions

ADDED_TO_ZERO = 0.5
_PER = 1000
_WIDE = 1.959963984540054  # standard deviations around the mean that hold 95 of 100


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two slices compared, and all that must be said beside it.

    Attributes
    ----------
    table
        ``entity, name, english, one, other, one_per_1000, other_per_1000,
        one_articles, other_articles, g2, p, p_adjusted, log_ratio, low, high``, the
        highest ``g2`` first. ``one`` and ``other`` are mentions, ``one_articles`` and
        ``other_articles`` the articles with them, ``low`` and ``high`` the interval of
        ``log_ratio``, which is above 0 where the first slice mentions it more.
    one, other
        The filters.
    by
        ``country`` or ``actor``.
    one_tokens, other_tokens, one_articles, other_articles
        Running words and articles of the slices: the denominators.
    shared_articles
        Articles that are in both: what they mention speaks for no difference.
    chosen
        Arabic and English name of the entities that the filter names.
    basis
        Gives what the count stands on: see :mod:`kit.mentions.basis`.

    """

    table: pl.DataFrame
    one: Filter
    other: Filter
    by: str
    one_tokens: int
    other_tokens: int
    one_articles: int
    other_articles: int
    shared_articles: int
    chosen: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    basis: Callable[[], Basis] | None = field(default=None, compare=False, repr=False)

    def __repr__(self) -> str:
        many = "countries" if self.by == "country" else ""
        sides = " and ".join(
            several(tokens, "word") for tokens in (self.one_tokens, self.other_tokens)
        )
        shared = (
            f", {several(self.shared_articles, 'article')} in both"
            if self.shared_articles
            else ""
        )
        compared = several(self.table.height, self.by, many)
        return f"<Comparison: {compared} in {sides}{shared}; see table>"


def compare(
    mentions: Mentions,
    one: Filter | Mapping[str, object],
    other: Filter | Mapping[str, object],
    *,
    by: str = "country",
) -> Comparison:
    """Compare what two slices mention.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    one, other
        Two filters, or the dicts of them: ``{"outlets": ["الخبر"]}`` and
        ``{"outlets": ["الشروق"]}``, ``{"until": "2017"}`` and ``{"since": "2018"}``,
        or the two that :func:`with_and_without` gives. Other options (parts, forms,
        ways) should be the same in both.
    by
        ``country`` or ``actor`` (persons and organisations).

    Raises
    ------
    ValueError
        If a slice holds no words, or a filter a word or an id that is not known.

    Examples
    --------
    >>> from kit import find_mentions, read_articles
    >>> mentions = find_mentions(read_articles("seeds"), engine="lexicon")
    >>> found = compare(mentions, {"parts": ["headline"]}, {"parts": ["body"]})
    >>> found.table["entity", "one", "other"].row(0)
    ('LY', 1, 13)

    """
    expect_mentions(mentions)
    checked(by, BY, "by")
    sides = as_filter(one), as_filter(other)
    counts = [count_mentions(mentions, by=by, where=where) for where in sides]
    for count in counts:
        if not count.tokens:
            msg = f"There are no words to compare in {count.where!r}. Let more in."
            raise ValueError(msg)
    numbers = _beside(
        [_numbers(mentions, where, by) for where in sides],
        [count.tokens for count in counts],
    )
    names = pl.concat(
        [count.table.select("entity", "name", "english") for count in counts]
    ).unique("entity")
    table = (
        numbers.join(names, on="entity")
        .sort(["g2", "name", "entity"], descending=[True, False, False])
        .select(
            "entity", "name", "english", "one", "other", "one_per_1000",
            "other_per_1000", "one_articles", "other_articles", "g2", "p",
            "p_adjusted", "log_ratio", "low", "high",
        )
    )  # fmt: skip  # the columns read as one list
    return Comparison(
        table,
        *sides,
        by=by,
        one_tokens=counts[0].tokens,
        other_tokens=counts[1].tokens,
        one_articles=counts[0].articles,
        other_articles=counts[1].articles,
        shared_articles=_shared(mentions, sides),
        chosen=chosen(sides[0], mentions) | chosen(sides[1], mentions),
        basis=partial(basis_of, mentions),
    )


def with_and_without(
    mentions: Mentions,
    entity: str,
    *,
    where: Filter | Mapping[str, object] | None = None,
) -> tuple[Filter, Filter]:
    """Give two filters: the articles that mention somebody, and the others.

    ``entity`` is the id of a country or of anybody else; ``where`` says which mentions
    and which articles to look at.

    Examples
    --------
    >>> from kit import find_mentions, read_articles
    >>> mentions = find_mentions(read_articles("seeds"), engine="lexicon")
    >>> [len(one.articles) for one in with_and_without(mentions, "khalifa-haftar")]
    [1, 0]

    """
    expect_mentions(mentions)
    expect(entity, str, "the id of an entity")
    where = as_filter(where)
    listed = default_lexicon().names.get(entity)
    is_country = listed is not None and listed.kind == "country"
    if is_country or entity in mentions.known_ids["countries"]:
        by, key, asked = "country", "country", replace(where, countries=(entity,))
    else:
        by, key, asked = "actor", "entity", replace(where, actors=(entity,))
    check_ids(asked, mentions)
    kinds = KINDS if by == "actor" and where.kinds is None else where.kinds
    rows = selecting(mentions, replace(where, kinds=kinds), by)
    found = rows.filter(pl.col(key) == entity).select("article").collect()
    every = _articles_of(mentions, where)
    has = every.is_in(found["article"].unique().implode())
    return (
        replace(where, articles=tuple(every.filter(has))),
        replace(where, articles=tuple(every.filter(~has))),
    )


def _numbers(mentions: Mentions, where: Filter, by: str) -> pl.DataFrame:
    key = "country" if by == "country" else "entity"
    return (
        selecting(mentions, where, by)
        .group_by(pl.col(key).alias("entity"))
        .agg(mentions=pl.len(), articles=pl.col("article").n_unique())
        .collect()
    )


def _beside(sides: list[pl.DataFrame], tokens: list[int]) -> pl.DataFrame:
    """Put the numbers of two slices side by side, with what follows from them."""
    one, other = (
        side.rename({"mentions": name, "articles": f"{name}_articles"})
        for side, name in zip(sides, ("one", "other"), strict=True)
    )
    table = one.join(other, on="entity", how="full", coalesce=True).with_columns(
        pl.col("one", "other", "one_articles", "other_articles").fill_null(0)
    )
    either_zero = (pl.col("one") == 0) | (pl.col("other") == 0)
    added = pl.when(either_zero).then(ADDED_TO_ZERO).otherwise(0.0)
    one_count, other_count = pl.col("one") + added, pl.col("other") + added
    ratio = (one_count / tokens[0]) / (other_count / tokens[1])
    # In binary logarithms, as the ratio is.
    wide = _WIDE * (1 / one_count + 1 / other_count).sqrt() * pl.lit(2.0).log() ** -1
    return _with_likelihood(table, tokens).with_columns(
        one_per_1000=pl.col("one") * _PER / tokens[0],
        other_per_1000=pl.col("other") * _PER / tokens[1],
        log_ratio=ratio.log(2),
        low=ratio.log(2) - wide,
        high=ratio.log(2) + wide,
    )


def _with_likelihood(table: pl.DataFrame, tokens: list[int]) -> pl.DataFrame:
    # scipy takes a second to import, which only a comparison needs.
    from scipy.stats import false_discovery_control, power_divergence  # noqa: PLC0415

    if table.is_empty():
        return table.with_columns(
            pl.lit(None, pl.Float64).alias(name) for name in ("g2", "p", "p_adjusted")
        )
    together = table["one"] + table["other"]
    shares = [size / sum(tokens) for size in tokens]
    g2, p = power_divergence(
        [table["one"].to_list(), table["other"].to_list()],
        [(together * share).to_list() for share in shares],
        lambda_="log-likelihood",
    )
    return table.with_columns(
        g2=pl.Series(g2),
        p=pl.Series(p),
        p_adjusted=pl.Series(false_discovery_control(p)),
    )


def _shared(mentions: Mentions, sides: tuple[Filter, Filter]) -> int:
    one, other = ({*_articles_of(mentions, where)} for where in sides)
    return len(one & other)


def _articles_of(mentions: Mentions, where: Filter) -> pl.Series:
    scope = mentions.scan_tokens().filter(admitted(mentions, where))
    return scope.select("article").unique(maintain_order=True).collect()["article"]
