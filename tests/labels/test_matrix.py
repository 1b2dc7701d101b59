"""Every writing on every path, held against HarfBuzz, and what must not pass."""

from __future__ import annotations

import re
import unicodedata

import label_matrix as matrix
import pytest
from arabic_reshaper import reshape
from bidi import get_display
from drawing_paths import labelled, with_pillow
from harfbuzz_reference import ENOUGH, WRONG, score, seen
from label_readers import verdict
from PIL import ImageFont
from writings import WRITINGS

from kit.labels import direction

RAQM, BASIC = ImageFont.Layout.RAQM, ImageFont.Layout.BASIC
WITHOUT = ("matplotlib, png", "matplotlib, pdf", "Pillow, raqm", "basic")
RANKS = (matrix.LOST, matrix.WORDS, matrix.WHOLE)

each = pytest.mark.parametrize("written", WRITINGS, ids=lambda written: written.name)


def marked(paths, without):
    browser = pytest.mark.browser
    return [
        pytest.param(path, marks=() if path in without else browser) for path in paths
    ]


@pytest.fixture
def results(request):
    """Give what the browser made only to tests that are marked as needing one."""
    needs = request.node.get_closest_marker("browser")
    return request.getfixturevalue("by_browser" if needs else "without_browser")


@each
@pytest.mark.parametrize("path", marked(matrix.DRAWN, WITHOUT))
def test_a_label_is_drawn_as_it_is_read(written, path, results):
    likeness = score(results.pictures[path][written.name], written.lines)
    if matrix.drawn(written, path) == "✓":
        assert likeness > ENOUGH
    else:
        assert likeness < WRONG


def test_letters_that_are_drawn_bare_are_right_but_for_the_marks(without_browser):
    (written,) = (w for w in WRITINGS if matrix.drawn(w, "basic") == matrix.BARE)
    lines = tuple(tuple(map(bare, line)) for line in written.lines)
    assert score(without_browser.pictures["basic"][written.name], lines) > ENOUGH


def bare(text):
    return "".join(char for char in text if unicodedata.category(char) != "Mn")


def twice(text):
    return by_line(lambda line: get_display(reshape(line)), text)


def turned(text):
    return by_line(lambda line: line[::-1], text)


def apart(text):
    return by_line(get_display, text)


def by_line(change, text):
    return "\n".join(change(line) for line in text.split("\n"))


WAYS = {
    "joined and turned a second time": (twice, RAQM),
    "turned around": (turned, RAQM),
    "letters that are not joined": (apart, BASIC),
    "raw to a renderer that cannot shape": (str, BASIC),
}


@pytest.fixture(scope="module")
def wrong():
    """Every writing drawn in every wrong way."""
    texts = {written.name: written.readable for written in WRITINGS}
    ways = {
        way: with_pillow({name: change(text) for name, text in texts.items()}, engine)
        for way, (change, engine) in WAYS.items()
    }
    sides = {side: with_pillow(texts, RAQM, side) for side in ("ltr", "rtl")}
    return ways | sides


@each
@pytest.mark.parametrize("way", WAYS)
def test_what_is_wrong_does_not_pass(written, way, wrong):
    assert score(wrong[way][written.name], written.lines) < WRONG


@pytest.mark.parametrize(
    "written",
    [written for written in WRITINGS if len(written.lines[-1]) > 1],
    ids=lambda written: written.name,
)
def test_a_line_begun_from_the_wrong_side_does_not_pass(written, wrong):
    other = "ltr" if direction(written.readable) == "rtl" else "rtl"
    assert score(wrong[other][written.name], written.lines) < WRONG


def test_another_word_does_not_pass():
    assert score(seen(("العراق",)), (("العراف",),)) < WRONG
    assert score(seen(("العراق",)), (("العراق",),)) > 0.999


@each
@pytest.mark.parametrize(
    "path",
    marked(matrix.READ, [p for p in matrix.READ if not p.startswith(("pl", "pa"))]),
)
def test_text_can_be_searched_as_the_table_says(written, path, results):
    if results.texts[path] is None:
        pytest.skip("no pdftotext on PATH")
    found = verdict(written, results.texts[path][written.name])
    # A reader that learns to find more is no failure.
    assert RANKS.index(found) >= RANKS.index(matrix.read(written, path))


def test_the_text_of_documents_is_letters_not_forms(without_browser):
    for path in ("docx", "xlsx"):
        for text in without_browser.texts[path].values():
            assert not re.search("[\ufb50-\ufdff\ufe70-\ufeff]", text)


def test_the_documentation_says_what_is_tested():
    text = matrix.README.read_text(encoding="utf-8")
    assert text == matrix.filled(text)
    for renderer in matrix.DRAWN.values():
        assert f"`{renderer}`" in text


def test_no_label_steers_what_stands_beside_it():
    hostile = "\N{RIGHT-TO-LEFT OVERRIDE}"
    for renderer in matrix.DRAWN.values():
        assert not [text for text in labelled(renderer).values() if hostile in text]
