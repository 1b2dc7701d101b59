"""Who may be meant is offered with the numbers that stand on the bars."""

from pathlib import Path

from kit import find_mentions, read_articles
from kit.counts import count_mentions
from kit.explorer.book import Book
from kit.explorer.candidates import candidates
from kit.explorer.draft import Draft

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def test_candidates_are_as_often_as_the_bars_say(tmp_path):
    mentions = find_mentions(read_articles(SEEDS), engine="lexicon")
    row = mentions.rows.row(0, named=True)
    draft = Draft(row["article"], row["start"], row["end"], "nobody")
    found = candidates(Book(mentions, tmp_path / "d.csv"), draft, row, "en")
    bars = {
        entity: value
        for by in ("country", "actor")
        for entity, value in count_mentions(mentions, by=by)
        .table.select("entity", "value")
        .iter_rows()
    }
    offered = {one.id: one.mentions for one in found if one.id in bars}
    assert offered["mike-pompeo"] == 6
    assert offered == {entity: bars[entity] for entity in offered}
