"""What text the files of labels leave to who searches and copies, row by row."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from html import unescape
from io import BytesIO

import docx
import openpyxl
import pypdf
import pypdfium2
import xlsxwriter
from drawing_paths import labelled
from writings import WRITINGS


def svg_texts(content):
    """Read the text of each row of a plotly SVG."""
    found = re.findall(
        r'<text class="annotation-text".*?</text>', content.decode(), re.DOTALL
    )
    names = [written.name for written in WRITINGS]
    texts = [
        "\n".join(re.findall(r"<tspan[^>]*>(.*?)</tspan>", text, re.DOTALL))
        or re.sub("<[^>]*>", "", text)
        for text in found
    ]
    return {name: unescape(text) for name, text in zip(names, texts, strict=True)}


def docx_texts():
    """Write every label as a run of its own, and read them back."""
    content = BytesIO()
    document = docx.Document()
    for text in labelled("docx").values():
        document.add_paragraph().add_run(text)
    document.save(content)
    read = docx.Document(content).paragraphs
    names = [written.name for written in WRITINGS]
    return {
        name: paragraph.runs[0].text
        for name, paragraph in zip(names, read, strict=True)
    }


def xlsx_texts():
    """Write every label as a cell, and read them back."""
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet().write_column(0, 0, list(labelled("xlsx").values()))
    sheet = openpyxl.load_workbook(content).active
    names = [written.name for written in WRITINGS]
    return {name: sheet.cell(row, 1).value for row, name in enumerate(names, start=1)}


def read_by_pdfium(content):
    """Read a PDF row by row as Chrome and many other viewers search it."""
    sheet = pypdfium2.PdfDocument(content)[0]
    width, height = sheet.get_size()
    row = height / len(WRITINGS)
    page = sheet.get_textpage()
    return {
        written.name: page.get_text_bounded(
            left=0, right=width, top=height - at * row, bottom=height - (at + 1) * row
        )
        for at, written in enumerate(WRITINGS)
    }


def read_by_pypdf(content):
    sheet = pypdf.PdfReader(BytesIO(content)).pages[0]
    row = float(sheet.mediabox.height) / len(WRITINGS)
    found = [""] * len(WRITINGS)

    def visit(text, outer, inner, _font, _size):
        if text.strip():
            height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            at = len(WRITINGS) - 1 - int(height // row)
            found[at] += text

    sheet.extract_text(visitor_text=visit)
    return dict(zip((written.name for written in WRITINGS), found, strict=True))


def read_by_pdftotext(content):
    """Read with poppler, row by row, or not at all where it is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    width, height = pypdfium2.PdfDocument(content)[0].get_size()
    row = height / len(WRITINGS)
    texts = {}
    for at, written in enumerate(WRITINGS):
        box = {"-x": 0, "-y": at * row, "-W": width, "-H": row}
        command = [program, "-r", "72", "-layout"]
        command += [
            str(round(part) if isinstance(part, float) else part)
            for pair in box.items()
            for part in pair
        ]
        answer = subprocess.run(
            [*command, "-", "-"], input=content, capture_output=True, check=True
        )
        texts[written.name] = answer.stdout.decode()
    return texts


_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\f]")


def verdict(written, text):
    """Say how much of a writing a text keeps: whole, words or lost.

    Left aside is what is known and harmless: marks of direction, the form of a letter
    (a PDF holds forms; NFKC makes letters of them), and how white space is broken.
    """
    if text is None:
        return None
    kept = " ".join(unicodedata.normalize("NFKC", _MARKS.sub("", text)).split())
    meant = " ".join(unicodedata.normalize("NFKC", written.readable).split())
    if kept == meant:
        return "whole"
    return "words" if all(word in kept for word in words(meant)) else "lost"


def words(text):
    """Give the words and numbers of a text without what stands around them."""
    return re.findall(r"[\w\u064b-\u0652\u200c]+", text)
