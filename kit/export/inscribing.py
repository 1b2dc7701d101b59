"""Inscribing: title, alternative text and description put into a picture's file.

Each format has its own place for what is not drawn: chunks of text in a PNG, elements
in an SVG, metadata and an attached file in a PDF, a block of data in a page.
"""

from __future__ import annotations

import json
import re
from html import escape, unescape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from kit.export.description import MARK, described

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.charts.chart import Chart

_ATTACHED = f"{MARK}.json"
_METADATA = re.compile(rf'<metadata id="{MARK}">(.*?)</metadata>', re.DOTALL)
_BLOCK = re.compile(
    rf'<script type="application/json" id="{MARK}">(.*?)</script>', re.DOTALL
)


def png(content: bytes, chart: Chart, dpi: int) -> bytes:
    """Inscribe a PNG, and the size on paper with it."""
    about = PngImagePlugin.PngInfo()
    about.add_itxt("Title", chart.title)
    about.add_itxt("Description", chart.alt)
    about.add_itxt("Software", MARK)
    about.add_itxt(MARK, described(chart), zip=True)
    drawn = BytesIO()
    with Image.open(BytesIO(content)) as image:
        image.convert("RGB").save(drawn, "png", dpi=(dpi, dpi), pnginfo=about)
    return drawn.getvalue()


def svg(content: bytes, chart: Chart) -> bytes:
    """Inscribe an SVG."""
    text = content.decode()
    head = (
        f"<title>{escape(chart.title)}</title><desc>{escape(chart.alt)}</desc>"
        f'<metadata id="{MARK}">{escape(described(chart))}</metadata>'
    )
    attributes = f'<svg role="img" lang="{chart.language}" '
    text = re.sub(r"<svg\s", lambda _: attributes, text, count=1)
    return re.sub(r"<svg[^>]*>", lambda tag: tag[0] + head, text, count=1).encode()


def pdf(content: bytes, chart: Chart) -> bytes:
    """Inscribe a PDF; the description is a file attached to it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.add_metadata(
        {"/Title": chart.title, "/Subject": chart.alt, "/Creator": MARK}
    )
    writer.root_object.update(_language(chart.language))
    writer.add_attachment(_ATTACHED, described(chart).encode())
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def block(chart: Chart) -> str:
    """Give the description as a block of data for a page; nothing in it can run."""
    # An article's "</script>" would end the block.
    safe = described(chart).replace("<", "\\u003c")
    return f'<script type="application/json" id="{MARK}">{safe}</script>'


def read_png(content: bytes) -> str | None:
    """Give the description in a PNG, None where there is none."""
    with Image.open(BytesIO(content)) as image:
        image.load()
        return (
            image.text.get(MARK)
            if isinstance(image, PngImagePlugin.PngImageFile)
            else None
        )


def read_svg(content: bytes) -> str | None:
    """Give the description in an SVG, None where there is none."""
    found = _METADATA.search(content.decode())
    return unescape(found[1]) if found else None


def read_pdf(content: bytes) -> str | None:
    """Give the description in a PDF, None where there is none."""
    try:
        attached = PdfReader(BytesIO(content)).attachments
        held = attached.get(_ATTACHED)
    except PyPdfError as error:
        raise ValueError(str(error)) from error
    return held[0].decode() if held else None


def read_page(content: bytes) -> str | None:
    """Give the description in a page, None where there is none."""
    found = _BLOCK.search(content.decode())
    return found[1] if found else None


def read_json(content: bytes) -> str | None:
    """Give the description that a JSON file is, None where it is another."""
    text = content.decode()
    said = json.loads(text)
    return text if isinstance(said, dict) and MARK in said else None


def _language(language: str) -> dict[Any, Any]:
    from pypdf.generic import NameObject, TextStringObject  # noqa: PLC0415  # two names

    return {NameObject("/Lang"): TextStringObject(language)}


READERS: dict[str, Callable[[bytes], str | None]] = {
    ".png": read_png,
    ".svg": read_svg,
    ".pdf": read_pdf,
    ".html": read_page,
    ".json": read_json,
}
