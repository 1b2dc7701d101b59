from __future__ import annotations

import polars as pl
import pytest

from kit.charts.definition import definition
from kit.counts import Counts, Filter
from kit.mentions.mention import WAYS


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


@pytest.mark.parametrize(
    ("where", "language", "phrase"),
    [
        (
            Filter(ways=tuple(way for way in WAYS if way != "demonym")),
            "en",
            "without demonyms",
        ),
        (
            Filter(ways=tuple(way for way in WAYS if way not in {"demonym", "people"})),
            "ar",
            "من دون النسبة (الليبي) وأهل البلد (الليبيون)",
        ),
        (Filter(ways=("name",)), "en", "only these ways of naming: the name alone"),
        (Filter(capitals=True), "ar", "العواصم محسوبة لبلدانها"),
    ],
)
def test_a_count_says_which_ways_of_naming_it_leaves_out(where, language, phrase):
    counts = Counts(pl.DataFrame(), "country", "mentions", where, 10, 1)
    assert definition(counts, language=language)[1] == phrase
