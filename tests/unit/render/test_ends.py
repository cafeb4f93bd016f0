"""An answer may end with marks of what it stands in and nothing behind them: rules that look there find the end of a line."""

from __future__ import annotations

from itertools import product

import pytest

from faqtui.render import lay_out, parse_answer

INSIDE = (
    "a",
    "| a |\n|---|\n| b |",
    "| a |\n|---|",
    "[^1]: a",
    "a\n: b",
    "!!! note\n    a",
    "::: note\na",
    "- a",
    "<div>",
    "```\na",
)
MARKS = ("> ", "> > ", "- > ", "1. > ", ">", "- ", "+ ")
ENDS = ("", " ", "\t", "  ", ">", "-", "\n>", "1.")


@pytest.mark.parametrize(("mark", "inside"), list(product(MARKS, INSIDE)))
def test_nothing_behind_the_last_mark_is_no_mistake(mark, inside):
    further = " " * (len(mark) - len(mark.lstrip("-+1. "))) + mark.lstrip("-+1. ")
    text = "\n".join((mark if not number else further) + line for number, line in enumerate(inside.split("\n")))
    for end in ENDS:
        answer = parse_answer(f"{text}\n{further.rstrip()}{end}")
        lay_out(answer, width=40).finish()
        assert answer.blocks
