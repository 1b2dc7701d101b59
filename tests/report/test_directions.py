from __future__ import annotations

from dataclasses import replace

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from kit.report.content import Run
from kit.report.directions import clean, kinds, levelled, marked, segments

MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
MIXED = st.text("ابتLMx 012.-_()«»،:\N{ARABIC FATHA}", max_size=24)
BASES = st.sampled_from(["rtl", "ltr"])


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("", "rtl", []),
        ("ليبيا 14", "rtl", [("ليبيا 14", "rtl")]),
        ("14", "rtl", [("14", "rtl")]),
        (
            "نسخة arabic-news-kit 0.1.0 عن",
            "rtl",
            [("نسخة ", "rtl"), ("arabic-news-kit 0.1.0", "ltr"), (" عن", "rtl")],
        ),
        ("بصمة 1c15_3a؛", "rtl", [("بصمة ", "rtl"), ("1c15_3a", "ltr"), ("؛", "rtl")]),
        ("قناة CNN (14)", "rtl", [("قناة ", "rtl"), ("CNN", "ltr"), (" (14)", "rtl")]),
        ("في (LY) أمس", "rtl", [("في (", "rtl"), ("LY", "ltr"), (") أمس", "rtl")]),
        ("هو A (B).", "rtl", [("هو ", "rtl"), ("A (B)", "ltr"), (".", "rtl")]),
        (
            "from الخبر and الشروق, 1 May",
            "ltr",
            [
                ("from ", "ltr"),
                ("الخبر", "rtl"),
                (" and ", "ltr"),
                ("الشروق", "rtl"),
                (", 1 May", "ltr"),
            ],
        ),
        ("in ليبيا 3 مرة", "ltr", [("in ", "ltr"), ("ليبيا 3 مرة", "rtl")]),
    ],
)  # fmt: skip  # one case reads as one line
def test_a_text_is_cut_where_reading_turns_around(text, base, expected):
    assert segments(text, base) == expected


@given(MIXED, BASES)
def test_no_piece_holds_letters_of_both_directions(text, base):
    cut = segments(text, base)
    assert "".join(piece for piece, _ in cut) == text
    for piece, way in cut:
        assert ("R" if way == "ltr" else "L") not in kinds(piece)


@given(st.lists(st.tuples(MIXED, st.booleans(), st.booleans()), max_size=4), BASES)
def test_runs_are_cut_without_losing_what_they_say_or_look_like(parts, base):
    runs = [Run(text, marked=mark, code=code) for text, mark, code in parts]
    cut = levelled(runs, base)
    said = [(char, run.marked, run.code) for run, _ in cut for char in run.text]
    assert said == [(char, m, c) for text, m, c in parts for char in text]
    for (run, way), (same, turned) in zip(marked(cut, base), cut, strict=True):
        assert way == turned
        assert replace(run, text=run.text.strip(MARKS)) == replace(
            same, text=same.text.strip(MARKS)
        )


@pytest.mark.parametrize(
    ("runs", "base", "whole"),
    [
        ([Run("المقال "), Run("000_617c5abc", code=True)], "rtl", "000_617c5abc"),
        ([Run("يوم "), Run("2018-03-05", code=True)], "rtl", "2018-03-05"),
        ([Run("في "), Run('{"a": 1}', code=True)], "rtl", '{"a": 1}'),
        ([Run("بأداة arabic-news-kit 0.1.0 أمس")], "rtl", "arabic-news-kit 0.1.0"),
        ([Run("from الشروق, 1 May 2018")], "ltr", ", 1 May 2018"),
        ([Run("بصمتها 2489-8bf؛")], "rtl", "2489-8bf"),
    ],
)
def test_what_is_read_from_the_left_stays_whole_by_the_rules_of_unicode(
    runs, base, whole
):
    # Word goes by the runs; other programs by the letters, as Unicode's annex 9 says.
    pieces = marked(levelled(runs, base), base)
    text = "".join(run.text for run, _ in pieces)
    seen = get_display(text, base_dir="R" if base == "rtl" else "L")
    assert whole in "".join(char for char in seen if char not in MARKS)


def test_an_id_without_a_mark_would_fall_apart():
    seen = get_display("المقال 000_617c5abc", base_dir="R")
    assert "000_617c5abc" not in seen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x07c", "abc"),
        ("سطر\nآخر\u2028ثالث\tرابع", "سطر آخر ثالث رابع"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}abc\N{POP DIRECTIONAL FORMATTING}", "abc"),
        ("\N{FIRST STRONG ISOLATE}x", "x"),
        ("half \ud800 \ufffe\uffff", "half  "),
        ("می\N{ZERO WIDTH NON-JOINER}شود <b>", "می\N{ZERO WIDTH NON-JOINER}شود <b>"),
    ],
)  # fmt: skip  # one case reads as one line
def test_what_no_document_can_hold_or_would_steer_the_line_is_left_out(text, expected):
    assert clean(text) == expected
