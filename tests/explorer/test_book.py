"""What is decided is applied at once and kept at once."""

import pytest

from kit.counts import Filter
from kit.decisions import read_decisions
from kit.explorer.book import Book
from kit.mentions.revising import revised


def haftar(book):
    rows = book.mentions.rows.rows(named=True)
    return next(one for one in rows if one["entity"] == "khalifa-haftar")


def surfaces(book):
    return [
        f"{article} {surface}"
        for article, surface in book.mentions.rows.select("article", "surface").rows()
    ]


def test_a_decision_is_applied_and_kept_and_applied_again(mentions, tmp_path):
    book = Book(mentions, tmp_path / "mine" / "decisions.csv")
    first = surfaces(book)
    book.accept(book.desk.never_a_mention("مصر"))
    without = surfaces(book)
    assert without == [one for one in first if not one.endswith("مصر")]
    assert surfaces(Book(mentions, book.path)) == without
    book.undo(book.decisions.items[0].id)
    assert surfaces(book) == first
    assert len(read_decisions(book.path)) == 2


def test_the_file_stands_beside_the_articles_or_where_one_is(mentions, tmp_path):
    assert Book(mentions).path == tmp_path / "decisions.csv"


def test_a_difference_is_seen_before_it_is_made(mentions, tmp_path):
    book = Book(mentions, tmp_path / "decisions.csv")
    decision = book.desk.same_actor("khalifa-haftar", "EG")
    changes = book.preview(decision, Filter())
    columns = ("by", "entity", "before", "after", "added", "removed", "articles")
    assert changes.select(columns).rows() == [
        ("country", "EG", 3, 6, 3, 0, 2),
        ("actor", "khalifa-haftar", 3, 0, 0, 3, 2),
    ]
    assert len(book.decisions) == 0
    assert not book.path.exists()


def test_what_another_notebook_decides_is_taken_over(mentions, tmp_path):
    one, other = (Book(mentions, tmp_path / "decisions.csv") for _ in range(2))
    one.accept(one.desk.never_a_mention("مصر"))
    other.accept(other.desk.not_a_mention(haftar(other)))
    assert [decision.surface for decision in other.decisions] == ["مصر", "حفتر"]
    assert not any(surface.endswith("مصر") for surface in surfaces(other))


def test_what_cannot_be_kept_is_decided_and_kept_with_the_next(mentions, tmp_path):
    path = tmp_path / "decisions.csv"
    book = Book(mentions, path)
    path.mkdir()  # a folder stands where the file should
    with pytest.raises(OSError, match="decisions"):
        book.accept(book.desk.never_a_mention("مصر"))
    assert len(book.decisions) == 1
    path.rmdir()
    book.accept(book.desk.not_a_mention(haftar(book)))
    assert len(read_decisions(path)) == 2


@pytest.fixture
def worked_out(monkeypatch):
    """Count how often it is worked out what decisions make of mentions."""
    calls = []

    def counted(*given):
        calls.append(given)
        return revised(*given)

    monkeypatch.setattr("kit.explorer.book.revised", counted)
    return calls


def test_what_was_previewed_is_accepted_without_working_it_out_again(
    mentions, tmp_path, worked_out
):
    book = Book(mentions, tmp_path / "decisions.csv")

    def decision():  # as each redraw makes it: with a time and an id of its own
        return book.desk.same_actor("khalifa-haftar", "EG")

    first = book.preview(decision(), Filter())
    assert book.preview(decision(), Filter()).equals(first)
    book.accept(decision())
    assert len(worked_out) == 1
    anew = revised(mentions, read_decisions(book.path))
    for table in ("rows", "entities", "decided"):
        assert getattr(book.mentions, table).equals(getattr(anew, table))


def test_after_another_decision_a_preview_is_worked_out_anew(
    mentions, tmp_path, worked_out
):
    book = Book(mentions, tmp_path / "decisions.csv")
    decision = book.desk.same_actor("khalifa-haftar", "EG")
    book.preview(decision, Filter())
    book.accept(book.desk.never_a_mention("مصر"))
    book.accept(decision)
    assert len(worked_out) == 3
    anew = revised(mentions, read_decisions(book.path))
    assert book.mentions.rows.equals(anew.rows)


def test_several_decisions_are_not_taken_for_the_one_previewed(mentions, tmp_path):
    book = Book(mentions, tmp_path / "decisions.csv")
    one = book.desk.same_actor("khalifa-haftar", "EG")
    book.preview(one, Filter())
    book.accept(one, book.desk.never_a_mention("مصر"))
    assert len(book.decisions) == 2
    anew = revised(mentions, book.decisions)
    assert book.mentions.rows.equals(anew.rows)
