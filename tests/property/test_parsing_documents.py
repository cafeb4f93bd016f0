"""Documents of every shape and dialect, soups of markup and splices of our fixtures: each is parsed without a fault.

The same checks run for as long as one likes in ``tests/bench/fuzz_parsing.py``; here on a few hundred documents that are always
the same.
"""

import re
from collections.abc import Callable
from random import Random

import pytest

from bench.fuzz_parsing import documents, fault
from faqtui.model import Document
from faqtui.parsing import parse_library
from support.documents import SHAPES, Writer


@pytest.mark.parametrize("seed", range(6))
def test_no_document_is_parsed_wrongly(seed: int) -> None:
    made = documents(Random(seed))
    for _ in range(60):
        text, path = next(made)
        assert fault(text, path) == "", text


class Plain(Writer):
    """Writes questions that all read alike, which it remembers, and answers of one paragraph."""

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.asked: list[str] = []

    def question(self) -> str:
        self.asked.append(f"How does {self.word()} do {self.word()}?")
        return self.asked[-1]

    def block(self) -> list[str]:
        return [f"{self.words()}."]


@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape.__name__ != "_section"])
def test_every_shape_gives_an_entry_for_each_question(shape: Callable[[Writer, int], list[str]]) -> None:
    for seed in range(4):
        writer = Plain(Random(seed))
        lines = ["# FAQ", "", *(line for place in range(1, 6) for line in shape(writer, place))]
        found = [entry.question for entry in parse_library([Document("faq.md", "\n".join(lines))]).entries]
        assert [re.sub(r"^\d+\. ", "", question) for question in found] == writer.asked, "\n".join(lines)
