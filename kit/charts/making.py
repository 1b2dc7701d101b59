"""Making: what every maker of a chart does besides.

A chart must be able to say what it was made of, to be made again in another language,
and to be checked by somebody else. A maker counts nothing and knows only its pictures,
so :func:`maker` adds the rest: what was counted, with which filters, on which corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from kit.counts import Filter

if TYPE_CHECKING:
    from kit.charts.chart import Chart
    from kit.mentions.basis import Basis

Counted = TypeVar("Counted")
Options = ParamSpec("Options")

_ASKED = ("by", "unit", "every", "into", "rows", "columns", "where", "one", "other")


def maker(
    make: Callable[Concatenate[Counted, Options], Chart],
) -> Callable[Concatenate[Counted, Options], Chart]:
    """Let what a maker gives know what it was made of."""

    @wraps(make)
    def making(
        counted: Counted, /, *args: Options.args, **options: Options.kwargs
    ) -> Chart:
        chart = make(counted, *args, **options)
        return replace(
            chart,
            made=_made(chart.kind, counted, options),
            basis=_basis(counted),
            remake=partial(_again, making, counted, options),
        )

    return making


def _again(
    making: Callable[..., Chart],
    counted: object,
    before: Mapping[str, object],
    **options: object,
) -> Chart:
    """Make a chart again; a title of one language is not taken into another."""
    kept = dict(before)
    if "language" in options and isinstance(kept.get("title"), str):
        del kept["title"]
    return making(counted, **{**kept, **options})


def _made(
    kind: str, counted: object, options: Mapping[str, object]
) -> dict[str, object]:
    asked = {
        name: _plain(getattr(one, name))
        for one in (getattr(counted, "counts", None), counted)
        for name in _ASKED
        if hasattr(one, name)
    }
    given = {name: _plain(value) for name, value in options.items()}
    return {"kind": kind, **asked, **given}


def _plain(value: object) -> object:
    """Give a value as JSON has it."""
    if isinstance(value, Filter):
        return value.to_dict()
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _basis(counted: object) -> Callable[[], Basis] | None:
    counts = getattr(counted, "counts", counted)
    basis: Callable[[], Basis] | None = getattr(counts, "basis", None)
    return basis
