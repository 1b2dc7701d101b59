import io

import numpy as np

from kit.recogniser.file import load_model, save_model


def written(model):
    file = io.BytesIO()
    save_model(model, file)
    return file.getvalue()


def test_what_is_written_is_read(random_model):
    read = load_model(io.BytesIO(written(random_model)))
    assert read.vocabulary == random_model.vocabulary
    assert read.temperature == random_model.temperature
    np.testing.assert_array_equal(read.network.leave, random_model.network.leave)
    word = [random_model.vocabulary.look_up("وليبيا")]
    np.testing.assert_array_equal(
        read.network.first_vectors(word), random_model.network.first_vectors(word)
    )


def test_the_same_model_is_written_as_the_same_bytes(random_model):
    assert written(random_model) == written(
        load_model(io.BytesIO(written(random_model)))
    )
