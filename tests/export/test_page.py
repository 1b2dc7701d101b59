from __future__ import annotations

from html.parser import HTMLParser

import pytest

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.export.page import page, table

LOADS = ("src", "href", "srcset", "poster", "data", "action")


class Tags(HTMLParser):
    """Collect the tags of a page and the text outside scripts."""

    def __init__(self):
        super().__init__()
        self.tags = []
        self.text = []
        self._inside = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self._inside.append(tag)

    def handle_endtag(self, tag):
        if tag in {"script", "style"}:
            self._inside.pop()

    def handle_data(self, data):
        if not self._inside and data.strip():
            self.text.append(data.strip())


def read(text):
    tags = Tags()
    tags.feed(text)
    return tags


def test_the_page_has_language_direction_title_and_alternative(make_counts):
    chart = bars(make_counts({"LY": 14, "XX": 4}))
    tags = read(page(chart))
    assert ("html", {"lang": "ar", "dir": "rtl"}) in tags.tags
    assert chart.title in tags.text
    assert chart.caption in tags.text
    labels = [attrs["aria-label"] for _, attrs in tags.tags if "aria-label" in attrs]
    assert labels == [chart.alt]
    english = bars(make_counts({"LY": 14}), language="en")
    assert ("html", {"lang": "en", "dir": "ltr"}) in read(page(english)).tags


def test_pictures_are_laid_out_from_the_left_as_plotly_measures(make_counts):
    # Else the texts of a scene stand beside their places on a page in Arabic.
    assert "svg { direction: ltr; }" in page(bars(make_counts({"LY": 14})))


def test_the_page_loads_nothing(make_counts):
    tags = read(page(bars(make_counts({"LY": 14})))).tags
    assert [attrs for _, attrs in tags if set(attrs) & set(LOADS)] == []
    policy = [attrs["content"] for tag, attrs in tags if "http-equiv" in attrs]
    assert policy[0].startswith("default-src 'none'; script-src 'unsafe-inline';")


def test_no_tag_of_a_name_becomes_one_of_the_page(
    make_counts, make_positions, make_together
):
    for chart in (
        bars(make_counts({"BAD": 4}), title="</title><script>alert(1)</script>"),
        dispersion(make_positions(("BAD", "<i>", 0)), title="<img src=x>"),
        heatmap(make_together({("BAD", "<i>"): 1}), title="<img src=x>"),
    ):
        tags = read(page(chart))
        assert {tag for tag, _ in tags.tags} & {"img", "b", "i", "a"} == set()
        assert chart.title in tags.text
        assert sum(tag == "script" for tag, _ in tags.tags) == sum(
            tag == "script" for tag, _ in read(page(bars(make_counts({"LY": 1})))).tags
        )


def test_the_table_says_what_the_bars_show(make_counts):
    assert table(bars(make_counts({"LY": 14, "XX": 4}))) == (
        "<table>\n"
        '<tr><th scope="col" class="text">الاسم</th>'
        '<th scope="col" class="text">المعرّف</th>'
        '<th scope="col" class="number">عدد الإشارات</th></tr>\n'
        '<tr><td class="text"><bdi>ليبيا</bdi></td><td class="text"><bdi>LY</bdi></td>'
        '<td class="number"><bdi>14</bdi></td></tr>\n'
        '<tr><td class="text"><bdi>قناة CNN (بالعربية)</bdi></td>'
        '<td class="text"><bdi>XX</bdi></td>'
        '<td class="number"><bdi>4</bdi></td></tr>\n'
        "</table>"
    )


def test_the_table_of_marks_says_where_they_stand(make_positions):
    chart = dispersion(make_positions(("LY", "a<b", 50)), language="en")
    assert table(chart).endswith(
        '<tr><td class="text"><bdi>Libya</bdi></td><td class="text"><bdi>LY</bdi></td>'
        '<td class="text"><bdi>ليبيا</bdi></td><td class="text"><bdi>a&lt;b</bdi></td>'
        '<td class="number"><bdi>25</bdi></td><td class="number"><bdi>1</bdi></td>'
        "</tr>\n</table>"
    )


def test_the_table_of_cells_holds_also_the_pairs_that_never_meet(make_together):
    numbers = {("RU", "LY"): 3, ("RU", "a<b"): 0}
    assert table(heatmap(make_together(numbers), language="en")) == (
        "<table>\n"
        '<tr><th scope="col" class="text">Name</th>'
        '<th scope="col" class="text">Identifier</th>'
        '<th scope="col" class="text">Mentioned with</th>'
        '<th scope="col" class="text">Identifier of the other</th>'
        '<th scope="col" class="number">Number of sentences that mention both</th>'
        "</tr>\n"
        '<tr><td class="text"><bdi>Russia</bdi></td><td class="text"><bdi>RU</bdi></td>'
        '<td class="text"><bdi>Libya</bdi></td><td class="text"><bdi>LY</bdi></td>'
        '<td class="number"><bdi>3</bdi></td></tr>\n'
        '<tr><td class="text"><bdi>Russia</bdi></td><td class="text"><bdi>RU</bdi></td>'
        '<td class="text"><bdi>a&lt;b</bdi></td><td class="text"><bdi>a&lt;b</bdi></td>'
        '<td class="number"><bdi>0</bdi></td></tr>\n'
        "</table>"
    )


def test_an_empty_chart_makes_a_page_too(make_counts, make_together):
    for chart in (bars(make_counts({})), heatmap(make_together({}))):
        assert chart.alt in page(chart)


@pytest.mark.browser
def test_a_browser_draws_the_page_without_a_network(
    chromium, make_counts, tmp_path, drawn_dom
):
    path = tmp_path / "page.html"
    path.write_text(page(bars(make_counts({"LY": 14, "BAD": 2}))), encoding="utf-8")
    dom = drawn_dom(chromium, path)
    ticks = dom.split('class="ytick"')[1:]
    assert "ليبيا" in ticks[0]
    assert "onerror" in ticks[1]
    assert "<img" not in dom
