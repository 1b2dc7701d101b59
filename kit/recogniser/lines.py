"""Lines: tagging files of one token a line, as corpora of names are kept.

A blank line ends a sentence. Whatever stands after a tab is not looked at, so an
annotated file can be tagged anew. Each line is answered by one line, blank by blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.recogniser.recogniser import Recogniser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONG = 200
_STOPS = frozenset(".؟?!۔")


def tag_lines(lines: Iterable[str], *, misc: bool = False) -> Iterator[str]:
    r"""Give ``token<TAB>tag`` for each line that has a token, and blank lines.

    >>> list(tag_lines(["برلين", "", "."]))
    ['برلين\tB-LOC', '', '.\tO']
    """
    tokens = [line.partition("\t")[0].strip() for line in lines]
    sentences = list(_sentences(tokens))
    tagged = Recogniser.shipped().tags(sentences, misc=misc)
    tags = (tag for sentence in tagged for tag in sentence)
    for token in tokens:
        yield f"{token}\t{next(tags)}" if token else ""


def _sentences(tokens: Iterable[str]) -> Iterator[list[str]]:
    """Divide at blank lines; what is still very long, at full stops too."""
    sentence: list[str] = []
    for token in (*tokens, ""):
        if token:
            sentence.append(token)
        elif len(sentence) > _LONG:
            yield from _at_stops(sentence)
            sentence = []
        else:
            yield sentence
            sentence = []


def _at_stops(tokens: list[str]) -> Iterator[list[str]]:
    first = 0
    for at, token in enumerate(tokens):
        if token in _STOPS:
            yield tokens[first : at + 1]
            first = at + 1
    yield tokens[first:]
