"""Code is coloured in time with its length, whatever its lexer makes of it: else it stays plain."""

from __future__ import annotations

from itertools import count

import pytest

from faqtui.render.code import colour

STEEP = {
    "c": "\n" * 40_000,
    "yaml": "- " * 20_000,
    "ini": ":" * 20_000,
    "ts": "a." * 2_000 + "\n" + "1." * 2_400,
    "js": "/* \n" * 20_000,
    "js ": "/* " * 40_000,
    "scss": "@" * 30_000,
}
"""What takes the lexers of pygments time with the square of its length: from 3 s to minutes, each."""


class Clock:
    """Gives a second more each time it is asked, and counts."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> float:
        self.asked += 1
        return float(self.asked)


@pytest.mark.parametrize("language", STEEP)
def test_a_lexer_that_takes_too_long_is_not_waited_for(language: str) -> None:
    clock = Clock()
    assert colour(language.strip(), STEEP[language], clock) is None
    assert clock.asked <= 6


@pytest.mark.parametrize("language", ["ini", "yaml", "js "])
def test_a_line_without_an_end_is_not_given_to_a_lexer(language: str) -> None:
    clock = Clock()
    assert colour(language.strip(), STEEP[language], clock) is None
    assert not clock.asked


def test_code_that_takes_no_longer_than_it_may_is_coloured() -> None:
    ticks = count()
    text = 'for a in $(ls); do\n  echo "$a"\ndone\n' * 100
    pieces = colour("bash", text, lambda: next(ticks) * 1e-6)
    assert pieces is not None
    assert sum(length for _, length in pieces) == len(text)
    assert {"code.keyword", "code.string"} <= {style for style, _ in pieces}


def test_a_line_that_is_long_but_not_endless_is_coloured() -> None:
    assert colour("json", '{"a": [' + ", ".join('"b"' for _ in range(900)) + "]}")
