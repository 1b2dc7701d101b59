from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from kit.charts.heatmap import heatmap

SOME = {("haftar", "LY"): 12, ("haftar", "RU"): 0, ("un", "LY"): 2, ("un", "RU"): 1}


def test_what_is_mentioned_together_becomes_a_cell_for_every_pair(make_together):
    chart = heatmap(make_together(SOME))
    assert (chart.kind, chart.direction, chart.empty) == ("heatmap", "rtl", "")
    assert chart.title == "من يُذكر مع أي بلد"
    assert chart.subtitle == (
        "عدد الجمل التي تذكر الاسمين معًا في العناوين وشروح الصور والمتن · "
        "بما فيها الأسماء داخل أسماء أطول · 17 جملة · مقال واحد"
    )
    assert chart.caption == (
        "من يُذكر مع أي بلد. عدد الجمل التي تذكر الاسمين معًا في العناوين وشروح الصور "
        "والمتن؛ بما فيها الأسماء داخل أسماء أطول؛ 17 جملة؛ مقال واحد."
    )
    assert chart.alt == (
        "خريطة حرارية: من يُذكر مع أي بلد، صفان، عمودان، أكثرها: "
        "haftar مع ليبيا (12 جملة)، un مع ليبيا (جملتان)، un مع روسيا (جملة واحدة)."
    )
    assert (chart.rows, chart.columns) == (["haftar", "un"], ["ليبيا", "روسيا"])
    expected = pl.DataFrame(
        {
            "entity": ["haftar", "haftar", "un", "un"],
            "label": ["haftar", "haftar", "un", "un"],
            "other": ["LY", "RU", "LY", "RU"],
            "other_label": ["ليبيا", "روسيا", "ليبيا", "روسيا"],
            "row": [0, 0, 1, 1],
            "column": [0, 1, 0, 1],
            "value": [12, 0, 2, 1],
            "text": ["12", "", "2", "1"],
            "entity_total": [10, 10, 10, 10],
            "other_total": [10, 10, 10, 10],
        }
    )
    assert_frame_equal(chart.data, expected)


def test_in_english_it_has_english_names(make_together):
    chart = heatmap(make_together(SOME, hidden=5), language="en")
    assert (chart.title, chart.direction) == (
        "Who is mentioned with which country",
        "ltr",
    )
    assert chart.columns == ["Libya", "Russia"]
    assert chart.subtitle == (
        "Number of sentences that mention both in headlines, captions and body text · "
        "names inside longer names count · 17 sentences · 1 article · "
        "and 5 more not shown"
    )
    assert chart.alt == (
        "Heatmap: Who is mentioned with which country, 2 rows, 2 columns, the most "
        "frequent: haftar with Libya (12 sentences), un with Libya (2 sentences), "
        "un with Russia (1 sentence)."
    )


def test_who_is_row_and_column_keeps_one_order_and_is_told_once(make_together):
    numbers = {("LY", "RU"): 3, ("LY", "XX"): 0, ("RU", "LY"): 3, ("RU", "XX"): 1}
    numbers |= {("XX", "LY"): 0, ("XX", "RU"): 1}
    chart = heatmap(
        make_together(numbers, rows="country", columns="country"), language="en"
    )
    assert chart.rows == chart.columns == ["Libya", "Russia", "CNN (in Arabic)"]
    cells = chart.data.select("row", "column", "text").rows()
    assert cells == [
        (0, 1, "3"),
        (0, 2, ""),
        (1, 0, "3"),
        (1, 2, "1"),
        (2, 0, ""),
        (2, 1, "1"),
    ]
    assert chart.alt.endswith(
        "the most frequent: Libya with Russia (3 sentences), "
        "Russia with CNN (in Arabic) (1 sentence)."
    )


@pytest.mark.parametrize(
    ("rows", "columns", "arabic", "english"),
    [
        ("actor", "actor", "من يُذكر مع من", "Who is mentioned with whom"),
        (
            "country",
            "actor",
            "أي بلد يُذكر مع من",
            "Which country is mentioned with whom",
        ),
        (
            "country",
            "country",
            "أي بلد يُذكر مع أي بلد",
            "Which country is mentioned with which",
        ),
    ],
)
def test_the_title_is_the_question(make_together, rows, columns, arabic, english):
    together = make_together(SOME, rows=rows, columns=columns)
    assert heatmap(together).title == arabic
    assert heatmap(together, language="en").title == english
    assert heatmap(together, title="ليبيا؟").caption.startswith("ليبيا؟ عدد")


def test_what_the_filter_leaves_out_is_said_unless_it_is_seen(make_together):
    def said(**options):
        chart = heatmap(make_together(SOME, **options), language="en")
        return chart.subtitle.split(" · ")[1:-3]

    assert said(countries=("RU",), actors=("haftar",)) == []
    assert said(columns="actor", countries=("RU", "EG"), capitals=True) == [
        "in sentences that mention: Russia and EG"
    ]
    assert said(capitals=True, text="oil") == [
        "capitals count for their countries",
        "in sentences that contain: “oil”",
    ]


def test_digits_are_the_readers_choice(make_together):
    chart = heatmap(make_together({("un", "LY"): 1234}), digits="arabic")
    assert chart.data["text"].to_list() == ["١٬٢٣٤"]
    assert chart.subtitle.endswith("١٧ جملة · مقال واحد")


@pytest.mark.parametrize(
    ("language", "none", "apart"),
    [
        ("ar", "لا توجد نتائج توافق هذا الاختيار.", "لا جملة تذكر اسمين منها معًا."),
        (
            "en",
            "No mentions match this selection.",
            "No sentence mentions two of these names.",
        ),
    ],
)
def test_where_nothing_is_together_it_says_so_in_words(
    make_together, language, none, apart
):
    chart = heatmap(make_together({}), language=language)
    assert chart.empty == none
    assert chart.alt.endswith(f": {chart.title}. {none}")
    assert (chart.rows, chart.columns) == ([], [])
    chart = heatmap(make_together({("un", "LY"): 0}), language=language)
    assert chart.empty == apart
    assert chart.data["value"].to_list() == [0]
    # One country alone has no other to be mentioned with.
    alone = make_together({("LY", "RU"): 1}, rows="country", columns="country")
    alone = replace(alone, table=alone.table.clear())
    assert heatmap(alone, language=language).empty == apart


def test_a_heatmap_of_what_is_no_such_count_says_what_to_give(make_counts):
    message = (
        r"Expected what is mentioned together, not Counts.*Draw heatmap\(together\("
    )
    with pytest.raises(TypeError, match=message):
        heatmap(make_counts({"LY": 1}))
