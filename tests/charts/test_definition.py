from __future__ import annotations

from kit.charts.definition import definition


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
