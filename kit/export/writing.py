"""Writing files: whole or not at all, under names that any system takes.

A file is written beside its place under another name and moved there when complete, so
that a full disk or a crash leaves the old one and never a half one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 120  # bytes, of 255 that a file system takes; suffixes come after it
_FORBIDDEN = re.compile(r"[^\w.()\-\u200c]+")
_TAKEN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, or leave the old one as it was."""
    unfinished = path.with_name(f".{uuid4().hex}.unfinished")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def safe_name(text: str) -> str:
    """Give a text as the name of a file: letters of all scripts stay as they are.

    No part of it leads to another folder, hides the file, or is a name that Windows
    keeps for devices.

    >>> safe_name("الإشارات إلى البلدان"), safe_name("../../etc/passwd"), safe_name("")
    ('الإشارات-إلى-البلدان', 'etc-passwd', 'figure')
    """
    name = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", text))
    name = re.sub(r"-*\.[-.]*", ".", re.sub(r"-{2,}", "-", name)).strip("-. ")
    while len(name.encode()) > _LONGEST:
        name = name[:-1]
    name = name.strip("-. ")
    if _TAKEN.fullmatch(name):
        name = f"{name}-"
    return name or "figure"
