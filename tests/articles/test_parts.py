import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.articles.article import Part
from kit.articles.parts import LONGEST_CAPTION, LONGEST_HEADLINE, parts_of
from kit.language.sentences import lines

BODY = "قال الوزير إن المحادثات بدأت."


def kinds(*written):
    return [
        f"{part.kind} again" if part.repeat else part.kind
        for part in parts_of("\n\n".join(written))
    ]


def test_parts_are_lines_with_their_place():
    assert parts_of("عنوان\r\n\r\n  قال نعم.\r\n") == (
        Part("headline", 0, 5),
        Part("body", 11, 19),
    )


@pytest.mark.parametrize(
    "headline",
    [
        "لحماية السيادة.. بومبيو يدعو إلى التهدئة",
        "هل هي نهاية أردوغان؟",
        "انتهى الأمر!",
        "ترامب: سوف ترون...",
        "قال “نعم”",
        " ".join(["كلمة"] * LONGEST_HEADLINE),
    ],
)
def test_the_first_line_is_the_headline(headline):
    assert kinds(headline, BODY) == ["headline", "body"]


@pytest.mark.parametrize(
    "first", [BODY, "قال “نعم.”", " ".join(["كلمة"] * (LONGEST_HEADLINE + 1))]
)
def test_a_first_line_that_is_closed_or_long_is_body(first):
    assert kinds(first, "وأضاف أنها تمت.") == ["body", "body"]


def test_a_lone_line_is_body():
    assert kinds("ليبيا تنتصر") == ["body"]
    assert kinds("تنويه: رأي كاتبه", "ليبيا تنتصر") == ["notice", "body"]


def test_a_caption_repeated_is_a_caption_and_then_a_repeat():
    caption = "بومبيو في ليبيا"
    expected = ["headline", "caption", "caption again", "body"]
    assert kinds("عنوان", caption, caption, BODY) == expected


def test_a_caption_repeated_above_the_headline_leaves_it_the_headline():
    caption = "بومبيو في ليبيا"
    expected = ["caption", "caption again", "headline", "body"]
    assert kinds(caption, caption, "عنوان", BODY) == expected


def test_a_repeat_is_known_in_any_spelling():
    expected = ["headline", "caption", "caption again", "body"]
    assert kinds("عنوان", "أردوغان في أنقرة", "اردوغان في انقره", BODY) == expected


@pytest.mark.parametrize("line", [BODY, " ".join(["كلمة"] * (LONGEST_CAPTION + 1))])
def test_a_repeated_line_that_is_closed_or_long_is_body_again(line):
    assert kinds("عنوان", line, line) == ["headline", "body", "body again"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("تنويه: المقالات تمثل رأي كتابها", "notice"),
        ("تنويه", "notice"),
        ("\u200fإقرأ أيضاً| خبر آخر", "notice"),
        ("جميع الحقوق محفوظة © 2018", "notice"),
        ("مصدر الصورة Getty Images", "caption"),
        ("صورة: رويترز", "caption"),
        ("تنويها بجهوده قال الوزير.", "body"),
        ("صورة قاتمة للوضع.", "body"),
        (",", "notice"),
        ("Read our Privacy Policy", "notice"),
        ("٢٠١٨", "notice"),
        ("\u200f", "notice"),
    ],
)
def test_formulas_and_foreign_crumbs_are_known_by_their_line(line, kind):
    assert kinds("عنوان", BODY, line) == ["headline", "body", kind]


def test_a_text_without_arabic_has_no_foreign_crumbs():
    assert kinds("Title", "He said so.", ",") == ["headline", "body", "body"]


@pytest.mark.parametrize("text", ["", " \r\n\t\n"])
def test_blanks_have_no_parts(text):
    assert parts_of(text) == ()


@given(st.text(st.sampled_from("اب .؟,\n\r\u200fx")))
def test_every_line_is_one_part(text):
    parts = parts_of(text)
    assert tuple((part.start, part.end) for part in parts) == lines(text)
