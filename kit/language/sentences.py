"""Sentences: where one ends and the next begins.

Arabic news ends a sentence at a full stop, a question mark (؟) or an exclamation mark,
and always at the end of a line. A full stop inside a number (6.5) or after an initial
(أ.ف.ب، أ. ب.) ends nothing, nor does the one that numbers a line (``1. ليبيا``). Two
stops or more in a row (``..``) are the press's dash: a pause inside the sentence (``حان
الوقت.. لجميع الليبيين``). Quotation marks and brackets that follow a stop at once stay
with the sentence they close.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

_LINE = re.compile(r"[^\n\v\f\r\x85\u2028\u2029]+")
# It begins with a set of characters, so that all others are passed over in C.
_STOP = re.compile(
    r"""
    ([.؟?!۔][.؟?!۔]*)        # full stops, question and exclamation marks
    # what closes with it; in the press “ and « close as often as they open
    [“”"«»‘’'›)\]}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*
    (?=\s|$)                 # followed by space: not in numbers or initials
    """,
    re.VERBOSE,
)
_INITIAL = re.compile(r"(?:[.(]|(?<!\d)\s)[^\W\d_]\.$")
_WITH_SIGN = 3  # characters: an initial, what stands before it, and the stop
_INITIAL_OR_NUMBER_FIRST = re.compile(r"(?:[^\W\d_]|\d{1,2})\.$")


def lines(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Give the spans of the lines that hold anything, without their outer blanks."""
    end = len(text) if end is None else end
    if _is_bare_line(text, start, end):
        return ((start, end),)
    spans = []
    for match in _LINE.finditer(text, start, end):
        line = match[0]
        first = match.start() + len(line) - len(line.lstrip())
        last = match.start() + len(line.rstrip())
        if first < last:
            spans.append((first, last))
    return tuple(spans)


def _is_bare_line(text: str, start: int, end: int) -> bool:
    """Say whether it is one line without outer blanks, as parts of articles are."""
    return bool(
        _LINE.fullmatch(text, start, end)
        and not text[start].isspace()
        and not text[end - 1].isspace()
    )


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Give the spans of the sentences between ``start`` and ``end``.

    >>> text = "حان الوقت.. للعمل. وقال 6.5 (أ.ف.ب) نعم؟"
    >>> [text[a:b] for a, b in sentences(text)]
    ['حان الوقت.. للعمل.', 'وقال 6.5 (أ.ف.ب) نعم؟']
    """
    spans: list[Span] = []
    for first, last in lines(text, start, end):
        begin = first
        for match in _STOP.finditer(text, first, last):
            if _ends_nothing(text, begin, match.end(1) - 1):
                continue
            spans.append((begin, match.end()))
            begin = match.end()
            while begin < last and text[begin].isspace():
                begin += 1
        if begin < last:
            spans.append((begin, last))
    return tuple(spans)


def _ends_nothing(text: str, begin: int, stop: int) -> bool:
    """Say whether the sign at ``stop`` is a pause, or follows an initial or number."""
    if text[stop] != ".":
        return False
    end = stop + 1
    if text.endswith(".", begin, stop):
        return True
    if end - begin <= _WITH_SIGN and _INITIAL_OR_NUMBER_FIRST.fullmatch(
        text, begin, end
    ):
        return True
    before = max(begin, end - _WITH_SIGN)
    # Most words are longer than an initial: do not look at them twice.
    if not (text[before] in ".(" or text[before].isspace()):
        return False
    return bool(_INITIAL.search(text, before, end))
