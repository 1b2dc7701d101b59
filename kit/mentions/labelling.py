"""Labelled news: what the rules find, as lessons for the learned recogniser.

A country by its name is a place here; adjectives and peoples are no names. Of names
inside names the outer one counts.
"""

from __future__ import annotations

import gzip
import shutil
from bisect import bisect_right
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from tqdm import tqdm

from kit.articles.reading import read_articles
from kit.language.tokens import tokenize
from kit.lexicon.actors import actor_forms
from kit.lexicon.index import words_of
from kit.lexicon.lexicon import default_lexicon
from kit.mentions.finder import Finder, Settings
from kit.recogniser.training_corpora import (
    Annotated,
    Labelled,
    given_names_of_tables,
    has_classes,
    read_annotated,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.articles.article import Article, Articles
    from kit.lexicon.lexicon import Lexicon

_KINDS = {
    "person": "PERS",
    "organisation": "ORG",
    "place": "LOC",
    "country": "LOC",
}
_COLUMNS = ("start", "end", "kind", "form", "inside")
_NO_NAMES = frozenset({"demonym", "people"})


class Data(NamedTuple):
    """What the recogniser is trained on; see :func:`kit.recogniser.training.train`."""

    annotated: list[Annotated]
    others: list[Annotated]
    news: list[Labelled]


def read_data(paths: Sequence[Path]) -> Data:
    """Read corpora and label news.

    Parameters
    ----------
    paths
        ``.tsv`` files, of which one has finer classes in a third column and is the
        corpus to learn; and news, as JSON lines, maybe compressed with gzip.

    Raises
    ------
    ValueError
        If there is not one corpus to learn and any news.

    """
    corpora = [read_annotated(path) for path in paths if path.suffix == ".tsv"]
    main = [corpus for corpus in corpora if has_classes(corpus)]
    news = [path for path in paths if path.suffix != ".tsv"]
    if len(main) != 1 or not news:
        msg = (
            f"Cannot train on {', '.join(map(str, paths))}: expected one .tsv with "
            f"finer classes in a third column, found {len(main)}; and news as .jsonl "
            f"or .jsonl.gz, found {len(news)}."
        )
        raise ValueError(msg)
    others = [one for corpus in corpora if corpus not in main for one in corpus]
    return Data(main[0], others, list(labelled(_articles(news))))


def _articles(paths: Sequence[Path]) -> Articles:
    """Read news, also out of compressed files."""
    with TemporaryDirectory() as folder:
        plain = []
        for path in paths:
            if path.suffix == ".gz":
                unpacked = Path(folder, path.stem)
                with gzip.open(path) as packed, unpacked.open("wb") as file:
                    shutil.copyfileobj(packed, file)
                plain.append(unpacked)
            else:
                plain.append(path)
        return read_articles(plain)


def labelled(articles: Iterable[Article]) -> Iterator[Labelled]:
    """Give the sentences of articles, none twice, with what the rules find in them."""
    finder = Finder(lexicon_by_hand())
    met: set[str] = set()
    for article in tqdm(articles, desc="labelling", unit="article"):
        if article.text in met:
            continue
        met.add(article.text)
        tokens = tokenize(article.text)
        tags = ["O"] * len(tokens)
        found = finder.find([article], {}, Settings())
        for start, end, kind, form, inside in found.rows.select(_COLUMNS).iter_rows():
            if inside is None and form not in _NO_NAMES:
                first = bisect_right(tokens.starts, start) - 1
                last = bisect_right(tokens.starts, end - 1) - 1
                name = _KINDS[kind]
                tags[first] = f"B-{name}"
                tags[first + 1 : last + 1] = [f"I-{name}"] * (last - first)
        for start, end in article.sentences():
            first = bisect_right(tokens.starts, start) - 1
            last = bisect_right(tokens.starts, end - 1)
            yield Labelled(tokens.texts[first:last], tuple(tags[first:last]))


def lexicon_by_hand() -> Lexicon:
    """Give the lexicon without the given names drawn from annotated corpora.

    The recogniser is measured on parts of these corpora; it must not hear of them from
    elsewhere.
    """
    forms = (form for form, _ in actor_forms() if form.kind == "person")
    words = {word for form in forms for word in words_of(form.text)}
    given = given_names_of_tables()
    return replace(default_lexicon(), given_names=given, name_words=given | words)
