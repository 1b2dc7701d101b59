"""Working: how batches of articles become partitions, here or in other processes.

Whoever works gets a batch and writes its partition; what comes back says only what was
written. So the articles go one way and no mention comes back, and whoever dies in the
middle has changed nothing: the batch is given to another.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from kit.articles.article import Article, Articles, Problem
from kit.corpus.catalogue import unique_ids
from kit.corpus.partition import SIZE, Partition, tables_of, written
from kit.corpus.sources import Group, digest
from kit.mentions.finding import found

if TYPE_CHECKING:
    from pathlib import Path

    from kit.mentions.mention import Asked

_ATTEMPTS = 3
_AHEAD = 2  # batches a worker has waiting


class BuildError(RuntimeError):
    """A build that cannot go on, through no fault of its articles."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles that make one partition, called ``name``.

    ``group`` is the number of their group, ``first`` the number of the first of them in
    it.
    """

    group: int
    name: str
    first: int
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


Work = Callable[[Batch], Partition]
Tell = Callable[[str], None]


def batches(group: Group, number: int, settings: str) -> Iterator[Batch]:
    """Read a group of files in batches; ``settings`` go into the partitions' names."""
    articles: list[Article] = []
    problems: list[Problem] = []
    first = 0

    def gathered() -> Batch:
        name = digest(settings, group.key, str(SIZE), str(first))
        return Batch(number, name, first, tuple(articles), tuple(problems))

    for read in group.read():
        if isinstance(read, Problem):
            problems.append(read)
            continue
        if len(articles) == SIZE:
            yield gathered()
            first += SIZE
            articles, problems = [], []
        articles.append(read)
    if articles or problems:
        yield gathered()


def worked(batch: Batch, folder: Path, asked: Asked) -> Partition:
    """Find the mentions of a batch and write its partition."""
    read_as = [article.id for article in batch.articles]
    articles = [
        article if article.id == name else replace(article, id=name)
        for article, name in zip(batch.articles, unique_ids(read_as), strict=True)
    ]
    mentions = found(Articles(tuple(articles)), asked, quiet=True)
    tables = tables_of(articles, read_as, batch.problems, mentions)
    return written(folder, batch.name, batch.first, tables)


def cores() -> int:
    """Give how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def here(some: Iterator[Batch], work: Work) -> Iterator[tuple[Batch, Partition]]:
    """Work on batches in this process, one after the other."""
    for batch in some:
        yield batch, work(batch)


class Pool:
    """Processes that work on batches; of one that dies the batches are given out again.

    Processes begin anew (spawn): a copy of this one would hold locks that nobody frees.
    """

    def __init__(self, workers: int, work: Work, tell: Tell) -> None:
        self._workers = workers
        self._work = work
        self._tell = tell
        self._again: deque[tuple[Batch, int]] = deque()
        self._running: dict[Future[Partition], tuple[Batch, int]] = {}
        self._executor = self._new()

    def run(self, some: Iterator[Batch]) -> Iterator[tuple[Batch, Partition]]:
        """Give each batch with the partition it became, as they are finished."""
        try:
            while self._give(some):
                done, _ = wait(self._running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from self._result(future)
        finally:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _new(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._workers, context, _leave_with_parent)

    def _give(self, some: Iterator[Batch]) -> bool:
        """Give out as many batches as are wanted; say whether any is worked on."""
        while len(self._running) < self._workers * _AHEAD:
            if not self._again:
                self._again.extend((batch, 0) for batch in islice(some, 1))
            if not self._again:
                break
            batch, attempt = self._again.popleft()
            try:
                future = self._executor.submit(self._work, batch)
            except BrokenProcessPool:
                self._again.append((batch, attempt))
                self._restart()
            else:
                self._running[future] = batch, attempt
        return bool(self._running)

    def _result(self, future: Future[Partition]) -> Iterator[tuple[Batch, Partition]]:
        if future not in self._running:
            return  # it is given out again
        batch, attempt = self._running.pop(future)
        try:
            yield batch, future.result()
        except BrokenProcessPool:
            self._running[future] = batch, attempt
            self._restart()

    def _restart(self) -> None:
        """Begin with new processes: one has died, and the others are lost with it."""
        self._tell("a worker died; what it worked on is begun again")
        for batch, attempt in self._running.values():
            if attempt + 1 == _ATTEMPTS:
                named = f"'{batch.articles[0].id}'" if batch.articles else "none"
                msg = (
                    f"Workers died {_ATTEMPTS} times over the {len(batch.articles)} "
                    f"articles from {named} on. Is there memory enough? In a script, "
                    'build under if __name__ == "__main__". Or give workers=1.'
                )
                raise BuildError(msg)
            self._again.append((batch, attempt + 1))
        self._running.clear()
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._new()


def _leave_with_parent() -> None:
    """Let a worker end when the one that started it is killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=partial(_follow, parent), daemon=True).start()


def _follow(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)
