"""A recogniser that marks what a test tells it to, and nothing else."""

from kit.articles.article import Article
from kit.articles.parts import parts_of
from kit.lexicon.lexicon import default_lexicon
from kit.mentions.finder import Finder, Settings
from kit.recogniser.span import Span

FINDER = Finder(default_lexicon())


class Marking:
    """Marks each of the given names, words apart by spaces, wherever it stands."""

    def __init__(self, *marks):
        self._marks = [(name.split(), kind, sure) for name, kind, sure in marks]

    def spans(self, sentences):
        return [sorted(self._spans(list(sentence))) for sentence in sentences]

    def _spans(self, sentence):
        for words, kind, sure in self._marks:
            for first in range(len(sentence) - len(words) + 1):
                if sentence[first : first + len(words)] == words:
                    yield Span(first, first + len(words) - 1, kind, sure)


def article(text, name="a"):
    return Article(name, text, parts_of(text))


def found(text, *marks, settings=None, **more):
    """Give what one article's text gives; ``more`` are further engines' marks."""
    readers = {"recogniser": Marking(*marks)}
    readers |= {engine: Marking(*some) for engine, some in more.items()}
    return FINDER.find([article(text)], readers, settings or Settings())


def rows(text, *marks, columns=(3, 4, 5, 6), **more):
    """Give surface, entity, kind and form of each mention, or other columns."""
    rows = found(text, *marks, **more).rows.iter_rows()
    return [tuple(row[at] for at in columns) for row in rows]
