"""Lemmas: how often each word of the dictionary occurs, whatever form it stands in.

``الليبي``, ``ليبية`` and ``وليبيين`` are one lemma. Lemmas need a morphology database
(:mod:`kit.camel.morphology`); a word it does not know counts under itself. The counts
of all lemmas sum to the running words of the parts that are counted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import polars as pl

from kit.articles.article import PART_KINDS, as_articles
from kit.camel.morphology import Morphology
from kit.counts.filters import DEFAULT_PARTS, checked
from kit.language.normal import letters
from kit.language.tokens import is_word, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.articles.article import Article


def count_lemmas(
    articles: Iterable[Article],
    *,
    morphology: Morphology | None = None,
    parts: Sequence[str] = DEFAULT_PARTS,
    repeats: bool = False,
) -> pl.DataFrame:
    """Count the words of articles by their likeliest lemma.

    Parameters
    ----------
    articles
        What :func:`kit.read_articles` gave.
    morphology
        The database to ask; ``None`` is ``Morphology.load()``.
    parts
        The kinds of parts that count.
    repeats
        Whether a caption or paragraph that repeats an earlier one counts again.

    Returns
    -------
    pl.DataFrame
        ``lemma, count, forms``, the most frequent first; ``forms`` lists the spellings
        met, without vowel marks, the most frequent first.

    Raises
    ------
    FileNotFoundError
        If no database is installed; the message says how to get one.

    """
    articles = as_articles(articles)
    kinds = {checked(part, PART_KINDS, "part") for part in parts}
    morphology = Morphology.load() if morphology is None else morphology
    tokens: Counter[str] = Counter()
    for article in articles:
        for part in article.parts:
            if part.kind in kinds and (repeats or not part.repeat):
                tokens.update(tokenize(article.text[part.start : part.end]).texts)
    forms: Counter[str] = Counter()
    for token, count in tokens.items():
        if is_word(token):
            forms[letters(token)] += count
    morphology.prepare(forms)
    rows = [(morphology.lemma(form), form, count) for form, count in forms.items()]
    schema = {"lemma": pl.String, "form": pl.String, "count": pl.Int64}
    return (
        pl.DataFrame(rows, schema=schema, orient="row")
        .sort(["count", "form"], descending=[True, False])
        .group_by("lemma", maintain_order=True)
        .agg(pl.col("count").sum(), forms=pl.col("form"))
        .sort(["count", "lemma"], descending=[True, False])
    )
