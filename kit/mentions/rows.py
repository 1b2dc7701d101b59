"""Rows: what was chosen in articles, as the tables of mentions.

The tables of some articles are made together and column by column: where the mentions
stand is looked up for all of them at once, and only their words and evidence are
written one by one.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import polars as pl

from kit.language.english import series
from kit.language.normal import letters
from kit.lexicon.index import ARTICLE
from kit.mentions.choosing import Choice
from kit.mentions.engines import ENGINES, Proposal
from kit.mentions.mention import MENTION_SCHEMA, PROPOSAL_SCHEMA, TOKEN_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.articles.article import Article
    from kit.mentions.tokenrow import Numbers, TokenRow


UNDECIDED = " + undecided between "
"""Stands in the evidence of a mention before what it may be."""

Standing = tuple[Choice, list[Choice]]


class Read(NamedTuple):
    """An article with its tokens, and where its sentences begin."""

    article: Article
    row: TokenRow
    sentences: list[int]

    @classmethod
    def of(cls, article: Article, row: TokenRow) -> Read:
        """Divide an article of these tokens into sentences."""
        return cls(article, row, [start for start, _ in article.sentences()])


class Tables:
    """Makes the tables of some articles, which are taken as if they were one text.

    So the numbers of tokens, characters and paragraphs here are those of all together,
    until they are written down.
    """

    def __init__(self, read: Sequence[Read]) -> None:
        self._read = read
        self._parts = [part for one in read for part in one.article.parts]
        self._tokens = _begins(len(one.row) for one in read)
        # One character apart, so that the end of a text is not where the next begins.
        self._texts = _begins(len(one.article.text) + 1 for one in read)
        self._paragraphs = _begins(len(one.article.parts) for one in read)
        self._breaks = _together([one.row.breaks for one in read], self._tokens)
        self._sentences = _together([one.sentences for one in read], self._texts)
        self._first_sentences = _begins(len(one.sentences) for one in read)
        self._numbers = np.concatenate([one.row.numbers for one in read])
        self._starts = np.concatenate([one.row.starts for one in read])
        self._types = read[0].row.types
        words = self._types.are_words.of(self._numbers)
        self._words = np.concatenate([[0], np.cumsum(words)])

    def mentions(self, chosen: Sequence[Sequence[Standing]]) -> pl.DataFrame:
        """Give the mentions of what was chosen in each of the articles."""
        choices: list[Choice] = []
        around: list[str | None] = []
        counts = []
        for some in chosen:
            before = len(choices)
            for outer, inner in some:
                choices.append(outer)
                around.append(outer.inside)
                choices += inner
                around += [outer.form.entity] * len(inner)
            counts.append(len(choices) - before)
        if not choices:
            return pl.DataFrame(schema=MENTION_SCHEMA)
        matches, forms, spellings, reasons, undecided, _, engines, confidences = zip(
            *choices, strict=True
        )
        firsts, lasts, stripped, proclitics, _ = zip(*matches, strict=True)
        _, entities, kinds, names, countries, notes = zip(*forms, strict=True)
        of = np.repeat(np.arange(len(counts)), counts)
        first, last = self._tokens[of] + firsts, self._tokens[of] + lasts
        start, end = self._spans(first, last, np.array(stripped))
        paragraph = np.searchsorted(self._breaks, first)
        sentence = np.searchsorted(self._sentences, start + self._texts[of], "right")
        surfaces = self._surfaces(of, start, end)
        # Of most mentions the note of the form says all.
        more = zip(proclitics, spellings, reasons, undecided, strict=True)
        told = zip(choices, notes, map(any, more), strict=True)
        evidence = [_evidence(choice) if any_ else note for choice, note, any_ in told]
        written = list(zip(choices, around, surfaces, strict=True))
        columns = (
            *(self._ids(of), start, end, surfaces, entities, kinds, names, countries),
            around,
            *self._of_parts(paragraph),
            paragraph - self._paragraphs[of],
            sentence - 1 - self._first_sentences[of],
            self._words[first] - self._words[self._tokens[of]],
            [chain or None for chain in proclitics],
            evidence,
            *(engines, confidences),
            [" ".join(others) or None for others in undecided],
            ["nested" if inside else _way(one, text) for one, inside, text in written],
        )
        return pl.DataFrame(
            dict(zip(MENTION_SCHEMA, columns, strict=True)), MENTION_SCHEMA
        )

    def tokens(self) -> pl.DataFrame:
        """Give the running words and sentences of each paragraph."""
        of = np.repeat(np.arange(len(self._read)), np.diff(self._paragraphs))
        spans = np.array([(part.start, part.end) for part in self._parts], np.intp)
        begun = np.searchsorted(
            self._sentences, self._texts[of] + spans.reshape(-1, 2).T
        )
        words = np.diff(self._words[self._breaks], prepend=0)
        columns = (
            self._ids(of),
            np.arange(len(of)) - self._paragraphs[of],
            *self._of_parts(np.arange(len(of))),
            words,
            begun[1] - begun[0],
        )
        return pl.DataFrame(dict(zip(TOKEN_SCHEMA, columns, strict=True)), TOKEN_SCHEMA)

    def proposals(self, proposed: Sequence[Sequence[Proposal]]) -> pl.DataFrame:
        """Give what recognisers marked in each of the articles, cut to names."""
        rows = [
            (article.id, start, end, article.text[start:end], kind, engine, confidence)
            for (article, row, _), some in zip(self._read, proposed, strict=True)
            for first, last, kind, engine, confidence, stripped, *_ in some
            for start, end in [(row.start(first, stripped), row.end(last))]
        ]
        return pl.DataFrame(rows, PROPOSAL_SCHEMA, orient="row")

    def _ids(self, of: Numbers) -> list[str]:
        ids = [one.article.id for one in self._read]
        return list(map(ids.__getitem__, of.tolist()))

    def _of_parts(self, paragraphs: Numbers) -> tuple[list[str], list[bool]]:
        """Give the kinds of paragraphs, and whether they are repeats."""
        parts = list(map(self._parts.__getitem__, paragraphs.tolist()))
        return [part.kind for part in parts], [part.repeat for part in parts]

    def _spans(
        self, first: Numbers, last: Numbers, stripped: Numbers
    ) -> tuple[Numbers, Numbers]:
        """Give where mentions begin and end, each in the text of its own article."""
        types = self._types
        start = self._starts[first] + types.leads.of(self._numbers[first])
        end = self._starts[last] + types.tails.of(self._numbers[last])
        for at in np.flatnonzero(stripped):
            token = types.tokens[self._numbers[first[at]]]
            start[at] += token.offsets[stripped[at]] - token.offsets[0]
        return start, end

    def _surfaces(self, of: Numbers, start: Numbers, end: Numbers) -> list[str]:
        texts = [one.article.text for one in self._read]
        spans = zip(of.tolist(), start.tolist(), end.tolist(), strict=True)
        return [texts[number][begin:after] for number, begin, after in spans]


def _begins(lengths: Iterable[int]) -> Numbers:
    """Give where things begin that follow each other, and where the last ends."""
    return np.fromiter(accumulate(lengths, initial=0), np.intp)


def _together(places: Sequence[Sequence[int]], begins: Numbers) -> Numbers:
    """Give the places in each of some things as places in all of them."""
    counts = list(map(len, places))
    every = np.fromiter(chain.from_iterable(places), np.intp, sum(counts))
    return every + np.repeat(begins[:-1], counts)


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
