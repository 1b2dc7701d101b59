"""Every picture stands below as a table, once it is asked for."""

from __future__ import annotations

import re
from html import unescape

import pytest

from kit.counts import Filter
from kit.explorer import twin
from kit.explorer.question import Question, after
from kit.explorer.state import view_state


def cells_of(html):
    return [
        [
            unescape(re.sub("<[^>]+>", "", one))
            for one in re.findall("<t[hd].*?</t[hd]>", row)
        ]
        for row in re.findall("<tr>(.*?)</tr>", html, re.DOTALL)
    ]


def test_closed_it_is_a_switch_and_no_table(mentions):
    html = twin.panel(view_state(mentions, Question(language="en")))
    assert re.sub("<[^>]+>", "", html) == "Show as a table"
    assert 'aria-expanded="false"' in html


@pytest.mark.parametrize(
    ("view", "rows"),
    [
        ("overview", [["ليبيا", "LY", "4"], ["مصر", "EG", "3"]]),
        ("where", None),
        ("together", None),
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_open_it_holds_the_rows_of_the_picture(mentions, view, rows, language):
    question = after(Question(view=view, language=language), ["tabled"])
    shown = view_state(mentions, question)
    html = twin.panel(shown)
    head, *body = cells_of(html)
    data = shown.chart.data
    assert [row[:2] for row in body] == [
        list(row) for row in data.select("label", "entity").rows()
    ]
    assert len(head) == len(body[0])
    if rows is not None and language == "ar":
        assert body == rows
    assert f'dir="{shown.chart.direction}"' in html
    assert 'aria-expanded="true"' in html
    assert 'tabindex="0"' in html
    assert shown.chart.caption in unescape(html)


def test_of_a_long_table_it_says_how_much_is_not_shown(mentions, monkeypatch):
    monkeypatch.setattr("kit.explorer.twin.LISTED", 5)
    question = Question(view="where", language="en", tabled=True)
    shown = view_state(mentions, question)
    html = twin.panel(shown)
    assert len(cells_of(html)) == 6
    hidden = shown.chart.data.height - 5
    assert hidden > 0
    assert f"Rows not shown here: {hidden};" in html


def test_where_nothing_is_drawn_there_is_no_switch(mentions):
    where = Filter(countries=())
    assert twin.panel(view_state(mentions, Question(where=where, view="where"))) == ""
