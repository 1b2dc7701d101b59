"""How long a figure takes to save: the first, which starts a browser, and the others.

Prints seconds by format, the median over the kinds of chart, in Arabic and English.
Run by ``make bench``.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent.parent
FORMATS = (".png", ".svg", ".pdf", ".html", ".xlsx", ".csv", ".json")


def main() -> None:
    """Measure and print."""
    from kit import (
        bars,
        breakdown,
        count_mentions,
        dispersion,
        find_mentions,
        heatmap,
        positions,
        read_articles,
        save,
        stacked,
        together,
        world_map,
    )

    mentions = find_mentions(read_articles(ROOT / "seeds"))
    counts = count_mentions(mentions)
    arabic = [
        bars(counts),
        stacked(breakdown(mentions)),
        dispersion(positions(mentions)),
        heatmap(together(mentions)),
        world_map(counts),
    ]
    charts = [one for chart in arabic for one in (chart, chart.twin())]
    with tempfile.TemporaryDirectory() as folder:
        first = _seconds(save, charts[0], Path(folder) / "first.png")
        print(f"first figure (.png, starts a browser): {first:.2f} s")
        print("| format | median s | longest s |\n| --- | ---: | ---: |")
        for suffix in FORMATS:
            taken = [
                _seconds(save, chart, Path(folder) / f"{number}{suffix}")
                for number, chart in enumerate(charts)
            ]
            print(f"| {suffix} | {median(taken):.2f} | {max(taken):.2f} |")


def _seconds(work, *given) -> float:
    start = time.perf_counter()
    work(*given)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
