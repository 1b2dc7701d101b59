"""What a colleague sees: the page of Voila in a browser, over a folder with a name,
an article and a file that attack it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from test_screen import HOSTILE, contrast

from kit.articles.reading import read_articles
from kit.lab.page import Page
from kit.lab.picture import READY
from kit.lab.picture import page as opened_page
from kit.lab.voila import Options, Voila

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent
ATTACK = '<img src=x onerror="window.attacked=3"> & {{ 7 * 7 }}'
CODE = ".jp-InputArea, .jp-InputPrompt, .cm-editor, .highlight, pre"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Give a folder of articles, and one for figures, as a page."""
    root = tmp_path_factory.mktemp("app").resolve()
    folder, saved = root / ATTACK, root / "figures"
    shutil.copytree(ROOT / "seeds", folder)
    saved.mkdir()
    (folder / "attack.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "table.xyz").write_bytes(b"\xff\xfe")
    return Page(folder, saved, tuple(read_articles(folder).problems))


def watched(tab):
    """Note what the page asks for, and what it complains of."""
    tab.asked, tab.failures = [], []
    tab.on("request", lambda request: tab.asked.append(request.url))
    tab.on("websocket", lambda socket: tab.asked.append(socket.url))
    tab.on("pageerror", lambda error: tab.failures.append(str(error)))
    tab.on(
        "console",
        lambda said: said.type == "error" and tab.failures.append(said.text),
    )
    return tab


@pytest.fixture(scope="module")
def tab(served, chromium):
    with Voila(Options(served)) as voila, opened_page(chromium) as tab:
        watched(tab).goto(voila.url(), wait_until="commit")
        yield tab


@pytest.fixture(scope="module")
def screen(tab):
    tab.wait_for_selector(READY, timeout=60_000)
    return tab.locator(".kit-explorer")


def keep(tab, name):
    folder = os.environ.get("KIT_PICTURES")
    if folder:
        tab.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_while_it_reads_the_page_says_so_in_both_languages(tab):
    loading = tab.locator("#loading")
    loading.wait_for()
    assert loading.locator("p").all_text_contents() == [
        "جارٍ قراءة المقالات والبحث عن الأسماء…",
        "Reading the articles and finding the names …",
    ]
    keep(tab, "page_reading")


def test_then_it_shows_header_and_bars_under_its_title(tab, screen):
    assert tab.title() == "مستكشف الأخبار العربية · Arabic news explorer"
    assert screen.locator(".kit-title").text_content() == "مستكشف الأخبار العربية"
    labels = screen.locator(".ytick text").all_text_contents()
    assert labels[0] == "ليبيا"
    assert {"روسيا", "مصر", "تركيا", "الإمارات", "العراق"} <= set(labels)
    assert not tab.locator("#loading").is_visible()


@pytest.mark.usefixtures("screen")
def test_no_code_is_on_the_page(tab):
    assert tab.locator(CODE).count() == 0
    assert "find_mentions" not in tab.content()


def test_a_clicked_bar_shows_its_sentences(tab, screen):
    number = int(screen.locator(".bartext").first.text_content())
    screen.locator(".point path").first.click(force=True)
    screen.locator(".kit-chosen").wait_for()
    assert screen.locator(".kit-heading").text_content() == "ليبيا"
    assert screen.locator(".kit-sentences li").count() == number
    keep(tab, "page_light")


@pytest.mark.usefixtures("screen")
def test_nothing_is_wider_than_the_page(tab):
    assert tab.viewport_size["width"] == 1280
    page = tab.evaluate("document.documentElement.scrollWidth")
    assert page == tab.evaluate("document.documentElement.clientWidth")


@pytest.mark.usefixtures("screen")
def test_below_stands_what_was_read_and_where_figures_go(tab, served):
    arabic, english = tab.locator(".kit-around > div").all()
    assert arabic.get_attribute("dir") == "rtl"
    assert english.locator("p").all_text_contents() == [
        f"Articles from {served.articles}",
        f"Figures are saved on the machine that serves this page, in {served.saved}",
    ]
    assert english.locator("summary").text_content() == "Notes on the reading: 1"
    note = english.locator("li").text_content()
    assert note.startswith(f"{served.articles}/table.xyz: cannot read '.xyz' files")
    for paragraph in tab.locator(".kit-around p").all():
        assert paragraph.is_visible()


def test_a_saved_figure_is_where_the_page_said(screen, served):
    screen.locator(".kit-save button").click()
    place = screen.locator(".kit-note code")
    place.wait_for(timeout=60_000)
    path = Path(place.text_content())
    assert path.parent == served.saved
    with Image.open(path) as image:
        assert image.format == "PNG"


@pytest.mark.usefixtures("screen")
def test_no_script_of_a_folder_or_an_article_runs(tab):
    assert tab.locator(".kit-around img").count() == 0
    assert tab.evaluate("window.attacked") is None


@pytest.mark.usefixtures("screen")
def test_nothing_but_this_machine_was_asked(tab):
    asked = {urlsplit(url.removeprefix("blob:")).hostname for url in tab.asked}
    assert asked - {None} == {"localhost"}  # None: data within the page
    assert len(tab.asked) > 50


@pytest.mark.usefixtures("screen")
def test_the_page_reported_no_error(tab):
    assert tab.failures == []


def test_in_the_dark_theme_text_stands_out(tab, served):
    # One browser at a time: the first page's opens this one too.
    page = tab.context.browser.new_page(viewport=tab.viewport_size)
    with Voila(Options(served, theme="dark")) as voila, page as dark:
        watched(dark).goto(voila.url())
        dark.wait_for_selector(READY, timeout=60_000)
        screen = dark.locator(".kit-explorer")
        screen.locator(".point path").first.click(force=True)
        screen.locator(".kit-chosen").wait_for()
        keep(dark, "page_dark")
        paper = "e => getComputedStyle(e).backgroundColor"
        assert dark.locator("body").evaluate(paper) == "rgb(17, 17, 17)"
        for css in (".kit-status", ".kit-source", ".ytick text", ".kit-total"):
            assert contrast(screen, css) >= 4.5
        assert contrast(dark, ".kit-around p") >= 4.5
        assert dark.failures == []
