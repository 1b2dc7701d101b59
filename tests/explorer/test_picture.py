# ruff: noqa: SLF001  # a click arrives where only the browser sends
from __future__ import annotations

import json

from kit.explorer.picture import Picture
from kit.explorer.question import Question
from kit.explorer.state import view_state


def test_the_picture_sends_the_whole_figure_in_raw_arabic(mentions):
    picture = Picture(print)
    picture.draw(view_state(mentions, Question()).chart)
    sent = json.loads(picture.figure)
    assert set(sent) == {"data", "layout", "config"}
    assert sent["layout"]["yaxis"]["ticktext"] == ["ليبيا", "مصر"]
    assert sent["data"][0]["customdata"] == [["LY"], ["EG"]]


def test_an_empty_chart_is_drawn_too(mentions):
    picture = Picture(print)
    question = Question().where
    question = Question(where=type(question)(text="لا يوجد"))
    picture.draw(view_state(mentions, question).chart)
    assert json.loads(picture.figure)["data"] == []


def test_only_a_click_is_heard():
    heard = []
    picture = Picture(heard.append)
    picture._hear(picture, {"clicked": ["LY"]}, [])
    picture._hear(picture, {"clicked": None}, [])
    picture._hear(picture, {"clicked": []}, [])
    picture._hear(picture, "clicked", [])
    assert heard == [["LY"]]
