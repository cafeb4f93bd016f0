"""Each row of the action table, by its first key, in each pane that has one: the screen shows what the row promises.

One session for each pane; before each key it is brought back to where it began.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from faqtui.view.actions import ACTIONS, Pane
from support.keys import typed
from support.patience import Patience
from support.pty_terminal import FAQTUI, PtyTerminal, environment

WIDE = "x = " + " ".join(f"w{number:03}" for number in range(60))

CONTENT = f"""\
---
title: Locksmith
---

# Doors

## What opens the cellar?

The brass key, by [the second lock](#what-opens-the-attic) and [the guild](https://guild.example/locks).

### What it looks like

A needle with teeth.

<details><summary>How it was forged</summary>

In a very hot fire.

</details>

```sh
{WIDE}
```

```sh
turn --twice
```

{"".join(f"Line {number} of the needle story.{chr(10)}{chr(10)}" for number in range(1, 40))}
The last needle.

## What opens the attic?

The iron key.

1. Push.
2. Turn.
3. Pull.

# Windows

## What opens the skylight?

A pole.

## What opens the hatch?

Nothing.
"""


class Session:
    """A screen on the FAQ above, with ways to a known place and to what is seen."""

    def __init__(self, home: Path) -> None:
        self.file = home / "locksmith.md"
        self.file.write_text(CONTENT)
        editor = home / "editor"
        editor.write_text('#!/bin/sh\nprintf "\\n## What opens the safe?\\n\\nPatience.\\n" >> "$2"\n')
        editor.chmod(0o755)
        self.terminal = PtyTerminal([*FAQTUI, self.file], env=environment(home, EDITOR=str(editor)))
        self.terminal.wait_for("^Q quit")
        self.terminal.settle()  # the index is there

    @property
    def text(self) -> str:
        return self.terminal.text

    @property
    def status(self) -> str:
        return self.text.splitlines()[-1]

    @property
    def pane(self) -> Pane:
        if "esc tree" in self.status:
            return Pane.ANSWER
        return Pane.TREE if "/ filter" in self.status else Pane.FILTER

    @property
    def answer(self) -> list[str]:
        """The lines of the answer pane."""
        return [line.partition("│")[2].strip() for line in self.text.splitlines()[3:-2]]

    @property
    def selected(self) -> int:
        """The screen line of the selected row; of a category by its reversed mark."""
        for y, line in enumerate(self.text.splitlines()[3:-2], 3):
            if "▌" in line.partition("│")[0]:
                return y
        return next((y for y in range(3, 22) if self.terminal.screen.buffer[y][0].reverse), -1)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.terminal.send(typed(key))

    def seen(self, wanted: str | Callable[[Session], object]) -> None:
        if isinstance(wanted, str):
            self.terminal.wait_for(wanted, 10)
        else:
            self.terminal.wait_for(lambda _: wanted(self), 10)

    def back_to_the_beginning(self, pane: Pane) -> None:
        """The first entry selected, everything open, no filter, the focus in `pane`."""
        for _ in range(5):  # each escape by itself: joined to what follows it would be alt
            self.press("escape")
            self.terminal.settle(0.03)
        if self.pane is not Pane.TREE:
            self.press("tab")
            self.seen(lambda s: s.pane is Pane.TREE)
        self.press("g", "l", "G", "l", "g")
        if "▸" in self.text:
            self.press("right_square_bracket", "l", "g", "l")
        self.press("g", "j")
        self.seen(lambda s: s.selected == 4 and "What opens the cellar?" in s.answer[0] and "▸" not in s.text)
        match pane:
            case Pane.FILTER:
                self.press("slash")
            case Pane.ANSWER:
                self.press("enter")
                self.seen(lambda s: s.pane is pane)
                self.press("g")
        self.seen(lambda s: s.pane is pane)
        self.terminal.settle(0.03)

    def type_filter(self, words: str, pane: Pane) -> None:
        """Find by `words`, and be in `pane` with the first hit."""
        if pane is not Pane.FILTER:
            self.press("slash")
            self.seen(lambda s: s.pane is Pane.FILTER)
        self.press(*words)
        self.seen(lambda s: f"/ {words}" in s.text.splitlines()[1] and " of 4" in s.text.splitlines()[1])
        if pane is not Pane.FILTER:
            self.press(*(["tab"] if pane is Pane.TREE else ["enter"]))
            self.seen(lambda s: s.pane is pane)


class Case(NamedTuple):
    """How to get ready, and what must be seen after the key (of the session before it and after it)."""

    promise: Callable[[Session, Before], object]
    ready: Callable[[Session, Pane], None] | None = None


class Before(NamedTuple):
    """What was seen before the key."""

    text: str
    status: str
    answer: list[str]
    selected: int
    copied: int
    pane: Pane


def copied(text: str) -> Callable[[Session, Before], object]:
    return lambda s, before: (
        len(s.terminal.clipboard()) == before.copied + 1
        and text in s.terminal.clipboard()[-1]
        and "to your terminal" in s.status
    )


def moved(rows: Callable[[int], bool], lines: Callable[[list[str], list[str]], bool]) -> Case:
    """The selection in tree and filter, the lines in the answer."""

    def promise(s: Session, before: Before) -> object:
        if before.pane is Pane.ANSWER:
            return s.answer != before.answer and lines(before.answer, s.answer)
        return rows(s.selected - before.selected)

    return Case(promise, ready=None)


def at_the_end(s: Session, pane: Pane) -> None:
    if pane is Pane.FILTER:
        s.press("pagedown")
    else:
        s.press("G")
    s.terminal.settle(0.05)


def panned(s: Session, pane: Pane) -> None:
    s.press("l")
    s.seen(lambda s: "w000" not in s.text)


def second_category(s: Session, pane: Pane) -> None:
    s.press("right_square_bracket")
    s.terminal.settle(0.05)


def visited_two(s: Session, pane: Pane) -> None:
    """Have read two entries, the second shown."""
    if pane is not Pane.ANSWER:
        s.press("enter")
        s.seen(lambda s: s.pane is Pane.ANSWER)
    s.press("J")
    s.seen("The iron key.")
    if pane is not Pane.ANSWER:
        s.press("escape")
        s.seen(lambda s: s.pane is pane)


def visited_two_and_back(s: Session, pane: Pane) -> None:
    visited_two(s, pane)
    s.press("H")
    s.seen("The brass key")


def marked(s: Session, pane: Pane) -> None:
    s.press("m")
    s.seen("bookmark")
    if "taken away" in s.status:
        s.press("m")
        s.seen("bookmarked")


def on_the_first(s: Session, pane: Pane) -> None:
    s.press("g", "j")
    s.terminal.settle(0.03)


def folded(s: Session, pane: Pane) -> None:
    s.press("left")
    s.seen("▸ Doors")


def filtered(s: Session, pane: Pane) -> None:
    s.type_filter("needle", pane)


def divider(text: str) -> int:
    """The column of the line between the panes."""
    return text.splitlines()[2].index("┬")


def second_entry(s: Session, pane: Pane) -> None:
    s.press("J")
    s.seen("The iron key.")


def ticked(s: Session, pane: Pane) -> None:
    second_entry(s, pane)
    s.press("x")
    s.seen(lambda s: "done" in s.status)


CASES = {
    "open": Case(lambda s, _: s.pane is Pane.ANSWER),
    "copy_answer": Case(copied("The brass key, by [the second lock]")),
    "copy_code": Case(lambda s, _: "Copy which code block?" in s.text and "turn --twice" in s.text),
    "copy_entry": Case(copied("What opens the cellar?\n\nThe brass key")),
    "copy_link": Case(lambda s, b: len(s.terminal.clipboard()) == b.copied + 1 and "entry's link sent" in s.status),
    "focus_filter": Case(lambda s, _: s.pane is Pane.FILTER),
    "find": Case(lambda s, _: any(line.startswith(" find") for line in s.text.splitlines())),
    "next_match": Case(lambda s, b: " 1/" in s.text.splitlines()[-2] and " 1/" not in b.text.splitlines()[-2], filtered),
    "previous_match": Case(lambda s, _: "41/41" in s.text.splitlines()[-2], filtered),
    "next_pane": Case(lambda s, b: s.pane is [*Pane, *Pane][list(Pane).index(b.pane) + 1]),
    "previous_pane": Case(lambda s, b: s.pane is [*Pane][list(Pane).index(b.pane) - 1]),
    "escape": Case(lambda s, b: s.pane is Pane.TREE or "needle" not in s.text.splitlines()[1]),
    "down": moved(lambda rows: rows == 1, lambda before, after: after[:5] == before[1:6]),
    "up": moved(lambda rows: rows == -1, lambda before, after: after[1:6] == before[:5])._replace(ready=at_the_end),
    "page_down": moved(lambda rows: rows > 1, lambda before, after: after[0] in before[-3:]),
    "page_up": moved(lambda rows: rows < -1, lambda before, after: before[0] in after[-3:])._replace(ready=at_the_end),
    "half_down": moved(lambda rows: rows > 1, lambda before, after: after[0] in before[1:]),
    "half_up": moved(lambda rows: rows < -1, lambda before, after: before[0] in after[1:])._replace(ready=at_the_end),
    "first": moved(lambda rows: rows < 0, lambda _, after: "What opens the cellar?" in after[0])._replace(ready=at_the_end),
    "last": moved(lambda rows: rows > 1, lambda _, after: any("The last needle." in line for line in after)),
    "centre": Case(lambda s, _: "as near the middle" in s.status),
    "fold": Case(lambda s, _: "▸ Doors" in s.text),
    "unfold": Case(lambda s, _: "▾ Doors" in s.text and "▸" not in s.text, folded),
    "pan_left": Case(lambda s, b: "w000" in s.text and "w000" not in b.text, panned),
    "pan_right": Case(lambda s, b: "w000" not in s.text and "w000" in b.text),
    "next_entry": Case(lambda s, _: "The iron key." in s.text),
    "previous_entry": Case(lambda s, _: "The brass key" in s.text, second_entry),
    "next_category": Case(lambda s, _: s.answer[0] == "Windows" and "· What opens the hatch?" in s.answer),
    "previous_category": Case(lambda s, _: s.answer[0] == "Doors", second_category),
    "outline": Case(lambda s, _: "Go to which heading?" in s.text and "What it looks like" in s.text),
    "details": Case(lambda s, b: ("hot fire" in s.text) is not ("hot fire" in b.text) and "How it was forged" in s.text),
    "tick": Case(lambda s, _: "✓ " in s.text and "done" in s.status, second_entry),
    "untick": Case(lambda s, _: "is open again" in s.status, ticked),
    "links": Case(lambda s, _: "open the link" in s.status),
    "back": Case(lambda s, _: "The brass key" in s.text, visited_two),
    "forward": Case(lambda s, _: "The iron key." in s.text, visited_two_and_back),
    "history": Case(lambda s, _: "Go back to which answer?" in s.text and "What opens the cellar?" in s.text, visited_two),
    "reload": Case(lambda s, _: "read again: " in s.status),
    "edit": Case(lambda s, b: "read again: " in s.status and "What opens the safe?" in s.text),
    "bookmark": Case(lambda s, _: "bookmark" in s.status),
    "bookmarks": Case(lambda s, _: "Go to which bookmark?" in s.text and "What opens the cellar?" in s.text, marked),
    "zoom": Case(lambda s, _: "Windows" not in s.text and "The brass key" in s.text),
    "wider": Case(lambda s, b: divider(s.text) == divider(b.text) + 4),
    "narrower": Case(lambda s, b: divider(s.text) == divider(b.text) - 4),
    "palette": Case(lambda s, _: "enter do it" in s.status and "Copy the answer" in s.text),
    "help": Case(lambda s, _: s.text.splitlines()[0].strip() == "Keys"),
    "clear_or_quit": Case(lambda s, _: "needle" not in s.text.splitlines()[1] and "4 questions" in s.text, filtered),
}  # fmt: skip
"""What each action promises; leaving and suspending end or stop the session and have tests of their own below."""

OF_THEIR_OWN = {"quit", "suspend"}


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Pane], Session]]:
    started: dict[Pane, Session] = {}

    def session(pane: Pane) -> Session:
        if pane not in started:
            started[pane] = Session(tmp_path_factory.mktemp(pane))
        return started[pane]

    yield session
    for one in started.values():
        one.terminal.__exit__()


def test_every_action_has_a_case():
    assert {action.id for action in ACTIONS} == set(CASES) | OF_THEIR_OWN


@pytest.mark.parametrize(
    ("name", "key", "pane"),
    [
        pytest.param(action.id, action.keys(pane)[0], pane, id=f"{action.id}-{pane}")
        for action in ACTIONS
        for pane in Pane
        if action.keys(pane) and action.id not in OF_THEIR_OWN
    ],
)
def test_the_key_does_what_its_row_says(sessions, name, key, pane):
    session = sessions(pane)
    if session.file.read_text() != CONTENT:  # edited by the case before
        session.file.write_text(CONTENT)
        session.seen(lambda s: "4 questions" in s.text)
    session.back_to_the_beginning(pane)
    case = CASES[name]
    if case.ready is not None:
        case.ready(session, pane)
        session.terminal.settle(0.05)
    before = Before(
        session.text,
        session.status,
        session.answer,
        session.selected if "▾" in session.text or "▌" in session.text else -1,
        len(session.terminal.clipboard()),
        session.pane,
    )
    session.press(key)
    session.seen(lambda s: case.promise(s, before))


@pytest.mark.parametrize("pane", Pane)
def test_quitting_leaves_at_once(tmp_path, pane):
    session = Session(tmp_path)
    with session.terminal as terminal:
        session.back_to_the_beginning(pane)
        key = next(action for action in ACTIONS if action.id == "quit").keys(pane)[0]
        session.press(key)
        assert terminal.wait_exit() == 0
        assert terminal.attributes_restored()


@pytest.mark.parametrize("pane", Pane)
def test_suspending_stops_and_comes_back(tmp_path, pane):
    session = Session(tmp_path)
    with session.terminal as terminal:
        session.back_to_the_beginning(pane)
        before = terminal.text
        session.press("ctrl+z")
        patience = Patience(5, terminal.process.pid)
        while not os.waitpid(terminal.process.pid, os.WNOHANG | os.WUNTRACED)[0]:
            terminal.pump(0.05)
            assert patience.lasts, "it never stopped"
        terminal.settle(0.1)
        assert terminal.attributes_restored()
        terminal.screen.reset()
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.wait_for(lambda text: text == before)
