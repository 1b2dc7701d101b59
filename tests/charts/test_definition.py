from __future__ import annotations

import polars as pl
import pytest

from kit.charts.definition import definition, sentences
from kit.counts import FORMS, Counts, Filter
from kit.mentions.mention import WAYS

NESTED = "بما فيها الأسماء داخل أسماء أطول"
NOT_NESTED = "دون الأسماء داخل أسماء أطول"


def test_a_definition_holds_unit_parts_nesting_and_denominators(make_counts):
    counts = make_counts({"LY": 14}, unit="per_1000", kinds=("country", "place"))
    assert definition(counts, language="ar", digits="arabic") == [
        "عدد الإشارات لكل ألف كلمة في العناوين وشروح الصور والمتن",
        "الأنواع: البلدان والأماكن",
        "بما فيها الأسماء داخل أسماء أطول",
        "٣١٤ كلمة",
        "مقال واحد",
    ]


def test_names_outside_the_table_are_given_by_id(make_counts):
    counts = make_counts({"LY": 14}, actors=("haftar",))
    assert definition(counts, language="en")[1] == "in sentences that mention: haftar"


def but(*ways):
    return tuple(way for way in WAYS if way not in ways)


def but_forms(*forms):
    return tuple(form for form in FORMS if form not in forms)


@pytest.mark.parametrize(
    ("where", "arabic", "english"),
    [
        (
            Filter(ways=but("demonym")),
            ["من دون النسبة", NESTED],
            ["without demonyms", "names inside longer names count"],
        ),
        (
            Filter(forms=but_forms("demonym", "people"), capitals=True),
            ["من دون النسبة واسم الشعب", "العواصم محسوبة لبلدانها", NESTED],
            [
                "without demonyms and peoples",
                "capitals count for their countries",
                "names inside longer names count",
            ],
        ),
        (
            Filter(ways=("name", "short"), capitals=True),
            ["طرق التسمية: الاسم المجرد والاسم المختصر", NOT_NESTED],
            [
                "only these ways of naming: bare names and short names",
                "names inside longer names do not count",
            ],
        ),
        (
            Filter(ways=()),
            ["من دون أي طريقة تسمية", NOT_NESTED],
            ["no way of naming counts", "names inside longer names do not count"],
        ),
    ],
    ids=["without one", "without forms", "only", "nothing"],
)
def test_a_count_says_which_ways_of_naming_it_leaves_out(where, arabic, english):
    counts = Counts(pl.DataFrame(), "country", "mentions", where, 314, 1)
    assert sentences("الإشارات", definition(counts, language="ar"), "ar") == (
        "الإشارات. عدد الإشارات في العناوين وشروح الصور والمتن؛ "
        f"{'؛ '.join(arabic)}؛ 314 كلمة؛ مقال واحد."
    )
    assert sentences("Mentions", definition(counts, language="en"), "en") == (
        "Mentions. Number of mentions in headlines, captions and body text; "
        f"{'; '.join(english)}; 314 words; 1 article."
    )


def test_capitals_mean_nothing_where_actors_are_counted():
    counts = Counts(pl.DataFrame(), "actor", "mentions", Filter(capitals=True), 314, 1)
    assert definition(counts, language="en") == [
        "Number of mentions in headlines, captions and body text",
        "names inside longer names count",
        "314 words",
        "1 article",
    ]
