"""An article as it was received, and the parts it is made of.

The text is never altered: offsets everywhere are characters of ``Article.text``, end
exclusive. A part is one line (a paragraph) of it with a kind: what stands under a photo
is not what the reporter wrote, and a disclaimer is not news. Counting leaves notices
and repeated captions out unless told otherwise; finding looks at everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import overload

from kit.checking import shown
from kit.language.english import brief, several
from kit.language.sentences import sentences

PART_KINDS = ("headline", "caption", "body", "notice")
LEVELS = ("refused", "doubt", "note")


@dataclass(frozen=True, slots=True)
class Part:
    """One line of an article.

    Attributes
    ----------
    kind
        ``headline``, ``caption``, ``body`` or ``notice``.
    start, end
        Its characters in the article's text, end exclusive.
    repeat
        The same line stood in this article before.

    """

    kind: str
    start: int
    end: int
    repeat: bool = False

    def __post_init__(self) -> None:
        if self.kind not in PART_KINDS:
            msg = f"No kind of part '{self.kind}'. Use one of: {', '.join(PART_KINDS)}."
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Article:
    """One news article; see the module for what its fields mean."""

    id: str
    text: str
    parts: tuple[Part, ...]
    title: str = ""
    source: str | None = None
    date: str | None = None
    url: str | None = None
    path: str | None = None
    author: str | None = None

    def __post_init__(self) -> None:
        # Paragraph and sentence numbers mean something only in the order of the text.
        before = 0
        for part in self.parts:
            if not before <= part.start <= part.end <= len(self.text):
                msg = (
                    f"Article '{self.id}' of {len(self.text)} characters cannot have "
                    f"a part {part.start}-{part.end} after {before}. "
                    "Give its parts in order, apart, and within the text."
                )
                raise ValueError(msg)
            before = part.end

    def __repr__(self) -> str:
        # Whole, a text would fill the screen.
        size = several(len(self.parts), "paragraph")
        letters = several(len(self.text), "character")
        return f"<Article {self.id!r}: {brief(self.title)!r}, {size}, {letters}>"

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Give the spans of the article's sentences, in order."""
        return tuple(
            span
            for part in self.parts
            for span in sentences(self.text, part.start, part.end)
        )

    def with_part(self, paragraph: int, kind: str) -> Article:
        """Give the article with one paragraph (counted from 0) declared to be ``kind``.

        This is how a researcher overrides the rules of :mod:`kit.articles.parts`.
        """
        if not 0 <= paragraph < len(self.parts):
            msg = (
                f"Article '{self.id}' has no paragraph {paragraph}. "
                f"It has {len(self.parts)}, counted from 0."
            )
            raise ValueError(msg)
        parts = list(self.parts)
        parts[paragraph] = replace(parts[paragraph], kind=kind)
        return replace(self, parts=tuple(parts))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not read, or read with a doubt: where, and why.

    Attributes
    ----------
    path
        The file, and what in it: ``news.zip, a.jsonl, line 3``.
    reason
        What is wrong, the value, and what would be right.
    level
        ``refused``: a file or record that became no article; ``doubt``: something of
        it was left out or changed, and the article is there; ``note``: how it was
        read, where that was guessed.

    """

    path: str
    reason: str
    level: str = "refused"

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            msg = f"No level '{self.level}'. Use one of: {', '.join(LEVELS)}."
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class FileRead:
    """The account of one file: how it was read, and what came of it.

    Attributes
    ----------
    path
        The file; a member of an archive after it: ``news.zip, a.csv``.
    kind
        What it is read as: ``txt``, ``csv``; of an archive ``zip``.
    encoding
        That of its letters, where it has one.
    columns
        Which column was read as which field: ``(("text", "content"),)``.
    articles, refused
        How many of its articles were read, and how many were not.

    """

    path: str
    kind: str
    encoding: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    articles: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Articles(Sequence[Article]):
    """The articles that were read, in order, and the report of what was not.

    Attributes
    ----------
    items
        The articles.
    problems
        What was refused, left out or guessed, in order.
    files
        The account of each file that was opened.

    """

    items: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    files: tuple[FileRead, ...] = field(default=(), repr=False, compare=False)

    def __repr__(self) -> str:
        said = several(len(self.items), "article")
        problems = sum(one.level != "note" for one in self.problems)
        if problems:
            said += f", {several(problems, 'problem')}"
        return f"<Articles: {said}>"

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | Sequence[Article]:
        return self.items[index]

    def __iter__(self) -> Iterator[Article]:
        return iter(self.items)


def as_articles(given: object) -> Articles:
    """Give the articles that are meant: one, several, or what was read."""
    if isinstance(given, Articles):
        return given
    if isinstance(given, Article):
        return Articles((given,))
    if not isinstance(given, (str, bytes)) and isinstance(given, Iterable):
        items = tuple(given)
        if all(isinstance(one, Article) for one in items):
            return Articles(items)
    msg = f"Expected articles, as read_articles(path) reads them, not {shown(given)}."
    raise TypeError(msg)
