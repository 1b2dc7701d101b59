"""Bundle: all that a figure needs on its way into a paper, in one zip file.

The figure in Arabic and English in every format, its numbers, caption, alternative text
and method in both languages, how to cite it, the sentences behind it, the decisions of
the researcher, and the versions of what made it. Whoever gets the bundle can check the
figure without the kit, and with the kit can make it again.
"""

from __future__ import annotations

import json
import platform
import zipfile
from datetime import datetime
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from kit.charts.chart import Chart
from kit.checking import expect, expect_path
from kit.counts import Filter, behind, concordance, select
from kit.decisions import Decisions
from kit.decisions.rows import to_text
from kit.export.description import MARK
from kit.export.figures import check_measures, content_of
from kit.export.tables import csv_of
from kit.export.writing import safe_name, write_whole
from kit.labels import LANGUAGES, word
from kit.mentions.mention import Mentions

_PICTURES = (".png", ".svg", ".pdf", ".html")
_NUMBERS = (".csv", ".xlsx", ".json")
_USED = ("camel-tools", "matplotlib", "plotly", "kaleido", "polars")
_EVIDENCE = (
    "article", "start", "end", "surface", "entity", "kind", "form", "country", "inside",
    "evidence", "left", "right",
)  # fmt: skip  # the columns read as one list


def bundle(  # noqa: PLR0913  # what goes in, and how large the figures are
    chart: Chart,
    path: str | Path,
    *,
    mentions: Mentions | None = None,
    decisions: Decisions | None = None,
    width_cm: float = 16.0,
    dpi: int = 300,
) -> Path:
    """Save all that a figure needs as a zip file and give its path.

    Parameters
    ----------
    chart
        What to save; it must have been made from a count, for it is made in the other
        language too.
    path
        Where: a ``.zip`` file, or a folder, in which it is called by the chart's title.
        A bundle that is there already is kept in a folder: the new one gets a number.
    mentions
        Those that were counted: then the sentences behind the chart are included.
    decisions
        Those that were applied.
    width_cm, dpi
        As for :func:`kit.save`.

    Raises
    ------
    ValueError
        If the chart was opened from a file, or the suffix is another.

    """
    expect(chart, Chart, "a chart", "Save one: bundle(bars(counts), path).")
    expect_path(path)
    expect(mentions, (Mentions, type(None)), "mentions")
    expect(decisions, (Decisions, type(None)), "decisions")
    check_measures(width_cm, dpi)
    place = _place(Path(path), chart)
    both = {one.language: one for one in (chart, chart.twin())}
    files: dict[str, bytes] = {}
    for language in LANGUAGES:
        files |= _of_language(both[language], width_cm=width_cm, dpi=dpi)
    if mentions is not None:
        rows = concordance(mentions, _behind(mentions, chart)).select(_EVIDENCE)
        files["evidence.csv"] = csv_of(
            {name: list(rows[name]) for name in rows.columns}
        )
    if decisions is not None:
        files["decisions.csv"] = to_text(decisions).encode()
    files["versions.json"] = _versions(chart)
    files["CITATION.txt"] = _citation(both)
    files["README.txt"] = _contents(files)
    write_whole(place, _zipped(files))
    return place


def _place(path: Path, chart: Chart) -> Path:
    if not path.is_dir():
        if path.suffix.lower() != ".zip":
            msg = f"Cannot save a bundle as '{path.name}'. Use .zip, or give a folder."
            raise ValueError(msg)
        if not path.parent.is_dir():
            msg = f"No folder '{path.parent}' to save '{path.name}' in. Make it first."
            raise FileNotFoundError(msg)
        return path
    stem, number = safe_name(chart.title), 1
    place = path / f"{stem}.zip"
    while place.exists():
        number += 1
        place = path / f"{stem}-{number}.zip"
    return place


def _of_language(chart: Chart, *, width_cm: float, dpi: int) -> dict[str, bytes]:
    language = chart.language
    files = {
        f"figure.{language}{suffix}": content_of(
            chart, suffix, width_cm=width_cm, dpi=dpi
        )
        for suffix in _PICTURES
    }
    files |= {
        f"data.{language}{suffix}": content_of(
            chart, suffix, width_cm=width_cm, dpi=dpi
        )
        for suffix in _NUMBERS
    }
    words = {
        "caption": chart.caption,
        "alt": chart.alt,
        "method": "\n\n".join(f"{head}\n{text}" for head, text in chart.method),
    }
    return files | {
        f"{name}.{language}.txt": f"{text}\n".encode() for name, text in words.items()
    }


def _behind(mentions: Mentions, chart: Chart) -> pl.DataFrame:
    """Give the mentions that a chart was counted from."""
    made: dict[str, Any] = dict(chart.made)
    if "rows" in made:
        asked = {name: made[name] for name in ("rows", "columns", "where")}
        pairs = chart.data.filter(pl.col("value") > 0).select("entity", "other").rows()
        found = [behind(mentions, *pair, **asked) for pair in pairs]
        none = select(mentions).clear()
        return pl.concat([none, *found]).unique(maintain_order=True)
    wheres = [made[name] for name in ("where", "one", "other") if name in made]
    rows = [
        select(mentions, where=Filter.from_dict(where), by=made["by"])
        for where in wheres
    ]
    key = "country" if made["by"] == "country" else "entity"
    shown = chart.data["entity"].unique().implode()
    every = pl.concat(rows).unique(maintain_order=True)
    return every.filter(pl.col(key).is_in(shown))


def _versions(chart: Chart) -> bytes:
    said = {
        MARK: version(MARK),
        "python": platform.python_version(),
        **{name: version(name) for name in _USED},
        "made": dict(chart.made),
        "basis": None if chart.basis is None else chart.basis().to_dict(),
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode()


def _citation(both: dict[str, Chart]) -> bytes:
    today = datetime.now().astimezone().date().isoformat()
    lines = []
    for language, chart in both.items():
        basis = None if chart.basis is None else chart.basis()
        values = {
            "title": chart.title.rstrip(".؟?!"),
            "kit": version(MARK),
            "day": today,
            "corpus": basis.corpus if basis else "–",
            "lexicon": basis.lexicon if basis else "–",
        }
        text = word("citation", language)
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        lines.append(text)
    return ("\n\n".join(lines) + "\n").encode()


def _contents(files: dict[str, bytes]) -> bytes:
    lines = [word("bundle.contents", language) for language in LANGUAGES]
    names = [
        f"{name}\t{len(content):,} bytes" for name, content in sorted(files.items())
    ]
    return "\n".join([*lines, "", *names, ""]).encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in sorted(files.items()):
            archive.writestr(name, held)
    return content.getvalue()
