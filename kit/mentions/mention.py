"""Mentions: what finding gives and everything else reads.

A mention is one row: where it stands, what was written, whom it names, and why the kit
thinks so. The rows come with what a count needs to be honest about itself: the articles
they were found in and the number of tokens in each of their parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from kit.checking import expect
from kit.language.english import series, several
from kit.mentions.shelf import Shelf, about

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kit.articles.article import Article, Articles
    from kit.camel.morphology import Morphology
    from kit.decisions.decision import Decision

MENTION_SCHEMA = pl.Schema(
    {
        "article": pl.String,
        "start": pl.UInt32,
        "end": pl.UInt32,
        "surface": pl.String,
        "entity": pl.String,
        "kind": pl.String,
        "form": pl.String,
        "country": pl.String,
        "inside": pl.String,
        "part": pl.String,
        "repeat": pl.Boolean,
        "paragraph": pl.UInt32,
        "sentence": pl.UInt32,
        "token": pl.UInt32,
        "proclitic": pl.String,
        "evidence": pl.String,
        "engine": pl.String,
        "confidence": pl.Float64,
        "undecided": pl.String,
        "way": pl.String,
    }
)
"""Columns of :attr:`Mentions.rows`.

Offsets are characters of the article's text, end exclusive. ``paragraph``, ``sentence``
and ``token`` count from 0 within the article. ``undecided`` names the other readings of
a mention that context could not decide, else null. ``way`` is one of ``WAYS``.
"""

WAYS = (
    "name",
    "proclitic",
    "spelling",
    "other_name",
    "demonym",
    "people",
    "capital",
    "surname",
    "short",
    "acronym",
    "title",
    "recognised",
    "nested",
)
"""The ways of naming, of which each mention is counted under exactly one.

``nested`` comes first: whatever stands inside a longer name. Then ``recognised``:
what no table and no rule knew, only a recogniser. A name is otherwise
``other_name`` where it is not the usual one (المملكة المتحدة), ``spelling`` where its
letters differ (اردوغان), ``proclitic`` where a letter is attached (وليبيا), else
``name``. The rest are the forms of mention of the same name.
"""

TOKEN_SCHEMA = pl.Schema(
    {
        "article": pl.String,
        "paragraph": pl.UInt32,
        "part": pl.String,
        "repeat": pl.Boolean,
        "tokens": pl.UInt32,
        "sentences": pl.UInt32,
    }
)
"""Columns of :attr:`Mentions.tokens`: running words and sentences of each paragraph."""

ENTITY_SCHEMA = pl.Schema(
    {
        "entity": pl.String,
        "kind": pl.String,
        "country": pl.String,
        "name": pl.String,
        "english": pl.String,
    }
)
"""Columns of :attr:`Mentions.entities`: the entities found, Arabic and English name.

The English one is empty for whom no table lists: letters alone do not give it.
"""


PROPOSAL_SCHEMA = pl.Schema(
    {
        "article": pl.String,
        "start": pl.UInt32,
        "end": pl.UInt32,
        "surface": pl.String,
        "kind": pl.String,
        "engine": pl.String,
        "confidence": pl.Float64,
    }
)
"""Columns of :attr:`Mentions.proposals`: what each recogniser marked, as it did."""


DECIDED_SCHEMA = pl.Schema(
    {
        "decision": pl.String,
        "action": pl.String,
        "mentions": pl.UInt32,
        "reason": pl.String,
    }
)
"""Columns of :attr:`Mentions.decided`: each decision by its id, the number of mentions
that it changed, and where it changed none, why not."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How mentions were found, so that articles can be looked at again likewise.

    ``engine``, ``combine``, ``titles`` and ``morphology`` are those of
    :func:`kit.find_mentions`; ``additions`` are the aliases and new actors that were
    known, which act before finding.
    """

    engine: str | Sequence[str] = "lexicon"
    combine: str = "union"
    titles: bool = False
    morphology: Morphology | None = None
    additions: tuple[Decision, ...] = ()


@dataclass(frozen=True)  # without slots: it remembers known_ids
class Mentions:
    """The mentions found in some articles.

    Attributes
    ----------
    rows
        One row per mention, columns as in ``MENTION_SCHEMA``, in order of the text.
    tokens
        One row per paragraph, columns as in ``TOKEN_SCHEMA``.
    entities
        One row per entity found, columns as in ``ENTITY_SCHEMA``.
    articles
        The articles themselves, so that every mention opens into its sentence.
    proposals
        What each recogniser marked, columns as in ``PROPOSAL_SCHEMA``; also what was
        not taken. See :func:`kit.agreement`.
    decided
        What each of the researcher's decisions did, columns as in ``DECIDED_SCHEMA``.
    found
        The mentions as they were before decisions were applied; None where none were.
    asked
        How they were found.

    """

    rows: pl.DataFrame
    tokens: pl.DataFrame
    entities: pl.DataFrame
    articles: Articles
    proposals: pl.DataFrame = field(
        default_factory=lambda: pl.DataFrame(schema=PROPOSAL_SCHEMA)
    )
    decided: pl.DataFrame = field(
        default_factory=lambda: pl.DataFrame(schema=DECIDED_SCHEMA)
    )
    found: Mentions | None = None
    asked: Asked = field(default_factory=Asked)

    def __repr__(self) -> str:
        of = self.rows.group_by("kind").agg(pl.col("entity").n_unique())
        numbers = dict(of.iter_rows())
        persons, bodies = (numbers.get(one, 0) for one in ("person", "organisation"))
        named = [
            several(persons + bodies, "actor"),
            several(numbers.get("country", 0), "country", "countries"),
        ]
        if "place" in numbers:
            named.append(several(numbers["place"], "place"))
        said = several(self.rows.height, "mention")
        within = several(len(self.articles), "article")
        return f"<Mentions: {said} of {series(named)} in {within}>"

    def __len__(self) -> int:
        return self.rows.height

    @cached_property
    def remembered(self) -> dict[str, pl.DataFrame]:
        """What was looked for in the articles before: sentences, by what was sought."""
        return {}

    @cached_property
    def about(self) -> pl.DataFrame:
        """Title, outlet, date and file of each article, as in ``ABOUT_SCHEMA``."""
        return about(self.articles)

    def scan(self) -> pl.LazyFrame:
        """Give the rows to be asked for few of them, or few of their columns."""
        return self.rows.lazy()

    def scan_tokens(self) -> pl.LazyFrame:
        """Give the tokens likewise."""
        return self.tokens.lazy()

    def opened(self, ids: Iterable[str]) -> Mapping[str, Article]:
        """Give the articles of these ids, and perhaps others, by their ids."""
        if isinstance(self.articles, Shelf):
            return self.articles.of(ids)
        return self._by_id

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give the id and the text of each article, one after the other."""
        if isinstance(self.articles, Shelf):
            yield from self.articles.texts()
        else:
            yield from ((article.id, article.text) for article in self.articles)

    @cached_property
    def _by_id(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    @cached_property
    def known_ids(self) -> dict[str, frozenset[str]]:
        """The ids in these mentions, and before decisions, by what a filter calls them.

        ``articles``; ``outlets``; ``countries``; ``actors``, all other entities.
        """
        table = self.entities
        if self.found is not None:
            table = pl.concat([table, self.found.entities])
        is_country = pl.col("kind") == "country"
        countries = table.filter(is_country)["entity"]
        return {
            "articles": frozenset(self.about["article"]),
            "outlets": frozenset(self.about["source"].drop_nulls()) - {""},
            "countries": frozenset([*countries, *table["country"].drop_nulls()]),
            "actors": frozenset(table.filter(~is_country)["entity"]),
        }


def expect_mentions(given: object) -> None:
    """Raise a TypeError if something is no mentions."""
    expect(given, Mentions, "mentions, as find_mentions(articles) gives them")
