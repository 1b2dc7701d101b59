"""What Voila serves: a notebook of one cell, shown in our template without the cell.

The notebook asks what the first lines of the first notebook ask, over another folder.
It is written anew for each server and goes with it, so it never differs from the kit.
What the page says around the explorer (that it is reading, what it read, where figures
go) stands in the notebook's metadata, where the template ``page.html.j2`` finds it.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat

from kit.articles.records import shown
from kit.explorer.words import say

if TYPE_CHECKING:
    from kit.articles.article import Problem

TEMPLATE = "kit"
_DIRECTIONS = {"ar": "rtl", "en": "ltr"}
_WORDS = ("reading", "articles", "saved", "unread")
_CELL = """import os

from kit import find_mentions, read_articles
from kit.explorer import Explorer

os.chdir({saved!r})
articles = read_articles({articles!r})
mentions = find_mentions(articles)
Explorer(mentions)"""


@dataclass(frozen=True, slots=True)
class Page:
    """The articles' folder, the folder that figures go into, and what was not read."""

    articles: Path
    saved: Path
    unread: tuple[Problem, ...] = ()


def notebook_of(page: Page) -> Any:  # noqa: ANN401  # nbformat is not typed
    """Give the notebook behind a page."""
    cell = _CELL.format(saved=str(page.saved), articles=str(page.articles))
    metadata = {
        "title": " · ".join(say("title", language) for language in _DIRECTIONS),
        "kernelspec": {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        },
        "kit_page": {
            "articles": shown(page.articles),
            "saved": shown(page.saved),
            "unread": [f"{one.path}: {one.reason}" for one in page.unread],
            "said": [_said(language) for language in _DIRECTIONS],
        },
    }
    cells = [nbformat.v4.new_code_cell(cell)]  # type: ignore[no-untyped-call]  # nbformat is not typed
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata)  # type: ignore[no-untyped-call]  # see above


def write_page(page: Page, folder: Path) -> tuple[Path, Path]:
    """Write what Voila needs; give the notebook, and the Jupyter data path to set."""
    template = folder / "share" / "voila" / "templates" / TEMPLATE
    template.mkdir(parents=True)
    here = Path(__file__).with_name("page.html.j2")
    shutil.copyfile(here, template / "index.html.j2")
    (template / "conf.json").write_text('{"base_template": "lab"}', encoding="utf-8")
    # Voila lets pictures beside a notebook be fetched: ours stands alone.
    served = folder / "served"
    served.mkdir()
    notebook = served / "explorer.ipynb"
    nbformat.write(notebook_of(page), notebook)  # type: ignore[no-untyped-call]  # see above
    return notebook, folder / "share"


def _said(language: str) -> dict[str, str]:
    words = {word: say(f"page.{word}", language) for word in _WORDS}
    return {"language": language, "direction": _DIRECTIONS[language], **words}
