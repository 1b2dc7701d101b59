import pytest
from writing import folder_of

from kit.corpus import sources, working


@pytest.fixture
def news(tmp_path):
    """Give a folder of 24 articles in nine files, of which one cannot be read."""
    return folder_of(tmp_path / "news")


@pytest.fixture
def small(monkeypatch):
    """Let partitions hold three articles, and every file be a large one."""
    monkeypatch.setattr(working, "SIZE", 3)
    monkeypatch.setattr(sources, "_LARGE", 1)
