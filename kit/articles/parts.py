"""The parts of an article: what is headline, caption, body, notice.

Saved news pages carry more than the report: the same photo caption once for the picture
and once for its enlargement, disclaimers, crumbs of menus. Each line is one part, and
these rules, tried in this order, name its kind:

1. *foreign crumb*: a line without an Arabic letter in an Arabic text (a lone comma,
   "Read our Privacy Policy") is a notice;
2. *opener*: a line that begins with a known formula (``تنويه``, ``جميع الحقوق
   محفوظة``, ``مصدر الصورة``) is a notice or caption; the formulas are in
   ``kit/data/part_openers.csv``;
3. *headline*: the first other line that stands but once, when it is short, does not end
   in a full stop (a question mark will do) and something follows it;
4. *repeated caption*: a short line without a closing stop that stands twice or more is
   a caption, the first time new and later a repeat;
5. everything else is body; a paragraph that stood before is a repeat.

A researcher who knows better says so with :meth:`Article.with_part`, or gives
``read_articles`` a rule of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from kit.articles.article import Part
from kit.language.normal import normalise
from kit.language.sentences import lines
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_HEADLINE = 30
LONGEST_CAPTION = 40

_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_CLOSING = r"[“”\"«»’')\]]*$"
_FULL_STOP = re.compile(rf"(?<!\.)[.۔]{_CLOSING}")
_CLOSED = re.compile(rf"[.۔؟?!]{_CLOSING}")


@cache
def _openers() -> tuple[tuple[str, str], ...]:
    rows = table("part_openers")
    return tuple((normalise(row["opener"]), row["kind"]) for row in rows)


def _opened_kind(normal: str) -> str | None:
    for opener, kind in _openers():
        if normal.startswith(opener):
            following = normal[len(opener) : len(opener) + 1]
            # تنويه must not be seen in تنويها, nor الصورة: need a space after it
            if not (opener[-1].isalnum() and following.isalnum()):
                return kind
    return None


def parts_of(text: str) -> tuple[Part, ...]:
    r"""Divide a text into its parts, one for each line that holds anything.

    >>> [part.kind for part in parts_of("عنوان الخبر\nقال الوزير شيئا.\n,\n")]
    ['headline', 'body', 'notice']
    """
    spans = lines(text)
    written = [text[start:end] for start, end in spans]
    normals = [normalise(line).strip() for line in written]
    parts: list[Part] = []
    seen: set[str] = set()
    kinds = _kinds(written, normals, is_arabic=bool(_ARABIC.search(text)))
    for (start, end), normal, kind in zip(spans, normals, kinds, strict=True):
        parts.append(Part(kind, start, end, repeat=normal in seen))
        seen.add(normal)
    return tuple(parts)


def _kinds(
    written: Sequence[str], normals: Sequence[str], *, is_arabic: bool
) -> Iterator[str]:
    times = Counter(normals)
    begun = False
    for number, (line, normal) in enumerate(
        zip(written, normals, strict=True), start=1
    ):
        words = len(line.split())
        opened = _opened_kind(normal)
        once = times[normal] == 1
        if is_arabic and not _ARABIC.search(line):
            yield "notice"
        elif opened:
            yield opened
        elif once and not begun:
            begun = True
            short = words <= LONGEST_HEADLINE and not _FULL_STOP.search(line)
            yield "headline" if short and number < len(written) else "body"
        elif not once and words <= LONGEST_CAPTION and not _CLOSED.search(line):
            yield "caption"
        else:
            begun = True
            yield "body"
