"""The JupyterLab server as a child process, and the little of its REST API in use.

Its runtime folder and its settings' defaults are our own and temporary: the server and
its kernels are found there for certain, and JupyterLab asks no question about news or
updates, which would need the network. What the researcher has set for themselves holds.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote

if TYPE_CHECKING:
    from types import TracebackType

PORT = 8888
_RETRIES = 50
_START = 60.0
_STOP = 10.0
_LAYOUT = "lab/api/workspaces/default"
_EVERYWHERE = {"", "*", "0.0.0.0", "::"}  # noqa: S104  # compared with, not bound to

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
    """Where the server listens; ``port=None`` takes the first free one from 8888."""

    root: Path
    ip: str = "localhost"
    port: int | None = None


class Server:
    """A running JupyterLab; a context manager that stops it with all its kernels."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.token = secrets.token_hex(24)
        self._folder = tempfile.TemporaryDirectory(prefix="kit-lab-")
        self.runtime = Path(self._folder.name) / "runtime"
        self._log = Path(self._folder.name) / "server.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._info: dict[str, Any] = {}

    def __enter__(self) -> Self:
        try:
            self._start()
            self._wait()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def port(self) -> int:
        """The port that was taken."""
        return int(self._info["port"])

    def url(self, notebook: str) -> str:
        """Give the address that opens a notebook, with the token."""
        ip = self.options.ip
        host = "localhost" if ip in _EVERYWHERE else ip
        base = f"http://{host}:{self.port}{self._info['base_url']}"
        return f"{base}lab/tree/{quote(notebook)}?token={self.token}"

    def request(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401  # JSON
        """Ask the REST API and give its answer, None where it has none."""
        ip = self.options.ip
        host = "127.0.0.1" if ip in _EVERYWHERE else ip
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

    def wait(self) -> int:
        """Wait until the server ends by itself."""
        return self._process.wait() if self._process else 0

    def stop(self) -> None:
        """Stop the server and its kernels."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(_STOP)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._folder.cleanup()

    def _start(self) -> None:
        config = Path(self._folder.name) / "config" / "labconfig"
        config.mkdir(parents=True)
        self.runtime.mkdir(mode=0o700)
        overrides = config / "default_setting_overrides.json"
        overrides.write_text(json.dumps(SETTINGS), encoding="utf-8")
        paths = [str(config.parent), os.environ.get("JUPYTER_CONFIG_PATH", "")]
        environment = {
            **os.environ,
            "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, paths)),
            "JUPYTER_RUNTIME_DIR": str(self.runtime),
            "JUPYTERLAB_WORKSPACES_DIR": str(self.runtime.parent / "layouts"),
            "JUPYTER_TOKEN": self.token,
        }
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603  # our own interpreter
                self._command(),
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Ctrl-C is for us: we then stop the server without its question.
                start_new_session=True,
            )

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

    def _wait(self) -> None:
        process, until = self._process, time.monotonic() + _START
        while process is not None and time.monotonic() < until:
            if process.poll() is not None:
                msg = f"JupyterLab ended at once. Its last words:\n{self._last_words()}"
                raise RuntimeError(msg)
            if self._answers():
                self.request("PUT", _LAYOUT, _ROOMY)
                return
            time.sleep(0.1)
        msg = f"JupyterLab did not answer in {_START:.0f} s:\n{self._last_words()}"
        raise RuntimeError(msg)

    def _answers(self) -> bool:
        for file in self.runtime.glob("jpserver-*.json"):
            try:
                self._info = json.loads(file.read_text(encoding="utf-8"))
                self.request("GET", "api/status")
            except (OSError, ValueError):
                # The file is still being written, or the port not yet open.
                return False
            return True
        return False

    def _last_words(self) -> str:
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-12:])
