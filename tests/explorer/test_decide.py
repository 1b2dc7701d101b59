"""What context left open is asked one after the other; what was decided is told."""

import re
from dataclasses import replace
from html import unescape

import polars as pl
import pytest

from kit.explorer import Explorer, desk
from kit.explorer.book import Book
from kit.explorer.question import Question


@pytest.fixture
def doubtful(mentions):
    """Return mentions of which those of Egypt may be of Libya."""
    open_ = pl.when(pl.col("entity") == "EG").then(pl.lit("LY"))
    return replace(mentions, rows=mentions.rows.with_columns(undecided=open_))


def text_of(html):
    return " ".join(unescape(re.sub("<[^>]+>", " ", html)).split())


def keys(html):
    return re.findall(r'data-key="(\w)"', html)


def test_an_undecided_mention_is_asked_about_with_a_key_for_each_answer(doubtful):
    html = desk.pane(Book(doubtful), Question(view="decide"))
    assert "من المقصود بـ«مصر»؟ 1 من 3 غير محسومة" in text_of(html)
    assert "مصر (بلد) 1 ليبيا (بلد) 2 ليس اسما هنا 0" in text_of(html)
    assert keys(html) == ["1", "2", "0", "s", "c"]


def test_skipping_goes_around(doubtful):
    book = Book(doubtful)
    starts = [
        desk.asked(desk.queue(book, Question()), Question(skipped=skipped))["start"]
        for skipped in range(4)
    ]
    assert starts[0] == starts[3]
    assert len(set(starts)) == 3


def test_nothing_undecided_says_so(mentions):
    html = desk.pane(Book(mentions), Question(view="decide"))
    assert "لا إشارة معلقة" in text_of(html)
    assert "لا قرارات بعد" in text_of(html)


def test_an_answer_settles_all_that_are_alike_in_the_article(doubtful):
    explorer = Explorer(doubtful)
    explorer.ask(["set", "view", "decide"])
    explorer.ask(["skip"])  # the second article, where Egypt stands twice
    explorer.ask(["answer", "LY"])
    rows = explorer.corrected.rows.filter(pl.col("undecided").is_not_null())
    assert rows.select("article", "entity").rows() == [("first", "EG")]
    changed = explorer.corrected.rows.filter(pl.col("engine") == "decision")
    assert changed.select("article", "surface", "entity").rows() == [
        ("second", "مصر", "LY"),
        ("second", "مصر", "LY"),
    ]


def test_an_answer_can_be_for_one_place_alone(doubtful):
    explorer = Explorer(doubtful)
    explorer.ask(["skip"])
    explorer.ask(["alike"])
    explorer.ask(["answer", ""])
    assert len(explorer.decisions) == 1
    assert explorer.decisions.items[0].action == "not a mention"


def test_what_was_decided_is_told_with_its_effect_and_a_way_back(doubtful):
    explorer = Explorer(doubtful, language="en")
    explorer.ask(["answer", "LY"])
    html = desk.pane(explorer._book, explorer.question)  # noqa: SLF001  # what it shows
    told = text_of(html)
    assert "“مصر” at one place: Libya" in told
    assert "1 mention · first · Undo" in told
    assert str(explorer._book.path) in told  # noqa: SLF001  # see above
    identity = explorer.decisions.items[0].id
    explorer.ask(["undo", identity])
    html = desk.pane(explorer._book, explorer.question)  # noqa: SLF001  # see above
    assert "undone" in text_of(html)
    assert f"undo&quot;, &quot;{identity}" not in html


def test_a_row_of_the_file_that_cannot_be_read_is_shown_with_its_line(
    mentions, tmp_path
):
    explorer = Explorer(mentions)
    explorer.ask(["correct", "second", 0, 4, "khalifa-haftar"])
    explorer.ask(["draft", "action", "not_a_mention"])
    explorer.ask(["accept"])
    path = tmp_path / "decisions.csv"
    broken = path.read_text(encoding="utf-8") + "d1,yesterday,<b>nonsense</b>,,,,\n"
    path.write_text(broken, encoding="utf-8")
    html = desk.pane(Book(mentions), Question(view="decide", language="en"))
    assert "Line 3 of the file could not be read" in text_of(html)
    assert "<b>" not in html
