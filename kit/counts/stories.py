"""Stories: whether an agency's report in ten papers counts ten times or once.

Each appearance of a story is a placement (:func:`kit.duplicates` says which are of
one). Counted by placement, the numbers say what readers could meet; counted by story,
what was written. The switch is a filter, so all that takes a filter can count either
way: it lets in the earliest placement of each story, and the story counts where and
when that appeared.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from kit.checking import expect
from kit.counts.filters import Filter, as_filter
from kit.mentions.mention import expect_mentions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.mentions.mention import Mentions

_COLUMNS = ("article", "story")


def by_story(
    stories: pl.DataFrame, *, where: Filter | Mapping[str, object] | None = None
) -> Filter:
    """Give a filter that lets in one placement of each story, the earliest.

    Parameters
    ----------
    stories
        What :func:`kit.duplicates` gave. Articles that are not in it are not let in.
    where
        What else to let in. Of articles that it lists, those that are the earliest
        placement of their story; all else of it stays.

    Examples
    --------
    >>> from kit import duplicates, read_articles
    >>> by_story(duplicates(read_articles("seeds")), where={"countries": ["LY"]})
    Filter(countries=('LY',), articles=('000_617c5abc0a7285a5',))

    """
    where = as_filter(where)
    _expect_stories(stories)
    earliest = stories.filter(pl.col("article") == pl.col("story"))["article"]
    if where.articles is not None:
        earliest = earliest.filter(earliest.is_in(where.articles))
    return replace(where, articles=tuple(earliest))


def placements(mentions: Mentions, stories: pl.DataFrame) -> pl.DataFrame:
    """Give the stories, the one that appeared most often first.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    stories
        What :func:`kit.duplicates` gave.

    Returns
    -------
    polars.DataFrame
        ``story, title, outlets, placements, first, last``: the title of the earliest
        placement, the outlets in the order in which they ran the story, and the dates
        of its first and last placement, null where none is dated.

    Examples
    --------
    >>> from kit import duplicates, find_mentions, read_articles
    >>> mentions = find_mentions(read_articles("seeds"), engine="lexicon")
    >>> placements(mentions, duplicates(mentions.articles))["placements"].to_list()
    [1]

    """
    expect_mentions(mentions)
    _expect_stories(stories)
    # What has no outlet or no date may say so as null or as an empty string.
    known = mentions.about.with_columns(
        pl.when(pl.col(name) != "").then(name) for name in ("source", "date")
    )
    told = stories.select(_COLUMNS).join(known, on="article", maintain_order="left")
    return (
        told.sort("date", nulls_last=True, maintain_order=True)
        .group_by("story", maintain_order=True)
        .agg(
            pl.col("title").filter(pl.col("article") == pl.col("story")).first(),
            outlets=pl.col("source").drop_nulls().unique(maintain_order=True),
            placements=pl.len(),
            first=pl.col("date").min(),
            last=pl.col("date").max(),
        )
        .sort("placements", descending=True, maintain_order=True)
    )


def _expect_stories(given: object) -> None:
    """Raise an error if something is no table of stories."""
    expect(given, pl.DataFrame, "stories, as duplicates(articles) gives them")
    if isinstance(given, pl.DataFrame) and not {*_COLUMNS} <= {*given.columns}:
        has = ", ".join(given.columns) or "none"
        msg = (
            f"Stories need the columns {' and '.join(_COLUMNS)}, and these have {has}. "
            "duplicates(mentions.articles) gives them."
        )
        raise ValueError(msg)
