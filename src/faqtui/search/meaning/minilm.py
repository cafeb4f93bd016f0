"""all-MiniLM-L6-v2 in NumPy: the forward pass of a small BERT whose weights come from the package ``faqtui_meaning``.

Layers as in Devlin et al. 2018 (attention, then a wider layer, each added to what came in and normalised), a sentence being the
mean of its words. Weights are 8-bit integers with a scale for each row: those of the layers become 32-bit once, 42 MB; those
of the words stay as they lie in the file, and only rows that a text has are read.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Sequence
from importlib import import_module
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faqtui.search import weights
from faqtui.search.meaning.embedder import Damaged
from faqtui.search.meaning.one_thread import import_numpy
from faqtui.search.meaning.wordpieces import WordPieces

if TYPE_CHECKING:
    from faqtui.search.meaning.embedder import Matrix

FORMAT = 1
"""The format of the package's files that is understood here."""

TOGETHER = 16
"""Texts of like length that go through the layers in one go: with more the tables no longer fit the processor's caches."""

BENT = 64
"""Rows that are bent in one go: 0.4 MB, which stay in the processor's nearer cache from one step to the next."""

LONGEST_QUERY = 64
"""Pieces of a query that are looked at: a page pasted by mistake must not take a second."""

_EPSILON = 1e-12  # of the model's own normalising


class MiniLM:
    """The model of one directory, as `faqtui.search.meaning.embedder.Embedder` has it."""

    size = 384
    floor = 0.0
    strong, usual = weights.STRONG_COSINE, weights.USUAL
    joins, same = weights.JOINS_COSINE, weights.SAME_COSINE

    def __init__(self, directory: Path) -> None:
        """Read the model: some 0.1 s with NumPy's import. Raises Damaged where the files are not what is expected."""
        self._np = np = import_numpy()
        try:
            facts = json.loads((directory / "model.json").read_bytes())
            if facts["format"] != FORMAT:
                raise Damaged(f"{directory}: a model of format {facts['format']}, where {FORMAT} is needed")
            weights_file = directory / "weights.bin"
            self.name: str = facts["name"]
            # Of the words a few rows are read now and then; all else is read once, and what it is made of let go of.
            tables = {
                name: np.memmap(weights_file, kind, "r", begin, tuple(shape))
                if name == "words"
                else np.fromfile(weights_file, kind, prod(shape), offset=begin).reshape(shape)
                for name, (kind, shape, begin) in facts["tables"].items()
            }
            vocabulary = (directory / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
            if len(vocabulary) != len(tables["words"]):
                raise Damaged(f"{directory}: damaged: {len(vocabulary)} words, where {len(tables['words'])} have a row")
            self._pieces = WordPieces(vocabulary)
            self._words, self._scales = tables["words"], tables["words scale"]
            if hasattr(
                mmap, "MADV_RANDOM"
            ):  # else what lies around each row is read into memory too: 8 MB after some queries
                self._words.base.madvise(mmap.MADV_RANDOM)
            self._positions, self._norm = tables["positions"], tables["norm"]
            self._heads: int = facts["heads"]
            self._layers = [_Layer(np, tables, f"layer {layer} ") for layer in range(facts["layers"])]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise Damaged(f"{directory}: damaged: {error!r}") from error

    def query(self, text: str) -> Matrix:
        """The vector of a query: `size` numbers, of length 1."""
        vector: Matrix = self._forward([self._pieces.numbers(text, LONGEST_QUERY)])[0]
        return vector

    def texts(self, texts: Sequence[str]) -> Matrix:
        """The vectors of texts of entries, a row each, of length 1."""
        np = self._np
        pieces = [self._pieces.numbers(text, len(self._positions)) for text in texts]
        order = sorted(range(len(pieces)), key=lambda place: len(pieces[place]))
        vectors: Matrix = np.empty((len(texts), self.size), np.float32)
        for begin in range(0, len(order), TOGETHER):
            places = order[begin : begin + TOGETHER]
            vectors[places] = self._forward([pieces[place] for place in places])
        return vectors

    def _forward(self, several: Sequence[Sequence[int]]) -> Matrix:
        """The vectors of several texts, given by their pieces."""
        np, heads, width = self._np, self._heads, self.size
        count, longest = len(several), max(map(len, several))
        numbers = np.zeros((count, longest), np.intp)
        there = np.zeros((count, longest), np.float32)
        for place, one in enumerate(several):
            numbers[place, : len(one)] = one
            there[place, : len(one)] = 1
        # Pieces that only fill up shorter texts get no attention.
        hidden = np.where(there > 0, np.float32(0), np.float32(-1e9))[:, None, None, :]
        x = self._words[numbers].astype(np.float32) * self._scales[numbers] + self._positions[:longest]
        x = _normed(np, x.reshape(count * longest, width), self._norm)
        part = width // heads
        for layer in self._layers:
            asked = _through(x, layer.attention, layer.attention_bias)
            query, key, value = asked.reshape(count, longest, 3, heads, part).transpose(2, 0, 3, 1, 4)
            looks = query @ key.transpose(0, 1, 3, 2)
            looks *= np.float32(part**-0.5)
            looks += hidden
            looks -= looks.max(axis=-1, keepdims=True)
            np.exp(looks, out=looks)
            looks /= looks.sum(axis=-1, keepdims=True)
            mixed = (looks @ value).transpose(0, 2, 1, 3).reshape(count * longest, width)
            mixed = _through(mixed, layer.mixing, layer.mixing_bias)
            x = _normed(np, np.add(mixed, x, out=mixed), layer.mixed_norm)
            wide = _gelu(np, _through(x, layer.widening, layer.widening_bias))
            narrow = _through(wide, layer.narrowing, layer.narrowing_bias)
            x = _normed(np, np.add(narrow, x, out=narrow), layer.norm)
        mean = (x.reshape(count, longest, width) * there[..., None]).sum(axis=1)
        mean /= np.sqrt((mean * mean).sum(axis=1, keepdims=True))
        vectors: Matrix = mean
        return vectors


def load() -> MiniLM:
    """The model of the installed package."""
    return MiniLM(import_module("faqtui_meaning").DIRECTORY)


class _Layer:
    """The tables of one layer, as they are multiplied with."""

    def __init__(self, np: Any, tables: dict[str, Any], own: str) -> None:
        def table(name: str) -> Any:
            rows = tables[f"{own}{name}"]
            # It lies as it is multiplied with, which takes half of the time for few rows; nothing else is made beside it.
            lying = np.empty(rows.shape[::-1], np.float32)
            return np.multiply(rows.T, tables[f"{own}{name} scale"].T, out=lying)

        def plain(name: str) -> Any:
            return tables[f"{own}{name}"]

        self.attention, self.attention_bias = table("attention"), plain("attention bias")
        self.mixing, self.mixing_bias = table("mixing"), plain("mixing bias")
        self.widening, self.widening_bias = table("widening"), plain("widening bias")
        self.narrowing, self.narrowing_bias = table("narrowing"), plain("narrowing bias")
        self.mixed_norm, self.norm = plain("mixed norm"), plain("norm")


def _through(x: Any, table: Any, bias: Any) -> Any:
    """Rows multiplied with a table, and shifted."""
    x = x @ table
    x += bias
    return x


def _normed(np: Any, x: Any, norm: Any) -> Any:
    """Rows with mean 0 and variance 1, then scaled and shifted (Ba et al. 2016); in place."""
    x -= x.mean(axis=1, keepdims=True)
    x /= np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(x.shape[1]) + _EPSILON)
    x *= norm[0]
    x += norm[1]
    return x


def _gelu(np: Any, x: Any) -> Any:
    """The model's own bend in its formula with tanh (Hendrycks and Gimpel 2016), to a thousandth; in place."""
    inner = np.empty((BENT, x.shape[1]), np.float32)
    for begin in range(0, len(x), BENT):
        rows = x[begin : begin + BENT]
        bend = np.multiply(rows, rows, out=inner[: len(rows)])
        bend *= np.float32(0.7978845608 * 0.044715)
        bend += np.float32(0.7978845608)
        bend *= rows
        np.tanh(bend, out=bend)
        bend += 1
        rows *= bend
        rows *= np.float32(0.5)
    return x
