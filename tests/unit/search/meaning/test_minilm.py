"""The model itself: NumPy's vectors beside those of the reference implementation."""

import json
import shutil

import numpy as np
import pytest

from faqtui.search.meaning import embedder
from faqtui.search.meaning.minilm import MiniLM
from support.meanings import installed_model
from support.places import TESTS

GOLDEN = TESTS / "golden" / "meaning"
TEXTS = [json.loads(line) for line in (GOLDEN / "texts.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def model():
    with installed_model() as directory:
        yield MiniLM(directory)


@pytest.fixture(scope="module")
def vectors(model):
    return model.texts(TEXTS)


def reference():
    """The vectors of the texts by the model in 32 bits (PyTorch, transformers' BertModel, mean of the pieces), as 8 bits each."""
    found = np.fromfile(GOLDEN / "vectors.int8", np.int8).reshape(len(TEXTS), -1).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def test_numpy_says_what_the_reference_model_says(vectors):
    assert len(TEXTS) == 500
    cosines = (vectors * reference()).sum(axis=1)
    assert cosines.min() >= 0.99
    assert cosines.mean() >= 0.999


def test_a_vector_is_of_length_one_and_the_same_alone_and_among_others(model, vectors):
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for place in (0, 7, 480):
        assert np.allclose(model.query(TEXTS[place][:200]), model.texts([TEXTS[place][:200], "x " * 90])[0], atol=1e-4)


def test_the_same_in_other_words_is_nearer_than_the_same_words_about_something_else(model):
    query = model.query("how can I undo a bad release")
    back, bread = model.texts(["Roll back a deployment that failed", "Release the bread from a bad tin"])
    assert query @ back > query @ bread


@pytest.mark.parametrize("file", ["model.json", "weights.bin", "vocabulary.txt"])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut"])
def test_files_that_are_not_whole_are_told_of(tmp_path, file, damage):
    with installed_model() as directory:
        for name in ("model.json", "weights.bin", "vocabulary.txt"):
            shutil.copy(directory / name, tmp_path)
    whole = (tmp_path / file).read_bytes()
    if damage == "missing":
        (tmp_path / file).unlink()
    else:
        (tmp_path / file).write_bytes(b"" if damage == "empty" else whole[: len(whole) // 2])
    with pytest.raises(embedder.Damaged, match=str(tmp_path)):
        MiniLM(tmp_path)


def test_a_model_of_another_format_is_told_of(tmp_path):
    (tmp_path / "model.json").write_text('{"format": 99}')
    with pytest.raises(embedder.Damaged, match="format 99"):
        MiniLM(tmp_path)
