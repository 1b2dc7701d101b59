import csv
import io
import json

import pytest

from kit.__main__ import main
from kit.corpus import open_corpus, plan


@pytest.fixture
def store(news, tmp_path):
    folder = tmp_path / "store"
    options = ["--store", str(folder), "--engine", "lexicon", "--workers", "1"]
    assert main(["build", str(news), *options]) == 0
    return str(folder)


def told(capsys, *arguments):
    capsys.readouterr()  # what was said before
    assert main([*arguments]) == 0
    return capsys.readouterr()


def test_a_store_is_built_and_what_was_not_read_is_said(capsys, news, store):
    said = capsys.readouterr()
    assert said.out == f"{store}\n"
    assert f"kit: {news}/broken.jsonl, line 1: is not JSON" in said.err
    assert "kit: 24 articles in 1 new partition\n" in said.err


@pytest.mark.parametrize(
    "command",
    [
        ["mentions"],
        ["counts", "--format", "csv"],
        ["counts", "--by", "actor", "--unit", "articles", "--since", "2018-04"],
        ["ledger", "--entity", "LY"],
        ["ambiguous"],
    ],
)
def test_every_command_takes_a_store_in_place_of_articles(capsys, news, store, command):
    name, *options = command
    of_store = told(capsys, name, store, *options)
    of_news = told(capsys, name, str(news), *options, "--engine", "lexicon")
    assert of_store.out == of_news.out
    assert of_store.err == ""


def test_a_chart_is_drawn_of_a_store(capsys, store, tmp_path):
    file = tmp_path / "chart.html"
    assert told(capsys, "chart", store, "-o", str(file)).out.endswith(f"{file}\n")
    assert file.stat().st_size


def test_decisions_hold_for_a_store(capsys, store, tmp_path):
    rows = csv.DictReader(
        io.StringIO(told(capsys, "counts", store, "--format", "csv").out)
    )
    before = {row["entity"]: row["value"] for row in rows}
    file = tmp_path / "decisions.csv"
    file.write_text(
        "id,time,action,surface\na1,2026-01-01T00:00:00Z,not a mention,قطر\n",
        encoding="utf-8",
    )
    out = told(
        capsys, "counts", store, "--format", "json", "--decisions", str(file)
    ).out
    after = {row["entity"]: row["value"] for row in json.loads(out)["counts"]}
    assert "QA" in before
    assert "QA" not in after


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--engine", "camel"], "was built without this --engine. Leave it out"),
        (["--combine", "vote"], "was built without this --combine"),
        (["--titles"], "was built without this --titles"),
        (["--morphology"], "was built without this --morphology"),
    ],
)
def test_a_store_that_was_built_otherwise_is_refused(capsys, store, options, message):
    assert main(["counts", store, *options]) == 1
    assert message in capsys.readouterr().err


def test_a_store_is_given_alone(capsys, store, news):
    assert main(["counts", store, str(news)]) == 1
    assert "is given with other paths. Give it alone." in capsys.readouterr().err


def test_two_builds_at_once_are_refused(capsys, store, news):
    settings = open_corpus(store).files.manifest.settings
    first = plan.Plan.of(
        paths=news,
        store=store,
        engine=settings.engine,
        combine="union",
        titles=False,
        decisions=None,
    )
    with first.building(progress=False):
        assert main(["build", str(news), "--store", store, "--engine", "lexicon"]) == 1
    assert "kit: Somebody else is building" in capsys.readouterr().err


def test_a_stale_store_says_so_on_stderr(capsys, store, monkeypatch):
    from kit.corpus import opening  # noqa: PLC0415  # what is replaced in it

    monkeypatch.setattr(opening.Corpus, "stale", {"lexicon": "another lexicon"})
    said = told(capsys, "counts", store)
    assert said.err.startswith(f"kit: The store '{store}' was built with another lexi")
    assert "Build it again: python -m kit build" in said.err
