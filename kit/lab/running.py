"""Running a notebook in the session that JupyterLab will attach to."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import nbformat
from jupyter_client.blocking.client import BlockingKernelClient

from kit.lab.workspace import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.lab.server import Server

PATIENCE = 120.0
"""Seconds for the whole notebook; a longer one is left for Run All."""

_SHOWN = {"stream", "display_data", "execute_result", "error"}


@dataclass(frozen=True, slots=True)
class Run:
    """How a run went: cells done, and what stopped it, else ""."""

    cells: int
    stopped_by: str = ""


def run(
    server: Server, notebook: Path, *, tell: Callable[[str], None] = lambda _: None
) -> Run:
    """Run a notebook in a session of the server and write its outputs into it.

    Parameters
    ----------
    server
        A running server, of whose root folder the notebook is part.
    notebook
        Its path on disk.
    tell
        Is told, cell by cell, how far the run is.

    """
    path = notebook.relative_to(server.options.root).as_posix()
    content = read(notebook)
    kernel = content.metadata.get("kernelspec", {}).get("name", "python3")
    session = server.request(
        "POST",
        "api/sessions",
        {"path": path, "name": "", "type": "notebook", "kernel": {"name": kernel}},
    )
    identity = session["kernel"]["id"]
    client = BlockingKernelClient()
    client.load_connection_file(str(server.runtime / f"kernel-{identity}.json"))
    client.start_channels()
    try:
        _wait_until_ready(client, server, identity)
        done = _run_cells(client, content, tell)
    finally:
        client.stop_channels()
    # Saved through the server, which signs what it is told to trust.
    body = {"type": "notebook", "format": "json", "content": content}
    server.request("PUT", f"api/contents/{path}", body)
    return done


def _wait_until_ready(
    client: BlockingKernelClient, server: Server, identity: str
) -> None:
    """Wait for a kernel to answer.

    On a busy machine a kernel that is only starting misses a heartbeat, and its client
    calls it dead; the server, whose child it is, knows better.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            client.wait_for_ready(timeout=max(until - time.monotonic(), 0.1))
        except RuntimeError:
            kernel = server.request("GET", f"api/kernels/{identity}")
            if kernel["execution_state"] == "dead" or time.monotonic() > until:
                raise
        else:
            return


def _run_cells(
    client: BlockingKernelClient,
    content: Any,  # noqa: ANN401  # nbformat is not typed
    tell: Callable[[str], None],
) -> Run:
    cells = [cell for cell in content.cells if cell.cell_type == "code"]
    until = time.monotonic() + PATIENCE
    for cell in cells:
        cell.outputs, cell.execution_count = [], None
    for number, cell in enumerate(cells, start=1):
        tell(f"cell {number} of {len(cells)}")
        cell.metadata["trusted"] = True
        try:
            reply = client.execute_interactive(
                cell.source,
                allow_stdin=False,
                timeout=max(until - time.monotonic(), 0.1),
                output_hook=lambda message, cell=cell: _keep(cell.outputs, message),
            )
        except TimeoutError:
            return Run(number - 1, f"cell {number} takes long")
        cell.execution_count = reply["content"].get("execution_count")
        if reply["content"]["status"] == "error":
            return Run(number - 1, f"cell {number}: {reply['content']['ename']}")
    return Run(len(cells))


def _keep(outputs: list[Any], message: dict[str, Any]) -> None:
    """Add what a cell shows to its outputs, as JupyterLab would."""
    if message["header"]["msg_type"] not in _SHOWN:
        return
    output = nbformat.v4.output_from_msg(message)  # type: ignore[no-untyped-call]  # nbformat is not typed
    last = outputs[-1] if outputs else output
    streams = last.output_type == output.output_type == "stream"
    if outputs and streams and last.name == output.name:
        last.text += output.text
    else:
        outputs.append(output)
