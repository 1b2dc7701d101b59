from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from PIL import Image

from kit.charts.bars import bars
from kit.charts.chart import Chart
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.export import figures
from kit.export.description import described, read_description
from kit.export.figures import save
from kit.export.reopening import holds_chart, reopen
from kit.mentions.basis import Basis

BASIS = Basis(
    kit="0.1.0",
    lexicon="abc",
    corpus="def",
    articles=1,
    words=300,
    mentions=28,
    outlets=("الخبر",),
    since="2018-01-01",
    until="2018-01-02",
    undated=0,
    engines=("lexicon",),
    titles=False,
    undecided=0,
    decided=0,
)
FORMATS = [".png", ".svg", ".pdf", ".html", ".xlsx", ".json"]


@pytest.fixture(autouse=True)
def no_browser(monkeypatch):
    monkeypatch.setattr(figures, "find_browser", lambda: None)


@pytest.fixture
def chart(make_counts):
    counts = make_counts({"LY": 14, "XX": 2}, countries=("LY", "XX"), text="</script>")
    return bars(replace(counts, basis=lambda: BASIS), digits="arabic")


@pytest.mark.filterwarnings("ignore:No Chromium")
@pytest.mark.parametrize("suffix", FORMATS)
def test_a_figure_gives_back_its_chart_and_filter(chart, tmp_path, suffix):
    reopened = reopen(save(chart, tmp_path / f"figure{suffix}", dpi=72))
    again = reopened.chart
    assert again.data.equals(chart.data)
    assert again.data.schema == chart.data.schema
    for word in ("kind", "title", "subtitle", "alt", "caption", "language", "digits"):
        assert getattr(again, word) == getattr(chart, word)
    assert again.method == chart.method
    assert reopened.where.to_dict() == {"countries": ["LY", "XX"], "text": "</script>"}
    assert reopened.made == chart.made
    assert reopened.basis == BASIS
    assert reopened.kit == "0.1.0"


@pytest.mark.filterwarnings("ignore:No Chromium")
def test_a_reopened_chart_can_be_saved_again(chart, tmp_path):
    first = save(chart, tmp_path / "first.svg")
    second = save(reopen(first).chart, tmp_path / "second.json")
    assert reopen(second).chart.data.equals(chart.data)
    with pytest.raises(ValueError, match=r"Count again with its filter"):
        reopen(second).chart.twin()


def test_every_kind_of_chart_can_be_described(make_positions, make_together):
    for made in (
        dispersion(make_positions(("LY", "a", 3))),
        heatmap(make_together({("un", "LY"): 2})),
    ):
        again, _ = read_description(described(made), "x")
        assert again.data.equals(made.data)


def test_dates_and_unknown_values_come_back_as_they_were():
    data = pl.DataFrame(
        {"entity": ["a", "b"], "period": [date(2018, 1, 1), None], "value": [1.5, None]}
    )
    chart = Chart("timeline", data, "t", "s", "x", "y", "ar", "alt", "caption")
    again, _ = read_description(described(chart), "x")
    assert again.data.equals(data)
    assert again.data.schema == data.schema


@pytest.mark.filterwarnings("ignore:No Chromium")
@pytest.mark.parametrize("suffix", FORMATS)
def test_a_damaged_file_is_named(chart, tmp_path, suffix):
    path = save(chart, tmp_path / f"figure{suffix}", dpi=72)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(ValueError, match=re.escape(str(path))):
        reopen(path)
    assert not holds_chart(path)


@pytest.mark.filterwarnings("ignore:No Chromium")
def test_a_picture_without_a_chart_says_why(chart, tmp_path):
    path = save(chart, tmp_path / "figure.png", dpi=72)
    with Image.open(path) as image:
        image.save(tmp_path / "anew.png")
    with pytest.raises(ValueError, match=r"anew.png' holds no chart of the kit"):
        reopen(tmp_path / "anew.png")
    with pytest.raises(ValueError, match=r"Cannot reopen 'x.docx': a chart stands in"):
        reopen(tmp_path / "x.docx")
    with pytest.raises(FileNotFoundError):
        reopen(tmp_path / "none.png")


def test_a_description_that_was_changed_is_refused(chart, tmp_path):
    path = tmp_path / "figure.json"
    said = json.loads(described(chart))
    said["rows"][0] = ["LY"]
    path.write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(ValueError, match=r"cannot be read \(ValueError"):
        reopen(path)


def test_a_file_of_others_is_replaced_with_a_word(chart, tmp_path):
    ours, theirs = save(chart, tmp_path / "a.json"), tmp_path / "b.json"
    theirs.write_text("{}", encoding="utf-8")
    save(chart, ours)
    with pytest.warns(UserWarning, match=r"b.json', which the kit had not saved"):
        save(chart, theirs)
    table = tmp_path / "c.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.warns(UserWarning, match=r"c.csv', which the kit had not saved"):
        save(chart, table)
    save(chart, table)
