"""The index: all forms of a lexicon as one tree of words.

Each step down the tree is one word in normal form, so that the longest name that begins
at a word is found by walking down from it, whatever the number of names. Hyphens inside
names are no words (``مون جاي-إن`` is three words), and the words that Arabic writes
together or apart at will are indexed both ways: ``عبد الفتاح`` and ``عبدالفتاح``,
``بن`` and ``ابن``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import methodcaller
from typing import TYPE_CHECKING, NamedTuple

from kit.language.normal import normalise
from kit.language.tokens import is_word, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.lexicon.form import Form

ARTICLE = "ال"
_SERVANT = methodcaller("startswith", "عبد")


class Entry(NamedTuple):
    """A form at the end of its path through the index.

    Attributes
    ----------
    form
        The form, as the tables or rules gave it.
    spelling
        The spelling variant that was indexed, where it is not the form's own text.
    context
        Words in normal form of which one must stand shortly before; empty for none.
    skip, tail
        How many words at its beginning and end are no part of the mention: ``صحيفة
        الشروق`` names ``الشروق``, ``الموساد الإسرائيلي`` names ``الموساد``.

    """

    form: Form
    spelling: str = ""
    context: frozenset[str] = frozenset()
    skip: int = 0
    tail: int = 0


@dataclass(slots=True)
class Node:
    """A word on the path: the words that may follow, and the forms that end here.

    ``matched`` groups the forms by how many words they leave out at either end.
    """

    next: dict[str, Node] = field(default_factory=dict)
    matched: tuple[tuple[int, int, tuple[Entry, ...]], ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The forms that end here."""
        return tuple(entry for _, _, entries in self.matched for entry in entries)

    def add(self, entry: Entry) -> None:
        """End a form here, with those that leave out as many words."""
        if not self.matched:
            self.matched = ((entry.skip, entry.tail, (entry,)),)
            return
        parts = {(skip, tail): entries for skip, tail, entries in self.matched}
        key = entry.skip, entry.tail
        parts[key] = (*parts.get(key, ()), entry)
        self.matched = tuple((*key, entries) for key, entries in parts.items())


@lru_cache(maxsize=1 << 19)
def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text in normal form, without signs.

    >>> words_of("مون جاي-إن")
    ('مون', 'جاي', 'ان')
    """
    if text.replace(" ", "").isalpha():  # no signs: the tokenizer would only split
        return tuple(normalise(text).split())
    return tuple(normalise(token) for token in tokenize(text).texts if is_word(token))


def joined_and_apart(words: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Give the ways to write words that Arabic joins or parts at will.

    >>> list(joined_and_apart(("عبد", "الفتاح", "السيسي")))
    [('عبد', 'الفتاح', 'السيسي'), ('عبدالفتاح', 'السيسي')]
    """
    if "بن" in words or any(map(_SERVANT, words)):
        return (words, *_other_ways(words))
    return (words,)


def _other_ways(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at, word in enumerate(words):
        following = words[at + 1 : at + 2]
        if word == "عبد" and following and following[0].startswith(ARTICLE):
            yield (*words[:at], word + following[0], *words[at + 2 :])
        elif word.startswith("عبدال"):
            yield (*words[:at], "عبد", word[3:], *words[at + 1 :])
        elif word == "بن" and at:
            yield (*words[:at], "ابن", *words[at + 1 :])


class Index:
    """A tree of words; see the module."""

    def __init__(self) -> None:
        self.root: dict[str, Node] = {}

    def add(self, text: str, entry: Entry) -> None:
        """Index a form under a text: its own, or a spelling variant of it."""
        for words in joined_and_apart(words_of(text)):
            if not words:
                msg = f"Cannot index '{text}' of '{entry.form.entity}': it has no word."
                raise ValueError(msg)
            nodes = self.root
            for word in words:
                node = nodes.get(word) or nodes.setdefault(word, Node())
                nodes = node.next
            if not node.matched or entry not in node.entries:
                node.add(entry)

    def with_(self, entries: Iterable[tuple[str, Entry]]) -> Index:
        """Give an index with more forms, each the only one that is written as it is.

        Only the nodes on the way to the new forms are made anew.
        """
        made = Index()
        made.root = dict(self.root)
        own: set[tuple[str, ...]] = set()
        for text, entry in entries:
            for words in joined_and_apart(words_of(text)):
                node = made.own_node(words)
                if words not in own:
                    own.add(words)
                    node.matched = ()
                if entry not in node.entries:
                    node.add(entry)
        return made

    def own_node(self, words: tuple[str, ...]) -> Node:
        """Give the node at the end of a path, copied from where it is shared."""
        nodes = self.root
        node = Node()
        for word in words:
            shared = nodes.get(word, Node())
            node = nodes[word] = Node(dict(shared.next), shared.matched)
            nodes = node.next
        return node

    @cached_property
    def single_words(self) -> frozenset[str]:
        """The forms of one word, in normal form; ask when all have been added."""
        return frozenset(word for word, node in self.root.items() if node.matched)

    def lookup(self, text: str) -> tuple[Entry, ...]:
        """Give the entries written exactly so, or none.

        Proclitics are not read here; see :mod:`kit.mentions.matcher`.
        """
        return self.lookup_words(words_of(text))

    def lookup_words(self, words: Iterable[str]) -> tuple[Entry, ...]:
        """Give the entries of exactly these words in normal form, or none."""
        nodes = self.root
        node = None
        for word in words:
            node = nodes.get(word)
            if node is None:
                return ()
            nodes = node.next
        return node.entries if node else ()
