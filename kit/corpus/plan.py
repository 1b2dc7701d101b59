"""The plan of a build: what is there already, what is to be made, and what to do last.

Whoever finds the mentions, here, in other processes or on other machines, asks the plan
for what is to be done and hands in what became of it; :meth:`Building.finish` writes
the manifest. Only one builds a store at a time.
"""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from kit.checking import expect
from kit.corpus.catalogue import is_whole, tables_of_all, told_apart
from kit.corpus.files import PARTITIONS
from kit.corpus.manifest import Held, Manifest, as_store, read_manifest, write_whole
from kit.corpus.opening import DECISIONS, Corpus
from kit.corpus.partition import (
    Partition,
    clear_unfinished,
    problems_in,
    read_partition,
    settle,
)
from kit.corpus.progress import Progress
from kit.corpus.settings import Settings
from kit.corpus.sources import as_paths, digest, grouped, sources
from kit.corpus.working import Batch, BuildError, batches
from kit.decisions.record import Decisions
from kit.decisions.rows import to_text
from kit.language.english import several
from kit.mentions.engines import recognisers
from kit.mentions.finder import Settings as Choices

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kit.articles.article import Problem
    from kit.mentions.mention import Asked

_GROUPS = "groups"
_CATALOGUE = "catalogue-"
_LOCK = ".building.lock"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be built of what, where, and how."""

    paths: tuple[str | Path, ...]
    store: Path
    settings: Settings
    decisions: Decisions

    @classmethod
    def of(  # noqa: PLR0913  # what build is given
        cls,
        *,
        paths: str | Path | Sequence[str | Path],
        store: str | os.PathLike[str],
        engine: str | Sequence[str],
        combine: str,
        titles: bool,
        decisions: Decisions | None,
    ) -> Plan:
        """Give a plan, if it can be carried out here."""
        if decisions is None:
            decisions = Decisions()
        expect(decisions, Decisions, "decisions, as read_decisions gives them")
        Choices(combine, titles=titles)
        recognisers(engine)
        # Of decisions only these act before finding; others are applied on opening.
        additions = Decisions(decisions.additions)
        settings = Settings.now(
            engine,
            combine,
            titles=titles,
            decisions=digest(to_text(additions)) if len(additions) else "",
        )
        return cls(tuple(as_paths(paths)), as_store(store), settings, decisions)

    @property
    def asked(self) -> Asked:
        """What finding is asked for."""
        return self.settings.asked(self.decisions)

    @contextmanager
    def building(self, *, progress: bool) -> Iterator[Building]:
        """Begin to build, alone."""
        (self.store / PARTITIONS).mkdir(parents=True, exist_ok=True)
        (self.store / _GROUPS).mkdir(exist_ok=True)
        try:
            with FileLock(self.store / _LOCK, timeout=0):
                building = Building(self, progress=progress)
                with building.progress:
                    yield building
        except Timeout:
            msg = f"Somebody else is building '{self.store}'. Wait until they are done."
            raise BuildError(msg) from None


class Building:
    """A build that is going on."""

    def __init__(self, plan: Plan, *, progress: bool) -> None:
        self._plan = plan
        self.folder = plan.store / PARTITIONS
        clear_unfinished(self.folder)
        clear_unfinished(plan.store)
        self._before = _before(plan.store)
        known = self._before.sources if self._before else {}
        self.groups = [*grouped(sources(plan.paths, known))]
        self.progress = Progress(self.groups, shown=progress)
        self.tell = self.progress.tell
        self._made: dict[str, Partition] = {}
        self._names: dict[int, list[str]] = {}
        self._new = 0
        for number in range(len(self.groups)):
            self._reuse(number)

    @property
    def waiting(self) -> list[int]:
        """The numbers of the groups that are not there yet."""
        return [
            number for number in range(len(self.groups)) if not self._is_done(number)
        ]

    def key(self, number: int) -> str:
        """Give the key of a group: its files and the settings."""
        return digest(self._plan.settings.key, self.groups[number].key)

    def batches(self) -> Iterator[Batch]:
        """Read what is to be done, batch by batch."""
        for number in self.waiting:
            names: list[str] = []
            for batch in batches(self.groups[number], number, self.key(number)):
                names.append(batch.name)
                there = self._there(batch.name)
                if there is None:
                    yield batch
                else:
                    self._keep(there)
            self._names[number] = names
            self._note(number)

    def take(self, number: int, *partitions: Partition) -> None:
        """Take what was made of a group."""
        for partition in partitions:
            self._new += 1
            self._keep(partition)
        self._note(number)

    def take_whole(self, number: int, partitions: Sequence[Partition]) -> None:
        """Take all that was made of a group."""
        self._names[number] = [one.name for one in partitions]
        self.take(number, *partitions)

    def finish(self) -> Corpus:
        """Write what is known of all, then the manifest; give the corpus."""
        bases = {
            number: [self._made[name] for name in self._names.get(number, ())]
            for number in range(len(self.groups))
        }
        every = [one for some in bases.values() for one in some]
        problems = self._problems(bases)
        articles = sum(one.articles for one in every)
        if not articles:
            raise ValueError(_nothing_read(self._plan.paths, problems))
        partitions, doubts = told_apart(self.folder, every)
        told = iter(partitions)
        held = [
            Held(
                self.key(number),
                self.groups[number].sources,
                tuple(one.name for one in some),
                tuple(next(told) for _ in some),
            )
            for number, some in bases.items()
        ]
        catalogue = self._catalogue(partitions, [*problems, *doubts])
        manifest = Manifest(
            self._plan.settings,
            tuple(map(str, self._plan.paths)),
            tuple(held),
            catalogue,
        )
        self._tell_of(manifest, articles)
        manifest.write(self._plan.store)
        self._clear(manifest)
        return Corpus(self._plan.store, self.progress.told)

    def _reuse(self, number: int) -> None:
        """Take what an earlier build has made of a group."""
        if not self.groups[number].sources:
            self._names[number] = []  # only something to say
            return
        file = self._plan.store / _GROUPS / f"{self.key(number)}.json"
        try:
            names = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        there = [self._there(name) for name in names]
        partitions = [one for one in there if one is not None]
        if len(partitions) == len(names):
            for one in partitions:
                self._keep(one)
            self._names[number] = names

    def _there(self, name: str) -> Partition | None:
        """Give a partition that is there and whole; remove one that is not whole."""
        there = read_partition(self.folder, name)
        damage = there.damage(self.folder, read=True) if there else ""
        if damage:
            self.tell(f"{damage}; it is made again")
        if damage or there is None:
            shutil.rmtree(self.folder / name, ignore_errors=True)
            return None
        return there

    def _keep(self, partition: Partition) -> None:
        if partition.name not in self._made:
            self._made[partition.name] = partition
            self.progress.add(partition.articles)

    def _is_done(self, number: int) -> bool:
        names = self._names.get(number)
        return names is not None and all(name in self._made for name in names)

    def _note(self, number: int) -> None:
        """Write down which partitions a group has, once all are there."""
        if self._is_done(number):
            file = self._plan.store / _GROUPS / f"{self.key(number)}.json"
            write_whole(file, json.dumps(self._names[number]))

    def _problems(self, bases: dict[int, list[Partition]]) -> list[Problem]:
        return [
            problem
            for number, group in enumerate(self.groups)
            for problem in (*group.problems, *problems_in(self.folder, bases[number]))
        ]

    def _catalogue(
        self, partitions: Sequence[Partition], problems: Sequence[Problem]
    ) -> str:
        decisions = to_text(self._plan.decisions)
        said = (f"{one.path}\0{one.reason}" for one in problems)
        names = (one.name for one in partitions)
        name = f"{_CATALOGUE}{digest(decisions, *names, '', *said)}"

        def fill(folder: Path) -> None:
            tables = tables_of_all(self.folder, partitions, problems)
            for table, content in tables.items():
                content.write_parquet(folder / f"{table}.parquet")
            (folder / DECISIONS).write_text(decisions, encoding="utf-8")

        there = self._plan.store / name
        if not is_whole(there):
            shutil.rmtree(there, ignore_errors=True)
            settle(self._plan.store, name, fill)
        return name

    def _tell_of(self, manifest: Manifest, articles: int) -> None:
        new, kept = self._new, len(manifest.partitions) - self._new
        said = f"{several(new, 'new partition')}" if new or not kept else ""
        old = several(kept, "partition that was there", "partitions that were there")
        also = " and ".join(filter(None, (said, old if kept else "")))
        self.tell(f"{several(articles, 'article')} in {also}")
        if self._before is None:
            return
        gone = [one for one in self._before.sources if one not in manifest.sources]
        if gone:
            said = several(len(gone), "file is", "files are")
            self.tell(f"{said} there no more, nor what they held: {_some(gone)}")

    def _clear(self, manifest: Manifest) -> None:
        """Remove what the manifest does not name."""
        names = {one.name for one in manifest.partitions}
        names |= {name for group in manifest.groups for name in group.bases}
        keys = {f"{group.key}.json" for group in manifest.groups}
        store = self._plan.store
        for left in self.folder.iterdir():
            if left.name not in names:
                shutil.rmtree(left, ignore_errors=True)
        for left in (store / _GROUPS).iterdir():
            if left.name not in keys:
                left.unlink(missing_ok=True)
        for left in store.glob(f"{_CATALOGUE}*"):
            if left.name != manifest.catalogue:
                shutil.rmtree(left, ignore_errors=True)


_SHOWN = 3
_REPORTED = 5


def _nothing_read(paths: Iterable[str | Path], problems: Sequence[Problem]) -> str:
    reasons = [f"{one.path}: {one.reason}" for one in problems[:_REPORTED]]
    if len(problems) > _REPORTED:
        reasons.append(f"and {len(problems) - _REPORTED} more")
    where = ", ".join(map(str, paths)) or "an empty list of paths"
    return f"No articles in {where}: {'; '.join(reasons) or 'there are no files'}."


def _some(paths: Iterable[str]) -> str:
    first = list(paths)
    more = f" and {len(first) - _SHOWN} more" if len(first) > _SHOWN else ""
    return ", ".join(first[:_SHOWN]) + more


def _before(store: Path) -> Manifest | None:
    """Give what was built here before; what cannot be read is built anew."""
    try:
        return read_manifest(store)
    except (FileNotFoundError, ValueError):
        return None
