"""Ticking the steps of an answer while one works through them: the next one that is open, or the last tick taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from faqtui.live.around import PageView, Speaker
from faqtui.view.actions import with_hint
from faqtui.view.answer.steps import Step, left_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from faqtui.live.scrolling import Scrolling
    from faqtui.model import Entry
    from faqtui.view.actions import Action
    from faqtui.view.theme import ScreenGlyphs


class StepsView(PageView, Protocol):
    """A pane that shows an answer with steps."""

    glyphs: ScreenGlyphs
    scrolling: Scrolling
    entry: Entry | None
    """What is shown; None where that is no entry."""
    ticked: dict[str, dict[int, str]]
    """What stands for the ticks of steps, by the entry's id and the places of the steps."""

    def steps(self) -> Sequence[Step]:
        """The steps of the answer, as far as it is read."""


def tick(speaker: Speaker, answer: StepsView, actions: Sequence[Action]) -> None:
    """Tick the first open step in view, else the first of all; the one after it comes into view."""
    steps = answer.steps()
    if answer.entry is None or not steps:
        speaker.say("no numbered steps in this answer", good=False)
        return
    ticked = answer.ticked.setdefault(answer.entry.id, {})
    waiting = [step for step in steps if step.start not in ticked]
    if not waiting:
        speaker.say(with_hint("all steps are done", actions, "untick", "takes the last tick back"))
        return
    step = next((one for one in waiting if _is_seen(answer, one)), waiting[0])
    ticked[step.start] = answer.glyphs.tick
    _show(
        speaker,
        answer,
        steps,
        f"step {step.number} done",
        next((one for one in waiting if one.start > step.start), step),
    )


def untick(speaker: Speaker, answer: StepsView) -> None:
    """Take the last tick back."""
    ticked = answer.ticked.get(answer.entry.id, {}) if answer.entry is not None else {}
    steps = {step.start: step for step in answer.steps()}
    if (last := next((start for start in reversed(ticked) if start in steps), None)) is None:
        speaker.say("no step is ticked", good=False)
        return
    del ticked[last]
    _show(speaker, answer, list(steps.values()), f"step {steps[last].number} is open again", steps[last])


def _show(speaker: Speaker, answer: StepsView, steps: Sequence[Step], said: str, following: Step) -> None:
    if not _is_seen(answer, following) and (line := answer.page_shown.line_of(following.start)) >= 0:
        answer.scrolling.bring(line - answer.size.height // 3)
    answer.repaint()
    left = left_open(steps, answer.ticked[answer.entry.id]) if answer.entry is not None else ""
    speaker.say(f"{said}; {left}" if left else said)


def _is_seen(answer: StepsView, step: Step) -> bool:
    line, top = answer.page_shown.line_of(step.start), answer.scrolling.top
    return top <= line < top + answer.size.height
