"""What Voila serves: a notebook of one cell, shown in our template without the cell.

What was found in the articles lies beside it, so that a page opens in seconds however
long finding took. Both are written anew for each server and go with it, so they never
differ from the kit. What the page says around the explorer (that it opens, what was
read, where decisions are kept) stands in the notebook's metadata, where the template
``page.html.j2`` finds it.
"""

from __future__ import annotations

import pickle
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat

from kit.articles.records import shown
from kit.decisions import decisions_beside
from kit.explorer.words import say

if TYPE_CHECKING:
    from kit.mentions.mention import Mentions

TEMPLATE = "kit"
_DIRECTIONS = {"ar": "rtl", "en": "ltr"}
_WORDS = ("reading", "articles", "decisions", "unread")
_CELL = """import pickle
from pathlib import Path

from kit.explorer import Explorer

mentions = pickle.loads(Path({found!r}).read_bytes())
Explorer(mentions, language={language!r}, decisions={decisions!r}, download=True)"""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows, and how.

    Attributes
    ----------
    folder
        Where the articles were read.
    mentions
        What was found in them.
    decisions
        The file of decisions; None for the one beside the articles.
    language
        Of the screen, as it opens.

    """

    folder: Path
    mentions: Mentions
    decisions: Path | None = None
    language: str = "ar"

    @property
    def kept(self) -> Path:
        """Where what visitors decide is kept."""
        return self.decisions or decisions_beside(self.mentions.articles)


def notebook_of(page: Page, found: Path) -> Any:  # noqa: ANN401  # nbformat is not typed
    """Give the notebook behind a page; ``found`` is the file of what was found."""
    cell = _CELL.format(
        found=str(found), language=page.language, decisions=str(page.kept)
    )
    metadata = {
        "title": " · ".join(say("title", language) for language in _DIRECTIONS),
        "kernelspec": {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        },
        "kit_page": {
            "articles": shown(page.folder),
            "decisions": shown(page.kept),
            "unread": [
                f"{one.path}: {one.reason}" for one in page.mentions.articles.problems
            ],
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
    found = folder / "mentions.pickle"
    found.write_bytes(pickle.dumps(page.mentions))
    notebook = served / "explorer.ipynb"
    nbformat.write(notebook_of(page, found), notebook)  # type: ignore[no-untyped-call]  # see above
    return notebook, folder / "share"


def _said(language: str) -> dict[str, str]:
    words = {word: say(f"page.{word}", language) for word in _WORDS}
    return {"language": language, "direction": _DIRECTIONS[language], **words}
