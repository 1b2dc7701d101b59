import polars as pl
from counts.written_mentions import MENTIONS

from kit.mentions.changing import marked


def test_only_marked_rows_change_and_say_so():
    rows = MENTIONS.rows.head(2).with_columns(
        mark=pl.Series(["decision 1", None]), evidence=pl.lit("name")
    )
    after = marked(rows, pl.col("mark"), {"country": pl.lit("EG")})
    assert after.select("country", "evidence", "engine").rows() == [
        ("EG", "name + decision 1", "decision"),
        ("LY", "name", "lexicon"),
    ]
