import pytest

from kit.articles.article import Article
from kit.articles.parts import parts_of
from kit.lexicon.form import Form
from kit.lexicon.index import Entry, Index
from kit.mentions.matcher import Matcher
from kit.mentions.tokenizer import Tokenizer
from kit.mentions.tokenrow import Types

TYPES = Types()
NAMES = (
    "ليبيا",
    "العراق",
    "الولايات المتحدة",
    "الأمم المتحدة",
    "مون جاي-إن",
    "سوريا",
    "سوري",
    "وليد",
    "السودان",
    "جنوب السودان",
)


@pytest.fixture(scope="module")
def matcher():
    index = Index()
    for name in NAMES:
        index.add(name, Entry(Form(name, name, "country", "name", None, "name")))
    return Matcher(TYPES, index)


def row_of(text):
    return Tokenizer(TYPES).row(Article("a", text, parts_of(text)))


def found(matcher, text):
    """Give the proclitics, the raw text and the name of each match."""
    row = row_of(text)
    return [
        (
            match.proclitics,
            text[row.start(match.first, match.stripped) : row.end(match.last)],
            match.entries[0].form.entity,
        )
        for match in matcher.matches(row)
    ]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        pytest.param("ليبيا", [("", "ليبيا", "ليبيا")], id="bare"),
        pytest.param("وليبيا", [("و", "ليبيا", "ليبيا")], id="w"),
        pytest.param("فليبيا", [("ف", "ليبيا", "ليبيا")], id="f"),
        pytest.param("بليبيا", [("ب", "ليبيا", "ليبيا")], id="b"),
        pytest.param("لليبيا", [("ل", "ليبيا", "ليبيا")], id="l"),
        pytest.param("كليبيا", [("ك", "ليبيا", "ليبيا")], id="k"),
        pytest.param("وبليبيا", [("وب", "ليبيا", "ليبيا")], id="w-b"),
        pytest.param("فلليبيا", [("فل", "ليبيا", "ليبيا")], id="f-l"),
        pytest.param("للعراق", [("لل", "عراق", "العراق")], id="l swallows the alef"),
        pytest.param("وللعراق", [("ولل", "عراق", "العراق")], id="w-l-l"),
        pytest.param("بالعراق", [("ب", "العراق", "العراق")], id="b keeps the article"),
        pytest.param(
            "بالولايات المتحدة",
            [("ب", "الولايات المتحدة", "الولايات المتحدة")],
            id="b before two words",
        ),
        pytest.param(
            "للولايات المتحدة",
            [("لل", "ولايات المتحدة", "الولايات المتحدة")],
            id="l-l before two words",
        ),
        pytest.param(
            "وللأمم المتحدة",
            [("ولل", "أمم المتحدة", "الأمم المتحدة")],
            id="w-l-l before two words",
        ),
        pytest.param("سليبيا", [], id="the future marker hides no name"),
        pytest.param(
            "الولايات #المتحدة",
            [("", "الولايات #المتحدة", "الولايات المتحدة")],
            id="a tag begins in a name",
        ),
        pytest.param("الولايات والمتحدة", [], id="a proclitic inside a name breaks it"),
    ],
)
def test_proclitics_are_read_and_left_outside(matcher, text, matches):
    assert found(matcher, text) == matches


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        pytest.param("لِلِيبْيا", [("ل", "لِيبْيا", "ليبيا")], id="vowel marks"),
        pytest.param("وَليبيَا", [("و", "ليبيَا", "ليبيا")], id="mark on the proclitic"),
        pytest.param("ليبياً.", [("", "ليبياً", "ليبيا")], id="mark at the end"),
        pytest.param("ليــبيا", [("", "ليــبيا", "ليبيا")], id="tatweel"),
        pytest.param("وــليبيا", [("و", "ليبيا", "ليبيا")], id="tatweel after w"),
        pytest.param("\u200fليبيا\u200f", [("", "ليبيا", "ليبيا")], id="bidi marks"),
        pytest.param(
            "\u202bبليبيا\u202c،", [("ب", "ليبيا", "ليبيا")], id="bidi embedding"
        ),
        pytest.param("لي\u200cبيا", [("", "لي\u200cبيا", "ليبيا")], id="zero width"),
        pytest.param("«ليبيا»", [("", "ليبيا", "ليبيا")], id="quoted"),
        pytest.param("(لليبيا)", [("ل", "ليبيا", "ليبيا")], id="in brackets"),
        pytest.param("ﻟﻴﺒﻴﺎ", [("", "ﻟﻴﺒﻴﺎ", "ليبيا")], id="presentation forms"),
        pytest.param("ليبیا", [("", "ليبیا", "ليبيا")], id="Persian yeh"),
        pytest.param(
            "الأُمَم   المُتّحِدة",
            [("", "الأُمَم   المُتّحِدة", "الأمم المتحدة")],
            id="several blanks",
        ),
    ],
)
def test_marks_and_signs_around_a_word_are_not_what_was_written(matcher, text, matches):
    assert found(matcher, text) == matches


@pytest.mark.parametrize(
    "text", ["مون جاي-إن", "مون جاي إن", "مون_جاي_إن", "مون جاي–ان"]
)
def test_hyphens_and_underscores_inside_a_name_are_no_words(matcher, text):
    assert found(matcher, text) == [("", text, "مون جاي-إن")]


@pytest.mark.parametrize("text", ["ليبيريا", "سوريالي", "سوريالية", "ليبياوي", "ليبي"])
def test_no_name_is_found_inside_a_longer_or_shorter_word(matcher, text):
    assert found(matcher, text) == []


def test_all_readings_and_overlaps_are_given(matcher):
    assert found(matcher, "سوريا وليد جنوب السودان") == [
        ("", "سوريا", "سوريا"),
        ("", "وليد", "وليد"),
        ("", "جنوب السودان", "جنوب السودان"),
        ("", "السودان", "السودان"),
    ]


def test_offsets_are_those_of_the_article_not_of_the_paragraph(matcher):
    row = row_of("سطر أول\nزار ليبيا أمس")
    (match,) = matcher.matches(row)
    assert (match.first, match.last, match.length) == (4, 4, 1)
    assert (row.start(4), row.end(4)) == (12, 17)


def test_a_name_does_not_run_on_into_the_next_paragraph(matcher):
    assert found(matcher, "في الولايات المتحدة") != []
    assert found(matcher, "في الولايات\nالمتحدة") == []


def test_paragraphs_end_in_a_break_and_beyond_the_ends_there_are_no_words():
    row = row_of("ليبيا\n\nفي (مصر)")
    assert row.normals == ["ليبيا", "", "في", "(", "مصر", ")", ""]
    assert [row.normal(at) for at in (-1, 0, 1, 7)] == ["", "ليبيا", "", ""]
    assert [row.paragraph(at) for at in range(7)] == [0, 0, 1, 1, 1, 1, 1]
    assert [row.span(number) for number in (0, 1)] == [(0, 1), (2, 6)]
    assert row.vocabulary(4) == {"في", "(", "مصر", ")"}
    assert [row.starts[at] for at in range(7)] == [0, 5, 7, 10, 11, 14, 15]


def test_words_that_only_tell_the_class_of_a_name_are_left_out():
    index = Index()
    form = Form("صحيفة الشروق", "shorouk", "organisation", "name", "EG", "name")
    index.add("صحيفة الشروق", Entry(form, skip=1))
    mossad = Form("الموساد الإسرائيلي", "mossad", "organisation", "name", "IL", "name")
    index.add("الموساد الإسرائيلي", Entry(mossad, tail=1))
    assert found(Matcher(TYPES, index), "لصحيفة الشروق والموساد الإسرائيلي") == [
        ("", "الشروق", "shorouk"),
        ("و", "الموساد", "mossad"),
    ]
