"""The hand-annotated articles, scored as an outsider would: command line and scorer."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.shared


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


def test_actors_and_places_of_the_news_articles_do_not_fall_back(shared, tmp_path):
    gold = shared / "gold" / "news.mentions.jsonl"
    score = scored(shared, gold, shared / "gold" / "news.articles.jsonl", tmp_path)
    assert score["person"]["f1"] >= 0.87
    assert score["organisation"]["f1"] >= 0.85
    assert score["place"]["f1"] >= 0.87
    assert score["linking"]["f1"] >= 0.97
