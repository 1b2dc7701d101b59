"""Reports of the seed article, and articles made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reported_news import article

from kit import find_mentions, read_articles
from kit.report import reporting

ROOT = Path(__file__).parent.parent.parent
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


@pytest.fixture(scope="session")
def seed():
    """The mentions of the seed article, by tables and rules alone."""
    return find_mentions(read_articles(ROOT / "seeds"), engine="lexicon")


@pytest.fixture(autouse=True)
def undrawn(monkeypatch, request):
    """Put a small picture in place of each figure; what was to be drawn is listed."""
    drawn = []
    if request.node.get_closest_marker("browser"):
        return drawn

    def save(chart, path, **sizes):
        drawn.append((chart, sizes))
        if path.suffix == ".svg":
            path.write_text(SVG, encoding="utf-8")
        else:
            Image.new("RGB", (16, 9), "white").save(path)

    monkeypatch.setattr(reporting, "save", save)
    return drawn


@pytest.fixture
def written():
    """Make mentions of lines: the first is the headline, the others are the body."""

    def make(*lines, engine="lexicon", **about):
        return find_mentions([article(*lines, **about)], engine=engine)

    return make
