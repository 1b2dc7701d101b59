"""Rows: what was chosen in an article, as rows of the tables of mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

from kit.language.english import series
from kit.language.normal import letters
from kit.lexicon.index import ARTICLE
from kit.mentions.choosing import Choice
from kit.mentions.engines import ENGINES, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.articles.article import Article
    from kit.mentions.matcher import TokenRow


UNDECIDED = " + undecided between "
"""Stands in the evidence of a mention before what it may be."""

_IS_WORD = attrgetter("word")
Standing = tuple[Choice, list[Choice]]


def mention_rows(
    article: Article,
    row: TokenRow,
    chosen: Sequence[Standing],
    sentences: Sequence[int],
) -> Iterator[tuple[object, ...]]:
    """Give the rows of an article; ``sentences`` are where its sentences begin."""
    text, parts = article.text, article.parts
    words = list(accumulate(map(_IS_WORD, row.tokens), initial=0)) if chosen else []
    for outer, inner in chosen:
        at = row.paragraph(outer.match.first)
        part = parts[at]
        for choice in (outer, *inner):
            match, form = choice.match, choice.form
            inside = choice.inside if choice is outer else outer.form.entity
            start = row.start(match.first, match.stripped)
            end = row.end(match.last)
            yield (
                article.id, start, end, text[start:end],
                form.entity, form.kind, form.form, form.country, inside,
                part.kind, part.repeat, at, bisect_right(sentences, start) - 1,
                words[match.first], match.proclitics or None, _evidence(choice),
                choice.engine, choice.confidence,
                " ".join(choice.undecided) or None,
                "nested" if inside else _way(choice, text[start:end]),
            )  # fmt: skip  # in the order of MENTION_SCHEMA


def _way(choice: Choice, surface: str) -> str:
    """Give the one of ``WAYS`` that a mention of its own is counted under."""
    form = choice.form
    if choice.engine in ENGINES[1:]:
        return "recognised"
    if form.form != "name":
        return form.form
    if form.note.startswith("alias"):
        return "other_name"
    if choice.spelling or not _same_letters(surface, form.text):
        return "spelling"
    return "proclitic" if choice.match.proclitics else "name"


@lru_cache(maxsize=1 << 18)
def _same_letters(surface: str, usual: str) -> bool:
    """Say whether two spellings differ in nothing but marks and a missing article."""
    written, meant = letters(surface), letters(usual)
    return meant in {written, ARTICLE + written}


def _evidence(choice: Choice) -> str:
    said = choice.form.note
    if choice.match.proclitics:
        said = f"proclitic {choice.match.proclitics} + {said}"
    if choice.spelling:
        said += f" + spelling {choice.spelling}"
    if choice.reason:
        said += f" + {choice.reason}"
    if choice.undecided:
        said += f"{UNDECIDED}{series([choice.form.entity, *choice.undecided])}"
    return said


def token_rows(
    article: Article, row: TokenRow, sentences: Sequence[int]
) -> Iterator[tuple[object, ...]]:
    """Give the running words and sentences of each paragraph."""
    first = 0
    for at, part in enumerate(article.parts):
        count = bisect_left(sentences, part.end) - bisect_left(sentences, part.start)
        words = sum(map(_IS_WORD, row.tokens[first : row.breaks[at]]))
        first = row.breaks[at]
        yield article.id, at, part.kind, part.repeat, words, count


def proposal_rows(
    article: Article, row: TokenRow, proposed: Iterable[Proposal]
) -> Iterator[tuple[object, ...]]:
    """Give what recognisers marked, cut to names."""
    for first, last, kind, engine, confidence, stripped, *_ in proposed:
        start, end = row.start(first, stripped), row.end(last)
        yield article.id, start, end, article.text[start:end], kind, engine, confidence
