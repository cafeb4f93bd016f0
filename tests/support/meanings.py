"""Models of meaning for tests: one that knows a dozen ideas of a bakery, and the real one where it is installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from faqtui.host.packages import directory_of

IDEAS = (
    "refund return money back reimburse",
    "oven bake baking heat",
    "starter sourdough leaven yeast",
    "flour grain wheat rye",
    "open hours closing time",
    "till cash register card pay",
    "clean wash scrub tidy",
    "paper printer receipt",
    "cake birthday pastry order",
    "staff employee shift holiday",
    "sell price cost",
    "fridge cold freeze store",
)
"""Words that mean the same to the model, each line a direction of its own."""

SIZE = 32


class Ideas:
    """Makes vectors of the ideas in a text; what has none of them is near to nothing. Counts what it was given."""

    name = "ideas"
    size = SIZE
    floor = 0.0
    strong, usual, joins, same = 0.35, 0.75, 0.35, 0.9

    def __init__(self) -> None:
        self.made: list[str] = []

    def query(self, text: str):
        return self._vector(text, nothing=-2)

    def texts(self, texts):
        self.made += texts
        return np.array([self._vector(text, nothing=-1) for text in texts], np.float32)

    def _vector(self, text: str, *, nothing: int):
        words = "".join(c if c.isalnum() else " " for c in text.lower()).split()
        vector = np.zeros(SIZE, np.float32)
        for number, idea in enumerate(IDEAS):
            vector[number] = sum(word in idea.split() for word in words)
        vector[nothing] = 0.05 if vector.any() else 1
        return vector / np.linalg.norm(vector)


@pytest.fixture
def ideas(monkeypatch: pytest.MonkeyPatch) -> Ideas:
    """A model of ideas, as if it were installed."""
    from faqtui import faq
    from faqtui.search.meaning import embedder

    model = Ideas()
    monkeypatch.setattr(faq, "directory_of", lambda package: "/somewhere")
    monkeypatch.setattr(embedder, "installed", lambda: embedder.Known("ideas", "ideas 1"))
    monkeypatch.setattr(embedder, "load", lambda known: model)
    return model


def model_place() -> str:
    """Where ``faqtui_meaning`` is installed, for PYTHONPATH. Without it the test is skipped, or fails where it is required."""
    named = os.environ.get("FAQTUI_MEANING", "")
    found = named or str(Path(directory_of("faqtui_meaning") or "/").parent)
    if Path(found, "faqtui_meaning", "weights.bin").is_file():
        return found
    if "meaning" in os.environ.get("FAQTUI_REQUIRE", "").split():
        pytest.fail("faqtui_meaning is required here and not installed")
    pytest.skip("faqtui_meaning is not installed")


@contextmanager
def installed_model() -> Iterator[Path]:
    """The directory of the real model, which can be imported meanwhile."""
    place = model_place()
    sys.path.append(place)
    try:
        yield Path(place, "faqtui_meaning")
    finally:
        sys.path.remove(place)
        sys.modules.pop("faqtui_meaning", None)
