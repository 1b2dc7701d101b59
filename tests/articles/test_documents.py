import io
import zipfile

import docx
import pytest

from kit.articles.article import Part, Problem
from kit.articles.file import Facts, File, Options
from kit.articles.formats import read_file
from kit.articles.reading import read_articles
from kit.articles.records import Record

ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    '<!ENTITY b SYSTEM "file:///etc/passwd">]>'
)


def document(*paragraphs):
    made = docx.Document()
    for text, style in paragraphs:
        made.add_paragraph(text, style=style)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def read(data):
    file = File("خبر.docx", "خبر.docx", lambda: io.BytesIO(data))
    return [one for one in read_file(file, Options()) if not isinstance(one, Facts)]


def test_a_word_document_is_an_article_with_its_headline_and_captions(tmp_path):
    data = document(
        ("هل انتهى الأمر؟ نعم.", "Title"),
        ("صورة الوزير في طرابلس", "Caption"),
        ("", None),
        ("قال نعم.\nوقال لا.", None),
        ("عنوان فرعي", "Heading 2"),
    )
    (tmp_path / "a.docx").write_bytes(data)
    (article,) = read_articles(tmp_path)
    assert article.text == (
        "هل انتهى الأمر؟ نعم.\nصورة الوزير في طرابلس\nقال نعم.\nوقال لا.\nعنوان فرعي"
    )
    assert article.title == "هل انتهى الأمر؟ نعم."
    assert article.parts == (
        Part("headline", 0, 20),
        Part("caption", 21, 42),
        Part("body", 43, 51),
        Part("body", 52, 60),
        Part("body", 61, 71),
    )
    assert (article.date, article.author) == (None, None)


def test_a_title_is_one_only_where_it_stands_first():
    data = document(("قال نعم.", None), ("عنوان", "Heading 1"))
    assert read(data) == [Record("خبر", "قال نعم.\nعنوان", "خبر.docx")]


def test_tables_are_read_cell_by_cell_and_merged_cells_once():
    made = docx.Document()
    made.add_paragraph("قبل")
    table = made.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"خلية {number}"
    table.cell(0, 0).merge(table.cell(0, 1))
    made.add_paragraph("بعد")
    data = io.BytesIO()
    made.save(data)
    (record,) = read(data.getvalue())
    assert record.text == "قبل\nخلية 0\nخلية 1\nخلية 2\nخلية 3\nبعد"


def test_entities_in_a_document_are_not_expanded():
    made, changed = document(("نص &a;&b;", None)), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"&amp;", b"&").split(b"?>", 1)[1]
                data = ENTITY.encode() + data
            new.writestr(name, data)
    (got,) = read(changed.getvalue())
    assert isinstance(got, Problem) or (
        "aaaa" not in got.text and "root" not in got.text
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (document(), "is empty"),
        (b"no document", "is damaged: File is not a zip file"),
        (document(("أ", None))[:-99], "is damaged: File is not a zip file"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is encrypted, or of an old Word or Excel"),
    ],
)
def test_a_damaged_document_is_one_problem(data, reason):
    (problem,) = read(data)
    assert problem.reason.startswith(reason)
