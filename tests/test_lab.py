from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import pytest
from jupyter_client.blocking.client import BlockingKernelClient

from kit.lab.command import may_open_browser, tunnel
from kit.lab.picture import take_picture
from kit.lab.running import Run, run
from kit.lab.server import Options, Server
from kit.lab.workspace import is_changed, read, working_copies

CELLS = ("# A question", "answer = 6 * 7", "print('سؤال')\nanswer")


def notebook_of(*sources):
    cells = [
        nbformat.v4.new_markdown_cell(source, id=f"c{number}")
        if source.startswith("#")
        else nbformat.v4.new_code_cell(source, id=f"c{number}")
        for number, source in enumerate(sources)
    ]
    return nbformat.v4.new_notebook(cells=cells)


@pytest.fixture
def root(tmp_path):
    (tmp_path / "notebooks").mkdir()
    nbformat.write(notebook_of(*CELLS), tmp_path / "notebooks" / "01_question.ipynb")
    return tmp_path


@pytest.fixture
def quiet_home(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("jupyter")
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(home / "config"))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(home / "data"))


@pytest.mark.usefixtures("quiet_home")
def test_the_notebook_has_run_before_anybody_opens_it(root):
    notebook = working_copies(root)[0]
    told = []
    with Server(Options(root)) as server:
        assert run(server, notebook, tell=told.append) == Run(2)
        session = server.request("GET", "api/sessions")[0]
        assert session["path"] == "workspace/01_question.ipynb"
        assert answer_of(server, session["kernel"]["id"]) == "42"
        connection = server.runtime / f"kernel-{session['kernel']['id']}.json"
        assert connection.exists()
        url = server.url("workspace/01_question.ipynb")
    assert told == ["cell 1 of 2", "cell 2 of 2"]
    outputs = [dict(output) for output in read(notebook).cells[2].outputs]
    assert [output["output_type"] for output in outputs] == ["stream", "execute_result"]
    assert outputs[0]["text"] == "سؤال\n"
    assert outputs[1]["data"] == {"text/plain": "42"}
    assert not is_changed(notebook)
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(url, timeout=5)  # noqa: S310  # our own server


def answer_of(server, kernel):
    client = BlockingKernelClient()
    client.load_connection_file(str(server.runtime / f"kernel-{kernel}.json"))
    client.start_channels()
    try:
        client.wait_for_ready(timeout=30)
        reply = client.execute_interactive(
            "", user_expressions={"answer": "answer"}, timeout=30
        )
    finally:
        client.stop_channels()
    return reply["content"]["user_expressions"]["answer"]["data"]["text/plain"]


@pytest.mark.usefixtures("quiet_home")
def test_an_error_in_a_cell_stops_the_run_and_stays_readable(root):
    nbformat.write(notebook_of("1 / 0", "2"), root / "notebooks" / "01_question.ipynb")
    notebook = working_copies(root)[0]
    with Server(Options(root)) as server:
        assert run(server, notebook) == Run(0, "cell 1: ZeroDivisionError")
    first, second = read(notebook).cells
    assert first.outputs[0].ename == "ZeroDivisionError"
    assert second.outputs == []


@pytest.mark.usefixtures("quiet_home")
def test_a_taken_port_is_named_in_the_error(root):
    with Server(Options(root)) as server:
        port = server.port
        again = Options(root, port=port)
        with pytest.raises(RuntimeError, match=str(port)), Server(again):
            pass


def test_an_unchanged_copy_follows_the_shipped_notebook(root):
    copy = working_copies(root)[0]
    nbformat.write(notebook_of("# Another"), root / "notebooks" / "01_question.ipynb")
    working_copies(root)
    assert [cell.source for cell in read(copy).cells] == ["# Another"]


def test_outputs_do_not_make_a_copy_changed(root):
    copy = working_copies(root)[0]
    notebook = read(copy)
    notebook.cells[1].outputs = [nbformat.v4.new_output("stream", text="42")]
    nbformat.write(notebook, copy)
    assert not is_changed(copy)
    assert working_copies(root) == [copy]
    assert read(copy).cells[1].outputs[0].text == "42"


def test_a_copy_the_researcher_changed_is_never_overwritten(root):
    copy = working_copies(root)[0]
    notebook = read(copy)
    notebook.cells[1].source = "answer = 'mine'"
    nbformat.write(notebook, copy)
    nbformat.write(notebook_of("new"), root / "notebooks" / "01_question.ipynb")
    assert working_copies(root) == [copy]
    assert read(copy).cells[1].source == "answer = 'mine'"


def test_a_copy_that_is_no_notebook_any_more_is_left_alone(root):
    copy = working_copies(root)[0]
    copy.write_text("notes", encoding="utf-8")
    working_copies(root)
    assert copy.read_text(encoding="utf-8") == "notes"


def test_a_folder_without_notebooks_is_an_error_that_says_where_to_look(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"No notebooks in .*clone"):
        working_copies(tmp_path)


@pytest.mark.parametrize(
    ("environment", "root", "opens"),
    [
        ({"DISPLAY": ":0"}, True, False),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"}, False, False),
    ],
)
def test_no_browser_is_opened_where_nobody_would_see_it(environment, root, opens):
    assert may_open_browser(environment, root=root) is opens


def test_over_ssh_the_tunnel_is_spelled_out():
    environment = {"SSH_CONNECTION": "10.0.0.5 50000 10.0.0.9 2222", "USER": "mona"}
    assert tunnel(environment, 8890) == (
        "ssh -L 8890:localhost:8890 mona@10.0.0.9 -p 2222"
    )
    assert tunnel({}, 8890) == ""


def test_a_picture_is_a_png():
    with pytest.raises(
        ValueError, match=r"Cannot take a picture as '\.bmp'\. Use \.png"
    ):
        take_picture(Path("screen.bmp"), root=Path())
