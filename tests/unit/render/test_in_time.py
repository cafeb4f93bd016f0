"""An answer is shown in time with its length: four times the text may not take anything like sixteen times as long.

Processor time is compared with itself, the least of some tries each; `tests/bench/growth.py` looks for other texts.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from faqtui.render import lay_out, parse_answer

SMALL = 6_000
MOST = 9.0
"""Times as long as a quarter of the text: 4 where time grows with the length, 16 where it does with the square."""

TEXTS: dict[str, Callable[[int], str]] = {
    "labels of no footnote": lambda size: "a " + "[^a]" * (size // 4),
    "different labels of no footnote": lambda size: "".join(f"[^{number}] " for number in range(size // 7)),
    "labels in a title": lambda size: "# a " + "[^a]" * (size // 4),
    "labels in the text of a link": lambda size: "[" + "[^a]" * (size // 4) + "](b)",
    "footnotes between stars": lambda size: "** [^a] " * (size // 8) + "\n\n[^a]: b\n",
    "addresses between stars": lambda size: "** https://a.b " * (size // 15),
    "addresses between entities": lambda size: "&amp;https://a.b " * (size // 17),
    "tags in a target": lambda size: "[a](" + "<h2>" * (size // 4) + "b)",
    "opening tags": lambda size: "<b> <i> " * (size // 8) + "c\n\nd",
    "tags on a line of their own": lambda size: "<u>" * (size // 3) + "\nb\n\nc",
    "links in links": lambda size: '<a href="b">c' * (size // 18) + "</a>" * (size // 18),
}


def _cost(text: str) -> float:
    begun = time.process_time()
    lay_out(parse_answer(text), width=80).finish()
    return time.process_time() - begun


@pytest.mark.parametrize("name", TEXTS)
def test_an_answer_is_shown_in_time_with_its_length(name: str) -> None:
    small, large = TEXTS[name](SMALL), TEXTS[name](4 * SMALL)
    tries = ((_cost(large), _cost(small)) for _ in range(4))
    assert any(now < MOST * max(before, 0.002) for now, before in tries)
