"""Composing: what a file says of an article becomes one, with its parts and its id.

A title that is not the first line of the text is put before it. What the file calls
title and captions is taken before what the rules of parts would say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.articles.article import Article, Part, Problem
from kit.articles.parts import parts_of
from kit.language.normal import normalise
from kit.language.sentences import lines

if TYPE_CHECKING:
    from kit.articles.records import Record

PartRules = Callable[[str], Sequence[Part]]


def article_of(record: Record, parts: PartRules, outlet: str | None) -> Article:
    """Give the article that a record tells of.

    Parameters
    ----------
    record
        What the file says.
    parts
        The rules that divide a text into its parts.
    outlet
        Its outlet where the file says none.

    """
    text, title = record.text, record.title.strip()
    if title and normalise(_first_line(text)) != normalise(title):
        text = f"{title}\n\n{text}"
    found = tuple(parts(text))
    if parts is parts_of:
        found = _as_said(found, text, record, has_title=bool(title))
    headline = next((part for part in found if part.kind == "headline"), None)
    if not title and headline:
        title = text[headline.start : headline.end]
    return Article(
        record.id,
        text,
        found,
        title=title,
        source=record.source or outlet,
        date=record.date,
        url=record.url,
        path=record.path,
        author=record.author,
    )


def _as_said(
    parts: Sequence[Part], text: str, record: Record, *, has_title: bool
) -> tuple[Part, ...]:
    """Take a file's word for what is title and caption, before that of the rules."""
    captions = set(record.captions)
    return tuple(
        # However long or punctuated it is.
        replace(part, kind="headline")
        if has_title and number == 0
        else replace(part, kind="caption")
        if captions and text[part.start : part.end] in captions
        else part
        for number, part in enumerate(parts)
    )


def _first_line(text: str) -> str:
    start, end = lines(text)[0]
    return text[start:end]


class Ids:
    """The ids given so far: counts by article would merge two of one id."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def tell_apart(self, article: Article) -> Iterator[Article | Problem]:
        """Give an article under an id that no other has, and say where it changed."""
        given = article.id
        count = self._taken.get(given, 0) + 1
        if count == 1:
            self._taken[given] = 1
            yield article
            return
        while (name := f"{given}#{count}") in self._taken:
            count += 1
        self._taken[given] = count
        self._taken[name] = 1
        reason = f"the id '{given}' stood before; this article is read as '{name}'"
        yield Problem(article.path or given, reason, level="doubt")
        yield replace(article, id=name)
