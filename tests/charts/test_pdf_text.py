from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from matplotlib import rc_context
from matplotlib.figure import Figure

from kit.charts.pdf_text import searchable
from kit.labels import label

WORDS = ["سلام", "الإمارات", "لأن", "الآن", "العلاقات", "ليبيا", "CNN"]


def drawn(text, compression):
    figure = Figure(figsize=(9, 1))
    figure.text(
        0.1, 0.4, label(text, renderer="matplotlib"), family="DejaVu Sans", size=20
    )
    content = BytesIO()
    with rc_context({"pdf.fonttype": 42, "pdf.compression": compression}):
        figure.savefig(content, format="pdf", metadata={"CreationDate": None})
    return content.getvalue()


def read(content):
    page = pypdfium2.PdfDocument(content)[0]
    return page.get_textpage().get_text_range()


def seen(content):
    return pypdfium2.PdfDocument(content)[0].render().to_numpy().tobytes()


def test_every_word_is_found_where_readers_turned_some_around():
    content = drawn(" ".join(WORDS), 0)
    assert [word for word in WORDS if word not in read(content)] == WORDS[:5]
    mended = searchable(content)
    assert [word for word in WORDS if word not in read(mended)] == []


@pytest.mark.parametrize("text", ["سلام الآن", "ليبيا", "CNN"])
def test_nothing_moves_and_nothing_looks_different(text):
    content = drawn(text, 0)
    mended = searchable(content)
    assert len(mended) == len(content)
    assert seen(mended) == seen(content)
    assert searchable(mended) == mended


def test_what_has_nothing_to_mend_stays():
    assert searchable(drawn("ليبيا", 0)) == drawn("ليبيا", 0)
    assert searchable(drawn("سلام", 6)) == drawn("سلام", 6)
    assert searchable(b"<06440627>") == b"<06440627>"
