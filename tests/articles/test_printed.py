from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_files import pdf_of

from kit.articles.article import Problem
from kit.articles.file import Facts, File, Options
from kit.articles.formats import read_file
from kit.articles.glyphs import Glyph, lines_of
from kit.articles.records import Record

LINES = (
    "وصل وزير الخارجية مايك بومبيو إلى مدينة طرابلس في 17 فبراير",
    "2018 (أمس) بنسبة 12.5% كما قالت صحيفة محلية.",
    "وعاد في المساء.",
)
EMPTY = pdf_of("").replace(b"BT /F 12 Tf", b"           ")
LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةى", min_size=1, max_size=7)


def read(data):
    file = File("a.pdf", "a.pdf", lambda: BytesIO(data))
    return [one for one in read_file(file, Options()) if not isinstance(one, Facts)]


@pytest.mark.parametrize("backward", [False, True])
def test_letters_are_read_in_their_order_whichever_was_drawn_first(backward):
    assert read(pdf_of(*LINES, backward=backward)) == [
        Record("a", f"{LINES[0]} {LINES[1]}\n{LINES[2]}", "a.pdf")
    ]


def test_drawn_forms_become_letters():
    (record,) = read(pdf_of("ﺔﻨﻳﺪﻣ"[::-1] + " ﻻ ﷲ"))
    assert record.text == "مدينة لا الله"


@given(st.lists(LETTERS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_any_words_come_back_from_their_places_in_any_order(words, chance):
    drawn, x = [], 0.0
    for word in words:
        for letter in word:
            drawn.append(Glyph(letter, x - 1, x, 0.0, 1.0))
            x -= 1
        x -= 0.5
    chance.shuffle(drawn)
    assert lines_of(drawn) == [" ".join(words)]


def test_a_latin_line_is_left_as_it_is():
    line = [Glyph(x, at, at + 1, 0, 1) for at, x in enumerate("Al Jazeera")]
    assert lines_of(line) == ["Al Jazeera"]


def test_a_vowel_mark_follows_the_letter_it_stands_over():
    line = [
        Glyph("ً", 2.2, 2.4, 0, 9),
        Glyph("ا", 2, 3, 0, 9),
        Glyph("ز", 1, 2, 0, 9),
    ]
    assert lines_of(line) == ["اًز"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (EMPTY, "holds no text in 1 page, as a scan does; read it with a program"),
        (b"", "is empty"),
        (b"%PDF-1.4 and no more", "is damaged, or no PDF"),
        (b"no pdf", "is damaged, or no PDF"),
    ],
)
def test_a_pdf_without_text_is_refused(data, reason):
    (problem,) = read(data)
    assert isinstance(problem, Problem)
    assert problem.reason.startswith(reason)


def test_a_pdf_with_a_password_is_refused():
    pypdf = pytest.importorskip("pypdf")
    locked = pypdf.PdfWriter(clone_from=BytesIO(pdf_of("سر")))
    locked.encrypt("word", algorithm="RC4-128")
    data = BytesIO()
    locked.write(data)
    assert read(data.getvalue()) == [
        Problem("a.pdf", "is encrypted; save it without a password")
    ]
