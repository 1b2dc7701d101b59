"""The command that reports: what was found becomes one document to hand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.commands.options import filter_of
from kit.commands.reading import found
from kit.decisions import read_decisions
from kit.labels import DIGITS, LANGUAGES

if TYPE_CHECKING:
    import argparse


def add_reporting(command: argparse.ArgumentParser) -> None:
    """Ask where to, and in which words."""
    command.add_argument("--language", choices=LANGUAGES, default="ar")
    command.add_argument("--digits", choices=DIGITS, default="latin")
    command.add_argument("--title")
    command.add_argument(
        "--evidence",
        type=int,
        default=5,
        metavar="N",
        help="sentences shown for each of the leading names",
    )
    command.add_argument(
        "-o", "--output", required=True, metavar="FILE", help="a .docx or .html file"
    )
    command.set_defaults(run=write_report)


def write_report(options: argparse.Namespace) -> None:
    """Write a report into a file and print its path."""
    from kit.report.reporting import checked_path, report  # noqa: PLC0415  # a second to import

    path = checked_path(options.output)  # before any work
    where = filter_of(options)
    decisions = read_decisions(options.decisions) if options.decisions else None
    written = report(
        found(options),
        path,
        where=where,
        language=options.language,
        title=options.title,
        digits=options.digits,
        evidence=options.evidence,
        decisions=decisions,
    )
    print(written)
