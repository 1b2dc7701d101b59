"""Two articles and their mentions, written out by hand for the tests beside."""

import polars as pl
from hypothesis import strategies as st

from kit.articles.article import PART_KINDS, Article, Articles
from kit.articles.parts import parts_of
from kit.counts import FORMS, KINDS, Filter
from kit.mentions.mention import (
    ENTITY_SCHEMA,
    MENTION_SCHEMA,
    TOKEN_SCHEMA,
    WAYS,
    Mentions,
)

# The caption stands twice, and in the
# second article so does a sentence: the same words, another number.
FIRST = Article(
    "b",
    "ليبيا وحفتر\n"  # sentence 0
    "صورة حفتر\n"  # 1
    "صورة حفتر\n"  # 2
    "قال الجيش الليبي نعم. وغادر حفتر أنقرة.\n"  # 3 4
    "تنويه عن مصر",  # 5
    parts_of(
        "ليبيا وحفتر\nصورة حفتر\nصورة حفتر\n"
        "قال الجيش الليبي نعم. وغادر حفتر أنقرة.\nتنويه عن مصر"
    ),
    source="الخبر",
    date="2018-03-05",
)
SECOND = Article(
    "a",
    "تركيا هنا. تركيا هنا.\nليبيا  وتركيا.",
    parts_of("تركيا هنا. تركيا هنا.\nليبيا  وتركيا."),
    source="الشروق",
)
LIBYA, HAFTAR = ("LY", "country", "LY"), ("haftar", "person", "LY")
ARMY = ("lna", "organisation", "LY")
ANKARA = ("ankara", "place", "TR")
TURKEY, EGYPT = ("TR", "country", "TR"), ("EG", "country", "EG")


def row(  # noqa: PLR0913  # a mention has many columns
    article, place, surface, entity, form, *, nth=0, inside=None
):
    """Write a mention out; ``place`` is paragraph, sentence, token."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(surface, start + 1)
    part = article.parts[place[0]]
    return (
        article.id, start, start + len(surface), surface, entity[0], entity[1], form,
        entity[2], inside, part.kind, part.repeat, *place, None, "", "lexicon", 1.0,
        None, "nested" if inside else form,
    )  # fmt: skip  # in the order of MENTION_SCHEMA


ROWS = [
    row(FIRST, (0, 0, 0), "ليبيا", LIBYA, "name"),
    row(FIRST, (0, 0, 1), "حفتر", HAFTAR, "surname"),
    row(FIRST, (1, 1, 3), "حفتر", HAFTAR, "surname", nth=1),
    row(FIRST, (2, 2, 5), "حفتر", HAFTAR, "surname", nth=2),
    row(FIRST, (3, 3, 7), "الجيش الليبي", ARMY, "name"),
    row(FIRST, (3, 3, 8), "الليبي", LIBYA, "demonym", inside="lna"),
    row(FIRST, (3, 4, 11), "حفتر", HAFTAR, "surname", nth=3),
    row(FIRST, (3, 4, 12), "أنقرة", ANKARA, "capital"),
    row(FIRST, (4, 5, 15), "مصر", EGYPT, "name"),
    row(SECOND, (0, 0, 0), "تركيا", TURKEY, "name"),
    row(SECOND, (0, 1, 2), "تركيا", TURKEY, "name", nth=1),
    row(SECOND, (1, 2, 4), "ليبيا", LIBYA, "name"),
    row(SECOND, (1, 2, 5), "تركيا", TURKEY, "name", nth=2),
]
TOKENS = [
    ("b", 0, "headline", False, 2, 1),
    ("b", 1, "caption", False, 2, 1),
    ("b", 2, "caption", True, 2, 1),
    ("b", 3, "body", False, 7, 2),
    ("b", 4, "notice", False, 3, 1),
    ("a", 0, "body", False, 4, 2),
    ("a", 1, "body", False, 2, 1),
]
ENTITIES = [
    ("EG", "country", "EG", "مصر", "Egypt"),
    ("LY", "country", "LY", "ليبيا", "Libya"),
    ("TR", "country", "TR", "تركيا", "Turkey"),
    ("ankara", "place", "TR", "أنقرة", "Ankara"),
    ("haftar", "person", "LY", "خليفة حفتر", "Khalifa Haftar"),
    ("lna", "organisation", "LY", "الجيش الوطني الليبي", "Libyan National Army"),
]


def made(rows=ROWS, tokens=TOKENS, entities=ENTITIES, articles=(FIRST, SECOND)):
    return Mentions(
        pl.DataFrame(rows, schema=MENTION_SCHEMA, orient="row"),
        pl.DataFrame(tokens, schema=TOKEN_SCHEMA, orient="row"),
        pl.DataFrame(entities, schema=ENTITY_SCHEMA, orient="row"),
        Articles(tuple(articles)),
    )


MENTIONS = made()
NOTHING = made([], [], [], [])


OPTIONAL = {
    "actors": st.sampled_from(["haftar", "lna", "mike-pompeo"]),
    "countries": st.sampled_from(["LY", "TR", "EG", "FR"]),
    "forms": st.sampled_from(FORMS),
    "ways": st.sampled_from(WAYS),
    "parts": st.sampled_from(PART_KINDS),
    "kinds": st.sampled_from(KINDS),
    "articles": st.sampled_from(["a", "b"]),
    "outlets": st.sampled_from(["الخبر", "الشروق"]),
}
FILTERS = st.builds(
    Filter,
    **{
        name: st.none() | st.lists(choice, max_size=3).map(tuple)
        for name, choice in OPTIONAL.items()
    },
    since=st.sampled_from(["", "2017", "2018-03-06"]),
    until=st.sampled_from(["", "2018-03", "2018-03-04"]),
    capitals=st.booleans(),
    nested=st.booleans(),
    repeats=st.booleans(),
    text=st.sampled_from(["", "حفتر", "ليبيا"]) | st.text(max_size=3),
)
