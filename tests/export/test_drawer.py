"""Letters that no font has are named before a picture is saved."""

from __future__ import annotations

import re
import warnings
from functools import cache

import pytest

from kit.charts import fonts
from kit.charts.bars import bars
from kit.export import figures
from kit.export.browser import Browser
from kit.export.drawer import drawer
from kit.export.figures import save

INSTALL = "on Debian: apt install fonts-noto-core"
NO_FONT = "No font that a browser finds here has Arabic letters"


@pytest.fixture
def chart(make_counts):
    return bars(make_counts({"LY": 14, "گلاسكو": 3}))


@pytest.fixture
def real_browser(chromium, monkeypatch):
    """Draw with a browser that is this test's own: it keeps the fonts it began with."""
    own = cache(Browser)
    monkeypatch.setattr(figures, "find_browser", lambda: str(chromium))
    monkeypatch.setattr(figures, "running", own)
    yield
    if own.cache_info().currsize:
        own(str(chromium)).close()


@pytest.fixture
def no_browser(monkeypatch):
    monkeypatch.setattr(figures, "find_browser", lambda: None)


@pytest.fixture
def draws_with(monkeypatch):
    def use(*paths):
        monkeypatch.setattr(fonts, "font_files", lambda: list(paths))

    return use


def silently(call, *given):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return call(*given)


def test_a_browser_with_all_letters_draws(chart, font_without, only_fonts):
    font_without("ے")
    only_fonts()
    assert silently(drawer, chart, "/opt/chrome").browser == "/opt/chrome"


def test_a_browser_that_cannot_be_asked_draws(chart, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert silently(drawer, chart, "/opt/chrome").browser == "/opt/chrome"


def test_a_letter_the_browser_lacks_is_named(chart, font_without, only_fonts):
    font_without("گ")
    only_fonts()
    message = (
        "No font here has گ (U+06AF), needed for 'گلاسكو': boxes stand in the picture. "
        f"Install a font that has ({INSTALL}), then save again."
    )
    with pytest.warns(UserWarning, match=f"^{re.escape(message)}$"):
        assert drawer(chart, "/opt/chrome").browser == "/opt/chrome"


def test_many_letters_are_counted(chart, font_without, draws_with):
    draws_with(font_without("گلاسكوبي"))
    message = r"has \S+ \(U\+\w+\), .* and \d more, needed for '.*' and \d+ more: boxes"
    with pytest.warns(UserWarning, match=message):
        assert drawer(chart, None).browser is None


def test_a_browser_without_arabic_leaves_the_picture_to_matplotlib(chart, only_fonts):
    only_fonts("empty")
    browser, reason, remedy = silently(drawer, chart, "/opt/chrome")
    assert (browser, reason) == (None, NO_FONT)
    assert INSTALL in remedy


def test_an_english_chart_asks_for_no_arabic(make_counts, font_without, only_fonts):
    font_without([chr(code) for code in range(0x600, 0x700)])
    only_fonts()
    english = bars(make_counts({"LY": 14}), language="en")
    assert silently(drawer, english, "/opt/chrome").browser == "/opt/chrome"


def test_without_a_browser_matplotlib_is_asked(chart, font_without, draws_with):
    assert silently(drawer, chart, None).reason.startswith("No Chromium")
    draws_with(font_without("گ"))
    with pytest.warns(UserWarning, match=r"^No font here has گ"):
        assert drawer(chart, None).browser is None


@pytest.mark.usefixtures("no_browser")
def test_a_picture_without_one_letter_is_refused(chart, draws_with, tmp_path):
    draws_with()
    message = (
        "Cannot draw 'الإشارات إلى البلدان': no font has any letter of it. "
        f"Install one that has ({INSTALL})."
    )
    with pytest.raises(ValueError, match=re.escape(message)):
        save(chart, tmp_path / "bars.png")
    assert not (tmp_path / "bars.png").exists()


def test_an_empty_chart_is_judged_by_its_words(make_counts, font_without, draws_with):
    draws_with(font_without("ج"))
    with pytest.warns(UserWarning, match="ج .*needed for 'لا توجد نتائج"):
        drawer(bars(make_counts({})), None)


@pytest.mark.usefixtures("real_browser")
@pytest.mark.browser
def test_a_real_browser_without_arabic_fonts_is_not_asked(chart, only_fonts, tmp_path):
    only_fonts("empty")
    message = f"^{NO_FONT}: drawn with matplotlib instead"
    with pytest.warns(UserWarning, match=message) as warned:
        path = save(chart, tmp_path / "bars.svg")
    assert [warning.filename for warning in warned] == [__file__]
    assert "matplotlib" in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("real_browser")
@pytest.mark.browser
def test_a_warning_stands_at_the_line_that_saves(
    chart, font_without, only_fonts, tmp_path
):
    font_without("گ")
    only_fonts()
    with pytest.warns(UserWarning, match="گ") as warned:
        path = save(chart, tmp_path / "bars.svg")
    assert [warning.filename for warning in warned] == [__file__]
    assert "matplotlib" not in path.read_text(encoding="utf-8")
