# ruff: noqa: SLF001  # a click arrives where only the browser sends
from __future__ import annotations

import itertools
import json
from dataclasses import replace

import pytest

from kit.counts import Filter
from kit.explorer import Explorer
from kit.explorer.draft import Draft
from kit.explorer.question import Question

FILTERS = (
    Filter(),
    Filter(countries=("LY",)),
    Filter(actors=("khalifa-haftar",), forms=("surname", "name")),
    Filter(parts=("notice",), nested=False),
    Filter(text="حفتر"),
    Filter(countries=()),
    Filter(ways=("name", "demonym"), capitals=True),
)
QUESTIONS = (
    Question(),
    Question(selected="LY", page=1),
    Question(language="en", view="where"),
    Question(by="actor", view="read", unit="per_1000"),
    Question(view="table", sought="مصر"),
    Question(view="together", digits="arabic"),
    Question(view="over_time", unit="sentences", every="year", months="levant"),
    Question(view="concordance", order="after", width=16, selected="EG"),
    Question(view="decide", draft=Draft("second", 0, 4, "khalifa-haftar")),
)


def shown(explorer):
    """Give all that the screen shows."""
    markup = {name: one.html for name, one in explorer._markup.items()}
    texts = [explorer._text.value, explorer._name.value, explorer._text.placeholder]
    content = [type(one).__name__ for one in explorer._content.children]
    figure = explorer._picture.figure
    return (
        markup,
        texts,
        content,
        figure,
        explorer._dom_classes,
        explorer._markup["note"].html,
    )


@pytest.mark.parametrize(("before", "after"), list(itertools.permutations(FILTERS, 2)))
def test_changing_the_filter_equals_opening_with_it(mentions, before, after):
    changed = Explorer(mentions, where=before)
    changed.filter = after
    assert shown(changed) == shown(Explorer(mentions, where=after))


@pytest.mark.parametrize(
    ("before", "after"), list(itertools.permutations(QUESTIONS, 2))
)
def test_asking_anew_equals_asking_first(mentions, before, after):
    changed, fresh = Explorer(mentions), Explorer(mentions)
    changed.question = before
    changed.question = after
    fresh.question = after
    assert shown(changed) == shown(fresh)


def test_what_is_on_the_screen_is_there_as_data(mentions):
    explorer = Explorer(mentions, language="en", where={"parts": ["headline"]})
    assert explorer.mentions["surface"].to_list() == ["ليبيا", "مصر"]
    assert explorer.counts().table["value"].to_list() == [1, 1]
    assert explorer.filter == Filter(parts=("headline",))
    assert explorer.chart.language == "en"
    assert set(explorer.figure.layout.yaxis.ticktext) == {"Libya", "Egypt"}


def test_a_clicked_bar_narrows_the_rows_and_a_second_click_opens_them(mentions):
    explorer = Explorer(mentions)
    explorer._picture._hear(None, {"clicked": ["EG"]}, None)
    assert set(explorer.mentions["country"]) == {"EG"}
    explorer._picture._hear(None, {"clicked": ["EG"]}, None)
    assert explorer.mentions.height == 7


def test_a_clicked_mark_opens_the_article(mentions):
    explorer = Explorer(mentions)
    explorer._picture._hear(None, {"clicked": ["EG", "second", 8]}, None)
    assert explorer.question == Question(
        view="read", article="second", start=8, selected="EG"
    )


def test_typing_searches(mentions):
    explorer = Explorer(mentions)
    explorer._text.value = "وصل"
    assert explorer.filter == Filter(text="وصل")
    explorer._name.value = "حفتر"
    assert explorer.question.sought == "حفتر"


def test_arabic_turns_the_screen_by_one_class(mentions):
    explorer = Explorer(mentions)
    assert "kit-rtl" in explorer._dom_classes
    explorer.ask(["set", "language", "en"])
    assert "kit-rtl" not in explorer._dom_classes


def test_a_misspelt_keyword_is_an_error_that_names_it(mentions):
    with pytest.raises(TypeError, match="langauge"):
        Explorer(mentions, langauge="en")


def test_an_unknown_language_is_an_error_that_lists_the_known(mentions):
    with pytest.raises(ValueError, match=r"No language 'fr'\. Use one of: ar, en\."):
        Explorer(mentions, language="fr")


def test_a_step_can_be_taken_back_and_the_one_before_it(mentions):
    explorer = Explorer(mentions)
    steps = [explorer.question]
    for click in (
        ["select", "LY"],
        ["toggle", "ways", "demonym"],
        ["set", "by", "actor"],
    ):
        explorer.ask(click)
        steps.append(explorer.question)
    for question in reversed(steps[:-1]):
        explorer.ask(["back"])
        assert explorer.question == question
    explorer.ask(["back"])
    assert explorer.question == steps[0]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_view_is_a_small_dict_that_brings_the_screen_back(mentions, question):
    explorer = Explorer(mentions)
    explorer.question = question
    view = json.loads(json.dumps(explorer.view))
    again = Explorer(mentions, view=view)
    assert again.question == replace(question, draft=None)


def test_a_view_is_told_by_what_differs_from_a_new_screen(mentions):
    explorer = Explorer(mentions)
    assert explorer.view == {}
    explorer.ask(["toggle", "countries", "LY"])
    explorer.ask(["set", "view", "concordance"])
    assert explorer.view == {"where": {"countries": ["LY"]}, "view": "concordance"}
    with pytest.raises(
        ValueError, match=r"No 'colour' in a view\. Use: where, by, unit"
    ):
        Explorer(mentions, view={"colour": "red"})


def test_what_goes_wrong_under_a_click_is_said_on_the_screen(mentions):
    explorer = Explorer(mentions)
    explorer._markup["chips"]._hear(None, {"pick": ["toggle", "countries", "XX"]}, None)
    assert "No country &#x27;XX&#x27;" in explorer._markup["note"].html
    assert explorer.question == Question()


def test_a_clicked_cell_shows_the_sentences_that_name_both(mentions):
    explorer = Explorer(mentions)
    explorer.ask(["set", "view", "together"])
    explorer._picture._hear(None, {"clicked": ["together", "lna", "LY"]}, None)
    assert explorer.filter == Filter(actors=("lna",), countries=("LY",))
    assert explorer.mentions["surface"].to_list() == ["الليبي", "ليبيا"]


def test_numbers_have_the_digits_that_are_chosen(mentions):
    explorer = Explorer(mentions)
    explorer.ask(["set", "digits", "arabic"])
    assert "٧ إشارات" in explorer._markup["header"].html
    assert "7 إشارات" not in explorer._markup["header"].html
    assert "٤" in explorer._picture.figure


def test_a_correction_is_accepted_counted_kept_and_undone(mentions, tmp_path):
    explorer = Explorer(mentions)
    for click in (
        ["correct", "second", 8, 11, "EG"],
        ["draft", "action", "someone_else"],
        ["draft", "becomes", "LY"],
        ["accept"],
    ):
        explorer.ask(click)
    assert dict(explorer.counts().table.select("entity", "value").iter_rows()) == {
        "LY": 5,
        "EG": 2,
    }
    assert explorer._markup["draft"].html == ""
    assert (tmp_path / "decisions.csv").exists()
    assert Explorer(mentions).counts().table.equals(explorer.counts().table)
    assert explorer.corrected.rows["engine"].to_list().count("decision") == 1
    explorer.ask(["undo", explorer.decisions.items[0].id])
    assert explorer.counts().table["value"].to_list() == [4, 3]


def test_what_is_not_kept_is_said_and_still_decided(mentions, tmp_path):
    explorer = Explorer(mentions, decisions=tmp_path / "folder")
    (tmp_path / "folder").mkdir()
    for click in (
        ["correct", "second", 0, 4, "khalifa-haftar"],
        ["draft", "action", "not_a_mention"],
    ):
        explorer.ask(click)
    explorer._markup["draft"]._hear(None, {"pick": ["accept"]}, None)
    assert "قُرر ولم يُحفظ" in explorer._markup["note"].html
    assert len(explorer.decisions) == 1


def test_a_filter_of_an_actor_that_is_undone_is_forgotten(mentions):
    explorer = Explorer(mentions)
    said = {"name": "القتال", "english": "The Fight", "kind": "organisation"}
    for click in (
        ["correct", "second", 0, 4, "khalifa-haftar"],
        ["draft", "action", "new_actor"],
        ["draft", "new", said],
        ["accept"],
        ["toggle", "actors", "the-fight"],
    ):
        explorer.ask(click)
    assert explorer.filter.actors == ("the-fight",)
    explorer.ask(["undo", explorer.decisions.items[0].id])
    assert explorer.filter.actors is None
