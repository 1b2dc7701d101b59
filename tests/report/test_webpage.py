from __future__ import annotations

import re
from html.parser import HTMLParser

import docx
import pytest

from kit.report.reporting import report

MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
BLOCKS = ("h1", "h2", "h3", "p", "figcaption", "th", "td")
ALONE = ("meta", "img")


class Page(HTMLParser):
    """Collect the blocks of a page as text, its tags, and whether they are closed."""

    def __init__(self, text):
        super().__init__()
        self.blocks = []
        self.tags = []
        self.open = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in BLOCKS:
            self.blocks.append((tag, ""))
        if tag not in ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if set(BLOCKS) & set(self.open):
            tag, text = self.blocks[-1]
            self.blocks[-1] = (tag, text + data)

    def of(self, *tags):
        return [text for tag, text in self.blocks if tag in tags]


@pytest.fixture
def page_of(seed, tmp_path):
    def make(language, **options):
        path = report(seed, tmp_path / "report.html", language=language, **options)
        return Page(path.read_text(encoding="utf-8"))

    return make


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_says_word_for_word_what_the_document_says(
    page_of, seed, tmp_path, language
):
    page = page_of(language)
    assert page.open == []
    made = docx.Document(report(seed, tmp_path / "a.docx", language=language))
    written = [one.text for one in made.paragraphs if one.text]
    in_tables = [
        cell.text for table in made.tables for row in table.rows for cell in row.cells
    ]

    def plain(texts):
        return ["".join(char for char in text if char not in MARKS) for text in texts]

    assert page.of("h1", "h2", "h3", "p", "figcaption") == plain(written)
    assert page.of("th", "td") == plain(in_tables)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_the_page_has_language_and_direction_and_runs_nothing(
    page_of, undrawn, language, direction
):
    page = page_of(language)
    assert page.tags[0] == ("html", {"lang": language, "dir": direction})
    policy = [attrs["content"] for _, attrs in page.tags if "http-equiv" in attrs]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert {tag for tag, _ in page.tags} == {
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "bdi",
        "mark", "figure", "img", "figcaption", "table", "thead", "tbody", "tr", "th",
        "td",
    }  # fmt: skip  # one set
    pictures = [attrs for tag, attrs in page.tags if tag == "img"]
    assert [one["alt"] for one in pictures] == [chart.alt for chart, _ in undrawn]
    assert {one["src"][:26] for one in pictures} == {"data:image/svg+xml;base64,"}
    loads = {name for _, attrs in page.tags for name in attrs} & {"href", "onload"}
    assert loads == set()


def test_a_sentence_of_an_article_runs_from_the_right_in_an_english_page(page_of):
    sentences = [a for t, a in page_of("en").tags if a.get("class") == "sentence"]
    assert {(one["dir"], one["lang"]) for one in sentences} == {("rtl", "ar")}


def test_what_runs_against_its_paragraph_stands_in_an_isolate(seed, tmp_path):
    path = report(seed, tmp_path / "report.html")
    text = path.read_text(encoding="utf-8")
    assert '<bdi dir="ltr">arabic-news-kit 0.1.0</bdi> (بصمة الجداول' in text
    assert '<bdi dir="ltr">000_617c5abc0a7285a5</bdi></p>' in text


@pytest.mark.browser
@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize("suffix", [".html", ".docx"])
def test_a_browser_draws_the_figures(seed, tmp_path, suffix):
    path = report(seed, tmp_path / f"report{suffix}", evidence=0)
    if suffix == ".html":
        page = path.read_text(encoding="utf-8")
        assert len(re.findall("<img src=.data:image/svg.xml;base64,.{4000}", page)) == 5
        return
    shapes = docx.Document(path).inline_shapes
    assert [one.width.cm for one in shapes] == [pytest.approx(16, abs=0.01)] * 5
    assert all(one.height.cm > 4 for one in shapes)
