"""Options that several commands share, and the filter they ask for."""

from __future__ import annotations

import argparse

from kit.articles.article import PART_KINDS
from kit.counts import DEFAULT_PARTS, FORMS, KINDS, Filter
from kit.mentions.combining import COMBINATIONS
from kit.mentions.engines import ENGINES
from kit.mentions.finding import DEFAULT_ENGINE
from kit.mentions.mention import WAYS


def add_engines(command: argparse.ArgumentParser, *, morphology: bool = True) -> None:
    """Ask who finds, and which decisions hold."""
    group = command.add_argument_group("finding")
    group.add_argument(
        "--engine",
        type=_engines,
        default=(DEFAULT_ENGINE,),
        metavar=",".join(ENGINES),
        help=f"who proposes mentions, one or several (default {DEFAULT_ENGINE})",
    )
    group.add_argument(
        "--combine",
        choices=COMBINATIONS,
        default=COMBINATIONS[0],
        help="what no table lists is taken from any engine, or by two votes",
    )
    group.add_argument(
        "--titles", action="store_true", help="titles count for who holds them"
    )
    if morphology:
        group.add_argument(
            "--morphology",
            action="store_true",
            help="ask an installed morphology database where names begin and end",
        )
    group.add_argument("--decisions", metavar="FILE", help="what you decided")


def add_filter(command: argparse.ArgumentParser) -> None:
    """Ask what to let in; :func:`filter_of` gives what was answered."""
    group = command.add_argument_group("filter", "several values: LY,EG")
    group.add_argument("--actors", type=_several, metavar="ID,ID")
    group.add_argument("--countries", type=_several, metavar="CODE,CODE")
    group.add_argument("--forms", type=_several, metavar=",".join(FORMS))
    group.add_argument("--ways", type=_several, metavar=",".join(WAYS))
    group.add_argument("--kinds", type=_several, metavar=",".join(KINDS))
    group.add_argument(
        "--capitals", action="store_true", help="capitals count for their country"
    )
    group.add_argument("--outlets", type=_several, metavar="NAME,NAME")
    group.add_argument("--since", default="", metavar="DATE", help="2018-03-01 or 2018")
    group.add_argument("--until", default="", metavar="DATE", help="that day too")
    group.add_argument("--text", default="", help="only sentences with these words")
    group.add_argument("--no-nested", action="store_true")
    add_parts(group)


def add_by_story(command: argparse.ArgumentParser) -> None:
    """Ask whether agency copy counts once; ``let_in`` of ``reading`` heeds it."""
    command.add_argument(
        "--by-story",
        action="store_true",
        help="articles that tell one story in the same words count once",
    )


def add_parts(command: argparse._ActionsContainer) -> None:
    """Ask which parts of the articles to read."""
    kinds = ",".join(PART_KINDS)
    command.add_argument("--parts", type=_several, default=DEFAULT_PARTS, metavar=kinds)
    command.add_argument("--repeats", action="store_true", help="repeated captions too")


def _several(value: str) -> tuple[str, ...]:
    return tuple(filter(None, (one.strip() for one in value.split(","))))


def _engines(value: str) -> tuple[str, ...]:
    names = _several(value)
    unknown = [name for name in names if name not in ENGINES]
    if unknown or not names:
        known = ", ".join(ENGINES)
        msg = f"invalid choice: '{', '.join(unknown)}' (choose from {known})"
        raise argparse.ArgumentTypeError(msg)
    return names


def filter_of(options: argparse.Namespace) -> Filter:
    """Give the filter that was asked for."""
    return Filter(
        actors=options.actors,
        countries=options.countries,
        forms=options.forms,
        parts=options.parts,
        kinds=options.kinds,
        ways=options.ways,
        outlets=options.outlets,
        since=options.since,
        until=options.until,
        capitals=options.capitals,
        nested=not options.no_nested,
        repeats=options.repeats,
        text=options.text,
    )
