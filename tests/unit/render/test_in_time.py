"""An answer is shown in time with its length: four times the text may not take anything like sixteen times as long.

Processor time is compared with itself, the least of some tries each; `tests/bench/growth.py` looks for other texts.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from faqtui.render import lay_out, parse_answer
from faqtui.render.ansi import to_text
from faqtui.render.find import Finder
from faqtui.render.markup import spans
from support.speed import at_most

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
    "addresses in one another": lambda size: "http://" * (size // 7) + " *a* _b_",
    "addresses with marks": lambda size: "_http://a*b " * (size // 12),
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


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "\n"), ("", "\n\nText.\n"), ("# ", ""), ("## What is ", "\n\nText.\n"), ("###### ", "\n- Text.\n\n# B\n")],
)
def test_the_first_screen_does_not_wait_for_the_end_of_a_long_line(before: str, after: str) -> None:
    blocks = parse_answer(f"{before}{'a *b* ' * 15_000}end{after}")
    lay_out(blocks, width=80)
    assert sum(len(span.text) for block in blocks.blocks for span in getattr(block, "spans", ())) < 40_000
    shown = to_text(lay_out(blocks, width=80))
    assert "end" in shown
    assert shown.count("Text.") == after.count("Text.")


@pytest.mark.parametrize("before", ["> ", "- a\n- ", "<div>"])
def test_of_a_text_in_another_block_that_nobody_writes_the_rest_is_as_it_is_written(
    before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spans, "_MOST", 2)
    shown = to_text(lay_out(parse_answer(f"{before}{'*b* ' * 6_000}the very end"), width=80))
    assert "b b b b" in shown[:400]
    assert "*b* *b* *b*" in " ".join(shown[-900:].split())
    assert shown.split()[-3:] == ["the", "very", "end"]
    assert len(re.findall(r"(?<![a-z])b(?![a-z])", shown)) == 6_000


@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [("", "<b>", "</b>" * 150_000), ("# ", "` ", ""), ("", "<b></b>", ""), ("## ", "<i> ", ""), ("", "<!-- a -->", "")],
)
def test_the_first_screen_waits_no_longer_for_a_line_that_shows_nothing(before: str, unit: str, after: str) -> None:
    text = f"{before}{unit * (600_000 // len(unit))}the very end{after}"
    with at_most(0.6):
        shown = lay_out(parse_answer(text), width=80)
    if not unit.startswith("<!--"):
        assert shown.height > 1 or not shown.complete
    assert "the very end" in to_text(lay_out(parse_answer(text[:40_000] + "the very end"), width=80))


def test_containers_in_one_another_are_laid_out_in_time() -> None:
    with at_most(0.8):
        lay_out(parse_answer("::: note\n" * 14_000), width=80).finish()


@pytest.mark.parametrize("unit", ["> ", "` ", "a b ", "*  "])
def test_a_long_phrase_of_one_thing_is_found_in_time(unit: str) -> None:
    finder = Finder(lay_out(parse_answer(f"```\n{unit * 120_000}end\n```\n"), width=80))
    with at_most(0.4):
        assert len(finder.find(unit * 300 + "end", ignore_case=True)) == 1
        assert not finder.find(unit * 300 + "an end")
