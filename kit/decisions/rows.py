"""Rows: decisions as the text of a CSV file, and back.

The text that comes back is the text that was written, with commas, quotes and line ends
inside a cell. What cannot be read as a decision, a torn row or a conflict that a merge
left behind, is kept character by character and said to be unreadable; the rows around
it are read all the same.
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.decisions.decision import Decision
from kit.decisions.record import COLUMNS, FORMAT, Decisions, Kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MARK = "\ufeff"  # BYTE ORDER MARK
_MANY = "|"
_NEEDED = ("id", "time", "action")
_OFFSETS = ("start", "end")
_NEEDS_QUOTES = re.compile(r'[,"\r\n]|^\s|\s$')
_SHOWN = 60
# A spreadsheet would work these out; after an apostrophe it takes them for text.
_FORMULA = re.compile(r"[=+\-@\t\r']")
_SAVED_FORMULA = re.compile(r"'[=+\-@\t\r']")


def to_text(decisions: Decisions) -> str:
    """Write decisions as CSV, each row that could not be read where it stood."""
    kept: dict[str, list[str]] = {}
    ids = {decision.id for decision in decisions}
    for row in decisions.kept:
        after = row.after if row.after in ids else ""
        kept.setdefault(after, []).append(_ended(row.raw))
    columns = decisions.columns
    lines = [MARK if decisions.marked else "", _line(columns), *kept.get("", ())]
    for decision in decisions:
        cells = _cells(decision)
        lines.append(_line([cells.get(column, "") for column in columns]))
        lines += kept.get(decision.id, ())
    return "".join(lines)


def _ended(raw: str) -> str:
    return raw if raw.endswith("\n") else f"{raw}\n"


def _line(cells: Sequence[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(cell: str) -> str:
    escaped = cell.replace('"', '""')
    return f'"{escaped}"' if _NEEDS_QUOTES.search(cell) else cell


def _cells(decision: Decision) -> dict[str, str]:
    cells = dict(decision.extra)
    for column in COLUMNS:
        value = FORMAT if column == "format" else getattr(decision, column)
        if isinstance(value, tuple):
            value = _MANY.join(value)
        cells[column] = "" if value is None else str(value)
    return {name: _as_text(cell) for name, cell in cells.items()}


def _as_text(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if _SAVED_FORMULA.match(cell) else cell


def from_text(text: str, name: str) -> Decisions:
    """Read decisions of the text of a file called ``name``.

    Raises
    ------
    ValueError
        If it is no file of decisions, or one of a newer format.

    """
    lines = re.findall(r"[^\n]*\n|[^\n]+", text.removeprefix(MARK))
    marked = text.startswith(MARK)
    if not lines:
        return Decisions(marked=marked)
    columns = _header(lines[0], name)
    items: dict[str, Decision] = {}
    kept: list[Kept] = []
    before = ""
    for line, raw, cells in _records(lines, len(columns)):
        if not raw.strip():
            continue
        if isinstance(cells, str):
            kept.append(Kept(raw, line, cells, before))
            continue
        row = {
            column: _as_meant(cell) for column, cell in zip(columns, cells, strict=True)
        }
        _refuse_newer(row.get("format", ""), line, name)
        try:
            decision = _decision(row)
            if decision.id in items:
                msg = f"the id '{decision.id}' stands twice"
                raise ValueError(msg)  # noqa: TRY301  # one way to report a bad row
        except ValueError as error:
            kept.append(Kept(raw, line, str(error), before))
            continue
        items[decision.id] = decision
        before = decision.id
    return Decisions(tuple(items.values()), tuple(kept), columns, marked)


def _header(line: str, name: str) -> tuple[str, ...]:
    columns = tuple(next(csv.reader([line]), []))
    missing = [column for column in _NEEDED if column not in columns]
    if missing or len(set(columns)) != len(columns):
        wrong = f"no column '{missing[0]}'" if missing else "a column twice"
        msg = (
            f"'{name}' is no file of decisions: its first line has {wrong} "
            f"({line.strip()[:_SHOWN]}). It should be {','.join(COLUMNS)}."
        )
        raise ValueError(msg)
    return columns


def _records(
    lines: Sequence[str], width: int
) -> Iterator[tuple[int, str, list[str] | str]]:
    """Give each record after the header: its line, its text, its cells or its fault.

    A quote that is never closed would take all that follows into one cell, so a record
    of several lines that makes no row is one bad line, and reading begins again after.
    """
    at = 1
    while at < len(lines):
        reader = csv.reader(_from(lines, at), strict=True)
        wrong = ""
        cells: list[str] = []
        try:
            cells = next(reader)
        except csv.Error as error:
            wrong = f"{error} in '{lines[at].strip()[:_SHOWN]}'"
        taken = reader.line_num
        if not wrong and len(cells) != width:
            shown = lines[at].strip()[:_SHOWN]
            wrong = f"{len(cells)} cells instead of {width} in '{shown}'"
        taken = 1 if wrong else taken
        yield at + 1, "".join(lines[at : at + taken]), wrong or cells
        at += taken


def _from(lines: Sequence[str], at: int) -> Iterator[str]:
    """Give the lines from one on, without copying them for each record."""
    return (lines[number] for number in range(at, len(lines)))


def _refuse_newer(version: str, line: int, name: str) -> None:
    if version.isdecimal() and int(version) > FORMAT:
        msg = (
            f"'{name}' is of format {version} (line {line}); this kit reads up to "
            f"{FORMAT} and would lose what is new. Use a newer kit."
        )
        raise ValueError(msg)


def _decision(row: Mapping[str, str]) -> Decision:
    values = {name: row.get(name, "") for name in COLUMNS}
    version = values.pop("format")
    if version not in {"", str(FORMAT)}:
        msg = f"No format '{version}'. Write {FORMAT}."
        raise ValueError(msg)
    if not values["time"]:
        msg = "A decision needs 'time'; it is empty."
        raise ValueError(msg)
    offsets = {name: _offset(name, values.pop(name)) for name in _OFFSETS}
    aliases = tuple(filter(None, values.pop("aliases").split(_MANY)))
    extra = tuple((name, cell) for name, cell in row.items() if name not in COLUMNS)
    decision = Decision(
        **values,  # type: ignore[arg-type]  # all that is left of them is text
        start=offsets["start"],
        end=offsets["end"],
        aliases=aliases,
    )
    return replace(decision, extra=extra) if extra else decision


def _offset(name: str, cell: str) -> int | None:
    if not cell:
        return None
    if not (cell.isascii() and cell.isdecimal()):
        msg = f"No {name} '{cell}'. Write the number of a character, from 0."
        raise ValueError(msg)
    return int(cell)
