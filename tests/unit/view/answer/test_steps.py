"""What counts as a step: items of ordered lists, wherever these stand, and not what is numbered inside of one."""

from __future__ import annotations

import pytest

from faqtui.render import parse_answer
from faqtui.view.answer.steps import Step, left_open, steps_of


@pytest.mark.parametrize(
    ("markdown", "numbers"),
    [
        ("1. a\n2. b", "12"),
        ("3) a\n4) b\n   1. x\n   2. y", "34"),
        ("- a\n- b", ""),
        ("1. alone", ""),
        ("> 1. a\n> 2. b", "12"),
        ("- On Linux\n\n  1. a\n  2. b\n- On Mac\n\n  1. c\n  2. d", "1212"),
        ("<details>\n<summary>S</summary>\n\n1. a\n2. b\n\n</details>", "12"),
    ],
)
def test_steps_are_the_items_of_ordered_lists(markdown: str, numbers: str) -> None:
    steps = steps_of(parse_answer(markdown).blocks)
    assert "".join(step.number for step in steps) == numbers
    assert all(markdown[step.start :].startswith(step.number) for step in steps)


def test_what_is_open_is_said_once_something_was_ticked() -> None:
    steps = [Step(0, "1"), Step(9, "2"), Step(20, "3")]
    assert left_open(steps, {}) == ""
    assert left_open(steps, {9: "x"}) == "steps 1, 3 open"
    assert left_open(steps, {0: "x", 9: "x"}) == "step 3 open"
    assert left_open(steps, {0: "x", 9: "x", 20: "x"}) == "all steps done"
