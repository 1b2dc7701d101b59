"""Pages: the article in a saved web page (``.html``), without what stands around it.

trafilatura tells the report from menus, teasers and footers, and finds title, date,
author and outlet where the page says them. What it says under its pictures is kept as
captions. A page saved as one file (``.mhtml``) is a mail with the page in it.
"""

from __future__ import annotations

import email
import email.policy
import logging
import re
from functools import cache
from typing import TYPE_CHECKING

from lxml import html

from kit.articles.article import Problem
from kit.articles.dates import read_date
from kit.articles.encodings import decode
from kit.articles.file import Facts, UnreadableError
from kit.articles.records import Record, no_date
from kit.language.normal import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from configparser import ConfigParser

    from trafilatura.settings import Document

    from kit.articles.file import File, Options

# As pages say it in their head, within the first bytes.
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
_CAPTION = "//figcaption"
_ASIDE = "ancestor::nav or ancestor::aside or ancestor::footer or ancestor::header"
_ARTICLE = "(//article//figcaption | //main//figcaption)"
_NO_TEXT = "//script | //style | //noscript | //template | //head"
_BLOCKS = "//p | //h1 | //h2 | //h3 | //li | //blockquote"


def read_page(file: File, options: Options) -> Iterator[Record | Problem | Facts]:
    """Read the article of a saved page."""
    data, url, encoding = file.whole(options.limits), None, options.encoding
    if file.suffix in (".mhtml", ".mht"):
        data, url, charset = _page_in_mail(data)
        encoding = encoding or charset
    declared = _DECLARED.search(data[:_HEAD])
    try:
        said = _codec(declared[1].decode("ascii")) if declared else None
        page, found = decode(data, encoding=encoding, declared=said)
    except ValueError as error:
        raise UnreadableError(str(error)) from None
    yield Facts(found.name, guessed=found.guessed)
    yield from _article(page, url, file)


def _codec(charset: str) -> str:
    # What browsers take the name for: pages that say Latin-1 are in its Windows form.
    is_latin = charset.lower() in ("iso-8859-1", "latin1", "ascii", "us-ascii")
    return "windows-1252" if is_latin else charset


def _page_in_mail(data: bytes) -> tuple[bytes, str | None, str | None]:
    mail = email.message_from_bytes(data, policy=email.policy.compat32)
    url = mail.get("Snapshot-Content-Location")
    for part in mail.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            url = url or part.get("Content-Location")
            if isinstance(page, bytes):
                return page, str(url) if url else None, part.get_content_charset()
    msg = "holds no page; expected a page saved as one file"
    raise UnreadableError(msg)


def _article(page: str, url: str | None, file: File) -> Iterator[Record | Problem]:
    if not page.strip():
        msg = "is empty"
        raise UnreadableError(msg)
    tree = _tree(page)
    said = _extracted(page, url)
    text = (said.text or "").strip() if said else ""
    if not text:
        text = _paragraphs(tree)
        if not text:
            msg = "holds no text that could be an article"
            raise UnreadableError(msg)
        reason = "no article was told apart in the page; all its paragraphs were taken"
        yield Problem(file.place, reason, "doubt")
    title = " ".join((said.title or "").split()) if said else ""
    captions = _captions(tree)
    date = read_date(said.date) if said and said.date else None
    if said and said.date and not date:
        yield Problem(file.place, no_date("date", said.date), "doubt")
    yield Record(
        id=file.stem,
        text=_with_captions(text, title, captions),
        path=file.path,
        title=title,
        source=(said.sitename or said.hostname) if said else None,
        date=date,
        url=(said.url if said else None) or url,
        author=said.author if said else None,
        captions=tuple(captions),
    )


def _with_captions(text: str, title: str, captions: Sequence[str]) -> str:
    """Put captions that the text lacks before it, but after its headline."""
    lines = text.split("\n")
    new = [caption for caption in captions if caption not in lines]
    has_title = normalise(lines[0]).strip() == normalise(title).strip()
    return "\n".join([*lines[:has_title], *new, *lines[has_title:]])


def _extracted(page: str, url: str | None) -> Document | None:
    """Ask trafilatura, which is slow to import and speaks of what it discards."""
    from trafilatura import bare_extraction  # noqa: PLC0415  # a second to import

    found = bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        config=_settings(),
        # A day somewhere in the text is not the day of publication.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return found if found is None or not isinstance(found, dict) else None


@cache
def _settings() -> ConfigParser:
    from trafilatura.settings import use_config  # noqa: PLC0415  # as above

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    settings = use_config()
    # A wire report may be two sentences; below this all paragraphs become one.
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
    return settings


def _tree(page: str) -> html.HtmlElement:
    try:
        return html.document_fromstring(page)
    except ValueError:  # it says its encoding, which it is no longer in
        return html.document_fromstring(
            page.encode(), html.HTMLParser(encoding="utf-8")
        )


def _captions(tree: html.HtmlElement) -> list[str]:
    """Give what stands under pictures of the article, each once."""
    found = tree.xpath(f"{_ARTICLE}[not({_ASIDE})]")
    if not found and not tree.xpath("//article | //main"):
        found = tree.xpath(f"{_CAPTION}[not({_ASIDE})]")
    texts = (" ".join(one.text_content().split()) for one in found)
    return list(dict.fromkeys(text for text in texts if text))


def _paragraphs(tree: html.HtmlElement) -> str:
    for element in tree.xpath(_NO_TEXT):
        element.drop_tree()
    texts = (" ".join(one.text_content().split()) for one in tree.xpath(_BLOCKS))
    found = "\n".join(dict.fromkeys(text for text in texts if text))
    return found or " ".join(tree.text_content().split())
