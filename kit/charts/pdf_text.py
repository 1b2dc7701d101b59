"""The text of a PDF that matplotlib drew, mended where readers turn لا around.

A PDF holds drawn letters, and a table that says which letters each stands for.
matplotlib draws لا as the one sign it is and says that it stands for ل and ا. Poppler
(pdftotext, Evince, Okular) and pdfium (Chrome) turn the order of signs around to read
Arabic, and these two with it: سلام is found as سالم. Where the table says ﻻ, the form
of the one sign, as it does in a PDF of Chromium, it stays whole: pdfium makes letters
of it, and elsewhere Unicode's NFKC does.
"""

from __future__ import annotations

import re

_SIGNS = {"لا": "ﻻ", "لأ": "ﻷ", "لإ": "ﻹ", "لآ": "ﻵ"}
_TABLE = re.compile(rb"begincmap.*?endcmap", re.DOTALL)


def searchable(content: bytes) -> bytes:
    """Give a PDF whose لا is found, of one drawn with ``pdf.compression`` 0.

    Nothing moves: each entry of the tables keeps its length, and so does the file.
    """
    return _TABLE.sub(lambda table: _mended(table[0]), content)


def _mended(table: bytes) -> bytes:
    for letters, sign in _SIGNS.items():
        entry = _entry(letters)
        table = table.replace(entry, _entry(sign).ljust(len(entry)))
    return table


def _entry(text: str) -> bytes:
    return f"<{text.encode('utf-16-be').hex()}>".encode()
