"""How fast is a store built, how fast does it open, and does either grow?

    python tests/bench/building.py [ARTICLES] [--sizes 1000,100000] [--engine NAME]

ARTICLES is a .jsonl of news, also .gz; without it, the shared collection where it is,
else the seed article repeated under other ids. More articles than there are repeat them
under new ids. They are written as files of 5,000, and each size is built by one process
of its own, so its memory is its own. Seconds of the processor are given beside those of
the clock: on a machine that others use, they are what can be compared.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from itertools import count, islice
from pathlib import Path

from finding import ROOT, shared

SIZES = (1000, 10_000, 31_499)
IN_A_FILE = 5000
FILTERS = (
    {"countries": ["LY"]},
    {"parts": ["headline"]},
    {"since": "2018-03", "until": "2018-06"},
    {"capitals": True, "nested": False},
)


def records(path):
    """Give records without end: those that there are, then again under new ids."""
    path = path or shared() / "news" / "ant-v2.1.jsonl.gz"
    if path.exists():
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as lines:
            own = [json.loads(line) for line in lines if line.strip()]
    else:
        text = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
        own = [{"id": "seed", "text": text}]
    for again in count():
        for record in own:
            yield record if not again else {**record, "id": f"{record['id']}-{again}"}


def write(folder, path, size):
    """Write files of as many articles; give how many each of them holds."""
    some = islice(records(path), size)
    for number in count():
        lines = [json.dumps(one, ensure_ascii=False) for one in islice(some, IN_A_FILE)]
        if not lines:
            return
        file = folder / f"{number:04}.jsonl"
        file.write_text("\n".join(lines), encoding="utf-8")


def used(who):
    told = resource.getrusage(who)
    return told.ru_utime + told.ru_stime, told.ru_maxrss / 1024


def building(pipe, folder, store, engine, workers):
    """Build in a process of its own; give seconds, those of processors, and memory."""
    from kit.corpus import build
    from kit.corpus.working import cores
    from kit.lexicon.lexicon import default_lexicon
    from kit.recogniser.recogniser import Recogniser

    if workers == 1:  # with more, every one of them loads them, and that is counted
        default_lexicon()
        Recogniser.shipped()
    begun, processor = time.perf_counter(), time.process_time()
    corpus = build(folder, store, engine=engine, workers=workers, progress=False)
    seconds, processor = time.perf_counter() - begun, time.process_time() - processor
    children, largest = used(resource.RUSAGE_CHILDREN)
    _, own = used(resource.RUSAGE_SELF)
    tokens = sum(one.tokens for one in corpus.files.manifest.partitions)
    pipe.send((seconds, processor + children, max(own, largest), tokens, cores()))


def finding(pipe, folder, engine):
    """Find in memory what a store is built of, to see what building adds."""
    sys.stderr = io.StringIO()  # progress bars are not what is measured
    from kit import find_mentions, read_articles
    from kit.lexicon.lexicon import default_lexicon
    from kit.recogniser.recogniser import Recogniser

    default_lexicon()
    Recogniser.shipped()
    begun, processor = time.perf_counter(), time.process_time()
    tokens = find_mentions(read_articles(folder), engine=engine).tokens["tokens"].sum()
    seconds, processor = time.perf_counter() - begun, time.process_time() - processor
    pipe.send((seconds, processor, used(resource.RUSAGE_SELF)[1], tokens, 1))


def opening(pipe, store):
    """Open in a process of its own; give the seconds of what a reader waits for."""
    from kit.charts.bars import bars
    from kit.charts.plotly_renderer import figure
    from kit.corpus import open_corpus
    from kit.counts import Filter, concordance, count_mentions, over_time, select
    from kit.lexicon.lexicon import default_lexicon

    default_lexicon()
    count_mentions  # noqa: B018  # imported before the clock runs
    begun = time.perf_counter()
    mentions = open_corpus(store)
    opened = time.perf_counter() - begun
    figure(bars(count_mentions(mentions)))
    drawn = time.perf_counter() - begun
    filtered = []
    for where in FILTERS:
        begun = time.perf_counter()
        count_mentions(mentions, where=Filter.from_dict(where))
        filtered.append(time.perf_counter() - begun)
    begun = time.perf_counter()
    over_time(mentions)
    monthly = time.perf_counter() - begun
    rows = select(mentions, where={"countries": ["LY"]})
    begun = time.perf_counter()
    concordance(mentions, rows[:: max(1, len(rows) // 50)][:50])
    lines = time.perf_counter() - begun
    _, memory = used(resource.RUSAGE_SELF)
    pipe.send((opened, drawn, max(filtered), monthly, lines, memory))


def apart(work, *given):
    """Run a function in a process of its own and give what it sends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, *given))
    process.start()
    theirs.close()
    told = ours.recv()
    process.join()
    return told


def size_of(store):
    return sum(file.stat().st_size for file in store.rglob("*") if file.is_file()) / 1e6


def line(name, size, told, store):
    seconds, processor, memory, tokens, _ = told
    print(
        f"{name:<12}{size:>9,}{seconds:>9.1f}{size / seconds:>9.0f}"
        f"{tokens / seconds:>10,.0f}{processor:>9.1f}{size / processor:>9.0f}"
        f"{memory:>9.0f}{size_of(store):>9.1f}"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("articles", nargs="?", type=Path)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--engine", default="lexicon")
    parser.add_argument("--scaled", type=int, default=10_000, metavar="ARTICLES")
    options = parser.parse_args()
    sizes = [int(one) for one in options.sizes.split(",")]
    print(f"building with the {options.engine} engine; cpu: seconds of processors")
    print(
        f"{'workers':<12}{'articles':>9}{'seconds':>9}{'art/s':>9}{'tokens/s':>10}"
        f"{'cpu':>9}{'art/cpu':>9}{'peak MB':>9}{'disk MB':>9}"
    )
    opened = {}
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            news, store = Path(name) / f"n{size}", Path(name) / f"s{size}"
            news.mkdir()
            write(news, options.articles, size)
            told = apart(building, news, store, options.engine, 1)
            line("1", size, told, store)
            opened[size] = apart(opening, store)
            if size == options.scaled:
                told = apart(finding, news, options.engine)
                line("in memory", size, told, Path(name) / "none")
                two = Path(name) / "two"
                line("2", size, apart(building, news, two, options.engine, 2), two)
    print()
    print(
        f"{'articles':>9}{'open':>9}{'+ chart':>9}{'filter':>9}{'by month':>9}"
        f"{'50 lines':>9}{'peak MB':>9}"
    )
    for size, (*seconds, memory) in opened.items():
        said = "".join(f"{one:>9.3f}" for one in seconds)
        print(f"{size:>9,}{said}{memory:>9.0f}")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
