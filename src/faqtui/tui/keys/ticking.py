"""Ticking the steps of an answer while one works through them: the next one that is open, or the last tick taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.view.answer.steps import Step, left_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from faqtui.tui.stage import Stage


def tick(stage: Stage) -> None:
    """Tick the first open step in view, else the first of all; the one after it comes into view."""
    answer = stage.answer
    steps = answer.steps()
    if answer.entry is None or not steps:
        stage.say("no numbered steps in this answer", good=False)
        return
    ticked = answer.ticked.setdefault(answer.entry.id, {})
    waiting = [step for step in steps if step.start not in ticked]
    if not waiting:
        stage.say("all steps are done: X takes the last tick back")
        return
    step = next((one for one in waiting if _is_seen(stage, one)), waiting[0])
    ticked[step.start] = answer.glyphs.tick
    _show(stage, steps, f"step {step.number} done", next((one for one in waiting if one.start > step.start), step))


def untick(stage: Stage) -> None:
    """Take the last tick back."""
    answer = stage.answer
    ticked = answer.ticked.get(answer.entry.id, {}) if answer.entry is not None else {}
    steps = {step.start: step for step in answer.steps()}
    if (last := next((start for start in reversed(ticked) if start in steps), None)) is None:
        stage.say("no step is ticked", good=False)
        return
    del ticked[last]
    _show(stage, list(steps.values()), f"step {steps[last].number} is open again", steps[last])


def _show(stage: Stage, steps: Sequence[Step], said: str, following: Step) -> None:
    answer = stage.answer
    if not _is_seen(stage, following) and (line := answer.page_shown.line_of(following.start)) >= 0:
        answer.scrolling.bring(line - answer.size.height // 3)
    answer.repaint()
    left = left_open(steps, answer.ticked[answer.entry.id]) if answer.entry is not None else ""
    stage.say(f"{said}; {left}" if left else said)


def _is_seen(stage: Stage, step: Step) -> bool:
    answer = stage.answer
    line, top = answer.page_shown.line_of(step.start), answer.scrolling.top
    return top <= line < top + answer.size.height
