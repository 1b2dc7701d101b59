"""How fast does the screen follow? From a filter to every view redrawn, in the kernel.

    python tests/bench/exploring.py [ARTICLES] [--only N]

ARTICLES is a .jsonl of news; without it, the shared collection where it is, else the
seed article repeated under other ids. Mentions are found once, by the tables and rules;
then each of some filters is set in each view, and the time is taken until all markup
and the drawing are made. The way to the browser and the drawing there come on top.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from finding import ROOT, shared

from kit import Articles, find_mentions, read_articles
from kit.counts import Filter
from kit.explorer import Explorer
from kit.explorer.question import VIEWS

FILTERS = (
    Filter(countries=("LY",)),
    Filter(parts=("headline",)),
    Filter(ways=("name", "demonym")),
    Filter(),
    Filter(text="ليبيا"),
    Filter(capitals=True, nested=False),
)
REPEATED = 1000


def collection(path):
    path = path or shared() / "news" / "ant-v2.1.jsonl.gz"
    if path.suffix == ".gz" and path.exists():
        return unpacked(path), path.name
    if path.exists():
        return read_articles(path), path.name
    seed = read_articles(ROOT / "seeds")[0]
    repeated = (replace(seed, id=f"{seed.id}-{number}") for number in range(REPEATED))
    return Articles(tuple(repeated)), "the seed article, repeated"


def unpacked(path):
    import gzip

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / path.stem
        file.write_bytes(gzip.decompress(path.read_bytes()))
        return read_articles(file)


def measured(explorer):
    """Give the seconds that each view takes from a filter to being drawn, by view."""
    seconds = {}
    for view in VIEWS:
        explorer.filter = Filter()
        explorer.ask(["set", "view", view])
        taken = []
        for where in FILTERS:
            begun = time.perf_counter()
            explorer.filter = where
            taken.append(time.perf_counter() - begun)
        seconds[view] = taken
    return seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--only", type=int, help="read so many articles")
    options = parser.parse_args()
    articles, name = collection(options.articles)
    if options.only:
        articles = Articles(tuple(articles[: options.only]))
    print(f"filter -> all redrawn, seconds in the kernel; {name}")
    print(f"{'view':<14}{'1 article':>12}{f'{len(articles):,} articles':>20}")
    screens = []
    with tempfile.TemporaryDirectory() as folder:
        for some in (Articles((articles[0],)), articles):
            mentions = find_mentions(some, engine="lexicon")
            file = Path(folder) / f"{len(some)}.csv"
            screens.append(measured(Explorer(mentions, decisions=file)))
    for view in VIEWS:
        few, many = (statistics.median(screen[view]) for screen in screens)
        print(f"{view:<14}{few:>12.3f}{many:>20.3f}")
    few, many = (
        statistics.median([one for taken in screen.values() for one in taken])
        for screen in screens
    )
    print(f"{'median':<14}{few:>12.3f}{many:>20.3f}")


if __name__ == "__main__":
    main()
