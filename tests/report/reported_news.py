"""Articles made by hand."""

from __future__ import annotations

from kit.articles.article import Article, Part


def article(*lines, id="one", **about):  # noqa: A002  # the article's own word
    text = "\n".join(lines)
    parts, at = [], 0
    for number, line in enumerate(lines):
        parts.append(Part("body" if number else "headline", at, at + len(line)))
        at += len(line) + 1
    return Article(id, text, tuple(parts), title=lines[0], **about)
