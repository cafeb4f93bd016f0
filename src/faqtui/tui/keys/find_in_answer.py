"""Finding in the answer: the find line, and walking from match to match. The marks themselves are the pane's."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from faqtui.view.actions import Pane

if TYPE_CHECKING:
    from faqtui.tui.stage import Acts, Stage
    from faqtui.tui.widgets.find_bar import FindBar

KEYS = (("enter", "keep"), ("down", "next"), ("up", "previous"), ("esc", "close"))
"""What acts in the find line, for the footer."""


class FindInAnswer:
    """The find line of the main screen; made when first asked for, hidden while nothing is typed into it.

    `mount` puts it into its place.
    """

    def __init__(self, stage: Stage, mount: Callable[[FindBar], Awaitable[None]]) -> None:
        self._stage = stage
        self._mount = mount
        self._bar: FindBar | None = None
        self._from_line = 0
        self.acts: Acts = {
            "find": self.open,
            "next_match": partial(self._step, 1),
            "previous_match": partial(self._step, -1),
        }

    @property
    def is_open(self) -> bool:
        """Whether something is being typed into the find line."""
        return self._bar is not None and self._stage.focused is self._bar.input

    async def open(self) -> None:
        """Show the find line, with what was looked for last selected."""
        stage, answer = self._stage, self._stage.answer
        if answer.shown is None:
            stage.say("no answer is shown", good=False)
            return
        if self._bar is None:
            from faqtui.tui.widgets.find_bar import FindBar  # few sessions look for something in an answer

            self._bar = FindBar(answer.skin)
            await self._mount(self._bar)
        self._from_line = answer.scrolling.top
        stage.add_class("finding")
        stage.set_focus(self._bar.input)
        self._bar.input.action_select_all()
        if self._bar.input.value:
            self.changed(self._bar.input.value)
        self.show_count()

    def changed(self, needle: str) -> None:
        """Find what is typed, from where the reader was."""
        self._stage.answer.finding.find(needle, from_line=self._from_line)
        self.show_count()
        self._stage.draw_status()

    def show_count(self) -> None:
        """Say which match is current, of how many."""
        if self._bar is not None:
            answer = self._stage.answer
            found = answer.finding.place(answer.glyphs.ellipsis)
            self._bar.show_count(found or ("no match" if answer.finding.needle else ""), good=bool(found))

    def _step(self, step: int) -> None:
        """To the next match or the one before, of what is looked for, else of the filter's words."""
        stage = self._stage
        if not stage.answer.finding.step(step):
            stage.say("no match in this answer", good=False)
        elif not self.is_open and stage.pane is not Pane.ANSWER:
            stage.set_focus(stage.answer)
        self.show_count()
        stage.draw_status()

    def close(self) -> bool:
        """End finding, the reader where he is; False when nothing was looked for."""
        answer = self._stage.answer
        if not self.is_open and not answer.finding.needle:
            return False
        answer.finding.find("", from_line=0)
        self._stage.set_focus(answer)
        return True

    def focus_moved(self) -> None:
        """Show the find line while it is typed into, else the lower rule."""
        if self._stage.has_class("finding") and not self.is_open:
            self._stage.remove_class("finding")
