import pytest

from kit.camel.bert import Model
from kit.camel.installed import camel_tools_at_hand
from kit.camel.spans import OUTSIDE

pytestmark = pytest.mark.neural

SENTENCES = [
    tuple(sentence.split())
    for sentence in (
        "قال محمد بن سلمان في الرياض إن ليبيا بخير .",
        "زار بومبيو طرابلس",
        "نعم",
        "عاد وزير الخارجية إلى القاهرة ، ثم غادر .",
    )
]
DIRECTION_MARK = "\u200f"  # RIGHT-TO-LEFT MARK


@pytest.fixture(scope="module")
def folder(make_model):
    return make_model()


@pytest.fixture(scope="module")
def model(folder):
    return Model(folder, use_gpu=None)


@pytest.fixture(scope="module")
def recogniser(folder):
    with camel_tools_at_hand():
        from camel_tools.ner import NERecognizer  # noqa: PLC0415  # imports torch

        return NERecognizer(str(folder), use_gpu=False)


def names(labels):
    return [[label.name for label in sentence] for sentence in labels]


def test_the_labels_are_those_of_camel_tools(model, recogniser):
    expected = recogniser.predict([list(sentence) for sentence in SENTENCES])
    assert len({label for sentence in expected for label in sentence}) > 2
    assert names(model.label(SENTENCES)) == expected


def test_a_batch_is_labelled_like_its_sentences_one_by_one(model):
    many = SENTENCES * 20  # more than one batch
    together = model.label(many)
    apart = [model.label([sentence])[0] for sentence in many]
    assert names(together) == names(apart)
    for some, others in zip(together, apart, strict=True):
        sure = [label.confidence for label in some]
        assert sure == pytest.approx([label.confidence for label in others], abs=2e-4)


def test_a_token_without_pieces_moves_no_label(model, recogniser):
    first, *rest = SENTENCES[1]
    marked = (first, DIRECTION_MARK, *rest)
    label, *others = model.label([SENTENCES[1]])[0]
    assert model.label([marked])[0] == [label, OUTSIDE, *others]
    # This is why the kit does not call predict: one label less than tokens.
    assert len(recogniser.predict([list(marked)])[0]) == len(marked) - 1


def test_a_token_longer_than_the_window_moves_no_label(model):
    long = "ا،" * 200
    label, *others = model.label([SENTENCES[1]])[0]
    assert model.label([(SENTENCES[1][0], long, *SENTENCES[1][1:])])[0] == [
        label,
        OUTSIDE,
        *others,
    ]


def test_every_token_of_a_long_sentence_gets_its_label(model):
    # 34 pieces each with its stop: seven fit into the window of 254.
    sentence = SENTENCES[0]
    single = model.label([sentence * 7])[0]
    assert model.label([sentence * 21])[0] == single * 3
    assert OUTSIDE not in single


def test_a_model_with_a_narrow_window_is_given_no_more(make_model):
    narrow = Model(make_model(positions=24), use_gpu=False)
    labels = narrow.label([SENTENCES[0] * 5, ()])
    assert list(map(len, labels)) == [50, 0]
    assert OUTSIDE not in labels[0]


def test_nothing_gives_nothing(model):
    assert model.label([]) == []
    assert model.label([(), ("",)]) == [[], [OUTSIDE]]


def test_a_gpu_that_is_not_there_is_not_pretended(folder):
    import torch  # noqa: PLC0415  # not there in the ordinary tests

    if torch.cuda.is_available():
        pytest.skip("there is a GPU here")
    with pytest.raises(RuntimeError, match="use_gpu=True, but torch finds no GPU"):
        Model(folder, use_gpu=True)


def test_half_a_model_is_named(make_model):
    folder = make_model()
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:5000])
    with pytest.raises(ValueError, match=r"cannot be read: .* Copy or download it"):
        Model(folder, use_gpu=None)
