"""How fast is finding? Five programs over the same text, in one run.

    python tests/bench/finding.py [TEXTS] [--articles N]

TEXTS is a .jsonl of news; without it, the shared politics articles where they are, else
the seed article repeated. Each program runs in a process of its own, three times in
turn, after a warm-up; the median counts. Tokens are those of camel-tools for all, so
the last column is a ratio of speeds over the same text.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROUNDS = 3


def shared():
    """Give the folder of the shared news, which may not be there."""
    return Path(os.environ.get("KIT_SHARED", ROOT.parent / "shared"))


def texts(path, articles):
    """Give the texts to work on, and where they come from."""

    path = path or shared() / "news" / "politics.jsonl"
    if path.exists():
        lines = path.read_text(encoding="utf-8").split("\n")[:articles]
        return [json.loads(line)["text"] for line in lines if line], path.name
    seed = next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    return [seed] * articles, "the seed article, repeated"


def camel_tokens(documents):
    from camel_tools.tokenizers.word import simple_word_tokenize

    return lambda: sum(len(simple_word_tokenize(text)) for text in documents)


def kit_finding(documents, engine="lexicon"):
    from kit.articles.article import Article, Articles
    from kit.articles.parts import parts_of
    from kit.mentions.finding import find_mentions

    articles = Articles(
        tuple(
            Article(str(number), text, parts_of(text))
            for number, text in enumerate(documents)
        )
    )
    return lambda: len(find_mentions(articles, engine=engine))


def kit_recognising(documents):
    return kit_finding(documents, "recogniser")


def forms():
    """Give every form of the kit's lexicon, as its table or rule writes it."""
    from kit.lexicon.actors import actor_forms
    from kit.lexicon.countries import country_forms
    from kit.lexicon.places import place_forms

    named = [*country_forms(), *place_forms(), *(form for form, _ in actor_forms())]
    return sorted({form.text for form in named})


def spacy_matcher(documents):
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("ar")
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("form", list(nlp.pipe(forms())))
    return lambda: sum(len(matcher(doc)) for doc in nlp.pipe(documents))


def aho_corasick(documents):
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for form in forms():
        automaton.add_word(form, form)
    automaton.make_automaton()
    return lambda: sum(1 for text in documents for _ in automaton.iter(text))


KIT = "kit: find_mentions, lexicon engine"
PROGRAMS = {
    "camel-tools tokenizer alone": camel_tokens,
    KIT: kit_finding,
    "kit: the same with its recogniser": kit_recognising,
    'spaCy blank("ar") + PhraseMatcher': spacy_matcher,
    "Aho-Corasick scan, bare": aho_corasick,
}


def work(name, documents, pipe):
    """Set a program up, then run it once for each word that comes."""
    sys.stderr = io.StringIO()  # progress bars are not what is measured
    began = time.perf_counter()
    run = PROGRAMS[name](documents)
    run()
    pipe.send(time.perf_counter() - began)
    while pipe.recv():
        began = time.perf_counter()
        found = run()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        pipe.send((time.perf_counter() - began, found, memory))


def measure(documents):
    """Run all programs in turn; give seconds, what they found, and peak memory."""
    context = multiprocessing.get_context("spawn")
    pipes = {}
    for name in PROGRAMS:
        pipes[name], theirs = context.Pipe()
        context.Process(
            target=work, args=(name, documents, theirs), daemon=True
        ).start()
        pipes[name].recv()
    results = {name: [] for name in PROGRAMS}
    for _ in range(ROUNDS):
        for name, pipe in pipes.items():
            pipe.send("run")
            results[name].append(pipe.recv())
    for pipe in pipes.values():
        pipe.send("")
    return results


LOADED = {
    "lexicon": "from kit.lexicon.lexicon import default_lexicon as load",
    "recogniser": "from kit.recogniser.recogniser import Recogniser;"
    "load = Recogniser.shipped",
}


def load_seconds(what):
    """Give how long a fresh process takes to have the lexicon or recogniser ready."""
    code = (
        f"import time; {LOADED[what]};"
        "began = time.perf_counter(); load(); print(time.perf_counter() - began)"
    )
    command = [sys.executable, "-c", code]
    runs = [subprocess.check_output(command, cwd=ROOT) for _ in range(ROUNDS)]
    return statistics.median(map(float, runs))


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    documents, source = texts(options.texts, options.articles)
    # One core for all: numpy would take every core for the recogniser.
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    results = measure(documents)
    tokens = results["camel-tools tokenizer alone"][0][1]
    speeds = {
        name: tokens / statistics.median(seconds for seconds, _, _ in runs)
        for name, runs in results.items()
    }
    print(f"{len(documents)} articles of {source}, {tokens:,} tokens; ", end="")
    print(f"medians of {ROUNDS}\n")
    print("| program | tokens/s | found | peak MB | kit is |")
    print("| --- | ---: | ---: | ---: | ---: |")
    kit = speeds[KIT]
    for name, runs in results.items():
        _, found, memory = runs[-1]
        print(f"| {name} | {speeds[name]:,.0f} | {found:,} | {memory:.0f} ", end="")
        print(f"| {kit / speeds[name]:.2f} x |")
    print(
        f"\nkit: {len(documents) * kit / tokens:,.0f} articles/s on one core; ", end=""
    )
    ready = (f"{what} ready in {load_seconds(what):.2f} s" for what in LOADED)
    print(", ".join(ready))


if __name__ == "__main__":
    main()
