"""Description: the chart itself, as text that travels inside its picture.

A figure that is passed on loses the notebook it was made in. So each file holds, beside
the picture, the chart with its numbers, its filter and what they stand on, as JSON:
:func:`kit.reopen` gives them back, and anybody can read them with other programs.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from importlib.metadata import version
from typing import Any

import polars as pl

from kit.charts.chart import Chart
from kit.mentions.basis import Basis

MARK = "arabic-news-kit"
"""The name under which a file holds the description."""

_TYPES = {
    str(kind): kind
    for kind in (
        pl.String(), pl.Int64(), pl.UInt32(), pl.Float64(), pl.Boolean(), pl.Date(),
    )
}  # fmt: skip  # the types of a chart's columns
_WORDS = tuple(
    one.name
    for one in fields(Chart)
    if one.name not in {"data", "made", "basis", "remake"}
)


def described(chart: Chart) -> str:
    """Give a chart as JSON."""
    basis = None if chart.basis is None else chart.basis().to_dict()
    said = {
        MARK: version(MARK),
        "chart": {name: getattr(chart, name) for name in _WORDS},
        "method": [list(pair) for pair in chart.method],
        "made": dict(chart.made),
        "basis": basis,
        "columns": {name: str(kind) for name, kind in chart.data.schema.items()},
        "rows": [[_plain(cell) for cell in row] for row in chart.data.iter_rows()],
    }
    return json.dumps(said, ensure_ascii=False)


def read_description(text: str, where: str) -> tuple[Chart, dict[str, Any]]:
    """Give the chart that :func:`described` wrote, and all it wrote.

    Raises
    ------
    ValueError
        If the text is no such description; ``where`` names the file in the message.

    """
    try:
        said = json.loads(text)
        columns = {name: _TYPES[kind] for name, kind in said["columns"].items()}
        rows = [
            [
                _typed(cell, kind)
                for cell, kind in zip(row, columns.values(), strict=True)
            ]
            for row in said["rows"]
        ]
        data = pl.DataFrame(rows, schema=columns, orient="row")
        basis = None if said["basis"] is None else Basis.from_dict(said["basis"])
        chart = Chart(
            data=data,
            made=said["made"],
            basis=None if basis is None else lambda: basis,
            **{name: said["chart"][name] for name in _WORDS},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = (
            f"'{where}' holds a chart that cannot be read ({type(error).__name__}: "
            f"{error}). It may be of another version of the kit, or was changed."
        )
        raise ValueError(msg) from error
    return chart, said


def _plain(cell: object) -> object:
    return cell.isoformat() if isinstance(cell, date) else cell


def _typed(cell: Any, kind: pl.DataType) -> Any:  # noqa: ANN401  # whatever a cell holds
    return date.fromisoformat(cell) if kind == pl.Date and cell is not None else cell
