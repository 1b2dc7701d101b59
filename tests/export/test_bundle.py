from __future__ import annotations

import csv
import json
import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import polars as pl
import pytest
from PIL import Image
from pypdf import PdfReader

from kit import (
    Decisions,
    bars,
    behind,
    bundle,
    compare,
    count_mentions,
    find_mentions,
    heatmap,
    read_articles,
    reopen,
    save,
    slope,
    together,
)
from kit.export import figures

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture(autouse=True)
def no_browser(monkeypatch):
    monkeypatch.setattr(figures, "find_browser", lambda: None)


@pytest.fixture(scope="module")
def mentions():
    return find_mentions(read_articles(SEEDS), engine="lexicon")


def held(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.filterwarnings("ignore:No Chromium")
def test_a_bundle_holds_the_figure_its_numbers_and_its_words(mentions, tmp_path):
    chart = bars(count_mentions(mentions))
    path = bundle(
        chart, tmp_path / "b.zip", mentions=mentions, decisions=Decisions(), dpi=72
    )
    files = held(path)
    suffixes = {
        "figure": (".html", ".pdf", ".png", ".svg"),
        "data": (".csv", ".json", ".xlsx"),
        **dict.fromkeys(("alt", "caption", "method"), (".txt",)),
    }
    expected = {
        f"{name}.{language}{suffix}"
        for name, endings in suffixes.items()
        for suffix in endings
        for language in ("ar", "en")
    }
    assert set(files) == expected | {
        "CITATION.txt",
        "README.txt",
        "decisions.csv",
        "evidence.csv",
        "versions.json",
    }
    assert files["caption.ar.txt"].decode().strip() == chart.caption
    assert files["caption.en.txt"].decode().strip() == chart.twin().caption
    rows = [*csv.DictReader(StringIO(files["evidence.csv"].decode("utf-8-sig")))]
    assert len(rows) == sum(chart.data["mentions"])
    versions = json.loads(files["versions.json"])
    assert versions["basis"] == chart.basis().to_dict()
    assert versions["basis"]["corpus"] in files["CITATION.txt"].decode()
    with Image.open(BytesIO(files["figure.en.png"])) as image:
        assert image.text["Title"] == "Mentions of countries"
    pdf = PdfReader(BytesIO(files["figure.ar.pdf"]))
    assert pdf.metadata.title == chart.title
    assert pdf.root_object["/Lang"] == "ar"


@pytest.mark.filterwarnings("ignore:No Chromium")
def test_the_evidence_is_what_was_counted(mentions, tmp_path):
    met = together(mentions, top=(2, 2))
    pairs = met.table.filter(pl.col("sentences") > 0).select("entity", "other").rows()
    seen = {row[:4] for pair in pairs for row in behind(mentions, *pair).rows()}
    compared = compare(mentions, {"parts": ["headline"]}, {"parts": ["body"]})
    for chart, rows in (
        (bars(count_mentions(mentions), top=1), 14),
        (bars(count_mentions(mentions, where={"countries": ["RU"]})), 4),
        (slope(compared, top=1), 14),
        (heatmap(met), len(seen)),
    ):
        path = bundle(chart, tmp_path / "b.zip", mentions=mentions, dpi=72)
        text = held(path)["evidence.csv"].decode("utf-8-sig")
        assert len([*csv.DictReader(StringIO(text))]) == rows


@pytest.mark.filterwarnings("ignore:No Chromium")
def test_in_a_folder_a_bundle_is_named_and_replaces_none(mentions, tmp_path):
    chart = bars(count_mentions(mentions), title="من/أين؟")
    names = [bundle(chart, tmp_path, dpi=72).name for _ in range(2)]
    assert names == ["من-أين.zip", "من-أين-2.zip"]


def test_what_is_no_zip_or_no_count_is_refused(mentions, tmp_path):
    chart = bars(count_mentions(mentions))
    with pytest.raises(ValueError, match=r"'b.rar'. Use .zip, or give a folder"):
        bundle(chart, tmp_path / "b.rar")
    with pytest.raises(FileNotFoundError, match=r"Make it first"):
        bundle(chart, tmp_path / "no" / "b.zip")
    alone = reopen(save(chart, tmp_path / "chart.json")).chart
    with pytest.raises(ValueError, match=r"Count again"):
        bundle(alone, tmp_path / "b.zip")
    assert [one.name for one in tmp_path.iterdir()] == ["chart.json"]
