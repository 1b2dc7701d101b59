"""Fixtures that more than one test file needs: what lies outside the repository."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# The first example loads the lexicon; no test is about time.
settings.register_profile("kit", deadline=None)
settings.load_profile("kit")

ROOT = Path(__file__).parent.parent
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)


@pytest.fixture(scope="session")
def shared():
    """Return the folder of shared corpora, or skip where there is none."""
    folder = Path(os.environ.get("KIT_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"no shared corpora at {folder}; set KIT_SHARED to their folder")
    return folder


@pytest.fixture(scope="session")
def chromium():
    """Return the path of a browser; without one fail where it is required."""
    path = find_chromium()
    if path is not None:
        return path
    reason = "no Chromium on PATH; run make chromium or install one"
    if browser_is_required():
        pytest.fail(reason)
    pytest.skip(reason)


def find_chromium():
    # The environment's own bin comes first: make chromium links a fetched one there.
    own = Path(sys.executable).parent
    places = os.pathsep.join([str(own), os.environ.get("PATH", os.defpath)])
    found = (shutil.which(name, path=places) for name in BROWSERS)
    return next((Path(path) for path in found if path), None)


def browser_is_required():
    """Say whether a missing browser is a failure: a silent skip would hide it."""
    return (
        os.environ.get("CI") == "true" or os.environ.get("KIT_REQUIRE_BROWSER") == "1"
    )
