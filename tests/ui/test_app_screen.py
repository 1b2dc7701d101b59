"""What a colleague sees: the page of Voila in a browser, over a folder with a name,
an article and a file that attack it.
"""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from test_screen import HOSTILE, contrast

from kit import find_mentions
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
    """Give a folder of articles as a page."""
    folder = tmp_path_factory.mktemp("app").resolve() / ATTACK
    shutil.copytree(ROOT / "seeds", folder)
    (folder / "attack.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "table.xyz").write_bytes(b"\xff\xfe")
    return Page(folder, find_mentions(read_articles(folder)))


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


def test_while_it_opens_the_page_says_so_in_both_languages(tab):
    loading = tab.locator("#loading")
    loading.wait_for()
    assert loading.locator("p").all_text_contents() == [
        "جارٍ فتح المقالات…",
        "Opening the articles …",
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
def test_below_stands_what_was_read_and_where_decisions_are_kept(tab, served):
    arabic, english = tab.locator(".kit-around > div").all()
    kept = served.folder / "decisions.csv"
    assert arabic.get_attribute("dir") == "rtl"
    assert english.locator("p").all_text_contents() == [
        f"Articles from {served.folder}",
        f"What you decide is kept on the machine that serves this page, in {kept}",
    ]
    assert english.locator("summary").text_content() == "Notes on the reading: 1"
    note = english.locator("li").text_content()
    assert note.startswith(f"{served.folder}/table.xyz: cannot read '.xyz' files")
    for paragraph in tab.locator(".kit-around p").all():
        assert paragraph.is_visible()


@pytest.mark.parametrize("suffix", ["png", "html"])
def test_a_saved_figure_comes_to_who_asked_and_stays_nowhere_else(
    tab, screen, served, suffix
):
    before = sorted(served.folder.iterdir())
    screen.locator(".kit-save select").select_option(suffix)
    with tab.expect_download(timeout=60_000) as coming:
        screen.locator(".kit-save button").click()
    assert coming.value.suggested_filename == f"رسم.{suffix}"
    content = Path(coming.value.path()).read_bytes()
    screen.locator(".kit-note code", has_text=f"رسم.{suffix}").wait_for()
    if suffix == "png":
        with Image.open(BytesIO(content)) as image:
            assert (image.format, image.width > 1000) == ("PNG", True)
    else:
        assert content.startswith(b"<!DOCTYPE html>")
        assert content.rstrip().endswith(b"</html>")
    with tab.expect_download(timeout=60_000) as again:
        screen.locator(".kit-note button").click()
    assert Path(again.value.path()).read_bytes() == content
    assert sorted(served.folder.iterdir()) == before


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
        watched(dark).goto(voila.url(), wait_until="commit")
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
