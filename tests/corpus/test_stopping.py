"""A build may be killed at any moment, and so may one of its workers."""

import os
import random
import signal
import subprocess
import sys
import time
from functools import partial

import pytest
from comparing_stores import files_of, same
from writing import folder_of

from kit.corpus import BuildError, Corpus, build, partition, working
from kit.corpus.building import worked
from kit.corpus.sources import grouped, sources

PROGRAM = """
import sys
from kit.corpus import build, sources, working
if __name__ == "__main__":
    working.SIZE = 3
    sources._LARGE = 1
    build(sys.argv[1], sys.argv[2], engine="lexicon", workers=int(sys.argv[3]),
          progress=False)
"""


@pytest.fixture
def program(tmp_path):
    file = tmp_path / "program.py"
    file.write_text(PROGRAM, encoding="utf-8")
    return file


def started(program, news, store, workers):
    command = [sys.executable, str(program), str(news), str(store), str(workers)]
    return subprocess.Popen(command, stderr=subprocess.PIPE)


def partitions_in(store):
    folder = store / "partitions"
    return len(list(folder.iterdir())) if folder.is_dir() else 0


@pytest.mark.parametrize(("workers", "goals"), [(1, (2, 11)), (2, (6,))])
@pytest.mark.usefixtures("small")
def test_a_build_killed_at_any_moment_goes_on_to_the_same_store(
    tmp_path, program, workers, goals
):
    news = folder_of(tmp_path / "news", files=12)
    store = tmp_path / "store"
    chance = random.Random(workers)  # noqa: S311  # not for secrets
    killed = []
    for goal in goals:
        running = started(program, news, store, workers)
        while running.poll() is None and partitions_in(store) < goal:
            time.sleep(0.002)
        time.sleep(chance.random() / 50)
        running.kill()
        running.communicate()
        killed.append(running.returncode)
    assert -signal.SIGKILL in killed
    last = started(program, news, store, workers)
    assert last.communicate()[1] == b""
    build(news, tmp_path / "whole", engine="lexicon", workers=1, progress=False)
    assert files_of(store) == files_of(tmp_path / "whole")
    same(Corpus(store), Corpus(tmp_path / "whole"))


def killing(batch, *, marker, folder, asked):
    """Work on a batch, once killing the process that does."""
    if batch.first == 0 and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return worked(batch, folder=folder, asked=asked)


def dying(batch, *, asked):
    del batch, asked
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_worker_that_dies_is_said_and_its_articles_are_looked_at_again(
    news, tmp_path, monkeypatch
):
    from kit.corpus import building  # noqa: PLC0415  # what is replaced in it

    monkeypatch.setattr(building, "worked", partial(killing, marker=tmp_path / "died"))
    corpus = build(
        news, tmp_path / "store", engine="lexicon", workers=2, progress=False
    )
    assert (tmp_path / "died").exists()
    assert corpus.told[0] == "a worker died; what it worked on is begun again"
    monkeypatch.undo()
    whole = build(news, tmp_path / "whole", engine="lexicon", workers=1, progress=False)
    same(corpus, whole)


def test_workers_that_die_again_and_again_are_an_error(news):
    told = []
    pool = working.Pool(1, partial(dying, asked=None), told.append)
    groups = list(grouped(sources([news], {})))
    some = working.batches(groups[0], 0, "")
    with pytest.raises(BuildError, match="Workers died 3 times over the 24 articles"):
        list(pool.run(some))
    assert told == ["a worker died; what it worked on is begun again"] * 3


def test_two_who_write_one_partition_leave_one(tmp_path):
    def fill(folder):
        (folder / "a").write_text("same", encoding="utf-8")

    def fill_late(folder):
        fill(folder)
        partition.settle(tmp_path, "x", fill)  # somebody else is done first

    partition.settle(tmp_path, "x", fill_late)
    assert [one.name for one in tmp_path.iterdir()] == ["x"]
    assert (tmp_path / "x" / "a").read_text(encoding="utf-8") == "same"
