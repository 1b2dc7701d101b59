from __future__ import annotations

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from kit import Article, count_mentions, find_mentions
from kit.articles.parts import parts_of
from kit.charts.bars import bars

WORDS = (
    "title",
    "subtitle",
    "x_title",
    "y_title",
    "language",
    "direction",
    "alt",
    "caption",
    "empty",
    "digits",
)


def words(chart):
    return {name: getattr(chart, name) for name in WORDS}


def test_a_count_becomes_a_chart_that_says_what_was_counted(make_counts):
    chart = bars(make_counts({"LY": 14, "RU": 4, "XX": 2}))
    assert words(chart) == {
        "title": "الإشارات إلى البلدان",
        "subtitle": "عدد الإشارات في العناوين وشروح الصور والمتن · "
        "بما فيها الأسماء داخل أسماء أطول · 314 كلمة · مقال واحد",
        "x_title": "عدد الإشارات",
        "y_title": "",
        "language": "ar",
        "direction": "rtl",
        "alt": "رسم بالأعمدة: الإشارات إلى البلدان، 3 أعمدة، أكبرها: "
        "ليبيا (14 إشارة)، روسيا (4 إشارات)، قناة CNN (بالعربية) (إشارتان).",
        "caption": "الإشارات إلى البلدان. عدد الإشارات في العناوين وشروح الصور والمتن؛ "
        "بما فيها الأسماء داخل أسماء أطول؛ 314 كلمة؛ مقال واحد.",
        "empty": "",
        "digits": "latin",
    }
    expected = pl.DataFrame(
        {
            "entity": ["LY", "RU", "XX"],
            "label": ["ليبيا", "روسيا", "قناة CNN (بالعربية)"],
            "value": [14, 4, 2],
            "text": ["14", "4", "2"],
            "mentions": [14, 4, 2],
            "selected": [True, True, True],
        }
    )
    assert_frame_equal(chart.data, expected)


def test_in_english_the_same_count_reads_from_the_left(make_counts):
    chart = bars(make_counts({"LY": 14, "RU": 1}, by="actor"), language="en")
    assert words(chart) == {
        "title": "Mentions of people and organisations",
        "subtitle": "Number of mentions in headlines, captions and body text · "
        "names inside longer names count · 314 words · 1 article",
        "x_title": "Number of mentions",
        "y_title": "",
        "language": "en",
        "direction": "ltr",
        "alt": "Bar chart: Mentions of people and organisations, 2 bars, the largest: "
        "Libya (14 mentions), Russia (1 mention).",
        "caption": "Mentions of people and organisations. Number of mentions in "
        "headlines, captions and body text; names inside longer names count; "
        "314 words; 1 article.",
        "empty": "",
        "digits": "latin",
    }
    assert chart.rows == ["Libya", "Russia"]


def test_what_the_filter_leaves_out_is_said(make_counts):
    counts = make_counts(
        {"LY": 2},
        by="actor",
        unit="sentences",
        parts=("headline", "body"),
        forms=("name", "demonym"),
        countries=("LY",),
        text=" oil ",
        nested=False,
        repeats=True,
    )
    assert bars(counts, language="en").subtitle.split(" · ") == [
        "Number of sentences with a mention in headlines and body text",
        "only these forms: names and demonyms",
        "in sentences that mention: Libya",
        "in sentences that contain: “oil”",
        "names inside longer names do not count",
        "repeated text counts again",
        "314 words",
        "1 article",
    ]


@pytest.mark.parametrize(
    ("parts", "said"),
    [(None, "كل أجزاء النص"), ((), "لا شيء من النص"), (("body",), "المتن")],
)
def test_the_parts_are_named(make_counts, parts, said):
    first, *_ = bars(make_counts({"LY": 2}, parts=parts)).subtitle.split(" · ")
    assert first == f"عدد الإشارات في {said}"


def test_names_that_do_not_fit_are_counted(make_counts):
    counts = make_counts({f"E{rank}": 20 - rank for rank in range(15)})
    arabic, english = bars(counts, top=3), bars(counts, top=14, language="en")
    assert arabic.rows == ["E0", "E1", "E2"]
    assert arabic.subtitle.endswith(" · و12 اسمًا آخر لا يظهر")
    assert english.subtitle.endswith(" · and 1 more not shown")


def test_chosen_bars_are_marked(make_counts):
    chart = bars(make_counts({"LY": 14, "RU": 4}, countries=("RU",)))
    assert chart.data["selected"].to_list() == [False, True]


def test_an_empty_count_says_so_in_words(make_counts):
    chart = bars(make_counts({}))
    assert chart.empty == "لا توجد نتائج توافق هذا الاختيار."
    assert chart.alt == f"رسم بالأعمدة: الإشارات إلى البلدان. {chart.empty}"
    assert chart.rows == []
    assert bars(make_counts({}), language="en").empty == (
        "No mentions match this selection."
    )


def test_title_and_digits_are_the_readers_choice(make_counts):
    chart = bars(make_counts({"LY": 1234}), title="ليبيا أولًا؟", digits="arabic")
    assert chart.title == "ليبيا أولًا؟"
    assert chart.data["text"].to_list() == ["١٬٢٣٤"]
    assert chart.subtitle.endswith("٣١٤ كلمة · مقال واحد")
    assert chart.caption.startswith("ليبيا أولًا؟ عدد")


def test_whom_no_table_lists_stands_under_the_arabic_name_in_english_charts():
    text = "قال الرئيس سمير غرداوي نعم. وقالت جامعة هارتفيلد لا."
    article = Article("a", text, parts_of(text))
    mentions = find_mentions(article, engine="lexicon")
    counts = count_mentions(mentions, by="actor")
    assert counts.table.select("name", "english").rows() == [
        ("جامعة هارتفيلد", ""),
        ("سمير غرداوي", ""),
    ]
    for language in ("ar", "en"):
        chart = bars(counts, language=language)
        assert chart.rows == ["جامعة هارتفيلد", "سمير غرداوي"]
        assert chart.data["entity"].to_list() == ["jamah-hartfild", "smir-ghrdawi"]
