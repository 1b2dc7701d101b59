"""The view over time in a browser: six dated articles, their points and periods."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kit import find_mentions
from kit.articles.reading import read_articles
from kit.lab.page import Page
from kit.lab.picture import READY
from kit.lab.picture import page as opened_page
from kit.lab.voila import Options, Voila

pytestmark = pytest.mark.browser

RECORDS = (
    ("2018-01-03", "وصل وفد من ليبيا إلى مصر."),
    ("2018-01-29", "قالت ليبيا إن الحدود مغلقة. ورحبت تونس."),
    ("2018-03-01", "وصل الوزير إلى مصر ثم عاد إلى تونس."),
    ("2018-03-31", "وقف القتال في ليبيا. وعادت ليبيا إلى الحوار."),
    ("2018-05-12", "زار الرئيس تونس. ورحبت ليبيا بالزيارة."),
    ("2018-06-20", "فازت مصر على تونس."),
)


@pytest.fixture(scope="module")
def tab(chromium, tmp_path_factory):
    folder = tmp_path_factory.mktemp("dated").resolve()
    lines = (
        json.dumps({"text": text, "date": day}, ensure_ascii=False)
        for day, text in RECORDS
    )
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    served = Page(folder, find_mentions(read_articles(folder), engine="lexicon"))
    with Voila(Options(served)) as voila, opened_page(chromium) as tab:
        tab.failures = []
        tab.on("pageerror", lambda error: tab.failures.append(str(error)))
        tab.goto(voila.url(), wait_until="commit")
        tab.wait_for_selector(READY, timeout=60_000)
        yield tab


def keep(tab, name):
    folder = os.environ.get("KIT_PICTURES")
    if folder:
        tab.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def press(tab, group, name):
    """Press a button of a group and wait until it is pressed."""
    row = tab.get_by_role("group", name=group, exact=True)
    row.get_by_role("button", name=name, exact=True).click()
    pressed = row.locator("[aria-pressed=true]", has_text=name)
    pressed.wait_for()


def wait_for_words(tab, words):
    tab.wait_for_function(
        """words => document.querySelector('.kit-plot').ariaLabel.includes(words)""",
        arg=words,
    )


def test_a_point_of_the_timeline_narrows_to_its_name_and_period(tab):
    press(tab, "طريقة العرض", "عبر الزمن")
    press(tab, "لكل", "شهر")
    wait_for_words(tab, "ليبيا (يناير 2018: إشارتان)")
    assert tab.locator(".kit-plot .scatterlayer .point").count() == 3 * 4
    keep(tab, "over_time_arabic")
    # Libya is the most mentioned: the first line; its points go from January on.
    places = [
        point.bounding_box()["x"]
        for point in tab.locator(".kit-plot .scatterlayer .point").all()[:4]
    ]
    assert places == sorted(places, reverse=True)
    march = tab.locator(".kit-plot .scatterlayer .point").nth(1)
    march.click(force=True)
    chips = tab.locator(".kit-chip")
    chips.nth(2).wait_for()
    assert [text.removesuffix(" ✕") for text in chips.all_text_contents()] == [
        "ليبيا",
        "منذ مارس 2018",
        "حتى مارس 2018",
    ]
    assert tab.locator(".kit-evidence mark").all_text_contents() == ["ليبيا", "ليبيا"]
    keep(tab, "over_time_narrowed")
    tab.get_by_role("button", name="أزل الكل").click()
    chips.first.wait_for(state="detached")


def test_in_english_time_runs_to_the_right_and_its_table_is_at_hand(tab):
    tab.get_by_role("button", name="English", exact=True).click()
    press(tab, "View", "Over time")
    press(tab, "Every", "month")
    wait_for_words(tab, "Libya (January 2018: 2 mentions)")
    places = [
        point.bounding_box()["x"]
        for point in tab.locator(".kit-plot .scatterlayer .point").all()[:4]
    ]
    assert places == sorted(places)
    tab.get_by_role("button", name="Show as a table").click()
    rows = tab.locator(".kit-twin tr:has(td)")
    rows.first.wait_for()
    assert rows.count() == 3 * 6
    keep(tab, "over_time_english")
    assert tab.failures == []
