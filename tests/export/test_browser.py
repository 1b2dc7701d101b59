from __future__ import annotations

import sys
import time

import pytest

from kit.charts.bars import bars
from kit.charts.plotly_renderer import figure
from kit.export.browser import Browser, QuietChromium, find_browser, running


def test_the_readers_own_choice_comes_first(monkeypatch, tmp_path):
    own = tmp_path / "chrome"
    own.touch()
    monkeypatch.setenv("BROWSER_PATH", str(own))
    assert find_browser() == str(own)


def test_a_choice_that_is_not_there_is_no_browser(monkeypatch, tmp_path):
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "chrome"))
    assert find_browser() is None


def test_one_beside_python_comes_before_the_machines(monkeypatch, tmp_path):
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    (tmp_path / "chromium").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert find_browser() == str(tmp_path / "chromium")


def test_without_any_there_is_none(monkeypatch, tmp_path):
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setattr(QuietChromium.__base__, "find_browser", lambda **_: None)
    assert find_browser() is None


def test_a_program_that_is_no_browser_raises(tmp_path):
    false = tmp_path / "chromium"
    false.write_text("#!/bin/sh\nexit 1\n")
    false.chmod(0o755)
    with pytest.raises(RuntimeError):
        Browser(str(false))


@pytest.mark.browser
def test_the_second_figure_is_drawn_in_no_time(chromium, make_counts):
    drawing = figure(bars(make_counts({"LY": 14})), width=600).to_plotly_json()
    browser = running(str(chromium))
    first = browser.picture(drawing, ".svg", 1)
    begin = time.perf_counter()
    assert browser.picture(drawing, ".svg", 1).startswith(first[:40])
    assert time.perf_counter() - begin < 3
    assert running(str(chromium)) is browser


@pytest.mark.browser
def test_a_closed_browser_stays_closed(chromium):
    browser = Browser(str(chromium))
    browser.close()
    browser.close()
    with pytest.raises(RuntimeError, match="This browser is closed"):
        browser.picture({}, ".svg", 1)
