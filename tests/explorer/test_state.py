# ruff: noqa: FBT003  # an option's last word is whether it is checked
from __future__ import annotations

import pytest

from kit.counts import Filter
from kit.explorer.facets import Option
from kit.explorer.question import Question
from kit.explorer.state import view_state


def test_the_bars_and_the_rows_behind_them_agree(mentions):
    view = view_state(mentions, Question())
    shown = view.chart.data.select("label", "value").rows()
    assert shown == [("ليبيا", 4), ("مصر", 3)]
    for entity in ("LY", "EG"):
        rows = view_state(mentions, Question(selected=entity)).rows
        value = dict(view.counts.table.select("entity", "value").rows())[entity]
        assert rows.height == value
        assert set(rows["country"]) == {entity}


def test_a_selected_bar_is_marked_and_the_others_stay(mentions):
    chart = view_state(mentions, Question(selected="EG")).chart
    assert chart.data.select("entity", "selected").rows() == [
        ("LY", False),
        ("EG", True),
    ]


def test_the_lists_say_what_each_choice_would_count(mentions):
    facets = {one.name: one.options for one in view_state(mentions, Question()).facets}
    assert facets == {
        "countries": (Option("LY", "ليبيا", 4, False), Option("EG", "مصر", 3, False)),
        "actors": (
            Option("khalifa-haftar", "خليفة حفتر", 3, False),
            Option("lna", "الجيش الوطني الليبي", 1, False),
        ),
        "ways": (
            Option("name", "الاسم المجرد", 6, True),
            Option("nested", "الاسم داخل اسم أطول", 1, True),
        ),
        "parts": (
            Option("headline", "العناوين", 2, True),
            Option("body", "المتن", 5, True),
            Option("notice", "التنويهات", 1, False),
        ),
        "kinds": (
            Option("country", "البلدان", 7, True),
            Option("person", "الأشخاص", 3, False),
            Option("organisation", "المنظمات", 1, False),
        ),
        "articles": (
            Option("first", "وقف القتال في ليبيا", 4, False),
            Option("second", "حفتر في مصر", 3, False),
        ),
    }


def test_a_list_is_searched_in_any_spelling_and_keeps_what_is_checked(mentions):
    where = Filter(actors=("lna",))
    question = Question(where=where, sought="خليفه")
    actors = view_state(mentions, question).facets[1]
    assert [option.id for option in actors.options] == ["khalifa-haftar", "lna"]


@pytest.mark.parametrize(("view", "kind"), [("where", "dispersion"), ("table", "bars")])
def test_each_view_has_its_chart(mentions, view, kind):
    assert view_state(mentions, Question(view=view)).chart.kind == kind


def test_names_are_looked_up_in_the_language_of_the_screen(mentions):
    view = view_state(mentions, Question(language="en"))
    assert view.chart.rows == ["Libya", "Egypt"]
    assert view.names["lna"] == "Libyan National Army"
