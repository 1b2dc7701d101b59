"""``python -m kit app``: the explorer as a page of its own, for who does not code.

The same screen as in the first notebook, over the articles in ``seeds/`` or a folder
given, served by Voila without a cell. Names are found once, before the page is served,
and the terminal says how far that is; each visitor then has them in seconds. It listens
on this machine alone unless told otherwise, and asks for the token that its address
holds. Figures go to the visitor's browser, decisions into their file on this machine.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import time
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from kit.articles.reading import read_articles
from kit.articles.records import shown
from kit.lab.child import EVERYWHERE
from kit.lab.command import (
    ROOT,
    may_open_browser,
    say,
    stop_on_signals,
    tunnel,
)
from kit.lab.page import Page
from kit.lab.voila import THEMES, Options, Voila, free_port
from kit.lab.workspace import SHIPPED
from kit.labels import LANGUAGES
from kit.mentions.engines import ENGINES
from kit.mentions.finding import DEFAULT_ENGINE, find_mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

_LOCAL = {"localhost", "127.0.0.1", "::1"}
_LAST_PORT = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the page until it is stopped; give the exit status."""
    options = _parser().parse_args(arguments)
    stop_on_signals()
    try:
        return _serve(options)
    except KeyboardInterrupt:
        return 0
    except (OSError, RuntimeError, ValueError) as error:
        say(f"kit app: {error}", sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kit app",
        description="Serve the explorer as a page without code.",
    )
    parser.add_argument(
        "articles", nargs="?", type=Path, metavar="FOLDER", help="else seeds/"
    )
    parser.add_argument(
        "--engine",
        type=_engines,
        default=(DEFAULT_ENGINE,),
        metavar=",".join(ENGINES),
        help=f"who proposes mentions, one or several (default {DEFAULT_ENGINE})",
    )
    parser.add_argument(
        "--decisions",
        type=Path,
        metavar="FILE",
        help="where what is decided is kept, else decisions.csv beside the articles",
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default=LANGUAGES[0], help="of the screen"
    )
    parser.add_argument("--port", type=_port, help="else the first free from 8866")
    parser.add_argument("--ip", default="localhost", help="0.0.0.0 for all interfaces")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0])
    parser.add_argument("--no-browser", action="store_true", help="only print the URL")
    return parser


def _engines(text: str) -> tuple[str, ...]:
    names = tuple(filter(None, (one.strip() for one in text.split(","))))
    unknown = [name for name in names if name not in ENGINES]
    if unknown or not names:
        msg = f"no engine '{', '.join(unknown)}'; use {', '.join(ENGINES)}"
        raise argparse.ArgumentTypeError(msg)
    return names


def _port(text: str) -> int:
    if not (text.isdecimal() and 0 < int(text) <= _LAST_PORT):
        msg = f"invalid port '{text}'; give a number from 1 to {_LAST_PORT}"
        raise argparse.ArgumentTypeError(msg)
    return int(text)


def _serve(options: argparse.Namespace) -> int:
    # Before a large folder is read, not after.
    free_port(options.ip, options.port)
    page = page_of(options)
    began = time.monotonic()
    say("Starting Voila ...")
    served = Options(page, options.ip, options.port, options.theme)
    with Voila(served) as voila:
        say(f"Ready after {time.monotonic() - began:.0f} s. Ctrl-C stops it.\n")
        say(f"    {voila.url()}\n")
        say(who_can_open(options.ip, voila.url(socket.gethostname()), page))
        way = tunnel(os.environ, voila.port)
        if way:
            say(f"From your own machine, first:\n\n    {way}\n")
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        if not options.no_browser and may_open_browser(os.environ, root=root):
            webbrowser.open(voila.url())
        try:
            return voila.wait()
        except KeyboardInterrupt:
            say("\nStopping Voila and its kernels ...")
            return 0


def page_of(options: argparse.Namespace) -> Page:
    """Read and find what the page will show, and say what will not be on it."""
    # Outside a clone there are no seeds.
    root = ROOT if (ROOT / SHIPPED).is_dir() else Path.cwd()
    folder = options.articles or root / "seeds"
    folder = folder.absolute()
    say(f"Reading {shown(folder)} ...")
    articles = read_articles(folder)
    say(f"  articles: {len(articles)}")
    for problem in articles.problems:
        say(f"  {problem.path}: {problem.reason}")
    say("Finding who and what they name ...")
    mentions = find_mentions(articles, engine=options.engine)
    say(f"  mentions: {len(mentions)}")
    decisions = options.decisions and options.decisions.absolute()
    page = Page(folder, mentions, decisions, options.language)
    say(f"Decisions are kept in {shown(page.kept)}")
    return page


def who_can_open(ip: str, url: str, page: Page) -> str:
    """Say plainly whether the page is open to the network."""
    if ip in _LOCAL:
        return "Only this machine can open it."
    address = f" Others open:\n\n    {url}\n" if ip in EVERYWHERE else ""
    return (
        "It is open to the network, unencrypted: whoever has the address with its "
        f"token can read the articles in {shown(page.folder)} and decide about them, "
        f"which is kept in {shown(page.kept)} on this machine.{address}"
    )
