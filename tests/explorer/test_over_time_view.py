# ruff: noqa: SLF001  # a click arrives where only the browser sends
"""Over time: what a point says is what a click on it shows."""

from __future__ import annotations

import re
from html import unescape

import pytest
from handmade import articles_of, found_in

from kit.counts import Filter
from kit.explorer import Explorer, evidence, over_time, panels, twin
from kit.explorer.question import Question, after
from kit.explorer.state import view_state

TEXTS = {
    "one": "وقف القتال في ليبيا",
    "two": "ليبيا ومصر",
    "three": "وصل إلى مصر",
    "four": "عاد إلى ليبيا. ثم عاد إلى ليبيا.",
    "five": "سكت الناس",
    "six": "حفتر في مصر",
}
DAYS = {
    "one": "2018-01-03",
    "two": "2018-01-29",
    "three": "2018-03-01T08:30",
    "four": "2018-03-31",
    "five": "2018-05-01",
}


def dated(dates):
    return found_in(articles_of(dates, **TEXTS))


def text_of(html):
    return unescape(re.sub("<[^>]+>", " ", html)).split()


@pytest.fixture(scope="module")
def news():
    return dated(DAYS)


def test_the_timeline_is_of_what_is_asked(news):
    question = Question(view="over_time", every="month", language="en")
    chart = view_state(news, question).chart
    assert chart.kind == "timeline"
    assert chart.data.select("label", "period_label", "value").rows() == [
        ("Libya", "January 2018", 2),
        ("Libya", "February 2018", None),
        ("Libya", "March 2018", 2),
        ("Libya", "April 2018", None),
        ("Libya", "May 2018", 0),
        ("Egypt", "January 2018", 1),
        ("Egypt", "February 2018", None),
        ("Egypt", "March 2018", 1),
        ("Egypt", "April 2018", None),
        ("Egypt", "May 2018", 0),
    ]
    assert "1 undated article not shown" in chart.subtitle


@pytest.mark.parametrize("every", ["day", "week", "month", "year"])
@pytest.mark.parametrize("by", ["country", "actor"])
def test_a_click_on_a_point_shows_the_mentions_that_it_counts(news, every, by):
    question = Question(view="over_time", every=every, by=by)
    data = view_state(news, question).chart.data.drop_nulls("value")
    for entity, day, value in data.select("entity", "period", "value").iter_rows():
        click = ["over_time", entity, every, day.isoformat()]
        view = view_state(news, after(question, click))
        assert view.rows.height == value


def test_months_of_articles_without_a_day_are_narrowed_to_as_well():
    news = dated({"one": "2018-01", "two": "2018-03", "four": "2018-03-31"})
    question = Question(view="over_time", every="month")
    clicked = after(question, ["over_time", "LY", "month", "2018-03-01"])
    assert view_state(news, clicked).rows["article"].to_list() == [
        "four",
        "four",
        "two",
    ]


@pytest.mark.parametrize(
    ("dates", "where", "every"),
    [
        ({"one": "2018-01-01", "two": "2018-03-01"}, Filter(), "day"),
        ({"one": "2018-01-01", "two": "2018-03-02"}, Filter(), "week"),
        (DAYS, Filter(), "week"),
        (DAYS, Filter(since="2018-03", until="2018-03"), "day"),
        (DAYS, Filter(since="2018-03-31"), "day"),
        ({"one": "2018-01-01", "two": "2019-03-02"}, Filter(), "month"),
        ({"one": "2018-01-01", "two": "2026-03-02"}, Filter(), "year"),
        ({"one": "2018-01", "two": "2018-02"}, Filter(), "month"),
        ({"one": "2017", "two": "2018"}, Filter(), "year"),
        ({}, Filter(), "month"),
    ],
)
def test_the_periods_fit_the_time_and_what_the_dates_tell(dates, where, every):
    known = view_state(dated(dates), Question()).known
    question = Question(where=where, view="over_time")
    assert over_time.shown_every(known, question) == every


def test_another_period_is_chosen_by_a_button_that_is_then_pressed(news):
    question = after(
        Question(view="over_time", language="en"), ["set", "every", "year"]
    )
    bar = over_time.bar(view_state(news, question))
    assert text_of(bar) == ["Every", "day", "week", "month", "year"]
    pressed = re.findall(r'(\w+)&quot;\]" aria-pressed="true"', bar)
    assert pressed == ["year"]
    assert view_state(news, question).chart.data["value"].to_list() == [4, 2]
    assert over_time.bar(view_state(news, Question())) == ""


def test_sentences_are_not_counted_over_time_and_that_is_said(news):
    question = Question(view="over_time", unit="sentences", language="en")
    view = view_state(news, question)
    assert set(view.chart.data["unit"]) == {"mentions"}
    assert "Sentences are not counted over time" in panels.around(view)["periods"]
    articles = view_state(news, after(question, ["set", "unit", "articles"]))
    assert set(articles.chart.data["unit"]) == {"articles"}
    assert "Sentences" not in panels.around(articles)["periods"]


def test_of_a_selected_name_its_line_alone_is_drawn(news):
    question = Question(view="over_time", selected="EG", every="year")
    data = view_state(news, question).chart.data
    assert data.select("entity", "value").rows() == [("EG", 2)]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    ("dates", "every", "said"),
    [
        (
            {},
            "auto",
            {"ar": "لا مقال هنا يحمل تاريخًا.", "en": "No article here bears a date."},
        ),
        (
            {"one": "2018", "two": "2017"},
            "day",
            {
                "ar": "لا مقال هنا يحمل تاريخًا بهذه الدقة: اختر فترة أطول.",
                "en": "No article here bears so exact a date: choose a longer period.",
            },
        ),
    ],
)
def test_without_dates_plain_words_stand_there(dates, every, said, language):
    news = dated(dates)
    question = Question(view="over_time", every=every, language=language)
    view = view_state(news, question)
    pane = evidence.pane(news, view)
    assert text_of(pane) == said[language].split()
    assert ("kit-choice" in over_time.bar(view)) == bool(dates)


def test_where_nothing_is_mentioned_the_filters_are_to_blame_and_not_the_dates(news):
    question = Question(where=Filter(text="لا يوجد"), view="over_time", language="en")
    assert "remove one of the active" in evidence.pane(news, view_state(news, question))


@pytest.mark.parametrize(
    ("months", "digits", "label"),
    [
        ("egypt", "latin", "يناير 2018"),
        ("levant", "latin", "كانون الثاني 2018"),
        ("maghreb", "arabic", "جانفي ٢٠١٨"),
    ],
)
def test_months_are_called_as_where_the_screen_is_read(news, months, digits, label):
    explorer = Explorer(news, months=months)
    for click in (["view", "over_time"], ["every", "month"], ["digits", digits]):
        explorer.ask(["set", *click])
    assert explorer.chart.data["period_label"][0] == label
    assert label in explorer.chart.alt
    again = Explorer(news, view=explorer.view)
    assert (again.view, again.chart.alt) == (explorer.view, explorer.chart.alt)


def test_a_clicked_point_arrives_as_its_key(news):
    explorer = Explorer(news)
    explorer.ask(["set", "view", "over_time"])
    key = ["over_time", "LY", "month", "2018-03-01"]
    explorer._picture._hear(None, {"clicked": key}, None)
    assert explorer.view == {
        "view": "over_time",
        "where": {"since": "2018-03", "until": "2018-03"},
        "selected": "LY",
    }
    assert explorer.mentions["article"].to_list() == ["four", "four"]
    chips = text_of(panels.chips(explorer._view))
    assert " ".join(chips).startswith("ليبيا ✕ منذ مارس 2018 ✕ حتى مارس 2018 ✕")
    boxes = re.findall(
        'type="date"[^>]*? value="([^"]*)"', panels.filters(explorer._view)
    )
    assert boxes == ["2018-03-01", "2018-03-31"]
    explorer.ask(["back"])
    assert explorer.view == {"view": "over_time"}


def test_its_table_holds_every_period(news):
    question = Question(view="over_time", every="month", tabled=True, language="en")
    rows = re.findall(
        "<tr>(.*?)</tr>", twin.panel(view_state(news, question)), re.DOTALL
    )
    assert len(rows) == 1 + 2 * 5
    assert "January 2018" in rows[1]


def test_a_mark_opens_its_place_and_narrows_to_its_name(mentions):
    explorer = Explorer(mentions)
    explorer.ask(["set", "view", "where"])
    row = explorer.mentions.row(0, named=True)
    explorer._point([row["country"], row["article"], row["start"]])
    assert explorer.question.view == "read"
    assert explorer.question.selected == row["country"]
    assert set(explorer.mentions["country"]) == {row["country"]}
