"""The command: what it prints, when it opens a browser, how it ends."""

from __future__ import annotations

import argparse
import getpass
import os
import platform
import signal
import sys
import time
import urllib.error
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from kit.lab.running import run
from kit.lab.server import Options, Server
from kit.lab.workspace import is_changed, working_copies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import FrameType

ROOT = Path(__file__).parent.parent.parent
_CONTAINERS = (Path("/.dockerenv"), Path("/run/.containerenv"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Open JupyterLab on the first notebook; give the exit status."""
    options = _parser().parse_args(arguments)
    stop_on_signals()
    try:
        if options.picture is not None:
            from kit.lab.picture import take_picture  # noqa: PLC0415  # needs a browser

            say(f"Picture: {take_picture(options.picture, root=ROOT)}")
            return 0
        if options.walk is not None:
            from kit.lab.picture import take_walk  # noqa: PLC0415  # see above

            for path in take_walk(options.walk, root=ROOT):
                say(f"Picture: {path}")
            return 0
        return _open(options)
    except KeyboardInterrupt:
        return 0
    except (OSError, RuntimeError, ValueError) as error:
        say(f"kit lab: {error}", sys.stderr)
        return 1


def may_open_browser(environment: Mapping[str, str], *, root: bool) -> bool:
    """Say whether there is a screen to open a browser on.

    >>> may_open_browser({"DISPLAY": ":0", "SSH_CONNECTION": "1 2 3 4"}, root=False)
    False
    """
    if root or "SSH_CONNECTION" in environment or any(p.exists() for p in _CONTAINERS):
        return False
    # Not sys.platform, which a type checker takes for settled.
    if platform.system() == "Linux":
        return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
    return True


def tunnel(environment: Mapping[str, str], port: int) -> str:
    """Give the ssh line that brings the page to the researcher's machine, or "".

    >>> tunnel({"SSH_CONNECTION": "10.0.0.5 50000 10.0.0.9 22", "USER": "mona"}, 8888)
    'ssh -L 8888:localhost:8888 mona@10.0.0.9'
    """
    parts = environment.get("SSH_CONNECTION", "").split()
    if len(parts) != 4:  # noqa: PLR2004  # client, its port, server, its port
        return ""
    user = environment.get("USER") or getpass.getuser()
    way = f"ssh -L {port}:localhost:{port} {user}@{parts[2]}"
    return way if parts[3] == "22" else f"{way} -p {parts[3]}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kit lab",
        description="Open JupyterLab on the first notebook, already run.",
    )
    parser.add_argument("--port", type=int, help="else the first free from 8888")
    parser.add_argument("--ip", default="localhost", help="0.0.0.0 for all interfaces")
    parser.add_argument("--no-browser", action="store_true", help="only print the URL")
    parser.add_argument(
        "--picture", type=Path, metavar="FILE", help="save a PNG of the screen and stop"
    )
    parser.add_argument(
        "--walk",
        type=Path,
        metavar="FOLDER",
        help="save the second notebook's pictures and stop",
    )
    return parser


def _open(options: argparse.Namespace) -> int:
    began = time.monotonic()
    notebook = working_copies(ROOT)[0]
    place = notebook.relative_to(ROOT)
    yours = (
        ", which you have changed and which stays so" if is_changed(notebook) else ""
    )
    say(f"Working copy: {place}{yours}")
    say("Starting JupyterLab ...")
    with Server(Options(ROOT, options.ip, options.port)) as server:
        _prestart(server, notebook)
        url, took = server.url(place.as_posix()), time.monotonic() - began
        say(f"Ready after {took:.0f} s. Ctrl-C stops it.\n\n    {url}\n")
        way = tunnel(os.environ, server.port)
        if way:
            say(f"From your own machine, first:\n\n    {way}\n")
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        if not options.no_browser and may_open_browser(os.environ, root=root):
            webbrowser.open(url)
        try:
            return server.wait()
        except KeyboardInterrupt:
            say("\nStopping JupyterLab and its kernels ...")
            return 0


def _prestart(server: Server, notebook: Path) -> None:
    """Run the notebook; whatever goes wrong, the page still opens."""
    say("Running the notebook, so that it is ready when the page opens ...")
    by_hand = "in JupyterLab, choose Run > Run All Cells"
    try:
        done = run(server, notebook, tell=lambda at: say(f"  {at}"))
    except (OSError, RuntimeError, ValueError, urllib.error.URLError) as error:
        say(f"It could not be run ({error}): {by_hand}.")
        return
    if done.stopped_by:
        say(f"It was run up to a point ({done.stopped_by}): {by_hand}.")


def stop_on_signals() -> None:
    """Take the signals that end a program, or close its terminal, for a Ctrl-C."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def say(text: str, stream: object = None) -> None:
    """Print a line at once."""
    print(text, file=stream or sys.stdout, flush=True)  # type: ignore[arg-type]  # a command speaks
