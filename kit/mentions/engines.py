"""Engines: who proposes mentions, and how recognisers read an article.

The *lexicon* with the rules of Arabic always takes part: it alone knows who somebody
is. Recognisers add whom no table lists: the *recogniser* that ships with the kit, and
*camel*, the neural model of camel-tools (an optional extra). A recogniser reads
sentences of tokens and answers with spans; here they become proposals on the tokens of
the whole article. What is made of them is decided in :mod:`kit.mentions.combining`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from kit.camel.ner import CamelRecogniser
from kit.recogniser.recogniser import Recogniser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.articles.article import Article
    from kit.mentions.tokenrow import TokenRow
    from kit.recogniser.span import Span

LEXICON = "lexicon"
ENGINES = (LEXICON, "recogniser", "camel")
"""The engines by name; ``lexicon`` alone means no recogniser."""


class Recognises(Protocol):
    """What a recogniser does."""

    def spans(self, sentences: Sequence[Sequence[str]]) -> list[list[Span]]:
        """Give the names in each sentence of tokens."""


class Proposal(NamedTuple):
    """A name proposed by an engine: tokens ``first`` to ``last`` of an article.

    ``stripped`` letters of attached ``proclitics`` are no part of it; ``reason`` is
    evidence of what bounded it.
    """

    first: int
    last: int
    kind: str
    engine: str
    confidence: float | None = None
    stripped: int = 0
    proclitics: str = ""
    reason: str = ""

    @property
    def is_single_name(self) -> bool:
        """Whether it is a person or organisation of one word."""
        return self.kind != "place" and self.first == self.last


def recognisers(engine: str | Sequence[str]) -> dict[str, Recognises]:
    """Give the recognisers of one engine or several, by name.

    Raises
    ------
    ValueError
        If there is no such engine.
    RuntimeError, FileNotFoundError
        If an engine is not installed; the message says how to install it.

    """
    one = isinstance(engine, str) or not isinstance(engine, Iterable)
    names = [engine] if one else list(engine)
    unknown = [name for name in names if name not in ENGINES]
    if unknown or not names:
        shown = ", ".join(map(repr, unknown)) or "of no name"
        msg = f"No engine {shown}. Use one of: {', '.join(ENGINES)}, or several."
        raise ValueError(msg)
    made: dict[str, Recognises] = {}
    if "recogniser" in names:
        made["recogniser"] = Recogniser.shipped()
    if "camel" in names:
        made["camel"] = CamelRecogniser.load()
    return made


def proposals(
    recognisers: Mapping[str, Recognises],
    articles: Sequence[Article],
    rows: Sequence[TokenRow],
) -> list[list[Proposal]]:
    """Let recognisers read articles together; give each article's proposals in order.

    ``rows`` are the tokens of the articles.
    """
    places: list[tuple[int, int]] = []
    sentences: list[list[str]] = []
    for number, (article, row) in enumerate(zip(articles, rows, strict=True)):
        texts = row.texts()
        for first, end in _sentences(article, row):
            places.append((number, first))
            sentences.append(texts[first:end])
    found: list[list[Proposal]] = [[] for _ in articles]
    for engine, recogniser in recognisers.items():
        for (number, first), spans in zip(
            places, recogniser.spans(sentences), strict=True
        ):
            found[number].extend(
                Proposal(first + a, first + b, kind, engine, confidence)
                for a, b, kind, confidence in spans
            )
    return [sorted(some) for some in found]


def _sentences(article: Article, row: TokenRow) -> Iterator[tuple[int, int]]:
    """Give the first token of each sentence and the one after its last."""
    spans = np.array(article.sentences(), np.intp).reshape(-1, 2)
    for first, after in np.searchsorted(row.starts, spans).tolist():
        if first < after:
            yield first, after
