import polars as pl
import pytest
from marking import article, found
from rules_alone import find_mentions

from kit.articles.article import Articles
from kit.mentions.agreement import agreement
from kit.mentions.mention import ENTITY_SCHEMA, Mentions


def mentions(text, *marks, **more):
    one = found(text, *marks, **more)
    return Mentions(
        one.rows,
        one.tokens,
        pl.DataFrame(schema=ENTITY_SCHEMA),
        Articles((article(text),)),
        one.proposals,
    )


TEXT = "زار مايك بومبيو ليبيا ومعه سمكار بلداج والوفد الليبي من بنغازي"


def test_agreement_says_where_the_engines_see_the_same():
    table = agreement(
        mentions(
            TEXT,
            ("مايك بومبيو", "person", 0.9),
            ("ليبيا", "organisation", 0.4),
            ("سمكار بلداج", "person", 0.9),
        )
    )
    assert table.drop("article", "start", "end").rows() == [
        ("مايك بومبيو", "person", "person", "agree"),
        ("ليبيا", "place", "organisation", "kind"),
        ("سمكار بلداج", None, "person", "missed"),
        ("بنغازي", "place", None, "missed"),
    ]


def test_overlapping_names_of_other_characters_differ_in_span():
    table = agreement(mentions(TEXT, ("بومبيو ليبيا", "person", 0.9)))
    assert table.select("surface", "lexicon", "recogniser", "verdict").rows() == [
        ("مايك بومبيو", "person", None, "span"),
        ("بومبيو ليبيا", None, "person", "span"),
        ("ليبيا", "place", None, "span"),
        ("بنغازي", "place", None, "missed"),
    ]


def test_several_recognisers_have_a_column_each():
    mark = ("ليبيا", "place", 0.9)
    table = agreement(mentions("زار ليبيا", mark, camel=[mark]))
    assert table.columns == [
        "article", "start", "end", "surface", "lexicon", "camel", "recogniser",
        "verdict",
    ]  # fmt: skip  # in their order
    assert table["verdict"].to_list() == ["agree"]


def test_with_the_lexicon_alone_there_is_nothing_to_compare():
    with pytest.raises(ValueError, match="nothing to compare"):
        agreement(find_mentions([article("زار ليبيا")]))
