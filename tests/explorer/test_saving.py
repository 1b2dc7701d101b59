from __future__ import annotations

import re

import pytest

from kit.explorer import Explorer
from kit.explorer.saving import SaveBar, save_here


@pytest.fixture
def chart(mentions, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Explorer(mentions).chart


def test_a_figure_is_saved_here_and_its_place_is_shown(chart, tmp_path):
    note = save_here(chart, "بلدان", "html", "ar")
    path = tmp_path / "بلدان.html"
    assert path.exists()
    assert note == f"حُفظ في <code>{path.resolve()}</code>"


def test_a_file_that_is_there_is_kept(chart, tmp_path):
    for _ in range(3):
        save_here(chart, "", "html", "en")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["figure-2.html", "figure-3.html", "figure.html"]


def test_a_name_cannot_lead_out_of_the_folder(chart, tmp_path):
    save_here(chart, "../../elsewhere", "html", "en")
    assert (tmp_path / "elsewhere.html").exists()


def test_a_failure_is_told_in_words(chart):
    note = save_here(chart, "figure", "bmp", "en")
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
