"""A server as a child process: started, waited for, stopped with all that it started.

JupyterLab and Voila differ in how they are called and how one learns that they answer;
what they share is here. A server has a temporary folder of its own for its settings,
its connections and its log, and a token that only its address tells.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

EVERYWHERE = {"", "*", "0.0.0.0", "::"}  # noqa: S104  # compared with, not bound to
"""What is said for all interfaces; such a server is reached as localhost."""

_START = 60.0
_STOP = 10.0


class Child:
    """A running server; a context manager that stops it with all its kernels."""

    name = "The server"

    def __init__(self) -> None:
        self.token = secrets.token_hex(24)
        self._temporary = tempfile.TemporaryDirectory(prefix="kit-lab-")
        self.folder = Path(self._temporary.name).resolve()
        self.runtime = self.folder / "runtime"
        self._log = self.folder / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            self.runtime.mkdir(mode=0o700)
            self._prepare()
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
        self._temporary.cleanup()

    def _prepare(self) -> None:
        """Write into the folder what the server is to find there."""

    def _command(self) -> list[str]:
        raise NotImplementedError

    def _environment(self) -> dict[str, str]:
        """Give what the server's environment has beyond our own."""
        return {
            "JUPYTER_RUNTIME_DIR": str(self.runtime),
            # Not on the command line, which all users of the machine can list.
            "JUPYTER_TOKEN": self.token,
        }

    def _answers(self) -> bool:
        raise NotImplementedError

    def _start(self) -> None:
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603  # our own interpreter
                self._command(),
                env={**os.environ, **self._environment()},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                # Ctrl-C is for us: we then stop the server without its question.
                start_new_session=True,
            )

    def _wait(self) -> None:
        process, until = self._process, time.monotonic() + _START
        while process is not None and time.monotonic() < until:
            if process.poll() is not None:
                words = self._last_words()
                msg = f"{self.name} ended at once. Its last words:\n{words}"
                raise RuntimeError(msg)
            if self._answers():
                return
            time.sleep(0.1)
        msg = f"{self.name} did not answer in {_START:.0f} s:\n{self._last_words()}"
        raise RuntimeError(msg)

    def _last_words(self) -> str:
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(lines[-12:])


def prepended(name: str, path: Path) -> str:
    """Give a variable of paths with one before those it already has."""
    return os.pathsep.join(filter(None, [str(path), os.environ.get(name, "")]))
