"""Ten things that people come for, with the keys they take: few, and each with an answer that can be seen.

Played on the FAQ that ships, at 80x24, as somebody would who knows the keys of the footer and of the help.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import NamedTuple

import pytest
from textual import events
from textual.pilot import Pilot

from faqtui.faq import Faq, load
from support.screens import screen_text

MEDIAN = 9
"""Keys that half of the tasks may take at most."""


class Seen(NamedTuple):
    """What is on the screen: all of it, the answer pane, and the last line."""

    text: str

    @property
    def answer(self) -> str:
        """The answer's lines, joined as they were before they were wrapped."""
        return " ".join(line.rpartition("│")[2].strip() for line in self.text.splitlines() if "│" in line)

    @property
    def last(self) -> str:
        """The status line."""
        return self.text.splitlines()[-1]


class Task(NamedTuple):
    """What somebody wants, the keys pressed (what begins with ``paste:`` is one), and what is on the screen in the end."""

    name: str
    keys: tuple[str, ...]
    seen: Callable[[Seen], bool]


ERROR = 'paste:Error: User is not authorized to perform: sts:AssumeRole on resource "x"'

TASKS = (
    Task("a vague memory, copied", (*"pem", "ctrl+y"), lambda s: "to your terminal" in s.last),
    Task("a pasted error, answered", (ERROR, "enter"), lambda s: 'How do I fix "not authorized to perform' in s.answer),
    Task("another word for it", (*"k8s",), lambda s: "EKS and Kubernetes" in s.answer),
    Task(
        "a topic, then its first entry",
        ("ctrl+p", *"ecr", "enter", "tab"),
        lambda s: "How do I keep an ECR token" in s.answer,
    ),
    Task("three neighbours", ("enter", "J", "J", "J"), lambda s: "What happens to a task count" in s.answer),
    Task("the code of an answer", (*"pem", "ctrl+o"), lambda s: "code block: sent" in s.last or "Fill in" in s.text),
    Task("a link, followed", ("enter", "f", "a"), lambda s: "link sent to your terminal" in s.last),
    Task(
        "a bookmark, and back to it",
        ("enter", "m", "J", "J", "'", "1"),
        lambda s: "Does the delegate have to run" in s.answer and "◆" in s.text,
    ),
    Task("a word in an answer", (*"pem", "ctrl+f", *"base", "enter"), lambda s: "1/" in s.text.splitlines()[-2]),
    Task("another theme", ("ctrl+p", *"dark", "enter"), lambda s: "theme: dark" in s.last),
)


@pytest.fixture(scope="module")
def shipped() -> Faq:
    return load()


async def press(pilot: Pilot[int], key: str) -> None:
    if key.startswith("paste:"):
        pilot.app.post_message(events.Paste(key.removeprefix("paste:")))
    else:
        await pilot.press(key)
    await pilot.pause()


def picture(pilot: Pilot[int]) -> list[list[tuple[str, str]]]:
    """All that is seen, colours included."""
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return [[(piece.text, str(piece.style)) for piece in strip] for strip in strips]


@pytest.mark.parametrize("task", TASKS, ids=[task.name for task in TASKS])
async def test_a_task_is_done_and_each_key_has_an_answer_that_is_seen(start, shipped, task):
    async with start(faq=shipped) as pilot:
        before = picture(pilot)
        for number, key in enumerate(task.keys):
            await press(pilot, key)
            after = picture(pilot)
            assert after != before, f"nothing is seen of key {number + 1}, {key}"
            before = after
        for _ in range(100):
            if task.seen(Seen(screen_text(pilot.app))):
                return
            await pilot.pause(0.05)
        raise AssertionError(screen_text(pilot.app))


def test_half_of_the_tasks_take_few_keys():
    assert len(TASKS) == 10
    assert median(len(task.keys) for task in TASKS) <= MEDIAN
