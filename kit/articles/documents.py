"""Documents: an article in a Word file (``.docx``).

Each paragraph is a line, as are the cells of tables. A paragraph in the style of titles
or first-order headings that comes first is the headline, one in the style of captions
a caption. When a document was made is not when its article appeared, nor is who made
it the author, so it gives neither.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kit.articles.archives import check_document
from kit.articles.file import Facts, UnreadableError
from kit.articles.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    from kit.articles.file import File, Options

_TITLES = ("title", "heading 1")
_CAPTIONS = ("caption",)


def read_document(file: File, options: Options) -> Iterator[Record | Facts]:
    """Read the article of a Word document."""
    import docx  # noqa: PLC0415  # slow to import, and few need it

    data = file.whole(options.limits)
    if not data:
        msg = "is empty"
        raise UnreadableError(msg)
    check_document(data, options.limits)
    document = docx.Document(io.BytesIO(data))
    lines = [(style, text) for style, text in _lines(document) if text.strip()]
    if not lines:
        msg = "is empty"
        raise UnreadableError(msg)
    first_style, first = lines[0]
    yield Facts()
    yield Record(
        id=file.stem,
        text="\n".join(text for _, text in lines),
        path=file.path,
        title=first.strip() if first_style in _TITLES else "",
        captions=tuple(text.strip() for style, text in lines if style in _CAPTIONS),
    )


def _lines(document: Document) -> Iterator[tuple[str, str]]:
    for block in document.iter_inner_content():
        yield from _lines_of(block)


def _lines_of(block: Paragraph | Table) -> Iterator[tuple[str, str]]:
    """Give the style and the text of what stands in a document, in its order."""
    from docx.table import Table  # noqa: PLC0415  # as docx

    if not isinstance(block, Table):
        style = block.style.name.lower() if block.style and block.style.name else ""
        for line in block.text.split("\n"):
            yield style, line
        return
    met = set()
    for row in block.rows:
        for cell in row.cells:
            if cell._tc not in met:  # noqa: SLF001  # merged cells come again and again
                met.add(cell._tc)  # noqa: SLF001  # as above
                for inner in cell.iter_inner_content():
                    yield from _lines_of(inner)
