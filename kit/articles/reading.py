"""Reading: files and folders of news become articles, and a report of what did not.

A text, page, document or PDF is one article, named by its file. Tables and JSON hold
one article a row or object, with at least a text; id, title, source, date, url and
author are kept where given, and a title that is not the first line of the text is put
before it, so that headlines count like everybody else's. Archives are read as folders
are.

Every file and record is accounted for: it is an article, or one line of level
``refused`` in the report says why not. Only when nothing at all could be read is it an
error.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kit.articles.archives import unpacked
from kit.articles.article import Article, Articles, FileRead, Problem
from kit.articles.columns import FIELDS
from kit.articles.composing import Ids, PartRules, article_of
from kit.articles.file import Facts, File, Limits, Options
from kit.articles.files import files_of
from kit.articles.formats import expected, guarded, read_file
from kit.articles.parts import parts_of
from kit.checking import expect

if TYPE_CHECKING:
    from kit.articles.records import Record

Paths = str | Path | Sequence[str | Path]

_REPORTED = 5
_PATHS = "the path of a file or folder, or several"


def read_articles(  # noqa: PLR0913  # each says one thing about the files
    path: Paths,
    *,
    parts: PartRules = parts_of,
    columns: Mapping[str, str | None] | None = None,
    encoding: str | None = None,
    outlet_from: str | None = None,
    limits: Limits = Limits(),  # noqa: B008  # frozen
) -> Articles:
    """Read the articles of a file, a folder (of any depth), or several of these.

    Parameters
    ----------
    path
        One path or several. In folders, files are read in the order of their names;
        hidden files, a README, a LICENSE and a decisions.csv are passed over. A file
        that is reached twice is read once.
    parts
        The rules that divide a text into its parts.
    columns
        Which column, or name in a JSON object, is which field, where it is not guessed
        right: ``{"text": "content", "date": None}``. Fields are id, text, title,
        source, date, url and author; None is for a field that is to be left out.
    encoding
        In which encoding texts are, where it is not known right; else UTF-8, or an
        older Arabic one that is guessed and said.
    outlet_from
        ``"folder"``: where a file does not say its outlet, its folder's name is it.
    limits
        How much is read of one record, file or archive.

    Raises
    ------
    FileNotFoundError
        If a path does not exist.
    ValueError
        If nothing could be read; the message says why for each file.

    Examples
    --------
    >>> articles = read_articles("seeds")
    >>> articles[0].parts[0].kind, articles.files[0].encoding
    ('headline', 'utf-8')

    """
    paths = _paths(path)
    options = _options(parts, columns, encoding, outlet_from, limits)
    articles: list[Article] = []
    problems: list[Problem] = []
    files: list[FileRead] = []
    for read in _told_apart(_read(paths, parts, options, outlet_from)):
        if isinstance(read, Problem):
            problems.append(read)
        elif isinstance(read, FileRead):
            files.append(read)
        else:
            articles.append(read)
    if not articles:
        raise ValueError(_nothing_read(paths, problems))
    return Articles(tuple(articles), tuple(problems), tuple(files))


def iter_articles(  # noqa: PLR0913  # as read_articles
    path: Paths,
    *,
    parts: PartRules = parts_of,
    columns: Mapping[str, str | None] | None = None,
    encoding: str | None = None,
    outlet_from: str | None = None,
    limits: Limits = Limits(),  # noqa: B008  # frozen
) -> Iterator[Article | Problem]:
    """Give the articles one after the other, as they are read, and the problems met.

    What :func:`read_articles` reads, for more than memory holds: nothing is kept but
    the ids, by which articles are told apart. That there is none is no error here.

    Examples
    --------
    >>> [article.id for article in iter_articles("seeds")]
    ['000_617c5abc0a7285a5']

    """
    paths = _paths(path)
    options = _options(parts, columns, encoding, outlet_from, limits)
    read = _told_apart(_read(paths, parts, options, outlet_from))
    return (one for one in read if not isinstance(one, FileRead))


def iter_file(path: Path) -> Iterator[Article | Problem]:
    """Give the articles of one file as :func:`iter_articles` does, with its own ids.

    Several may have the same: who reads many files by parts tells them apart, over all
    of them. A folder is no file, and what hides files is not looked for.
    """
    options = Options({}, None, Limits())
    for read in _read([path], parts_of, options, None):
        if not isinstance(read, FileRead):
            yield read


def _paths(path: Paths) -> Sequence[str | Path]:
    expect(path, (str, os.PathLike, Iterable), _PATHS)
    paths = [path] if isinstance(path, (str, Path)) else list(path)
    for one in paths:
        expect(one, (str, os.PathLike), _PATHS)
    return paths


def _options(
    parts: object,
    columns: Mapping[str, str | None] | None,
    encoding: str | None,
    outlet_from: str | None,
    limits: Limits,
) -> Options:
    """Look at what the notebook's reader passes, before any file is opened."""
    if not callable(parts):
        expect(parts, type(parts_of), "a function that divides a text into its parts")
    columns = {} if columns is None else columns
    expect(columns, Mapping, "columns as {'text': 'its name'}")
    for field, column in columns.items():
        if field not in FIELDS:
            msg = f"No field '{field}'. Use one of: {', '.join(FIELDS)}."
            raise ValueError(msg)
        expect(column, (str, type(None)), f"the name of the column of '{field}'")
    if encoding is not None:
        expect(encoding, str, "the name of an encoding", "Say encoding='windows-1256'.")
        try:
            "".encode(encoding)
            codecs.lookup(encoding)
        except LookupError:
            msg = f"No encoding '{encoding}'. Arabic texts are in utf-8, windows-1256, "
            raise ValueError(msg + "iso-8859-6, mac-arabic or utf-16.") from None
    if outlet_from not in (None, "folder"):
        msg = f"outlet_from={outlet_from!r} must be 'folder' or None."
        raise ValueError(msg)
    expect(limits, Limits, "limits, as kit.articles.file.Limits holds them")
    return Options(dict(columns), encoding, limits)


def _nothing_read(paths: Sequence[str | Path], problems: Sequence[Problem]) -> str:
    where = ", ".join(map(str, paths)) or "an empty list of paths"
    reasons = [f"{one.path}: {one.reason}" for one in problems[:_REPORTED]]
    if len(problems) > _REPORTED:
        reasons.append(f"and {len(problems) - _REPORTED} more")
    why = "; ".join(reasons) or f"expected {expected()} files"
    return f"No articles in {where}: {why}."


def _read(
    paths: Sequence[str | Path],
    parts: PartRules,
    options: Options,
    outlet_from: str | None,
) -> Iterator[Article | Problem | FileRead]:
    for found in files_of(paths):
        if isinstance(found, Problem):
            yield found
            continue
        files = guarded(unpacked(found, options.limits), found.place)
        for file in files:
            if isinstance(file, Problem):
                yield file
                yield FileRead(file.path, found.suffix[1:], refused=1)
                continue
            outlet = file.folder if outlet_from else None
            account = FileRead(file.place, file.suffix[1:])
            for read in _checked(file, options):
                if isinstance(read, Facts):
                    account, notes = _with_facts(account, read)
                    yield from notes
                elif isinstance(read, Problem):
                    refused = account.refused + (read.level == "refused")
                    account = replace(account, refused=refused)
                    yield read
                else:
                    account = replace(account, articles=account.articles + 1)
                    yield article_of(read, parts, outlet)
            yield account


def _told_apart(
    read: Iterable[Article | Problem | FileRead],
) -> Iterator[Article | Problem | FileRead]:
    ids = Ids()
    for one in read:
        if isinstance(one, Article):
            yield from ids.tell_apart(one)
        else:
            yield one


def _checked(file: File, options: Options) -> Iterator[Record | Problem | Facts]:
    """Read a file; one in which there was nothing at all is refused as empty."""
    nothing = True
    for read in read_file(file, options):
        nothing = nothing and isinstance(read, Facts)
        yield read
    if nothing:
        yield Problem(file.place, "is empty")


def _with_facts(account: FileRead, facts: Facts) -> tuple[FileRead, list[Problem]]:
    """Add to an account how its file is read, and say what was guessed of that."""
    notes = []
    if facts.encoding and facts.guessed:
        reason = f"read as {facts.encoding}; if its letters are wrong, say encoding="
        notes.append(Problem(account.path, reason, "note"))
    new = tuple(one for one in facts.columns if one not in account.columns)
    if new and facts.guessed:
        said = ", ".join(f"{field} from '{column}'" for field, column in new)
        reason = f"read {said}; if that is wrong, say columns="
        notes.append(Problem(account.path, reason, "note"))
    encoding = facts.encoding.removesuffix("-sig") or account.encoding
    columns = account.columns + new
    return replace(account, encoding=encoding, columns=columns), notes
