from __future__ import annotations

import pytest

from kit.counts import Filter
from kit.explorer.question import Question, after, checked


def where_after(*clicks, question=Question()):  # noqa: B008  # frozen
    for click in clicks:
        question = after(question, click)
    return question.where


def test_checking_a_country_lets_only_it_in_and_unchecking_all_again():
    click = ["toggle", "countries", "LY"]
    assert where_after(click) == Filter(countries=("LY",))
    assert where_after(click, ["toggle", "countries", "EG"]) == Filter(
        countries=("LY", "EG")
    )
    assert where_after(click, click) == Filter()


def test_unchecking_a_form_leaves_the_others_and_checking_it_gives_all_again():
    click = ["toggle", "forms", "demonym"]
    others = ("name", "people", "capital", "surname", "short", "acronym", "title")
    assert where_after(click) == Filter(forms=others)
    assert where_after(click, click) == Filter()


def test_unchecking_every_part_lets_nothing_in():
    clicks = [["toggle", "parts", part] for part in ("headline", "caption", "body")]
    assert where_after(*clicks) == Filter(parts=())


def test_the_checked_kinds_are_those_that_are_counted():
    assert checked(Question(), "kinds") == ("country",)
    assert checked(Question(by="actor"), "kinds") == ("person", "organisation")
    assert where_after(["toggle", "kinds", "place"]).kinds == ("country", "place")


def test_a_clicked_bar_is_selected_and_clicked_again_let_go():
    once = after(Question(page=3), ["select", "LY"])
    assert once == Question(selected="LY")
    assert after(once, ["select", "LY"]) == Question()


def test_counting_others_lets_the_bar_and_its_kinds_go():
    question = Question(where=Filter(kinds=("place",)), selected="LY", page=2)
    assert after(question, ["set", "by", "actor"]) == Question(by="actor")


def test_a_new_choice_of_countries_lets_the_bar_go():
    question = after(Question(selected="LY"), ["toggle", "countries", "EG"])
    assert question == Question(where=Filter(countries=("EG",)))


def test_clearing_all_keeps_the_view_and_the_language():
    question = Question(
        Filter(text="سلام", nested=False), language="en", view="table", selected="LY"
    )
    assert after(question, ["clear", "all"]) == Question(language="en", view="table")
    assert after(question, ["clear", "text"]).where == Filter(nested=False)


def test_a_sentence_opens_the_article_at_its_mention():
    assert after(Question(), ["read", "first", 14]) == Question(
        view="read", article="first", start=14
    )


@pytest.mark.parametrize(
    ("every", "first", "since", "until"),
    [
        ("day", "2018-03-05", "2018-03-05", "2018-03-05"),
        ("week", "2018-02-26", "2018-02-26", "2018-03-04"),
        ("month", "2018-03-01", "2018-03", "2018-03"),
        ("year", "2018-01-01", "2018", "2018"),
    ],
)
def test_a_clicked_point_narrows_to_a_name_in_its_period(every, first, since, until):
    before = Question(Filter(text="سلام"), view="over_time", selected="EG", page=2)
    narrowed = after(before, ["over_time", "LY", every, first])
    assert narrowed == Question(
        Filter(text="سلام", since=since, until=until), view="over_time", selected="LY"
    )
    for click in (["clear", "since"], ["clear", "until"], ["select", "LY"]):
        narrowed = after(narrowed, click)
    assert narrowed == Question(Filter(text="سلام"), view="over_time")


def test_an_unknown_click_is_an_error_that_lists_the_known_ones():
    with pytest.raises(ValueError, match=r"No action 'dance'. Use one of: toggle, "):
        after(Question(), ["dance"])


@pytest.mark.parametrize("name", ["by", "unit", "language", "view", "every", "months"])
def test_a_misspelt_choice_is_an_error_that_lists_the_choices(name):
    with pytest.raises(ValueError, match=f"No {name} 'x'. Use one of: "):
        after(Question(), ["set", name, "x"])
