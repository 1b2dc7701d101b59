"""Building on a cluster, with real workers of dask.distributed on this machine."""

import builtins
import json
import os
import signal
import subprocess
import sys
import threading
import time

import distributed
import pytest
from polars.testing import assert_frame_equal

from kit import cluster, corpus
from kit.corpus import sources

TEXT = "زار بومبيو ليبيا ومصر. وقالت سهام الزغبي إن خليفة حفتر في عمان.\nوغادر حفتر."
OPTIONS = {"engine": "lexicon", "progress": False}


@pytest.fixture
def news(tmp_path, monkeypatch):
    """Give a folder of 10 files, each of which is one task."""
    monkeypatch.setattr(sources, "_LARGE", 1)
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(10):
        lines = [
            json.dumps({"text": f"{TEXT} {one}", "id": str(one % 90)})
            for one in range(number * 30, number * 30 + 30)
        ]
        (folder / f"{number:02}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def client():
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            silence_logs=50,  # that a worker is killed is what the test does
        ) as workers,
        distributed.Client(workers) as its,
    ):
        yield its


def files_of(store):
    return {
        str(file.relative_to(store)): file.read_bytes()
        for file in sorted(store.rglob("*"))
        if file.is_file() and file.name != ".building.lock"
    }


def kill_one(client, store):
    """Kill a worker as soon as something is written."""
    pids = client.run(os.getpid)

    def kill():
        while not list(store.glob("partitions/*/partition.json")):
            time.sleep(0.01)
        os.kill(min(pids.values()), signal.SIGKILL)

    killing = threading.Thread(target=kill)
    killing.start()
    return killing, pids


@pytest.mark.loopback
def test_a_worker_that_is_killed_in_the_middle_changes_nothing(news, tmp_path, client):
    killing, pids = kill_one(client, tmp_path / "store")
    built = cluster.build(news, tmp_path / "store", client, **OPTIONS)
    killing.join()
    client.wait_for_workers(2, timeout=30)
    assert set(client.run(os.getpid).values()) != set(pids.values())
    whole = corpus.build(news, tmp_path / "whole", workers=1, **OPTIONS)
    assert built.told == ("300 articles in 10 new partitions",)
    assert_frame_equal(built.rows, whole.rows)
    assert files_of(tmp_path / "store") == files_of(tmp_path / "whole")
    # What was built on a cluster is built on here, and the other way round.
    (news / "03.jsonl").unlink()
    built = cluster.build(news, tmp_path / "store", client, **OPTIONS)
    assert built.told[0] == "270 articles in 9 partitions that were there"


def test_without_dask_the_way_to_install_it_is_said(news, tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name == "distributed":
            raise ModuleNotFoundError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    expected = (
        r"needs dask.distributed. Install it with .*pip install -e '.\[cluster\]'"
    )
    with pytest.raises(ModuleNotFoundError, match=expected):
        cluster.build(news, tmp_path / "store", None)


def test_dask_is_not_imported_before_it_is_needed():
    program = "import sys, kit, kit.cluster; sys.exit('distributed' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_what_is_no_client_is_refused(news, tmp_path):
    with pytest.raises(
        TypeError, match=r"Expected a distributed\.Client, not str 'tcp'"
    ):
        cluster.build(news, tmp_path / "store", "tcp")
