"""What most commands begin with: articles read, mentions found, counts made.

What is not as it should be goes to stderr, so that stdout holds results alone.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from kit.articles.duplicates import duplicates
from kit.articles.reading import read_articles
from kit.camel.morphology import Morphology
from kit.commands.options import filter_of
from kit.corpus import Corpus
from kit.corpus.manifest import only_store
from kit.counts import Counts, by_story, count_mentions
from kit.decisions import Decisions, read_decisions
from kit.decisions.keeping import NAME
from kit.mentions.combining import COMBINATIONS
from kit.mentions.finding import DEFAULT_ENGINE, find_mentions
from kit.mentions.revising import revised

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from kit.articles.article import Articles
    from kit.counts import Filter
    from kit.mentions.mention import Mentions


def read(options: argparse.Namespace) -> Articles:
    """Read the articles, and say on stderr what was not; open those of a store."""
    store = only_store(options.paths)
    if store is not None:
        return Corpus(store).articles
    articles = read_articles(options.paths)
    for problem in articles.problems:
        print(f"kit: {problem.path}: {problem.reason}", file=sys.stderr)
    return articles


def _say_of_others(paths: Sequence[str]) -> None:
    """Say on stderr of decisions beside the articles that do not hold here."""
    for path in dict.fromkeys(map(Path, paths)):
        folder = path if path.is_dir() else path.parent
        beside = folder / NAME
        if beside.is_file():
            said = f"'{beside}' holds decisions that do not count here"
            print(f"kit: {said}; give --decisions '{beside}'", file=sys.stderr)


def found(options: argparse.Namespace) -> Mentions:
    """Find the mentions, and say on stderr which decisions did nothing."""
    decisions = read_own(options.decisions)  # before any work
    if decisions is None:
        _say_of_others(options.paths)
    store = only_store(options.paths)
    if store is not None:
        return _said(_opened(store, options, decisions))
    morphology = Morphology.load() if options.morphology else None
    mentions = find_mentions(
        read(options),
        engine=options.engine,
        combine=options.combine,
        titles=options.titles,
        morphology=morphology,
        decisions=decisions,
    )
    return _said(mentions)


def _opened(
    store: Path, options: argparse.Namespace, decisions: Decisions | None
) -> Mentions:
    """Open a store, if it was built as is asked; say on stderr where it is stale."""
    corpus = Corpus(store)
    if corpus.said:
        print(f"kit: {corpus.said}", file=sys.stderr)
    built = corpus.files.manifest.settings
    usual = (DEFAULT_ENGINE,)
    for name, differs in (
        ("engine", options.engine not in (usual, built.engine)),
        ("combine", options.combine not in (COMBINATIONS[0], built.combine)),
        ("titles", options.titles and not built.titles),
        ("morphology", options.morphology),
    ):
        if differs:
            msg = (
                f"The store '{store}' was built without this --{name}. "
                "Leave it out, or build another store with it."
            )
            raise ValueError(msg)
    return corpus.as_decided() if decisions is None else revised(corpus, decisions)


def _said(mentions: Mentions) -> Mentions:
    """Say on stderr which decisions did nothing."""
    idle = mentions.decided.filter(pl.col("reason").is_not_null())
    for identity, action, _, reason in idle.iter_rows():
        print(f"kit: decision {identity} ({action}): {reason}", file=sys.stderr)
    return mentions


def read_own(path: str | None) -> Decisions | None:
    """Read a file of decisions, and say on stderr what of it could not be read."""
    if path is None:
        return None
    decisions = read_decisions(path)
    for row in decisions.kept:
        print(f"kit: {path}: line {row.line}: {row.reason}", file=sys.stderr)
    return decisions


def counted(options: argparse.Namespace) -> Counts:
    """Count as asked; say on stderr where nothing is counted."""
    mentions = found(options)
    where = let_in(mentions, options)
    counts = count_mentions(mentions, by=options.by, unit=options.unit, where=where)
    if counts.table.is_empty():
        warn_of_nothing(options)
    return counts


def let_in(mentions: Mentions, options: argparse.Namespace) -> Filter:
    """Give the filter that was asked for, of one placement a story if that was too."""
    where = filter_of(options)
    if not options.by_story:
        return where
    return by_story(duplicates(mentions.articles), where=where)


def warn_of_nothing(options: argparse.Namespace) -> None:
    """Say that nothing was counted, and by which filter, where that was not asked."""
    where = filter_of(options).to_dict()
    asked = [f"--by {options.by}"] if "by" in options else []
    if "by_story" in options and options.by_story:
        asked.append("--by-story")
    for name, value in where.items():
        option = "no-nested" if name == "nested" else name
        if isinstance(value, list):
            value = ",".join(value)  # noqa: PLW2901  # as it is written
        asked.append(
            f"--{option}" if isinstance(value, bool) else f"--{option} {value}"
        )
    said = f"no mention matches {' '.join(asked)}" if asked else "no mention"
    print(f"kit: nothing was counted: {said}", file=sys.stderr)
