# ruff: noqa: SLF001  # a button is pressed where only the browser sends
from __future__ import annotations

import gzip
import re
import zipfile
from io import BytesIO

import docx
import pytest

import kit
from kit.counts import Filter
from kit.explorer import Explorer
from kit.explorer.saving import Figures, SaveBar
from kit.export.figures import save


@pytest.fixture
def chart(mentions, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Explorer(mentions).chart


@pytest.fixture
def sent(monkeypatch):
    """Give what reaches the browser: of each file the message and the content."""
    files = []

    def send(_self, content, buffers):
        files.append((content, *map(gzip.decompress, buffers)))

    monkeypatch.setattr("kit.explorer.delivery.Delivery.send", send)
    return files


def cells_in(workbook):
    with zipfile.ZipFile(BytesIO(workbook)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_figure_is_saved_here_and_offered_to_the_browser(chart, tmp_path, sent):
    figures = Figures(download=False)
    note = figures.save(chart, "بلدان", "html", "ar")
    path = tmp_path / "بلدان.html"
    assert re.sub("<[^>]+>", "", note) == f"حُفظ في {path} · نزّله إلى جهازك"
    assert "[&quot;download&quot;]" in note
    assert sent == []
    figures.deliver()
    assert sent == [({"file": "بلدان.html", "type": "text/html"}, path.read_bytes())]


def test_a_figure_of_a_served_screen_goes_to_the_browser_alone(chart, tmp_path, sent):
    figures = Figures(download=True)
    note = figures.save(chart, "", "svg", "en")
    assert re.sub("<[^>]+>", "", note) == (
        "Downloaded to your machine: figure.svg · Download it again"
    )
    ((content, svg),) = sent
    assert content == {"file": "figure.svg", "type": "image/svg+xml"}
    assert b"</svg>" in svg
    assert names_in(tmp_path) == []
    figures.deliver()
    assert sent[1] == sent[0]


@pytest.mark.parametrize("download", [False, True])
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_the_numbers_of_a_figure_are_saved_as_kit_save_writes_them(
    chart, tmp_path, sent, suffix, download
):
    figures = Figures(download=download)
    figures.save(chart, "numbers", suffix, "en")
    figures.deliver()
    content, numbers = sent[-1]
    assert content["file"] == f"numbers.{suffix}"
    expected = save(chart, tmp_path / f"expected.{suffix}").read_bytes()
    if suffix == "csv":
        assert numbers == expected
    else:
        assert cells_in(numbers) == cells_in(expected)
    assert (f"numbers.{suffix}" in names_in(tmp_path)) != download


@pytest.mark.parametrize("download", [False, True])
def test_a_bundle_holds_the_sentences_and_decisions_of_the_screen(
    mentions, tmp_path, sent, download, monkeypatch
):
    # What the figures look like in a bundle is tested where it is made.
    monkeypatch.setattr("kit.export.bundle._PICTURES", ())
    explorer = Explorer(mentions, language="en", download=download)
    explorer.filter = Filter(parts=("headline",))
    explorer._save_as("paper", "zip")
    note = re.sub("<[^>]+>", "", explorer._markup["note"].html)
    assert "paper.zip" in note
    explorer.ask(["download"])
    content, packed = sent[-1]
    assert content == {"file": "paper.zip", "type": "application/zip"}
    with zipfile.ZipFile(BytesIO(packed)) as archive:
        assert {"data.ar.csv", "data.en.xlsx", "decisions.csv"} <= set(
            archive.namelist()
        )
        evidence = archive.read("evidence.csv").decode("utf-8-sig").splitlines()
    assert len(evidence) == 1 + explorer.mentions.height
    assert names_in(tmp_path) == ([] if download else ["paper.zip"])


def test_a_report_is_of_what_is_let_in(mentions, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # How pictures are drawn is tested where they are.
    monkeypatch.setattr("kit.export.figures.find_browser", lambda: None)
    explorer = Explorer(mentions, language="en")
    explorer.filter = Filter(countries=("LY",))
    with pytest.warns(UserWarning, match="No Chromium"):
        kit.report(explorer.corrected, "own.docx", language="en", where=explorer.filter)
    explorer._save_as("whole", "docx")
    assert "whole.docx" in re.sub("<[^>]+>", "", explorer._markup["note"].html)
    own, saved = (
        [one.text for one in docx.Document(tmp_path / name).paragraphs]
        for name in ("own.docx", "whole.docx")
    )
    assert saved == own


def test_before_anything_is_saved_nothing_is_sent(sent):
    Figures(download=False).deliver()
    assert sent == []


def test_a_file_that_is_there_is_kept(chart, tmp_path):
    for _ in range(3):
        Figures(download=False).save(chart, "", "html", "en")
    assert names_in(tmp_path) == ["figure-2.html", "figure-3.html", "figure.html"]


@pytest.mark.parametrize("download", [False, True])
def test_a_name_cannot_lead_out_of_the_folder(chart, tmp_path, sent, download):
    figures = Figures(download=download)
    figures.save(chart, "../../elsewhere", "html", "en")
    figures.deliver()
    assert {content["file"] for content, _ in sent} == {"elsewhere.html"}
    assert names_in(tmp_path) == ([] if download else ["elsewhere.html"])


@pytest.mark.parametrize("download", [False, True])
def test_a_failure_is_told_in_words(chart, download):
    note = Figures(download=download).save(chart, "figure", "bmp", "en")
    assert re.sub("<[^>]+>", "", note).startswith("Not saved: Cannot save a chart as")


def test_the_button_gives_name_and_format():
    pressed = []
    bar = SaveBar(lambda *both: pressed.append(both))
    bar.speak("en")
    name, suffix, button = bar.children
    name.value, suffix.value = "first", "pdf"
    button.click()
    assert pressed == [("first", "pdf")]
    assert (button.description, button.disabled) == ("Save figure", False)
