"""Reading: files and folders of news become articles, and a report of what did not.

A ``.txt`` file is one article, named by its file. A ``.jsonl`` file holds one record a
line with at least ``text``; ``id``, ``title``, ``source``, ``date`` and ``url`` are
kept where given, and a title that is not the first line of the text is put before it,
so that headlines count like everybody else's. Text is UTF-8.

Whatever cannot be read is a line in ``Articles.problems`` and the rest is still read;
only when nothing at all could be read is it an error.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kit.articles.article import Article, Articles, Part, Problem
from kit.articles.parts import parts_of
from kit.articles.records import Record, records, shown
from kit.checking import expect
from kit.language.normal import normalise
from kit.language.sentences import lines

PartRules = Callable[[str], Sequence[Part]]

_DOCUMENTATION = ("readme", "license", "licence")
_DECISIONS = "decisions.csv"  # what a researcher decided is kept beside the articles
_SUFFIXES = (".jsonl", ".txt")
_REPORTED = 5
_PATHS = "the path of a file or folder, or several"


def read_articles(
    path: str | Path | Sequence[str | Path], *, parts: PartRules = parts_of
) -> Articles:
    """Read the articles of a file, a folder (of any depth), or several of these.

    Parameters
    ----------
    path
        One path or several. In folders, ``.txt`` and ``.jsonl`` files are read in the
        order of their names; hidden files, a README, a LICENSE and a decisions.csv
        are passed over. A file that is reached twice is read once.
    parts
        The rules that divide a text into its parts.

    Raises
    ------
    FileNotFoundError
        If a path does not exist.
    ValueError
        If nothing could be read; the message says why for each file.

    Examples
    --------
    >>> read_articles("seeds")[0].parts[0].kind
    'headline'

    """
    paths = _paths(path)
    articles: list[Article] = []
    problems: list[Problem] = []
    for read in iter_articles(paths, parts=parts):
        if isinstance(read, Problem):
            problems.append(read)
        else:
            articles.append(read)
    if not articles:
        raise ValueError(_nothing_read(paths, problems))
    return Articles(tuple(articles), tuple(problems))


def iter_articles(
    path: str | Path | Sequence[str | Path], *, parts: PartRules = parts_of
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
    rules: object = parts  # whatever the notebook's reader passes
    if not callable(rules):
        expect(rules, type(parts_of), "a function that divides a text into its parts")
    return _read(paths, parts)


def _paths(path: str | Path | Sequence[str | Path]) -> Sequence[str | Path]:
    expect(path, (str, os.PathLike, Iterable), _PATHS)
    paths = [path] if isinstance(path, (str, Path)) else list(path)
    for one in paths:
        expect(one, (str, os.PathLike), _PATHS)
    return paths


def _read(paths: Sequence[str | Path], parts: PartRules) -> Iterator[Article | Problem]:
    reached: set[str] = set()
    ids = _Ids()
    for found in (found for root in paths for found in _files(Path(root))):
        if isinstance(found, Problem):
            yield found
            continue
        place = os.path.abspath(found)  # noqa: PTH100  # a link stays a file of its own
        if place in reached:
            continue
        reached.add(place)
        for read in _read_file(found):
            if isinstance(read, Problem):
                yield read
            else:
                yield from ids.tell_apart(_article(read, parts))


def _nothing_read(paths: Sequence[str | Path], problems: Sequence[Problem]) -> str:
    where = ", ".join(map(str, paths)) or "an empty list of paths"
    reasons = [f"{one.path}: {one.reason}" for one in problems[:_REPORTED]]
    if len(problems) > _REPORTED:
        reasons.append(f"and {len(problems) - _REPORTED} more")
    why = "; ".join(reasons) or "expected .txt or .jsonl files"
    return f"No articles in {where}: {why}."


def _files(root: Path) -> Iterator[Path | Problem]:
    """Give the files under a path in the order of their names, and what hides some."""
    if not root.exists():
        msg = f"No such file or folder: '{root}'. Working folder: '{Path.cwd()}'."
        raise FileNotFoundError(msg)
    if not root.is_dir():
        yield root
        return
    closed: list[OSError] = []
    found: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        for name in linked:
            reason = "is a link to a folder, not followed; give that folder itself"
            yield Problem(shown(Path(folder, name)), reason)
        found.extend(
            Path(folder, name)
            for name in names
            if not name.startswith(".")
            and name != _DECISIONS
            and Path(name).stem.lower() not in _DOCUMENTATION
        )
    for error in closed:
        reason = f"could not be opened: {error.strerror or error}"
        yield Problem(shown(error.filename), reason)
    yield from sorted(found)


def _read_file(file: Path) -> Iterator[Record | Problem]:
    if file.suffix.lower() not in _SUFFIXES:
        what = f"'{file.suffix}' files" if file.suffix else "a file without a suffix"
        yield Problem(shown(file), f"cannot read {what}; expected .jsonl or .txt")
        return
    if file.exists() and not file.is_file():
        # To open a named pipe would be to wait for ever.
        yield Problem(shown(file), "is not a file that can be read; expected text")
        return
    try:
        data = file.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        yield Problem(shown(file), f"could not be opened: {error.strerror or error}")
    except UnicodeDecodeError as error:
        what = "is binary" if b"\0" in data else "is not UTF-8"
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            what = "is UTF-16"
        yield Problem(
            shown(file), f"{what} (byte {error.start}); save it as UTF-8 text"
        )
    else:
        if "\0" in text:
            yield Problem(shown(file), "is binary; expected text")
        elif not text.strip():
            yield Problem(shown(file), "is empty")
        elif file.suffix.lower() == ".txt":
            yield Record(id=shown(file.stem), text=text, path=shown(file))
        else:
            yield from records(file, text)


def _article(record: Record, parts: PartRules) -> Article:
    text, title = record.text, record.title.strip()
    if title and normalise(_first_line(text)) != normalise(title):
        text = f"{title}\n\n{text}"
    found = tuple(parts(text))
    if title and parts is parts_of:
        # What the file calls the title is the headline, however long or punctuated.
        found = (replace(found[0], kind="headline"), *found[1:])
    headline = next((part for part in found if part.kind == "headline"), None)
    if not title and headline:
        title = text[headline.start : headline.end]
    return Article(
        record.id,
        text,
        found,
        title=title,
        source=record.source,
        date=record.date,
        url=record.url,
        path=record.path,
    )


def _first_line(text: str) -> str:
    start, end = lines(text)[0]
    return text[start:end]


class _Ids:
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
