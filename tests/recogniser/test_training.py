"""The whole of training on a handful of sentences; needs torch."""

import sys

import pytest

from kit import read_articles
from kit.__main__ import main
from kit.mentions.labelling import labelled
from kit.recogniser.file import load_model
from kit.recogniser.recogniser import Recogniser

ANNOTATED = (
    "token\ttag\tfine\n"
    "وصل\tO\tO\n"
    "أوباما\tB-PERS\tB-Politician\n"
    "إلى\tO\tO\n"
    "برلين\tB-LOC\tB-Population-Center\n"
    "\n"
    "قال\tO\t_\n"
)
OTHERS = "token\ttag\nعاد\tO\nالقدس\tB-LOC\n\nكأس\tB-MIS\n"
NEWS = '{"title": "زيارة", "text": "وصل الرئيس باراك أوباما إلى برلين في ليبيا."}\n'


@pytest.fixture
def data(tmp_path):
    contents = {"main.tsv": ANNOTATED, "others.tsv": OTHERS, "news.jsonl": NEWS * 2}
    paths = []
    for name, content in contents.items():
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        paths.append(str(path))
    return paths


def trained(data, output):
    assert main(["train-recogniser", *data, "-o", str(output)]) == 0
    return output.read_bytes()


@pytest.fixture
def quick(monkeypatch):
    training = pytest.importorskip("kit.recogniser.training", exc_type=ImportError)
    for pace in ("_NEWS_PACE", "_TEACHER_PACE", "_STUDENT_PACE"):
        few = getattr(training, pace)
        monkeypatch.setattr(training, pace, type(few)(3, 1e-3, 1e-3, few.hidden))
    monkeypatch.setattr(training, "_SHORTEST", 1)
    monkeypatch.setattr(training, "_RAREST", 1)
    monkeypatch.setattr(training, "_BUCKETS", 100)


@pytest.mark.usefixtures("quick")
def test_training_twice_gives_the_same_file(data, tmp_path):
    one = trained(data, tmp_path / "one.npz")
    assert trained(data, tmp_path / "two.npz") == one


@pytest.mark.usefixtures("quick")
def test_what_is_trained_tags(data, tmp_path):
    trained(data, tmp_path / "one.npz")
    recogniser = Recogniser(load_model(tmp_path / "one.npz"))
    assert len(recogniser.tags([["وصل", "أوباما", "إلى", "برلين"]])[0]) == 4


def test_training_without_a_corpus_to_learn_says_what_is_missing(data, capsys):
    pytest.importorskip("torch")
    assert main(["train-recogniser", data[2], "-o", "none.npz"]) == 1
    said = capsys.readouterr().err
    assert "expected one .tsv with finer classes in a third column, found 0" in said


def test_without_torch_the_command_that_installs_it_is_named(data, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "kit.recogniser.training", raising=False)
    assert main(["train-recogniser", *data, "-o", "none.npz"]) == 1
    assert ".venv/bin/pip install -e '.[neural]'" in capsys.readouterr().err


def test_news_is_labelled_by_the_rules(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(NEWS * 2, encoding="utf-8")
    sentences = list(labelled(read_articles(path)))
    assert [dict(zip(*one, strict=True)) for one in sentences] == [
        {"زيارة": "O"},
        {
            "وصل": "O",
            "الرئيس": "O",
            "باراك": "B-PERS",
            "أوباما": "I-PERS",
            "إلى": "O",
            "برلين": "B-LOC",
            "في": "O",
            "ليبيا": "B-LOC",
            ".": "O",
        },
    ]
