import json
import subprocess
import sys

import pytest

from kit.camel.bert import Model
from kit.camel.installed import NotInstalledError
from kit.camel.ner import CamelRecogniser
from kit.recogniser.span import Span

SENTENCES = [
    sentence.split()
    for sentence in (
        "قال محمد بن سلمان في الرياض إن ليبيا بخير .",
        "زار بومبيو طرابلس",
        "نعم",
        "",
        "زار بومبيو طرابلس",
    )
]
RECOGNISE = """
import json, sys
from kit.camel.ner import CamelRecogniser
sentences = [[word] * n for n in range(1, 40) for word in ("ليبيا", "بومبيو")]
spans = CamelRecogniser.load(sys.argv[1]).spans(sentences)
print(json.dumps({"spans": spans, "torch": "torch" in sys.modules}))
"""
BROKEN = "raise ImportError('libcudart.so.13: cannot open shared object file')\n"
CONFIG = {"model_type": "bert", "id2label": {"0": "O", "1": "B-PERS", "2": "I-PERS"}}


@pytest.fixture
def recogniser(make_model):
    return CamelRecogniser.load(make_model())


@pytest.fixture
def hollow(tmp_path, monkeypatch):
    """Return a folder that looks like a model, where torch looks installed."""
    packages = tmp_path / "packages"
    for name in ("torch", "transformers"):
        (packages / name).mkdir(parents=True)
        (packages / name / "__init__.py").write_text(BROKEN)
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(packages)
    folder = tmp_path / "hollow"
    folder.mkdir()
    (folder / "config.json").write_text(json.dumps(CONFIG))
    (folder / "vocab.txt").write_text("[PAD]\n")
    (folder / "model.safetensors").write_bytes(b"")
    return folder


@pytest.mark.neural
def test_spans_are_tokens_of_known_kinds(recogniser):
    spans = recogniser.spans(SENTENCES)
    assert len(spans) == len(SENTENCES)
    assert spans[0] != []
    assert spans[1] == spans[4]
    assert spans[3] == []
    for found, sentence in zip(spans, SENTENCES, strict=True):
        assert found == sorted(found)
        for span in found:
            assert type(span) is Span
            assert 0 <= span.first <= span.last < len(sentence)
            assert span.kind in {"person", "organisation", "place"}
            assert 0 < span.confidence <= 1


@pytest.mark.neural
def test_marks_and_ligatures_make_no_difference(recogniser):
    plain = recogniser.spans([["قال", "محمد", "لا", "أعلم"]])
    assert recogniser.spans([["قــالَ", "مُحَمَّد", "ﻻ", "أعلم"]]) == plain != [[]]


@pytest.mark.neural
def test_what_is_in_the_cache_needs_no_model(recogniser):
    spans = recogniser.spans(SENTENCES)
    again = CamelRecogniser.load(recogniser.folder)
    (again.folder / "model.safetensors").write_bytes(b"unreadable from now on")
    assert again.spans(SENTENCES[::-1]) == spans[::-1]
    with pytest.raises(ValueError, match="cannot be read"):
        again.spans([["جديد"]])


@pytest.mark.neural
def test_another_model_has_its_own_results(make_model):
    spans = CamelRecogniser.load(make_model()).spans(SENTENCES)
    folder = make_model(seed=4)
    others = CamelRecogniser.load(folder)
    assert others.spans(SENTENCES) != spans
    labels = Model(folder, use_gpu=None).label([tuple(SENTENCES[1])])
    first = labels[0][0]
    assert (first.name[2:] != "MISC") == any(
        span.first == 0 for span in others.spans(SENTENCES)[1]
    )


@pytest.mark.neural
def test_a_damaged_cache_costs_time_and_a_warning(recogniser, cache):
    spans = recogniser.spans(SENTENCES)
    cache.file.write_bytes(b"damaged " * 1000)
    with pytest.warns(RuntimeWarning, match="set aside as"):
        assert CamelRecogniser.load(recogniser.folder).spans(SENTENCES) == spans
    assert CamelRecogniser.load(recogniser.folder).spans(SENTENCES) == spans


@pytest.mark.neural
@pytest.mark.parametrize("text", ["", "[]", "[3, []", "[99, []]", '[3, [[7, "O", 1]]]'])
def test_a_damaged_result_is_worked_out_again(recogniser, cache, text):
    spans = recogniser.spans(SENTENCES)
    import sqlite3  # noqa: PLC0415  # only here is the file opened by hand

    with sqlite3.connect(cache.file) as connection:
        connection.execute("UPDATE results SET value = ?", [text])
    connection.close()
    assert CamelRecogniser.load(recogniser.folder).spans(SENTENCES) == spans


@pytest.mark.neural
def test_two_processes_at_once_give_the_same_and_a_third_pays_nothing(make_model):
    command = [sys.executable, "-W", "error::RuntimeWarning", "-c", RECOGNISE]
    command.append(str(make_model()))
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    answers = [json.loads(one.communicate()[0]) for one in both]
    third = subprocess.run(command, capture_output=True, check=True)
    answers.append(json.loads(third.stdout))
    assert [answer["torch"] for answer in answers] == [True, True, False]
    first, second, last = (answer["spans"] for answer in answers)
    assert first == second == last


def test_without_torch_the_command_that_brings_it_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)  # to Python: not installed
    with pytest.raises(NotInstalledError, match=r"pip install -e '\.\[neural\]'$"):
        CamelRecogniser.load()


def test_a_torch_that_does_not_work_is_named_with_its_reason(hollow):
    recogniser = CamelRecogniser.load(hollow)
    with pytest.raises(NotInstalledError) as caught:
        recogniser.spans([["ليبيا"]])
    assert str(caught.value) == (
        "The camel engine cannot be imported: libcudart.so.13: cannot open shared "
        "object file. Install them: .venv/bin/pip install -e '.[neural]'"
    )


def test_without_the_pretrained_model_the_command_that_brings_it_is_named(
    hollow, monkeypatch
):
    monkeypatch.setenv("CAMELTOOLS_DATA", str(hollow))
    with pytest.raises(FileNotFoundError) as caught:
        CamelRecogniser.load()
    assert str(caught.value) == (
        f"No pretrained model at '{hollow / 'data' / 'ner' / 'arabert'}'. Download it "
        "once (542 MB): .venv/bin/camel_data -i ner-arabert; or set CAMELTOOLS_DATA "
        "to the folder that has it."
    )


def test_a_folder_without_a_model_is_named_with_what_is_missing(hollow):
    (hollow / "vocab.txt").unlink()
    (hollow / "model.safetensors").unlink()
    with pytest.raises(FileNotFoundError) as caught:
        CamelRecogniser.load(hollow)
    assert str(caught.value) == (
        f"No BERT model in '{hollow}': no vocab.txt or tokenizer.json, no "
        "model.safetensors or pytorch_model.bin. Give a folder that save_pretrained "
        "wrote, with its tokenizer."
    )


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        ("{", "is not a model's configuration"),
        ("[]", "is not a model's configuration"),
        ("{}", r"is of type 'None'\. Give one of type 'bert'\."),
        ('{"model_type": "roberta"}', r"is of type 'roberta'\."),
        ('{"model_type": "bert"}', r"knows the labels none\. Give one trained"),
        (
            '{"model_type": "bert", "id2label": {"0": "LABEL_0", "1": "LABEL_1"}}',
            r"knows the labels LABEL_0, LABEL_1\. Give one trained for names",
        ),
        (
            '{"model_type": "bert", "id2label": {"0": "B-PERS"}}',
            r"knows the labels B-PERS\. Give one",
        ),
    ],
)
def test_a_model_that_is_not_for_names_is_refused(hollow, config, reason):
    (hollow / "config.json").write_text(config)
    with pytest.raises(ValueError, match=reason):
        CamelRecogniser.load(hollow)
