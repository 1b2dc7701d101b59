"""Corpora to train on: what each line, word and table says.

An annotated corpus is a file of one token a line with a header line, tab-separated:
token, tag, and in ANERcorp a finer class; blank lines between sentences. Its smallest
classes are too small to learn, so finer classes only help to tell the four apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kit.language.normal import normalise
from kit.lexicon.index import words_of
from kit.lexicon.lexicon import default_lexicon
from kit.recogniser.tags import TAGS
from kit.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from kit.lexicon.index import Node
    from kit.lexicon.lexicon import Lexicon

NO_CLASS = -100  # what torch leaves out of a loss
NUMBERS = {tag: number for number, tag in enumerate(TAGS)}
"""The number of each tag."""

_OTHER_NAMES = {"B-MIS": "B-MISC", "I-MIS": "I-MISC"}  # AQMAR's
_UNALIGNED = "_"
_NAMES = {"country": 0, "place": 4, "person": 7, "organisation": 10}
_ADJECTIVE, _BODY, _TITLE, _LATER, _WORDS = 3, 13, 14, 15, 16
_WORD_LISTS = ("class_nouns", "people_nouns", "place_classes", "function_words")


class Annotated(NamedTuple):
    """A sentence with the number of each token's tag and finer class."""

    tokens: list[str]
    tags: list[int]
    classes: list[str]


class Labelled(NamedTuple):
    """A sentence of news with the tag that rules gave each token."""

    tokens: tuple[str, ...]
    tags: tuple[str, ...]


def read_annotated(path: Path) -> list[Annotated]:
    """Read a corpus of names.

    Raises
    ------
    ValueError
        If a tag is none of ours.

    """
    sentences = []
    current = Annotated([], [], [])
    with path.open(encoding="utf-8") as file:
        next(file, None)
        for line in (*file, "\n"):
            token, _, rest = line.rstrip("\r\n").partition("\t")
            if not token:
                if current.tokens:
                    sentences.append(current)
                    current = Annotated([], [], [])
                continue
            tag, _, finer = rest.partition("\t")
            current.tokens.append(token)
            current.tags.append(_tag_number(tag, path))
            current.classes.append(finer or _UNALIGNED)
    return sentences


def _tag_number(tag: str, path: Path) -> int:
    number = NUMBERS.get(_OTHER_NAMES.get(tag, tag))
    if number is None:
        msg = f"Unknown tag '{tag}' in {path}. Tags: {', '.join(TAGS)}."
        raise ValueError(msg)
    return number


def has_classes(sentences: Sequence[Annotated]) -> bool:
    """Say whether a corpus tells finer classes apart."""
    return any(name != _UNALIGNED for one in sentences for name in one.classes)


def class_numbers(sentences: Sequence[Annotated]) -> dict[str, int]:
    """Give numbers to finer classes; what is not aligned is ``NO_CLASS``."""
    classes = {name for sentence in sentences for name in sentence.classes}
    numbers = {name: at for at, name in enumerate(sorted(classes - {_UNALIGNED}))}
    return {**numbers, _UNALIGNED: NO_CLASS}


def table_uses() -> dict[str, int]:
    """Give, for each word of the kit's tables, a bit for each use.

    Lists of words that were themselves drawn from annotated corpora are left out: a
    network that learns from the same corpora would trust them more than they deserve.
    """
    lexicon = default_lexicon()
    uses: dict[str, int] = {}
    for word, use in _lexicon_uses(lexicon):
        uses[word] = uses.get(word, 0) | 1 << use
    for at, name in enumerate(_WORD_LISTS):
        for row in table(name):
            for word in words_of(row["word"]):
                uses[word] = uses.get(word, 0) | 1 << (_WORDS + at)
    return dict(sorted(uses.items()))


def _lexicon_uses(lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    for path, node in _paths(lexicon.index.root):
        for entry in node.entries:
            kind, form = entry.form.kind, entry.form.form
            if form in {"demonym", "people"}:
                yield from ((word, _ADJECTIVE) for word in path)
                continue
            first = _NAMES[kind]
            alone = len(path) == 1
            yield path[0], first if alone else first + 1
            yield from ((word, first + 2) for word in path[1:])
    for index, use in ((lexicon.bodies, _BODY), (lexicon.titles, _TITLE)):
        for path, _ in _paths(index.root):
            yield path[-1], use if len(path) == 1 else _LATER


def _paths(
    nodes: Mapping[str, Node], before: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Node]]:
    for word, node in nodes.items():
        yield (*before, word), node
        yield from _paths(node.next, (*before, word))


def given_names_of_tables() -> frozenset[str]:
    """Give the first words of the persons listed by hand, in normal form.

    News is labelled for training with these alone, and not with the longer list that
    was drawn from annotated corpora.
    """
    names = (row["name"].split() for row in table("persons"))
    return frozenset(normalise(words[0]) for words in names if len(words) > 1)
