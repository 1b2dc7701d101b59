# ruff: noqa: SLF001  # a click arrives where only the browser sends
from __future__ import annotations

import itertools

import pytest

from kit.counts import Filter
from kit.explorer import Explorer
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
)


def shown(explorer):
    """Give all that the screen shows."""
    markup = {name: one.html for name, one in explorer._markup.items()}
    texts = [explorer._text.value, explorer._name.value, explorer._text.placeholder]
    content = [type(one).__name__ for one in explorer._content.children]
    figure = explorer._picture.figure
    return markup, texts, content, figure, explorer._dom_classes, explorer._note.value


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
    assert explorer.question == Question(view="read", article="second", start=8)


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
