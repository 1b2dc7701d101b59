"""Printed pages: the text of a PDF, put back as it was written.

A PDF holds letters at places, neither words in their order nor paragraphs. Words are
put in order by where they stand (:mod:`kit.articles.glyphs`), Arabic that was stored in
the forms it is drawn in (``ﻟﻴﺒﻴﺎ``) becomes letters, and lines become paragraphs again.
A scan has no text, and that is said.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from kit.articles.file import Facts, UnreadableError, megabytes
from kit.articles.glyphs import Glyph, lines_of, mended
from kit.articles.records import Record
from kit.language.english import several

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.articles.file import File, Options

_DRAWN = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]+")
_STOP = re.compile(r"[.؟?!:۔…][\s\"”»)\]]*$")
_FULL = 0.75  # of the longest lines: a shorter one ends its paragraph
_LONGEST = 0.9  # so many of the lines are no longer than what counts as the longest
_NO_LETTERS = {0, 0xFFFE, 0xFFFF}
_SURROGATES = range(0xD800, 0xE000)


def read_printed(file: File, options: Options) -> Iterator[Record | Facts]:
    """Read the text of a PDF."""
    pages = _pages(file.whole(options.limits), options.limits.file)
    if not any(pages):
        msg = (
            f"holds no text in {several(len(pages), 'page')}, as a scan does; "
            "read it with a program for character recognition (OCR) first"
        )
        raise UnreadableError(msg)
    yield Facts()
    text = "\n\n".join(_paragraphs(lines) for lines in pages if lines)
    yield Record(id=file.stem, text=mended(_letters(text)), path=file.path)


def _pages(data: bytes, limit: int) -> list[list[str]]:
    """Give the lines of each page."""
    import pypdfium2  # noqa: PLC0415  # loads a library that few need

    if not data:
        msg = "is empty"
        raise UnreadableError(msg)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        msg = (
            "is encrypted; save it without a password"
            if is_locked
            else "is damaged, or no PDF"
        )
        raise UnreadableError(msg) from None
    pages: list[list[str]] = []
    left = limit
    try:
        for page in document:
            glyphs = _glyphs(page.get_textpage())
            left -= len(glyphs)
            if left < 0:
                msg = f"holds more text than {megabytes(limit)}, the limit"
                raise UnreadableError(msg)
            pages.append(lines_of(glyphs))
            page.close()
    finally:
        document.close()
    return pages


def _glyphs(page: Any) -> list[Glyph]:  # noqa: ANN401  # pypdfium2 is not typed
    from pypdfium2 import raw  # noqa: PLC0415  # as above

    x, y = ctypes.c_double(), ctypes.c_double()
    found: list[Glyph] = []
    for at in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, at)
        if code in _NO_LETTERS or code in _SURROGATES:
            continue
        left, _, right, _ = page.get_charbox(at)
        raw.FPDFText_GetCharOrigin(page, at, x, y)
        size = raw.FPDFText_GetFontSize(page, at)
        found.append(Glyph(chr(code), left, right, y.value, size))
    return found


def _letters(text: str) -> str:
    """Give letters for drawn forms; a lone vowel mark is seated on no space."""
    return _DRAWN.sub(
        lambda run: "".join(
            unicodedata.normalize("NFKC", form).lstrip(" ") for form in run[0]
        ),
        text,
    )


def _paragraphs(lines: list[str]) -> str:
    """Join the lines of a page: one goes on in the next unless it is short."""
    lengths = sorted(len(line) for line in lines)
    full = lengths[int(len(lengths) * _LONGEST)]
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        goes_on = len(line) >= _FULL * full and not _STOP.search(line)
    return "\n".join(joined)
