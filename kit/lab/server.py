"""The JupyterLab server as a child process, and the little of its REST API in use.

Its runtime folder and its settings' defaults are our own and temporary: the server and
its kernels are found there for certain, and JupyterLab asks no question about news or
updates, which would need the network. What the researcher has set for themselves holds.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kit.lab.child import EVERYWHERE, Child, prepended

if TYPE_CHECKING:
    from pathlib import Path

PORT = 8888
_RETRIES = 50
_LAYOUT = "lab/api/workspaces/default"

SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
}
"""Defaults of JupyterLab: no questions, and no output drawn only when scrolled to."""

_ROOMY: dict[str, Any] = {
    "data": {
        "layout-restorer:data": {
            "main": {"dock": None},
            "left": {"collapsed": True, "visible": True, "widgets": []},
            "right": {"collapsed": True, "visible": True, "widgets": []},
        }
    },
    "metadata": {"id": "default"},
}
"""The page as it opens: side bars folded, so that the screen has the width."""


@dataclass(frozen=True, slots=True)
class Options:
    """Where the server listens; ``port=None`` takes the first free one from 8888.

    ``plain`` is JupyterLab as it comes, whatever its user has set for themselves.
    """

    root: Path
    ip: str = "localhost"
    port: int | None = None
    plain: bool = False


class Server(Child):
    """A running JupyterLab; a context manager that stops it with all its kernels."""

    name = "JupyterLab"

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options
        self._info: dict[str, Any] = {}

    @property
    def port(self) -> int:
        """The port that was taken."""
        return int(self._info["port"])

    def url(self, notebook: str) -> str:
        """Give the address that opens a notebook, with the token."""
        ip = self.options.ip
        host = "localhost" if ip in EVERYWHERE else ip
        base = f"http://{host}:{self.port}{self._info['base_url']}"
        return f"{base}lab/tree/{quote(notebook)}?token={self.token}"

    def request(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401  # JSON
        """Ask the REST API and give its answer, None where it has none."""
        ip = self.options.ip
        host = "127.0.0.1" if ip in EVERYWHERE else ip
        address = f"http://{host}:{self.port}{self._info['base_url']}{quote(path)}"
        request = urllib.request.Request(  # our own server, over http
            address,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  # see above
            content = answer.read()
        return json.loads(content) if content else None

    def _prepare(self) -> None:
        config = self.folder / "config" / "labconfig"
        config.mkdir(parents=True)
        overrides = config / "default_setting_overrides.json"
        overrides.write_text(json.dumps(SETTINGS), encoding="utf-8")

    def _environment(self) -> dict[str, str]:
        own = {"JUPYTERLAB_SETTINGS_DIR": str(self.folder / "settings")}
        return {
            **super()._environment(),
            **(own if self.options.plain else {}),
            "JUPYTER_CONFIG_PATH": prepended(
                "JUPYTER_CONFIG_PATH", self.folder / "config"
            ),
            "JUPYTERLAB_WORKSPACES_DIR": str(self.folder / "layouts"),
        }

    def _command(self) -> list[str]:
        port = self.options.port
        command = [
            *(sys.executable, "-m", "jupyterlab", "--no-browser"),
            f"--ServerApp.root_dir={self.options.root}",
            f"--ServerApp.ip={self.options.ip}",
            f"--ServerApp.port={PORT if port is None else port}",
            f"--ServerApp.port_retries={_RETRIES if port is None else 0}",
            "--LabApp.news_url=None",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--allow-root")
        return command

    def _answers(self) -> bool:
        for file in self.runtime.glob("jpserver-*.json"):
            try:
                self._info = json.loads(file.read_text(encoding="utf-8"))
                self.request("GET", "api/status")
            except (OSError, ValueError):
                # The file is still being written, or the port not yet open.
                return False
            self.request("PUT", _LAYOUT, _ROOMY)
            return True
        return False
