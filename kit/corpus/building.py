"""Building: from files to a store, on all cores, and from where it was stopped.

Files are read one after the other and their articles given out in batches, of which
each becomes a partition. A partition that is there already is not made again: it is the
same whenever its files, the tables, the rules and the settings are. So a build that was
stopped goes on, and one of a corpus that has changed works on what is new. The last
thing written is the manifest, and only then is removed what it does not name.

Finding looks at each article by itself, so the rows are those of
:func:`kit.find_mentions` over all articles at once. Two things are known of the whole
corpus alone and are worked out at the end: which ids stand twice, and how whoever no
table lists is called (as the last article writes it).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kit.checking import expect_several
from kit.corpus.plan import Plan
from kit.corpus.working import Pool, cores, here, worked
from kit.mentions.finding import DEFAULT_ENGINE

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from pathlib import Path

    from kit.corpus.opening import Corpus
    from kit.decisions.record import Decisions


def build(  # noqa: PLR0913  # each option is a question a researcher asks
    paths: str | Path | Sequence[str | Path],
    store: str | os.PathLike[str],
    *,
    engine: str | Sequence[str] = DEFAULT_ENGINE,
    combine: str = "union",
    titles: bool = False,
    decisions: Decisions | None = None,
    workers: int | None = None,
    progress: bool = True,
) -> Corpus:
    """Find the mentions of files and folders, and keep them in a store.

    Building again works on new and changed files alone, drops what files held that are
    there no more, and goes on where a build was stopped.

    Parameters
    ----------
    paths
        One path or several, as for :func:`kit.read_articles`.
    store
        The folder of the store, made where there is none.
    engine, combine, titles, decisions
        As for :func:`kit.find_mentions`. Decisions are kept in the store, and applied
        when it is opened.
    workers
        How many processes work; None for as many as there are cores. With 1 it is this
        one. A script that is run must build under ``if __name__ == "__main__"``.
    progress
        Whether to show it.

    Raises
    ------
    FileNotFoundError
        If a path does not exist.
    ValueError
        If nothing could be read; the message says why for each file.
    BuildError
        If somebody else is building this store, or workers die again and again.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as store:
    ...     build("seeds", store, engine="lexicon", workers=1, progress=False).told
    ('1 article in 1 new partition',)

    """
    if workers is not None:
        expect_several(workers, "workers")
    plan = Plan.of(
        paths=paths,
        store=store,
        engine=engine,
        combine=combine,
        titles=titles,
        decisions=decisions,
    )
    with plan.building(progress=progress) as building:
        some = building.batches()
        work = partial(worked, folder=building.folder, asked=plan.asked)
        many = cores() if workers is None else workers
        if many > 1:
            finished = Pool(many, work, building.tell).run(some)
        else:
            finished = here(some, work)
        for batch, partition in finished:
            building.take(batch.group, partition)
        return building.finish()
