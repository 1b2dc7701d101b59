"""The camel engine as a researcher calls it: through find_mentions and commands."""

import shutil
import subprocess
import sys

import pytest

from kit.__main__ import main
from kit.articles.article import Article
from kit.articles.parts import parts_of
from kit.camel.installed import NotInstalledError
from kit.mentions.finding import find_mentions

TEXT = (
    "بومبيو يزور ليبيا\n"
    "قال محمد بن سلمان في الرياض إن زنكلوت بلداج غادر سمكار.\n"
    "ثم زار برنقال زلطم مدينة طرابلس وعاد إلى البيت.\n"
    "وقال جون هارتلي إن ستيف ماكنزي غادر.\n"
)
HOW = "Install them: .venv/bin/pip install -e '.[neural]'"


@pytest.fixture
def article():
    return Article("a", TEXT, parts_of(TEXT))


@pytest.fixture
def news(tmp_path):
    file = tmp_path / "news.txt"
    file.write_text(TEXT, encoding="utf-8")
    return str(file)


@pytest.fixture
def installed(make_model, tmp_path, monkeypatch):
    """Put a tiny model where camel-tools has its pretrained one."""
    shutil.copytree(make_model(), tmp_path / "data" / "ner" / "arabert")
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))


@pytest.fixture
def without_torch(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)  # to Python: not installed


def places(mentions, *engines):
    """Give where the mentions of some engines, or of all, stand, and what they are."""
    return {
        (row["start"], row["end"], row["entity"])
        for row in mentions.rows.to_dicts()
        if not engines or row["engine"] in engines
    }


@pytest.mark.neural
@pytest.mark.usefixtures("installed")
def test_the_camel_engine_adds_names_to_those_of_the_lexicon(article):
    mentions = find_mentions(article, engine="camel")
    assert set(mentions.proposals["engine"]) == {"camel"}
    assert places(mentions, "camel")
    (ways,) = {
        row["way"] for row in mentions.rows.to_dicts() if row["engine"] == "camel"
    }
    assert ways == "recognised"
    assert {"LY", "riyadh"} <= set(mentions.rows["entity"])
    again = find_mentions(article, engine="camel")
    assert again.rows.equals(mentions.rows)


@pytest.mark.neural
@pytest.mark.usefixtures("installed")
def test_by_vote_a_discovery_needs_a_second_engine(article):
    both = ("recogniser", "camel")
    by_vote = find_mentions(article, engine=both, combine="vote")
    by_union = find_mentions(article, engine=both)
    assert set(by_vote.proposals["engine"]) == set(both)
    assert by_vote.proposals.equals(by_union.proposals)
    new = places(by_vote, *both)
    assert 0 < len(new) < len(places(by_union, *both))
    seen = by_vote.proposals.to_dicts()
    for start, end, _ in new:
        engines = {
            one["engine"] for one in seen if one["start"] < end and start < one["end"]
        }
        assert len(engines) == 2
    assert {"LY", "riyadh"} <= set(by_vote.rows["entity"])


@pytest.mark.neural
@pytest.mark.usefixtures("installed")
def test_the_command_line_counts_with_the_camel_engine(capsys, news):
    assert main(["counts", news, "--engine", "camel", "--countries", "LY"]) == 0
    assert capsys.readouterr().out.split()[1:] == ["LY", "ليبيا"]


@pytest.mark.usefixtures("without_torch")
def test_without_torch_finding_names_the_command_that_brings_it(article):
    with pytest.raises(NotInstalledError) as caught:
        find_mentions(article, engine="camel")
    assert str(caught.value).startswith("The camel engine needs torch and transformers")
    assert str(caught.value).endswith(HOW)


@pytest.mark.usefixtures("without_torch")
@pytest.mark.parametrize("engine", ["camel", "recogniser,camel"])
def test_without_torch_a_command_says_so_in_one_line(capsys, news, engine):
    assert main(["counts", news, "--engine", engine]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert printed.err.startswith("kit: The camel engine needs torch and transformers")
    assert printed.err.endswith(f"{HOW}\n")


def test_without_torch_the_package_run_as_a_command_shows_no_traceback(news, tmp_path):
    hidden = "import sys; sys.modules['torch'] = None; from kit.__main__ import main; "
    command = [sys.executable, "-c", hidden + "sys.exit(main())"]
    done = subprocess.run(
        [*command, "counts", news, "--engine", "camel"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.endswith(f"{HOW}\n")
