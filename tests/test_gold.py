"""The hand-annotated articles, scored as an outsider would: command line and scorer."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

UNSEEN = Path(__file__).parent / "gold" / "unseen.mentions.jsonl"


def scored(shared, gold, articles, tmp_path):
    """Score what the command line finds in some articles against their gold."""
    command = [sys.executable, "-m", "kit", "mentions", str(articles)]
    found = subprocess.check_output(command, text=True, encoding="utf-8")
    rows = [json.loads(line) for line in found.splitlines() if line]
    if gold.name.startswith("seed"):  # one article; its rows carry no id
        rows = [{**row, "article": ""} for row in rows]
    predicted = tmp_path / "predicted.jsonl"
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    predicted.write_text("".join(lines), encoding="utf-8")
    score = [sys.executable, str(shared / "score" / "score.py"), "--json"]
    return json.loads(subprocess.check_output([*score, str(gold), str(predicted)]))


def test_the_seed_article_is_found_whole(shared, tmp_path):
    gold = shared / "gold" / "seed-article.mentions.jsonl"
    score = scored(shared, gold, "seeds", tmp_path)
    assert {
        kind: score[kind]["f1"] for kind in ("country", "person", "organisation")
    } == {
        "country": 1.0,
        "person": 1.0,
        "organisation": 1.0,
    }
    assert score["counts"] == 1.0


def test_countries_of_the_news_articles_reach_the_aim(shared, tmp_path):
    gold = shared / "gold" / "news.mentions.jsonl"
    score = scored(shared, gold, shared / "gold" / "news.articles.jsonl", tmp_path)
    assert score["country"]["f1"] >= 0.97
    assert score["counts"] >= 0.97


def test_actors_and_places_of_the_news_articles_reach_the_aims(shared, tmp_path):
    gold = shared / "gold" / "news.mentions.jsonl"
    score = scored(shared, gold, shared / "gold" / "news.articles.jsonl", tmp_path)
    assert score["person"]["f1"] >= 0.90
    assert score["organisation"]["f1"] >= 0.80
    assert score["place"]["f1"] >= 0.85
    assert score["linking"]["f1"] >= 0.97


def test_articles_nobody_looked_at_are_found_as_the_readme_says(shared, tmp_path):
    articles = unseen_articles(shared, tmp_path)
    score = scored(shared, UNSEEN, articles, tmp_path)
    assert score["country"]["f1"] >= 0.97
    assert score["counts"] >= 0.97
    assert score["person"]["f1"] >= 0.80
    assert score["organisation"]["f1"] >= 0.80
    assert score["place"]["f1"] >= 0.85
    assert score["linking"]["f1"] >= 0.97


def unseen_articles(shared, tmp_path):
    """Write the articles that were annotated, out of the corpus, into a file."""
    rows = map(json.loads, UNSEEN.read_text(encoding="utf-8").splitlines())
    wanted = {row["article"] for row in rows}
    path = tmp_path / "articles.jsonl"
    corpus = shared / "news" / "ant-v2.1.jsonl.gz"
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        records = [r for r in map(json.loads, lines) if r["id"] in wanted]
    with path.open("w", encoding="utf-8") as written:
        for record in records:
            text = f"{record['title']}\n\n{record['text']}\n"
            article = {"id": record["id"], "text": text}
            written.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path
