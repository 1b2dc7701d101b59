"""The account of a corpus: how each file was read, and what was refused or guessed."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from kit.articles.reading import read_articles
from kit.language.english import series, several

if TYPE_CHECKING:
    from kit.articles.article import Articles, FileRead

FORMATS = ("table", "json")


def add_reading(command: argparse.ArgumentParser) -> None:
    """Ask how files are to be read."""
    command.add_argument("paths", nargs="+", metavar="PATH")
    command.add_argument(
        "--columns",
        type=_columns,
        metavar="FIELD=NAME,...",
        help="which column is which field: text=content,title=headline",
    )
    command.add_argument("--encoding", help="of texts, where it is not known right")
    command.add_argument("--format", choices=FORMATS, default=FORMATS[0])


def _columns(value: str) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in value.split(",")]
    if not all(field.strip() and name.strip() for field, _, name in pairs):
        msg = f"'{value}'; give FIELD=NAME, as text=content"
        raise argparse.ArgumentTypeError(msg)
    return {field.strip(): name.strip() for field, _, name in pairs}


def print_account(options: argparse.Namespace) -> None:
    """Print what was read of each file, and the report of what was not."""
    articles = read_articles(
        options.paths, columns=options.columns, encoding=options.encoding
    )
    if options.format == "json":
        said = {
            "articles": len(articles),
            "files": [asdict(file) for file in articles.files],
            "problems": [asdict(problem) for problem in articles.problems],
        }
        print(json.dumps(said, ensure_ascii=False, indent=2))
        return
    for file in articles.files:
        print(_line(file))
    for problem in articles.problems:
        print(f"{problem.level}: {problem.path}: {problem.reason}")
    print(_sum(articles))


def _line(file: FileRead) -> str:
    columns = " ".join(f"{field}={name}" for field, name in file.columns)
    refused = f"{file.refused} refused" if file.refused else ""
    encoding = file.encoding or "-"
    line = (
        f"{file.articles:>8} {refused:>12}  {file.kind:<8} {encoding:<13} {file.path}"
    )
    return f"{line}  {columns}" if columns else line


def _sum(articles: Articles) -> str:
    levels = Counter(problem.level for problem in articles.problems)
    said = [several(len(articles), "article")]
    said += [f"{levels['refused']:,} refused"] if levels["refused"] else []
    said += [several(levels[one], one) for one in ("doubt", "note") if levels[one]]
    return f"{series(said)} in {several(len(articles.files), 'file')}"
