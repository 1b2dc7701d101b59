import errno
import os
import resource
import signal
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest
from filelock import FileLock
from making import alias

from kit.decisions import Decisions, read_decisions, save_decisions
from kit.decisions.rows import to_text

OLD = Decisions((alias("ليبيا", note="old"),))
NEW = Decisions((alias("تونس", "TN", note="new", day=2),))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "decisions.csv"
    save_decisions(path, OLD)
    return path


def others(file):
    return sorted(path.name for path in file.parent.iterdir() if path != file)


def test_what_is_saved_is_read_again(file):
    assert read_decisions(file) == OLD
    assert file.read_text(encoding="utf-8") == to_text(OLD)


def test_saving_keeps_what_others_have_saved_meanwhile(file):
    together = save_decisions(file, NEW)
    assert together == Decisions((*OLD, *NEW))
    assert read_decisions(file) == together


def test_what_was_edited_by_hand_stays_edited(file):
    text = file.read_text(encoding="utf-8").replace("old", "edited")
    file.write_text(text + "torn\n", encoding="utf-8")
    save_decisions(file, OLD)
    assert file.read_text(encoding="utf-8") == text + "torn\n"


def add(path, name):
    for number in range(10):
        save_decisions(path, Decisions((alias(name, note=str(number)),)))


def test_processes_that_write_at_once_lose_nothing(tmp_path):
    file = tmp_path / "decisions.csv"
    names = ["ليبيا", "تونس", "مصر"]
    context = get_context("spawn")
    writers = [context.Process(target=add, args=(file, name)) for name in names]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    found = {(one.surface, one.note) for one in read_decisions(file)}
    assert found == {(name, str(number)) for name in names for number in range(10)}
    assert others(file) == [".decisions.csv.lock"]


def test_who_waits_too_long_for_another_is_told_so(file):
    before = file.read_bytes()
    with (
        FileLock(file.with_name(".decisions.csv.lock")),
        pytest.raises(TimeoutError, match="written by another process for"),
    ):
        save_decisions(file, NEW, patience=0.1)
    assert file.read_bytes() == before


def test_a_full_disk_leaves_the_old_file(file, monkeypatch):
    before = file.read_bytes()

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left on device"):
        save_decisions(file, NEW)
    assert file.read_bytes() == before
    assert others(file) == [".decisions.csv.lock"]


def test_a_limit_on_files_leaves_the_old_file(file):
    before = file.read_bytes()
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            save_decisions(file, NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert file.read_bytes() == before
    assert others(file) == [".decisions.csv.lock"]


def test_a_process_killed_while_writing_leaves_the_old_file(file):
    before = file.read_bytes()
    code = (
        "import os, signal, sys\n"
        "from kit.decisions import Decision, Decisions, save_decisions\n"
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "one = Decision(action='alias', surface='تونس', entity='TN')\n"
        "save_decisions(sys.argv[1], Decisions((one,)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert file.read_bytes() == before
    assert save_decisions(file, NEW) == Decisions((*OLD, *NEW))
    assert others(file) == [".decisions.csv.lock"]


def test_a_file_keeps_its_rights_and_a_link_its_file(file, tmp_path):
    file.chmod(0o640)
    link = tmp_path / "link.csv"
    link.symlink_to(file)
    save_decisions(link, NEW)
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert read_decisions(file) == Decisions((*OLD, *NEW))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,time,action\n1,2026-11-24,حفتر\n".encode("cp1256"), "not in UTF-8: byte"),
        (b"entity,name\n", "no file of decisions"),
        (to_text(OLD).replace(",1\n", ",9\n").encode(), "is of format 9"),
    ],
)
def test_what_is_no_file_of_decisions_is_left_alone(tmp_path, content, message):
    file = Path(tmp_path, "decisions.csv")
    file.write_bytes(content)
    with pytest.raises(ValueError, match=message):
        save_decisions(file, NEW)
    assert file.read_bytes() == content


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    with pytest.raises(FileNotFoundError, match="save_decisions makes one"):
        read_decisions(tmp_path / "decisions.csv")
