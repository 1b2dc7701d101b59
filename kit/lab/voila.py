"""The Voila server as a child process: one page, one kernel for each who opens it.

A kernel that has already read the articles is kept waiting, so the first visitor finds
the page drawn, or as far as reading has come; the next is made ready at once. A page
that is closed ends its kernel, one that vanished (a machine asleep, a line cut) loses
it after a while.
"""

from __future__ import annotations

import errno
import socket
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.lab.child import EVERYWHERE, Child, prepended
from kit.lab.page import TEMPLATE, Page, write_page

if TYPE_CHECKING:
    from pathlib import Path

PORT = 8866
THEMES = ("light", "dark")
_TRIED = 50
_VANISHED = 3600  # seconds without a line to the page
_FAILED = "The articles could not be shown; start the page again to see why."


@dataclass(frozen=True, slots=True)
class Options:
    """What is served, where; ``port=None`` takes the first free one from 8866."""

    page: Page
    ip: str = "localhost"
    port: int | None = None
    theme: str = "light"


class Voila(Child):
    """A running Voila; a context manager that stops it with all its kernels."""

    name = "Voila"

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.options = options
        self.port = 0
        self._notebook: Path
        self._share: Path

    def url(self, host: str = "") -> str:
        """Give the address of the page, with the token; else than from this machine."""
        ip = self.options.ip
        host = host or ("localhost" if ip in EVERYWHERE else ip)
        host = f"[{host}]" if ":" in host else host
        return f"http://{host}:{self.port}/?token={self.token}"

    def _prepare(self) -> None:
        self.port = free_port(self.options.ip, self.options.port)
        self._notebook, self._share = write_page(self.options.page, self.folder)

    def _environment(self) -> dict[str, str]:
        share = prepended("JUPYTER_PATH", self._share)
        return {**super()._environment(), "JUPYTER_PATH": share}

    def _command(self) -> list[str]:
        ip = self.options.ip
        return [
            *(sys.executable, "-m", "voila", str(self._notebook), "--no-browser"),
            f"--Voila.ip={'' if ip == '*' else ip}",
            f"--Voila.port={self.port}",
            "--Voila.port_retries=0",
            "--Voila.base_url=/",
            "--Voila.auto_token=True",  # the one in the environment
            # A visitor's new password would be written into the host's own settings.
            "--PasswordIdentityProvider.allow_password_change=False",
            f"--VoilaConfiguration.template={TEMPLATE}",
            f"--VoilaConfiguration.theme={self.options.theme}",
            # Not from the address: Voila's other templates link to a network of icons.
            "--VoilaConfiguration.allow_template_override=NO",
            "--VoilaConfiguration.allow_theme_override=NO",
            "--VoilaConfiguration.preheat_kernel=True",
            f"--MappingKernelManager.cull_idle_timeout={_VANISHED}",
            f"--VoilaExecutor.cell_error_instruction={_FAILED}",
        ]

    def _answers(self) -> bool:
        ip = self.options.ip
        host = {"::": "::1"}.get(ip, "localhost") if ip in EVERYWHERE else ip
        try:
            socket.create_connection((host, self.port), timeout=1).close()
        except OSError:
            return False
        return True


def free_port(ip: str, asked: int | None) -> int:
    """Give the port that was asked for, else the first free one from 8866.

    Raises
    ------
    OSError
        If it is taken, or this machine cannot listen there; the message says which.

    """
    first = PORT if asked is None else asked
    last = first if asked else first + _TRIED
    for port in range(first, last + 1):
        try:
            _listen(ip, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                where = f"{ip or 'all interfaces'}, port {port}"
                msg = f"Cannot listen on {where}: {error.strerror or error}."
                raise OSError(msg) from error
        else:
            return port
    if asked is None:
        msg = f"Ports {first} to {last} are all taken. Give a free one: --port 9000."
    else:
        msg = f"Port {asked} is taken. Give another: --port {asked + 1}, or none."
    raise OSError(msg)


def _listen(ip: str, port: int) -> None:
    """Listen for a moment wherever Voila will."""
    host = None if ip in {"", "*"} else ip
    places = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )
    with ExitStack() as opened:
        for family, kind, protocol, _, address in places:
            try:
                one = opened.enter_context(socket.socket(family, kind, protocol))
            except OSError as error:
                if error.errno == errno.EAFNOSUPPORT:
                    continue  # a machine without IPv6, where localhost has both
                raise
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            one.bind(address)
            one.listen()
