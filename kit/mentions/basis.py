"""Basis: what a number stands on, in a few words that can be printed beside it.

Two researchers who count the same news differently want to know why. The basis names
the articles (their number, outlets, dates, and a fingerprint of their texts), what
found the mentions (the kit, a fingerprint of its tables, the engines), and what is
uncertain or was decided by hand. Equal fingerprints mean equal texts and tables.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from hashlib import blake2b
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import polars as pl

from kit.tables import fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.mentions.mention import Mentions

_SIZE = 8  # bytes: as many letters of a fingerprint as one can compare by eye


@dataclass(frozen=True, slots=True)
class Basis:
    """What a number stands on.

    Attributes
    ----------
    kit
        The version of the kit.
    lexicon, corpus
        Fingerprints of the tables that were known and of the articles' ids and texts.
    articles, words, mentions
        How many there are in the whole corpus, whatever was counted of them.
    outlets
        Where the articles come from, the one with most articles first.
    since, until
        The first and the last date of an article, "" where none is dated.
    undated
        How many articles bear no date.
    engines
        Who found mentions.
    titles
        Whether titles counted for who holds them.
    undecided
        How many mentions context could not decide.
    decided
        How many of the researcher's decisions changed something.

    """

    kit: str
    lexicon: str
    corpus: str
    articles: int
    words: int
    mentions: int
    outlets: tuple[str, ...]
    since: str
    until: str
    undated: int
    engines: tuple[str, ...]
    titles: bool
    undecided: int
    decided: int

    def to_dict(self) -> dict[str, Any]:
        """Give all of it, ready for JSON."""
        return asdict(self) | {
            "outlets": list(self.outlets),
            "engines": list(self.engines),
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Basis:
        """Make a basis of what :meth:`to_dict` gave."""
        lists = {name: tuple(values[name]) for name in ("outlets", "engines")}
        return cls(**{**values, **lists})


def basis_of(mentions: Mentions) -> Basis:
    """Give what counts of these mentions stand on; reads every text once."""
    about = mentions.about
    dates = sorted(about["date"].drop_nulls())
    sources = about["source"].drop_nulls().value_counts(sort=True, name="articles")
    engine = mentions.asked.engine
    return Basis(
        kit=version("arabic-news-kit"),
        lexicon=fingerprint(),
        corpus=_corpus(mentions),
        articles=about.height,
        words=int(mentions.tokens["tokens"].sum()),
        mentions=mentions.rows.height,
        outlets=tuple(
            sources.sort(["articles", "source"], descending=[True, False])["source"]
        ),
        since=dates[0] if dates else "",
        until=dates[-1] if dates else "",
        undated=about["date"].null_count(),
        engines=(engine,) if isinstance(engine, str) else tuple(engine),
        titles=mentions.asked.titles,
        undecided=mentions.rows["undecided"].count(),
        decided=mentions.decided.filter(pl.col("reason").is_null()).height,
    )


def _corpus(mentions: Mentions) -> str:
    content = blake2b(digest_size=_SIZE)
    for both in mentions.texts():
        for text in both:
            # With its length, so that no text can pass for an id and a shorter text.
            letters = text.encode(errors="surrogatepass")
            content.update(len(letters).to_bytes(8, "big"))
            content.update(letters)
    return content.hexdigest()
