# ruff: noqa: FBT003  # a line's last word is whether it is on
from __future__ import annotations

import re
from html import unescape

import pytest

from kit import find_mentions, ledger, read_articles
from kit.counts import Filter
from kit.explorer.ledger import Line, heading
from kit.explorer.question import Question, after
from kit.explorer.state import view_state

NEWS = """مصر تدين القتال

قالت مصر إن جامعة القاهرة مغلقة. وقالت القاهرة إن المصريين بخير. ورحبت ومصر بذلك.
قالت واشنطن إنها تدعم مصر. ودعا الرئيس المصري الولايات المتحدة وأمريكا إلى الحوار."""
FILTERS = (
    Filter(),
    Filter(capitals=True),
    Filter(nested=False),
    Filter(capitals=True, ways=("name", "capital")),
    Filter(kinds=("country", "place")),
    Filter(actors=("cairo-university",)),
    Filter(forms=("demonym", "people")),
    Filter(ways=("nested",)),
)
WAYS_HERE = ("name", "proclitic", "demonym", "people", "nested")


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    """Find the mentions in an article with capitals, one of them inside a name."""
    folder = tmp_path_factory.mktemp("news")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    return find_mentions(read_articles(folder))


def text_of(html):
    return unescape(re.sub("<[^>]+>", "|", html)).replace("||", "|")


def lines_of(html):
    listed = re.findall("<li.*?</li>", html)
    return [[one for one in text_of(line).split("|") if one] for line in listed]


@pytest.mark.parametrize("where", FILTERS)
@pytest.mark.parametrize("by", ["country", "actor"])
def test_the_lines_that_are_on_sum_to_the_bar(news, where, by):
    bars = view_state(news, Question(where=where, by=by)).counts.table
    for entity, value in bars.select("entity", "value").iter_rows():
        view = view_state(news, Question(where=where, by=by, selected=entity))
        assert sum(line.mentions for line in view.ledger if line.on) == value


@pytest.mark.parametrize("where", FILTERS)
@pytest.mark.parametrize("way", WAYS_HERE)
def test_a_switched_line_moves_the_bar_by_itself_and_comes_back(news, where, way):
    question = Question(where=where, selected="EG")
    before = view_state(news, question)
    lines = {line.way: line for line in before.ledger}
    switched = after(question, ["toggle", "ways", way])
    view = view_state(news, switched)
    if way in lines:
        change = lines[way].mentions * (-1 if lines[way].on else 1)
        assert view.rows.height == before.rows.height + change
    again = view_state(news, after(switched, ["toggle", "ways", way]))
    assert again.rows.equals(before.rows)
    assert again.ledger == before.ledger


def test_the_lines_are_those_of_the_ledger_as_data(mentions):
    for entity in ("LY", "EG"):
        lines = view_state(mentions, Question(selected=entity)).ledger
        table = ledger(mentions, entity).select("way", "mentions", "counted").rows()
        assert [(line.way, line.mentions, line.on) for line in lines] == table


def test_a_line_gives_the_spellings_it_stands_for(mentions):
    assert view_state(mentions, Question(selected="LY")).ledger == (
        Line("name", 3, ("ليبيا",), True),
        Line("nested", 1, ("الليبي",), True),
    )


def test_nothing_selected_has_no_lines(mentions):
    assert view_state(mentions, Question()).ledger == ()


def test_capitals_are_listed_and_off_until_asked_for(news):
    view = view_state(news, Question(selected="US", language="en"))
    lines = {line.way: line.on for line in view.ledger}
    assert lines["capital"] is False
    asked = after(view.question, ["toggle", "ways", "capital"])
    assert asked.where == Filter(capitals=True)


def test_a_capital_inside_a_longer_name_counts_as_capitals_do(news):
    off = view_state(news, Question(selected="EG"))
    on = view_state(news, after(off.question, ["toggle", "ways", "capital"]))
    lines = [{line.way: line.mentions for line in view.ledger} for view in (off, on)]
    assert "nested" not in lines[0]
    assert lines[1]["nested"] == 1
    assert on.rows.height == off.rows.height + lines[0]["capital"] + 1
    assert after(on.question, ["toggle", "ways", "capital"]) == off.question


def test_the_ledger_reads_as_a_sum_in_both_languages(mentions):
    question = Question(selected="LY", where=Filter(nested=False))
    html = heading(view_state(mentions, question))
    assert lines_of(html) == [
        ["الاسم المجرد", "ليبيا", "3", "100.0%"],
        ["الاسم داخل اسم أطول", "الليبي", "1", "غير محسوب"],
        ["مجموع الإشارات", "3", "100%"],
    ]
    assert html.count('<li class="kit-off">') == 1
    assert html.count(" checked>") == 1
    english = Question(selected="LY", language="en")
    assert lines_of(heading(view_state(mentions, english))) == [
        ["bare names", "ليبيا", "3", "75.0%"],
        ["names inside longer names", "الليبي", "1", "25.0%"],
        ["Sum of mentions", "4", "100%"],
    ]


def test_all_names_are_one_sum(mentions):
    html = heading(view_state(mentions, Question()))
    assert text_of(html).replace("|", "") == (
        "كل الأسماء، 7 = الاسم المجرد 6 + الاسم داخل اسم أطول 1"
    )
