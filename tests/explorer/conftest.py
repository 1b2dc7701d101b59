"""Fixtures of the screen's tests: mentions made by hand, and a folder of their own."""

from __future__ import annotations

import pytest
from handmade import FIRST, SECOND, articles_of, found_in


@pytest.fixture
def mentions():
    return found_in(articles_of(first=FIRST, second=SECOND))


@pytest.fixture
def found():
    """Return a function from texts, by their ids, to mentions."""
    return lambda **texts: found_in(articles_of(**texts))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    """Let decisions about articles of no file be kept where nothing is."""
    monkeypatch.chdir(tmp_path)
