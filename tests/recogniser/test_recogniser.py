"""Laws that hold for any weights, and what the shipped weights must know."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.language.tokens import tokenize
from kit.recogniser import recogniser as module
from kit.recogniser.file import load_model
from kit.recogniser.recogniser import Recogniser
from kit.recogniser.tags import KINDS, TAGS
from kit.recogniser.training_corpora import read_annotated

TOKENS = ("في", "قال", "وليبيا", "برلين", "محمد", "،", "2018", "BBC", "كوفاتش", "")
SENTENCES = st.lists(st.lists(st.sampled_from(TOKENS), max_size=12), max_size=6)


@pytest.fixture(scope="module")
def anyone(random_model):
    return Recogniser(random_model)


@given(SENTENCES)
def test_each_token_has_one_tag_and_each_sentence_its_spans(anyone, sentences):
    tags = anyone.tags(sentences)
    spans = anyone.spans(sentences)
    assert list(map(len, tags)) == list(map(len, sentences))
    assert len(spans) == len(sentences)


@given(SENTENCES)
def test_spans_are_in_order_apart_and_inside_their_sentence(anyone, sentences):
    for sentence, spans in zip(sentences, anyone.spans(sentences), strict=True):
        end = -1
        for span in spans:
            assert end < span.first <= span.last < len(sentence)
            assert span.kind in KINDS.values()
            assert 0 <= span.confidence <= 1
            end = span.last


@given(SENTENCES)
def test_spans_and_tags_say_the_same(anyone, sentences):
    short = {kind: tag for tag, kind in KINDS.items()}
    for tags, spans in zip(
        anyone.tags(sentences), anyone.spans(sentences), strict=True
    ):
        expected = ["O"] * len(tags)
        for span in spans:
            expected[span.first] = f"B-{short[span.kind]}"
            for at in range(span.first + 1, span.last + 1):
                expected[at] = f"I-{short[span.kind]}"
        assert tags == expected


@given(SENTENCES)
def test_a_sentence_is_tagged_alike_whatever_stands_beside_it(anyone, sentences):
    alone = [anyone.tags([sentence])[0] for sentence in sentences]
    assert anyone.tags(sentences) == alone
    assert anyone.tags(sentences[::-1]) == alone[::-1]


@given(SENTENCES)
def test_what_was_read_before_changes_nothing(random_model, anyone, sentences):
    assert Recogniser(random_model).tags(sentences) == anyone.tags(sentences)


def test_forgetting_words_changes_nothing(random_model, monkeypatch):
    monkeypatch.setattr(module, "_REMEMBERED_WORDS", 2)
    monkeypatch.setattr(module, "_STREAMED_TOKENS", 3)
    forgetful = Recogniser(random_model)
    sentences = [["محمد", token, "برلين", "في"] for token in TOKENS]
    expected = Recogniser(random_model).tags(sentences)
    assert forgetful.tags(sentences) == forgetful.tags(sentences) == expected


def test_no_sentence_and_an_empty_sentence_have_no_names(anyone):
    assert anyone.tags([]) == []
    assert anyone.spans([[], []]) == [[], []]


def test_a_sentence_may_be_very_long(anyone):
    long = ["محمد", "في", "برلين", "قال"] * 25_000
    assert len(anyone.tags([long])[0]) == 100_000


@pytest.fixture(scope="module")
def shipped():
    return Recogniser.shipped()


def named(shipped, text):
    tokens = tokenize(text).texts
    return [
        (" ".join(tokens[span.first : span.last + 1]), span.kind)
        for span in shipped.spans([tokens])[0]
    ]


def test_the_shipped_recogniser_is_loaded_once():
    assert Recogniser.shipped() is Recogniser.shipped()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "وصلت المستشارة الألمانية أنغيلا ميركل إلى القاهرة قادمة من برلين.",
            [("أنغيلا ميركل", "person"), ("القاهرة", "place"), ("برلين", "place")],
        ),
        (
            "وقال سامر الحوراني لوكالة رويترز إنه عاد إلى بيروت.",
            [
                ("سامر الحوراني", "person"),
                ("رويترز", "organisation"),
                ("بيروت", "place"),
            ],
        ),
        ("لم يحدث شيء جديد في هذا الأسبوع على الإطلاق.", []),
    ],
)
def test_the_shipped_recogniser_finds_names(shipped, text, names):
    assert named(shipped, text) == names


def test_the_shipped_recogniser_gives_the_same_each_time(shipped):
    again = Recogniser(load_model(files("kit").joinpath("data", "recogniser.npz")))
    tokens = tokenize("زار محمد بن سلمان باريس بدعوة من جامعة السوربون.").texts
    assert again.tags([tokens]) == shipped.tags([tokens])


@pytest.mark.shared
def test_the_shipped_recogniser_has_learned_its_corpus(shipped, shared):
    # It was trained on these very sentences: this says that the file that ships is
    # whole, not how good it is on others; for that see kit/data/recogniser.md.
    corpus = read_annotated(shared / "ner" / "anercorp-train.tsv")[-500:]
    tagged = shipped.tags([sentence.tokens for sentence in corpus], misc=True)
    pairs = [
        (tag, TAGS[number])
        for tags, sentence in zip(tagged, corpus, strict=True)
        for tag, number in zip(tags, sentence.tags, strict=True)
    ]
    right = sum(tag == wanted != "O" for tag, wanted in pairs)
    said = sum(tag != "O" for tag, _ in pairs)
    there = sum(wanted != "O" for _, wanted in pairs)
    assert 2 * right / (said + there) > 0.8
