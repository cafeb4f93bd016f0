"""A walk through the packaged FAQ as somebody new takes it: ten questions, each answered and copied, the keys counted.

A key is what the hand does: a letter, a named key, or ctrl with a letter; a paste is one.
"""

from __future__ import annotations

from statistics import median
from typing import NamedTuple

import pytest

from support.pty_terminal import PtyTerminal

DOWN, ENTER, TAB = "\x1b[B", "\r", "\t"
COPY, CODE, QUIT = "\x19", "\x0f", "\x11"


class Step(NamedTuple):
    """A question in somebody's head, the keys they press, and what must arrive in their clipboard."""

    asked: str
    keys: tuple[str, ...]
    arrives: str


def typed(text: str, *more: str) -> tuple[str, ...]:
    return (*text, *more)


WALK = (
    Step("The registry login dies twice a day.", typed("ecr tok", COPY), "every 10 hours"),
    Step(
        "What is this error in my log? (pasted)",
        ("\x1b[200~Profile definition must end with ']'\x1b[201~", COPY),
        "profile",
    ),
    Step("Are launch configurations still fine for ASG?", typed("launch conf", COPY), "launch template"),
    Step("I want to preview CloudFormation (typed in a hurry).", typed("clodf prev", COPY), "change set"),
    Step("Does the service account on k8s need a role?", typed("k8s role", COPY), "role"),
    Step("Give me the YAML with the key's ARN.", typed("kmskey", CODE, ENTER), "KMSKeyArn"),
    Step("AWS throttles us: fewer calls, please.", typed("less calls", COPY), "backoff"),
    Step("Where is the guide for a delegate on ECS? (its link)", typed("ecs exampl", ENTER, "f", "a"), "https://"),
    Step("I only look around: the next one below the first.", (DOWN, DOWN, COPY), "deploy"),
    Step("Who is behind a blocked deployment? (question, answer and source)", typed("scp bl", ENTER, "Y"), "SCP"),
)


def arrived(terminal: PtyTerminal, step: Step) -> str:
    terminal.wait_for("^Q quit")
    terminal.settle()
    for key in step.keys:
        terminal.send(key)
        terminal.settle(0.05)
    terminal.wait_for(lambda _: terminal.clipboard())
    return terminal.clipboard()[0]


@pytest.mark.parametrize("step", WALK, ids=lambda step: step.asked)
def test_a_question_is_answered_and_copied(run, step):
    assert step.arrives.lower() in arrived(run(), step).lower()


def test_it_takes_few_keys():
    assert median(len(step.keys) for step in WALK) <= 12
    assert max(len(step.keys) for step in WALK) <= 15
