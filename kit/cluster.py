"""The cluster: a store built on many machines, by any client of dask.distributed.

Each task is a group of files: a worker reads it, finds the mentions and writes the
partitions itself, so no text and no mention passes through the scheduler. All workers
and whoever builds must see the files and the store under the same paths.

A partition is written once, under a name that follows from its content. So a task that
is begun again because its worker died writes what is missing, one that runs twice
changes nothing, and the manifest is written by the builder alone, last. What was built
here by :func:`kit.corpus.build` and what was built on a cluster is the same, file by
file. How to get such a client from SLURM or Kubernetes stands in
``kit/corpus/README.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.checking import shown
from kit.corpus.plan import Plan
from kit.corpus.working import BuildError, batches, worked
from kit.mentions.finding import DEFAULT_ENGINE

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from pathlib import Path

    from kit.corpus.opening import Corpus
    from kit.corpus.partition import Partition
    from kit.corpus.sources import Group
    from kit.decisions.record import Decisions
    from kit.mentions.mention import Asked

_ATTEMPTS = 3


def build(  # noqa: PLR0913  # as kit.corpus.build, and where
    paths: str | Path | Sequence[str | Path],
    store: str | os.PathLike[str],
    client: Any,  # noqa: ANN401  # a distributed.Client, which need not be installed
    *,
    engine: str | Sequence[str] = DEFAULT_ENGINE,
    combine: str = "union",
    titles: bool = False,
    decisions: Decisions | None = None,
    progress: bool = True,
) -> Corpus:
    """Find the mentions of files and folders on a cluster, and keep them in a store.

    Parameters
    ----------
    paths, store, engine, combine, titles, decisions, progress
        As for :func:`kit.corpus.build`. Give large corpora as several files: one file
        is the work of one worker.
    client
        A ``distributed.Client``.

    Raises
    ------
    ModuleNotFoundError
        If dask.distributed is not installed; the message says how to install it.
    TypeError
        If the client is none.
    BuildError
        If the workers of one task die again and again, or somebody else is building.

    """
    distributed = _distributed()
    if not isinstance(client, distributed.Client):
        msg = f"Expected a distributed.Client, not {shown(client)}."
        raise TypeError(msg)
    plan = Plan.of(
        paths=paths,
        store=store,
        engine=engine,
        combine=combine,
        titles=titles,
        decisions=decisions,
    )
    with plan.building(progress=progress) as building:
        tasks = {
            client.submit(
                _written,
                building.groups[number],
                building.key(number),
                building.folder,
                plan.asked,
                retries=_ATTEMPTS,
                pure=False,  # a store that was removed is written again
            ): number
            for number in building.waiting
        }
        try:
            for task in distributed.as_completed(tasks):
                building.take_whole(tasks[task], task.result())
        except distributed.KilledWorker as error:
            msg = f"{error} Is there memory enough on the workers?"
            raise BuildError(msg) from error
        finally:
            client.cancel(list(tasks))
        return building.finish()


def _written(group: Group, key: str, folder: Path, asked: Asked) -> list[Partition]:
    """Read a group of files and write its partitions."""
    return [worked(batch, folder, asked) for batch in batches(group, 0, key)]


def _distributed() -> Any:  # noqa: ANN401  # the module
    try:
        import distributed  # noqa: PLC0415  # an extra, and slow to import
    except ModuleNotFoundError as error:
        msg = (
            "Building on a cluster needs dask.distributed. "
            "Install it with .venv/bin/pip install -e '.[cluster]'."
        )
        raise ModuleNotFoundError(msg, name="distributed") from error
    return distributed
