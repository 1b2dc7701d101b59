"""The command line: the notebook's functions for scripts and batch figures."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from kit.articles.article import PART_KINDS
from kit.articles.reading import read_articles
from kit.camel.installed import NotInstalledError
from kit.camel.morphology import Morphology
from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.counts import (
    BY,
    DEFAULT_PARTS,
    FORMS,
    KINDS,
    UNITS,
    Counts,
    Filter,
    ambiguous,
    count_lemmas,
    count_mentions,
    ledger,
    positions,
    together,
)
from kit.decisions import Decisions, read_decisions
from kit.export.figures import save
from kit.mentions.agreement import agreement
from kit.mentions.combining import COMBINATIONS
from kit.mentions.engines import ENGINES
from kit.mentions.finding import DEFAULT_ENGINE, find_mentions
from kit.mentions.labelling import read_data
from kit.mentions.mention import WAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.articles.article import Articles
    from kit.charts.chart import Chart
    from kit.mentions.mention import Mentions

FORMATS = ("table", "csv", "json")
CHARTS = ("bars", "dispersion", "heatmap")
_TOP = {"bars": 20, "dispersion": 20, "heatmap": 12}
_MENTION_KEYS = (
    "article", "start", "end", "surface", "entity", "kind", "form", "country",
    "inside", "evidence",
)  # fmt: skip  # the stable columns, in their order


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
    except (ValueError, OSError, NotInstalledError) as error:
        print(f"kit: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kit", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    found = commands.add_parser("mentions", help="print mentions as JSON lines")
    found.set_defaults(run=_mentions)
    counted = commands.add_parser("counts", help="print how often each is mentioned")
    counted.add_argument("--format", choices=FORMATS, default="table")
    counted.set_defaults(run=_counts)
    drawn = commands.add_parser("chart", help="draw a chart into a file")
    drawn.add_argument("--kind", choices=CHARTS, default="bars")
    drawn.add_argument(
        "--top",
        type=int,
        metavar="N",
        help="names, else 20; of a heatmap rows and columns, else 12",
    )
    drawn.add_argument(
        "--rows", choices=BY, default="actor", help="of a heatmap, else actor"
    )
    drawn.add_argument(
        "--columns", choices=BY, default="country", help="of a heatmap, else country"
    )
    drawn.add_argument("--language", choices=("ar", "en"), default="ar")
    drawn.add_argument("--title")
    drawn.add_argument("-o", "--output", required=True, metavar="FILE")
    drawn.set_defaults(run=_chart)
    split = commands.add_parser("ledger", help="split a count by the way of naming")
    split.add_argument("--entity", required=True, metavar="ID")
    split.set_defaults(run=_ledger)
    open_ = commands.add_parser("ambiguous", help="print what context left undecided")
    open_.set_defaults(run=_ambiguous)
    agreed = commands.add_parser("agreement", help="compare what the engines found")
    agreed.add_argument("--format", choices=FORMATS, default="table")
    agreed.set_defaults(run=_agreement)
    lemmas = commands.add_parser("lemmas", help="print how often each lemma occurs")
    lemmas.add_argument("--format", choices=FORMATS, default="table")
    lemmas.add_argument("--database", metavar="PATH", help="a morphology database")
    lemmas.add_argument("paths", nargs="+", metavar="PATH")
    _add_parts(lemmas)
    lemmas.set_defaults(run=_lemmas)
    for command in (found, counted, drawn, split, open_, agreed):
        command.add_argument("paths", nargs="+", metavar="PATH")
        _add_engines(command)
    for command in (counted, drawn):
        unasked = "not needed for a heatmap" if command is drawn else None
        command.add_argument("--by", choices=BY, default="country", help=unasked)
        command.add_argument("--unit", choices=UNITS, default="mentions", help=unasked)
    for command in (counted, drawn, split, open_):
        _add_filter(command)
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


def _add_engines(command: argparse.ArgumentParser) -> None:
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
    group.add_argument(
        "--morphology",
        action="store_true",
        help="ask an installed morphology database where names begin and end",
    )
    group.add_argument("--decisions", metavar="FILE", help="what you decided")


def _add_filter(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("filter", "several values: LY,EG")
    group.add_argument("--actors", type=_several, metavar="ID,ID")
    group.add_argument("--countries", type=_several, metavar="CODE,CODE")
    group.add_argument("--forms", type=_several, metavar=",".join(FORMS))
    group.add_argument("--ways", type=_several, metavar=",".join(WAYS))
    group.add_argument("--kinds", type=_several, metavar=",".join(KINDS))
    group.add_argument(
        "--capitals", action="store_true", help="capitals count for their country"
    )
    group.add_argument("--text", default="", help="only sentences with these words")
    group.add_argument("--no-nested", action="store_true")
    _add_parts(group)


def _add_parts(command: argparse._ActionsContainer) -> None:
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


def _filter(options: argparse.Namespace) -> Filter:
    return Filter(
        actors=options.actors,
        countries=options.countries,
        forms=options.forms,
        parts=options.parts,
        kinds=options.kinds,
        ways=options.ways,
        capitals=options.capitals,
        nested=not options.no_nested,
        repeats=options.repeats,
        text=options.text,
    )


def _read(options: argparse.Namespace) -> Articles:
    articles = read_articles(options.paths)
    for problem in articles.problems:
        print(f"kit: {problem.path}: {problem.reason}", file=sys.stderr)
    return articles


def _found(options: argparse.Namespace) -> Mentions:
    decisions = _decisions(options.decisions)  # before any work
    morphology = Morphology.load() if options.morphology else None
    mentions = find_mentions(
        _read(options),
        engine=options.engine,
        combine=options.combine,
        titles=options.titles,
        morphology=morphology,
        decisions=decisions,
    )
    idle = mentions.decided.filter(pl.col("reason").is_not_null())
    for identity, action, _, reason in idle.iter_rows():
        print(f"kit: decision {identity} ({action}): {reason}", file=sys.stderr)
    return mentions


def _decisions(path: str | None) -> Decisions | None:
    if path is None:
        return None
    decisions = read_decisions(path)
    for row in decisions.kept:
        print(f"kit: {path}: line {row.line}: {row.reason}", file=sys.stderr)
    return decisions


def _counted(options: argparse.Namespace) -> Counts:
    counts = count_mentions(
        _found(options), by=options.by, unit=options.unit, where=_filter(options)
    )
    if counts.table.is_empty():
        _warn_of_nothing(options)
    return counts


def _warn_of_nothing(options: argparse.Namespace) -> None:
    """Say that nothing was counted, and by which filter, where that was not asked."""
    where = _filter(options).to_dict()
    asked = [f"--by {options.by}"] if "by" in options else []
    for name, value in where.items():
        option = "no-nested" if name == "nested" else name
        if isinstance(value, list):
            value = ",".join(value)  # noqa: PLW2901  # as it is written
        asked.append(
            f"--{option}" if isinstance(value, bool) else f"--{option} {value}"
        )
    said = f"no mention matches {' '.join(asked)}" if asked else "no mention"
    print(f"kit: nothing was counted: {said}", file=sys.stderr)


def _mentions(options: argparse.Namespace) -> None:
    rows = _found(options).rows.select(*_MENTION_KEYS, "undecided")
    for row in rows.iter_rows(named=True):
        print(json.dumps(row, ensure_ascii=False))


def _counts(options: argparse.Namespace) -> None:
    counts = _counted(options)
    if options.format == "csv":
        print(counts.table.write_csv(), end="")
    elif options.format == "json":
        said = {
            "by": counts.by,
            "unit": counts.unit,
            "where": counts.where.to_dict(),
            "tokens": counts.tokens,
            "articles": counts.articles,
            "counts": counts.table.to_dicts(),
        }
        print(json.dumps(said, ensure_ascii=False, indent=2))
    else:
        for row in counts.table.iter_rows(named=True):
            value = row["value"]
            shown = f"{value:.2f}" if isinstance(value, float) else str(value)
            print(f"{shown:>8}  {row['entity']:<32} {row['name']}")


def _ledger(options: argparse.Namespace) -> None:
    table = ledger(_found(options), options.entity, where=_filter(options))
    if not table["counted"].any():
        _warn_of_nothing(options)
    for row in table.iter_rows(named=True):
        share = f"{row['share']:7.1%}" if row["counted"] else "    off"
        print(f"{row['mentions']:>8} {share}  {row['way']}")


def _lemmas(options: argparse.Namespace) -> None:
    morphology = Morphology.load(options.database)
    table = count_lemmas(
        _read(options),
        morphology=morphology,
        parts=options.parts,
        repeats=options.repeats,
    )
    if options.format == "json":
        print(json.dumps(table.to_dicts(), ensure_ascii=False, indent=2))
        return
    table = table.with_columns(pl.col("forms").list.join(" "))
    if options.format == "csv":
        print(table.write_csv(), end="")
    else:
        for lemma, count, forms in table.iter_rows():
            print(f"{count:>8}  {lemma:<24} {forms}")


def _ambiguous(options: argparse.Namespace) -> None:
    keys = (*_MENTION_KEYS, "undecided", "left", "right")
    rows = ambiguous(_found(options), where=_filter(options))
    for row in rows.select(keys).iter_rows(named=True):
        print(json.dumps(row, ensure_ascii=False))


def _agreement(options: argparse.Namespace) -> None:
    table = agreement(_found(options))
    if options.format == "csv":
        print(table.write_csv(), end="")
    elif options.format == "json":
        print(json.dumps(table.to_dicts(), ensure_ascii=False, indent=2))
    else:
        for verdict, places in table.group_by("verdict").len().sort("verdict").rows():
            print(f"{places:>8}  {verdict}")


def _chart(options: argparse.Namespace) -> None:
    print(save(_drawn(options), options.output))


def _drawn(options: argparse.Namespace) -> Chart:
    language, title = options.language, options.title
    top = _TOP[options.kind] if options.top is None else options.top
    if options.kind == "bars":
        return bars(_counted(options), top=top, language=language, title=title)
    mentions, where = _found(options), _filter(options)
    if options.kind == "dispersion":
        marks = positions(mentions, by=options.by, where=where, top=top)
        if marks.is_empty():
            _warn_of_nothing(options)
        return dispersion(marks, language=language, title=title)
    met = together(
        mentions,
        rows=options.rows,
        columns=options.columns,
        where=where,
        top=(top, top),
    )
    if met.table.is_empty():
        _warn_of_nothing(options)
    return heatmap(met, language=language, title=title)


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
