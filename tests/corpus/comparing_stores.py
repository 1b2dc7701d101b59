"""Whether a store holds what finding gives, row by row."""

import polars as pl
from polars.testing import assert_frame_equal


def same(corpus, mentions):
    """Compare a corpus with mentions, in rows, order and all that goes with them."""
    assert_frame_equal(corpus.rows, mentions.rows)
    assert_frame_equal(corpus.scan().collect(), mentions.rows)
    assert_frame_equal(corpus.tokens, mentions.tokens)
    assert_frame_equal(corpus.entities, mentions.entities)
    assert_frame_equal(corpus.proposals, mentions.proposals)
    assert_frame_equal(corpus.about, mentions.about)
    assert list(corpus.articles) == list(mentions.articles)
    told = sorted(corpus.articles.problems, key=str)
    assert told == sorted(mentions.articles.problems, key=str)


def files_of(store):
    """Give the files of a store with their content, without what never is the same."""
    return {
        str(file.relative_to(store)): file.read_bytes()
        for file in sorted(store.rglob("*"))
        if file.is_file() and file.name != ".building.lock"
    }


def rows_of(store):
    """Read the mentions of a store as they stand on the disk."""
    return pl.concat(
        pl.read_parquet(file)
        for file in sorted((store / "partitions").glob("*/mentions.parquet"))
    )
