"""The command that builds a store, of which the other commands then ask."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kit.commands.options import add_engines
from kit.commands.reading import read_own
from kit.corpus import build

if TYPE_CHECKING:
    import argparse


def add_build(command: argparse.ArgumentParser) -> None:
    """Ask what to build of what, and where."""
    command.add_argument("paths", nargs="+", metavar="PATH")
    command.add_argument(
        "--store", required=True, metavar="DIR", help="the folder to build, or go on in"
    )
    command.add_argument(
        "--workers", type=int, metavar="N", help="processes (default: one a core)"
    )
    add_engines(command, morphology=False)
    command.set_defaults(run=build_store)


def build_store(options: argparse.Namespace) -> None:
    """Build a store; say on stderr what was not read, and print its folder."""
    corpus = build(
        options.paths,
        options.store,
        engine=options.engine,
        combine=options.combine,
        titles=options.titles,
        decisions=read_own(options.decisions),
        workers=options.workers,
    )
    for problem in corpus.articles.problems:
        print(f"kit: {problem.path}: {problem.reason}", file=sys.stderr)
    print(options.store)
