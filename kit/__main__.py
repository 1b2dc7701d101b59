"""The command line: the notebook's functions for scripts and batch figures."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.camel.installed import NotInstalledError
from kit.commands.account import add_reading, print_account
from kit.commands.building import add_build
from kit.commands.drawing import add_drawing, draw_chart
from kit.commands.options import add_by_story, add_engines, add_filter, add_parts
from kit.commands.printing import (
    print_agreement,
    print_ambiguous,
    print_counts,
    print_ledger,
    print_lemmas,
    print_mentions,
)
from kit.commands.reporting import add_reporting
from kit.corpus import BuildError
from kit.counts import BY, UNITS
from kit.mentions.labelling import read_data

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMATS = ("table", "csv", "json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; give the exit status: 0 done, 1 refused, 2 misused."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    if arguments[:1] == ["lab"]:
        from kit.lab import main as lab  # noqa: PLC0415  # a second to import

        return lab(arguments[1:])
    if arguments[:1] == ["app"]:
        from kit.lab.app import main as app  # noqa: PLC0415  # see above

        return app(arguments[1:])
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # | head has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (ValueError, OSError, BuildError, NotInstalledError) as error:
        print(f"kit: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kit", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    account = commands.add_parser("read", help="print how files are read, and what not")
    add_reading(account)
    account.set_defaults(run=print_account)
    listed = commands.add_parser("mentions", help="print mentions as JSON lines")
    listed.set_defaults(run=print_mentions)
    tallied = commands.add_parser("counts", help="print how often each is mentioned")
    tallied.add_argument("--format", choices=FORMATS, default="table")
    tallied.set_defaults(run=print_counts)
    drawn = commands.add_parser("chart", help="draw a chart into a file")
    add_drawing(drawn)
    drawn.set_defaults(run=draw_chart)
    reported = commands.add_parser("report", help="write a whole report into a file")
    add_reporting(reported)
    split = commands.add_parser("ledger", help="split a count by the way of naming")
    split.add_argument("--entity", required=True, metavar="ID")
    split.set_defaults(run=print_ledger)
    open_ = commands.add_parser("ambiguous", help="print what context left undecided")
    open_.set_defaults(run=print_ambiguous)
    agreed = commands.add_parser("agreement", help="compare what the engines found")
    agreed.add_argument("--format", choices=FORMATS, default="table")
    agreed.set_defaults(run=print_agreement)
    add_build(commands.add_parser("build", help="keep mentions in a folder, a store"))
    lemmas = commands.add_parser("lemmas", help="print how often each lemma occurs")
    lemmas.add_argument("--format", choices=FORMATS, default="table")
    lemmas.add_argument("--database", metavar="PATH", help="a morphology database")
    lemmas.add_argument("paths", nargs="+", metavar="PATH")
    add_parts(lemmas)
    lemmas.set_defaults(run=print_lemmas)
    for command in (listed, tallied, drawn, reported, split, open_, agreed):
        command.add_argument("paths", nargs="+", metavar="PATH")
        add_engines(command)
    for command in (tallied, drawn):
        unasked = "not needed for a heatmap" if command is drawn else None
        command.add_argument("--by", choices=BY, default="country", help=unasked)
        command.add_argument("--unit", choices=UNITS, default="mentions", help=unasked)
        add_by_story(command)
    for command in (tallied, drawn, reported, split, open_):
        add_filter(command)
    _add_recogniser(commands)
    commands.add_parser("lab", help="open JupyterLab on the first notebook")
    commands.add_parser("app", help="serve the explorer as a page without code")
    return parser


def _add_recogniser(commands: argparse._SubParsersAction[Any]) -> None:
    tagged = commands.add_parser("tag", help="tag names in a file of one token a line")
    tagged.add_argument("tokens", metavar="TOKENS", help="a UTF-8 file; - for stdin")
    tagged.add_argument(
        "--misc", action="store_true", help="other names too, as B-MISC and I-MISC"
    )
    tagged.set_defaults(run=_tag)
    trained = commands.add_parser(
        "train-recogniser", help="make the shipped recogniser again; hours, needs torch"
    )
    trained.add_argument(
        "data",
        nargs="+",
        type=Path,
        metavar="DATA",
        help="ANERcorp with finer classes, other .tsv corpora, news as .jsonl or .gz",
    )
    trained.add_argument("-o", "--output", type=Path, required=True, metavar="NPZ")
    trained.set_defaults(run=_train)


def _tag(options: argparse.Namespace) -> None:
    from kit.recogniser.lines import tag_lines  # noqa: PLC0415  # loads the model

    if options.tokens == "-":
        lines = sys.stdin.read().split("\n")
    else:
        lines = Path(options.tokens).read_text(encoding="utf-8-sig").split("\n")
    if not lines[-1]:
        lines.pop()  # the last line's end is no line
    for line in tag_lines(lines, misc=options.misc):
        print(line)


def _train(options: argparse.Namespace) -> None:
    try:
        from kit.recogniser.training import train  # noqa: PLC0415  # needs torch
    except ModuleNotFoundError as error:
        msg = (
            f"Training needs {error.name}. Install it with .venv/bin/pip install -e "
            "'.[neural]'; on a machine without a GPU, the CPU build of torch first."
        )
        raise ValueError(msg) from error
    train(*read_data(options.data), options.output)
    print(options.output)


if __name__ == "__main__":
    sys.exit(main())
