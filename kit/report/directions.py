"""Directions: where in a line reading turns around.

A word processor asks each run of text for its direction and orders the runs by it. If
one run holds both scripts, or a number stands between them, the line is put together
wrongly: ``arabic-news-kit 0.1.0`` becomes ``0.1.0 kit-news-arabic``. So a paragraph is
cut where the direction changes (:func:`levelled`), and a mark that nobody sees goes
before a number that would otherwise cling to its neighbour (:func:`marked`).

A stretch against the direction of its paragraph reaches from its first to its last
strong letter, with the numbers that belong to it; brackets and points around it belong
to the paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.report.content import Run

_MARKS = {"ltr": "\N{LEFT-TO-RIGHT MARK}", "rtl": "\N{RIGHT-TO-LEFT MARK}"}
_KINDS = {"L": "L", "R": "R", "AL": "R", "EN": "D", "AN": "D", "WS": "S"}
_PAIRS = dict(zip("([{«“‘", ")]}»”’", strict=True))
_CONNECTORS = "-_./:@#+&=~'’"

# Of kinds, not of letters. A number before a Latin letter and without a blank between
# is part of the word (617c5); one after it also beyond a blank (kit 0.1.0).
_AGAINST = {
    "rtl": re.compile("(?:D[DC]*)?L(?:[^R]*L)?(?:[SC]?D(?:[DC]*D)?)*"),
    "ltr": re.compile("R(?:[^L]*R)?"),
}
_NUMBER_FIRST = re.compile("[^LR]*D")

# What XML cannot hold, and what a reader cannot see: controls, halves of characters.
_BLANKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def clean(text: str) -> str:
    r"""Give a text without what no document can hold or what would steer it.

    >>> clean("a\x00b\u202ec\nd")
    'abc d'
    """
    return label(without_unseen(text), renderer="widget")


def without_unseen(text: str) -> str:
    """Give a text without controls and halves of characters, on one line."""
    return _UNSEEN.sub("", _BLANKS.sub(" ", text))


def segments(text: str, base: str) -> list[tuple[str, str]]:
    """Cut a text where its direction changes, in a paragraph of direction ``base``.

    >>> segments("نسخة kit 0.1.0 (LY).", "rtl")
    [('نسخة ', 'rtl'), ('kit 0.1.0 (LY)', 'ltr'), ('.', 'rtl')]
    >>> segments("from الخبر and الشروق, 1 May", "ltr")
    [('from ', 'ltr'), ('الخبر', 'rtl'), (' and ', 'ltr'), ('الشروق', 'rtl'), \
(', 1 May', 'ltr')]
    """
    cut: list[tuple[str, str]] = []
    done = 0
    for match in _AGAINST[base].finditer(kinds(text)):
        if match.start() > done:
            cut.append((text[done : match.start()], base))
        done = _closed(text, match.start(), match.end())
        cut.append((text[match.start() : done], _other(base)))
    if done < len(text):
        cut.append((text[done:], base))
    return cut


def _closed(text: str, start: int, end: int) -> int:
    """Give where a stretch ends with the brackets that were opened in it."""
    opened: list[str] = []
    for char in text[start:end]:
        if char in _PAIRS:
            opened.append(_PAIRS[char])
        elif opened and char == opened[-1]:
            opened.pop()
    while opened and text[end : end + 1] == opened[-1]:
        opened.pop()
        end += 1
    return end


def kinds(text: str) -> str:
    """Give for each character what it is: L, R, D(igit), C(onnector), S(pace), O."""
    said: list[str] = []
    for char in text:
        bidi = unicodedata.bidirectional(char)
        if bidi == "NSM" and said:
            said.append(said[-1])  # a mark goes with its letter
        else:
            said.append(_KINDS.get(bidi, "C" if char in _CONNECTORS else "O"))
    return "".join(said)


def levelled(runs: Iterable[Run], base: str) -> list[tuple[Run, str]]:
    """Cut the runs of a paragraph so that each piece has one direction."""
    pieces: list[tuple[Run, str]] = []
    together: list[Run] = []
    for run in runs:
        if run.code:
            pieces += [*_cut(together, base), (run, "ltr")]
            together = []
        else:
            together.append(run)
    return [*pieces, *_cut(together, base)]


def _cut(runs: Sequence[Run], base: str) -> Iterator[tuple[Run, str]]:
    """Cut runs that follow one another where either the run or the direction ends."""
    turns: list[tuple[int, str]] = []
    end = 0
    for text, way in segments("".join(run.text for run in runs), base):
        end += len(text)
        turns.append((end, way))
    at = 0
    for run in runs:
        start, last = at, at + len(run.text)
        while at < last:
            stop, way = next(turn for turn in turns if turn[0] > at)
            stop = min(stop, last)
            yield replace(run, text=run.text[at - start : stop - start]), way
            at = stop


def marked(pieces: Iterable[tuple[Run, str]], base: str) -> list[tuple[Run, str]]:
    """Put marks of direction where a number or a sign would cling to the wrong side."""
    done = []
    before = base
    for run, way in pieces:
        text, seen = run.text, kinds(run.text)
        if run.code:
            text = _held(text, seen, base)
        elif before != way and _NUMBER_FIRST.match(seen):
            text = _MARKS[way] + text
        if text != run.text or set("LR") & set(seen):
            before = way
        done.append((replace(run, text=text), way))
    return done


def _held(text: str, seen: str, base: str) -> str:
    """Hold an id together in a line that runs from the right."""
    if base == "ltr" or not text:
        return text
    mark = _MARKS["ltr"]
    first = "" if seen.startswith("L") else mark
    last = "" if seen.endswith(("L", "D")) else mark
    return f"{first}{text}{last}"


def _other(way: str) -> str:
    return "ltr" if way == "rtl" else "rtl"
