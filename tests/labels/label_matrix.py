"""What the documentation says of every writing on every path, and nothing else says.

``python tests/labels/label_matrix.py`` writes these tables into the README of
``kit/labels``; ``test_matrix.py`` draws every cell and compares.
"""

from __future__ import annotations

from pathlib import Path

from writings import WRITINGS

README = Path(__file__).parents[2] / "kit" / "labels" / "README.md"

# A path, and the renderer whose label it is given.
DRAWN = {
    "plotly, screen": "plotly",
    "plotly, hover": "plotly",
    "plotly, png": "plotly",
    "plotly, svg": "plotly",
    "plotly, pdf": "plotly",
    "page": "html",
    "own svg": "svg",
    "matplotlib, png": "matplotlib",
    "matplotlib, svg": "matplotlib",
    "matplotlib, pdf": "matplotlib",
    "Pillow, raqm": "pillow",
    "basic": "basic",
}

BARE, APART = "bare", "apart"
NOT_AS_WRITTEN = {
    ("harakat and shadda", "basic"): BARE,
    ("Kurdish letters", "basic"): APART,
}
"""Where the drawing is not what HarfBuzz draws, and how it differs."""

WHOLE, WORDS, LOST = "whole", "words", "lost"
_SIGNS = {"#": WHOLE, "w": WORDS, "-": LOST}
_ALL = "#" * len(WRITINGS)
READ = {
    "plotly svg": _ALL,
    "page": _ALL,
    "docx": _ALL,
    "xlsx": _ALL,
    "plotly pdf, pdfium": "###-#wwww#--w#ww#w",
    "plotly pdf, pypdf": "###-#www-#--wwwwww",
    "plotly pdf, pdftotext": "###-#wwww#--wwwwww",
    "matplotlib pdf, pdfium": "#---#wwww###wwww#w",
    "matplotlib pdf, pypdf": "www-wwww-wwwwwwwww",
    "matplotlib pdf, pdftotext": "#---#wwww#####wwww",
    "mended pdf, pdfium": "###-#wwww###wwww#w",
    "mended pdf, pypdf": "www-wwww-wwwwwwwww",
    "mended pdf, pdftotext": "###-#wwww#####wwww",
}
"""What a reader finds of each writing, in their order."""


def drawn(written, path):
    """Give what a cell of the first table says."""
    return NOT_AS_WRITTEN.get((written.name, path), "✓")


def read(written, path):
    """Give what a cell of the second table says."""
    return _SIGNS[READ[path][WRITINGS.index(written)]]


def table(paths, cell):
    lines = [
        ["written", *paths],
        ["---"] * (len(paths) + 1),
        *(
            [written.name, *(cell(written, path) for path in paths)]
            for written in WRITINGS
        ),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def filled(text):
    """Give the README with its tables as they are declared here."""
    for name, made in (("drawn", table(DRAWN, drawn)), ("read", table(READ, read))):
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = text.partition(begin)
        text = f"{before}{begin}{made}\n{end}{rest.partition(end)[2]}"
    return text


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
