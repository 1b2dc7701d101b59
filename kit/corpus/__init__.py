"""The corpus: mentions kept on the disk, of more articles than memory holds.

:func:`build` finds the mentions of files and folders and keeps them in a folder, the
store; :func:`open_corpus` opens it as the mentions that every count, chart and screen
takes. See ``kit/corpus/README.md`` for what a store is made of.
"""

from kit.corpus.building import build
from kit.corpus.manifest import is_store
from kit.corpus.opening import Corpus, open_corpus
from kit.corpus.working import BuildError

__all__ = ["BuildError", "Corpus", "build", "is_store", "open_corpus"]
