"""Articles of two outlets over some months, written out for the tests beside.

Each article has one part of words; whom it mentions is a string of the entities' ids.
"""

import polars as pl
from hypothesis import strategies as st
from written_mentions import ENTITIES

from kit.articles.article import Article, Articles, Part
from kit.mentions.mention import (
    ENTITY_SCHEMA,
    MENTION_SCHEMA,
    TOKEN_SCHEMA,
    Mentions,
)

COUNTRY = {entity: (kind, country) for entity, kind, country, *_ in ENTITIES}
OUTLETS = ("الخبر", "الشروق")


def article(name, date=None, outlet=None, words=10, mentioned=()):
    """Write out an article: what is known of it, and what it mentions."""
    text = "ب " * words
    made = Article(name, text, (Part("body", 0, len(text)),), source=outlet, date=date)
    rows = [
        (
            name, 2 * at, 2 * at + 1, "ب", entity, COUNTRY[entity][0], "name",
            COUNTRY[entity][1], None, "body", False, 0, 0, at, None, "", "lexicon", 1.0,
            None, "name",
        )
        for at, entity in enumerate(mentioned)
    ]  # fmt: skip  # in the order of MENTION_SCHEMA
    return made, rows, (name, 0, "body", False, words, 1)


def mentions_of(*articles):
    return Mentions(
        pl.DataFrame(
            [row for _, rows, _ in articles for row in rows],
            schema=MENTION_SCHEMA,
            orient="row",
        ),
        pl.DataFrame(
            [tokens for *_, tokens in articles], schema=TOKEN_SCHEMA, orient="row"
        ),
        pl.DataFrame(ENTITIES, schema=ENTITY_SCHEMA, orient="row"),
        Articles(tuple(made for made, *_ in articles)),
    )


PUBLISHED = mentions_of(
    article("a", "2018-01-31", "الخبر", 10, ["LY", "LY", "haftar"]),
    article("b", "2018-01-02", "الشروق", 30, ["LY", "TR"]),
    article("c", "2018-03-05T10:00:00Z", "الخبر", 20, ["TR"]),
    article("d", "2018-05", "الخبر", 5, ["LY"]),
    article("e", None, "الشروق", 8, ["LY", "EG"]),
    article("f", "2018-05-01", None, 5),
)


def drawn(names):
    """Draw an article that is called by one of some names."""
    days = st.dates().filter(lambda day: 2017 <= day.year <= 2018).map(str)
    return st.builds(
        article,
        names,
        date=st.none() | days | st.sampled_from(["2018-03", "2017"]),
        outlet=st.none() | st.sampled_from(OUTLETS),
        words=st.integers(0, 20),
        mentioned=st.lists(st.sampled_from([*COUNTRY]), max_size=4),
    )


CORPORA = st.lists(
    drawn(st.sampled_from("abcdefgh")), max_size=6, unique_by=lambda one: one[0].id
).map(lambda articles: mentions_of(*articles))
