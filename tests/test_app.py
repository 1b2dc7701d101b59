from __future__ import annotations

import ast
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

import nbformat
import pytest

from kit import find_mentions
from kit.articles.article import Articles, Problem
from kit.articles.reading import read_articles
from kit.lab.app import main, who_can_open
from kit.lab.page import Page, notebook_of, write_page
from kit.lab.voila import Options, Voila, free_port

ROOT = Path(__file__).parent.parent
UNREAD = (Problem("/news/a.doc", "cannot read '.doc' files"),)
NOTHING = find_mentions(Articles((), UNREAD), engine="lexicon")
PAGE = Page(Path("/news"), NOTHING, Path("/kept.csv"))
FOUND = Path("/found.pickle")


def calls_in(source):
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.func.id for call in calls if isinstance(call.func, ast.Name)]


def test_the_page_opens_the_screen_of_the_first_notebook():
    first = nbformat.read(ROOT / "notebooks/01_who_is_in_the_news.ipynb", as_version=4)
    asked = next(cell for cell in first.cells if cell.cell_type == "code")
    (cell,) = notebook_of(PAGE, FOUND).cells
    assert calls_in(cell.source) == ["Explorer", "Path"]
    assert "Explorer" in calls_in(asked.source)


@pytest.mark.parametrize("name", [r"""/it's "{a}" \n أخبار""", os.fsdecode(b"/\xff")])
def test_any_name_of_a_file_is_that_file_in_the_cell(name):
    page = Page(Path("/news"), NOTHING, Path(name), language="en")
    (cell,) = notebook_of(page, FOUND).cells
    nodes = ast.walk(ast.parse(cell.source))
    texts = [node.value for node in nodes if isinstance(node, ast.Constant)]
    assert sorted(texts, key=str) == sorted(
        ["/found.pickle", "en", name, True], key=str
    )


def test_what_was_found_lies_beside_the_page_and_comes_back(tmp_path):
    found = find_mentions(read_articles(ROOT / "seeds"), engine="lexicon")
    path, _ = write_page(Page(ROOT / "seeds", found), tmp_path)
    (cell,) = nbformat.read(path, as_version=4).cells
    said = {}
    exec(cell.source.rpartition("\n")[0], said)  # noqa: S102  # the line before the screen
    assert said["mentions"].rows.equals(found.rows)
    assert said["mentions"].articles == found.articles
    assert [file.name for file in path.parent.iterdir()] == ["explorer.ipynb"]


def test_the_page_says_in_both_languages_what_was_read_and_where_it_is_kept(tmp_path):
    path, share = write_page(PAGE, tmp_path)
    metadata = nbformat.read(path, as_version=4).metadata
    assert metadata.title == "مستكشف الأخبار العربية · Arabic news explorer"
    said = metadata.kit_page.pop("said")
    assert metadata.kit_page == {
        "articles": "/news",
        "decisions": "/kept.csv",
        "unread": ["/news/a.doc: cannot read '.doc' files"],
    }
    assert [(one.language, one.direction) for one in said] == [
        ("ar", "rtl"),
        ("en", "ltr"),
    ]
    assert said[1].reading == "Opening the articles …"
    assert (share / "voila/templates/kit/index.html.j2").is_file()


def test_decisions_are_kept_beside_the_articles_or_where_one_says():
    found = find_mentions(read_articles(ROOT / "seeds"), engine="lexicon")
    assert Page(ROOT / "seeds", found).kept == ROOT / "seeds" / "decisions.csv"
    assert PAGE.kept == Path("/kept.csv")


@pytest.fixture
def taken():
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_taken_port_that_was_asked_for_is_an_error_that_names_another(taken):
    with pytest.raises(OSError, match=f"Port {taken} is taken.*--port {taken + 1}"):
        free_port("localhost", taken)


def test_without_a_port_the_next_free_one_is_taken(taken, monkeypatch):
    monkeypatch.setattr("kit.lab.voila.PORT", taken)
    assert taken < free_port("127.0.0.1", None) <= taken + 50


def test_an_address_of_another_machine_is_an_error_that_names_it():
    with pytest.raises(OSError, match=r"Cannot listen on 192\.0\.2\.1, port 8866: "):
        free_port("192.0.2.1", 8866)


@pytest.mark.parametrize(
    ("ip", "host", "address"),
    [
        ("localhost", "", "http://localhost:8866/?token="),
        ("0.0.0.0", "", "http://localhost:8866/?token="),  # noqa: S104  # an address
        ("0.0.0.0", "desk", "http://desk:8866/?token="),  # noqa: S104  # an address
        ("::1", "", "http://[::1]:8866/?token="),
    ],
)
def test_the_address_is_one_that_opens(ip, host, address):
    voila = Voila(Options(PAGE, ip=ip))
    voila.port = 8866
    assert voila.url(host) == address + voila.token
    voila.stop()


def test_a_page_open_to_the_network_is_said_to_be():
    assert who_can_open("127.0.0.1", "", PAGE) == "Only this machine can open it."
    said = who_can_open("0.0.0.0", "http://desk:8866/?token=1", PAGE)  # noqa: S104
    assert said.startswith("It is open to the network, unencrypted: ")
    assert "read the articles in /news and decide about them" in said
    assert "which is kept in /kept.csv on this machine" in said
    assert "http://desk:8866/?token=1" in said


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        ("missing", "kit app: No such file or folder: '{folder}'"),
        ("empty", "kit app: No articles in {folder}: expected .csv, .docx, "),
    ],
)
def test_a_folder_without_articles_ends_before_a_server_starts(
    tmp_path, capsys, folder, message
):
    (tmp_path / "empty").mkdir()
    place = tmp_path / folder
    assert main([str(place), "--no-browser"]) == 1
    written = capsys.readouterr()
    assert written.err.startswith(message.format(folder=place))
    assert "Starting" not in written.out


@pytest.mark.parametrize("port", ["0", "65536", "eight"])
def test_a_port_that_is_none_is_refused_by_name(capsys, port):
    with pytest.raises(SystemExit, match="2"):
        main(["--port", port])
    assert f"invalid port '{port}'" in capsys.readouterr().err


def test_an_engine_that_is_none_is_refused_by_name(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["--engine", "lexicon,magic"])
    assert (
        "no engine 'magic'; use lexicon, recogniser, camel" in capsys.readouterr().err
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_command_says_the_address_and_stops_server_and_kernels(tmp_path, number):
    with command(tmp_path) as running:
        said = "".join(takewhile(str.strip, running.stdout))
        assert "articles: 1\n" in said
        assert "mentions: " in said
        assert f"Decisions are kept in {tmp_path / 'kept.csv'}\n" in said
        assert "Ctrl-C stops it." in said
        address = running.stdout.readline().strip()
        assert address.startswith("http://localhost:")
        assert opened(address.partition("?")[0]).endswith("/login?next=%2F")
        port = kernel_port(tmp_path)
        running.send_signal(number)
        assert running.wait(30) == 0
    with pytest.raises(urllib.error.URLError):
        opened(address)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
    assert list(tmp_path.iterdir()) == []


def command(folder):
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "kit", "app", "--no-browser"),
            *("--engine", "lexicon", "--language", "en"),
            *("--decisions", str(folder / "kept.csv")),
        ],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        text=True,
    )


def opened(address):
    """Open an address and give the one that it led to."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310  # our own server
        return answer.url


def kernel_port(folder):
    """Wait for the kernel that is kept ready; give a port where it listens."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for file in folder.glob("voila_*/kernel-*.json"):
            with suppress(ValueError):  # the file is still being written
                port = json.loads(file.read_text())["hb_port"]
                if listens(port):
                    return port
        time.sleep(0.1)
    pytest.fail("no kernel was started")


def listens(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
