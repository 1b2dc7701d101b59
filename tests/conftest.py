"""Fixtures that more than one test folder needs.

What lies outside the repository (corpora, a browser), and counts written by hand:
charts need no article, tokenizer or browser.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import matplotlib as mpl
import polars as pl
import pytest
from fontTools.ttLib import TTFont
from hypothesis import settings

from kit.counts import Counts, Filter, Positions, Together

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


NAMES = {
    "LY": ("ليبيا", "Libya"),
    "RU": ("روسيا", "Russia"),
    "XX": ("قناة CNN (بالعربية)", "CNN (in Arabic)"),
    "BAD": ("<img src=x onerror=alert(1)> & <b>ليبيا</b>", ""),
}
SCHEMA = {
    "entity": pl.String,
    "name": pl.String,
    "english": pl.String,
    "kind": pl.String,
    "country": pl.String,
    "value": pl.Int64,
    "mentions": pl.Int64,
}
POSITIONS = {
    "entity": pl.String,
    "name": pl.String,
    "english": pl.String,
    "article": pl.String,
    "token": pl.UInt32,
    "tokens": pl.UInt32,
    "start": pl.UInt32,
    "sentence": pl.UInt32,
    "surface": pl.String,
    "part": pl.String,
    "names": pl.UInt32,
}


@pytest.fixture
def make_counts():
    def make(values, *, by="country", unit="mentions", **where):
        rows = [
            (
                entity,
                *NAMES.get(entity, (entity, entity)),
                "country",
                None,
                value,
                value,
            )
            for entity, value in values.items()
        ]
        table = pl.DataFrame(rows, schema=SCHEMA, orient="row")
        return Counts(table, by, unit, Filter(**where), 314, 1)

    return make


@pytest.fixture
def make_positions():
    def make(*rows, names=1):
        """Make positions of (entity, article, token) in articles of 200 words."""
        words = (0, "ليبيا", "body", names)
        articles = {article for _, article, _ in rows}
        full = [
            (entity, *NAMES[entity], article, token, 200, token * 5, *words)
            for entity, article, token in rows
        ]
        counts = Counts(
            pl.DataFrame(schema=SCHEMA),
            "country",
            "mentions",
            Filter(),
            200,
            len(articles),
        )
        return Positions(pl.DataFrame(full, schema=POSITIONS, orient="row"), counts)

    return make


@pytest.fixture
def make_together():
    def make(numbers, *, rows="actor", columns="country", hidden=0, **where):
        """Make a table of {(entity, other): sentences}; an entity has 10 of its own."""
        named = {one: NAMES.get(one, (one, one)) for pair in numbers for one in pair}
        pairs = [
            (entity, *named[entity], other, *named[other], sentences)
            for (entity, other), sentences in numbers.items()
        ]
        schema = {
            "entity": pl.String,
            "name": pl.String,
            "english": pl.String,
            "other": pl.String,
            "other_name": pl.String,
            "other_english": pl.String,
            "sentences": pl.UInt32,
        }
        return Together(
            table=pl.DataFrame(pairs, schema=schema, orient="row"),
            row_totals=totals(dict.fromkeys(one for one, _ in numbers), named),
            column_totals=totals(
                dict.fromkeys(sorted(other for _, other in numbers)), named
            ),
            rows=rows,
            columns=columns,
            where=Filter(**where),
            hidden=hidden,
            sentences=17,
            articles=1,
            chosen={"RU": NAMES["RU"]},
        )

    def totals(entities, named):
        rows = [(one, *named[one], "country", None, 10, 12) for one in entities]
        return pl.DataFrame(rows, schema=SCHEMA, orient="row")

    return make


@pytest.fixture
def font_without(tmp_path):
    """Make a font: DejaVu Sans without some letters, in the folder ``fonts``."""

    def make(letters):
        (tmp_path / "fonts").mkdir(exist_ok=True)
        path = tmp_path / "fonts" / f"{len(list(tmp_path.glob('fonts/*')))}.ttf"
        font = TTFont(Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf")
        for table in font["cmap"].tables:
            for letter in letters:
                table.cmap.pop(ord(letter), None)
        font.save(path)
        return path

    return make


@pytest.fixture
def only_fonts(tmp_path, monkeypatch):
    """Let fontconfig, and a browser with it, see the fonts of one folder only."""

    def use(folder="fonts"):
        if shutil.which("fc-list") is None:
            pytest.skip("no fontconfig")
        (tmp_path / folder).mkdir(exist_ok=True)
        config = tmp_path / "fonts.conf"
        config.write_text(
            f"<fontconfig><dir>{tmp_path / folder}</dir>"
            f"<cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>",
            encoding="utf-8",
        )
        monkeypatch.setenv("FONTCONFIG_FILE", str(config))

    return use
