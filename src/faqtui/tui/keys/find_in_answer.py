"""Finding in the answer: the find line, and walking from match to match. The marks themselves are the pane's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.view.actions import Pane

if TYPE_CHECKING:
    from faqtui.tui.screens.main import MainScreen
    from faqtui.tui.widgets.find_bar import FindBar

KEYS = (("enter", "keep"), ("down", "next"), ("up", "previous"), ("esc", "close"))
"""What acts in the find line, for the footer."""


class FindInAnswer:
    """The find line of the main screen; made when first asked for, hidden while nothing is typed into it."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self._bar: FindBar | None = None
        self._from_line = 0

    @property
    def is_open(self) -> bool:
        """Whether something is being typed into the find line."""
        return self._bar is not None and self._screen.focused is self._bar.input

    async def open(self) -> None:
        """Show the find line, with what was looked for last selected."""
        screen, answer = self._screen, self._screen.answer
        if answer.entry is None:
            screen.say("no answer is shown", good=False)
            return
        if self._bar is None:
            from faqtui.tui.widgets.find_bar import FindBar  # few sessions look for something in an answer

            self._bar = FindBar(answer.glyphs, answer.theme)
            screen.app.paint(self._bar.input)
            await screen.mount(self._bar, after=screen.frame.rule_bottom)
        self._from_line = answer.top
        screen.add_class("finding")
        screen.set_focus(self._bar.input)
        self._bar.input.action_select_all()
        if self._bar.input.value:
            self.changed(self._bar.input.value)
        self.show_count()

    def changed(self, needle: str) -> None:
        """Find what is typed, from where the reader was."""
        self._screen.answer.find(needle, from_line=self._from_line)
        self.show_count()
        self._screen.draw_status()

    def show_count(self) -> None:
        """Say which match is current, of how many."""
        if self._bar is not None:
            answer = self._screen.answer
            found = answer.match_place()
            self._bar.show_count(found or ("no match" if answer.needle else ""), good=bool(found))

    def step(self, step: int) -> None:
        """To the next match or the one before, of what is looked for, else of the filter's words."""
        screen = self._screen
        if not screen.answer.step_match(step):
            screen.say("no match in this answer", good=False)
        elif not self.is_open and screen.pane is not Pane.ANSWER:
            screen.set_focus(screen.answer)
        self.show_count()
        screen.draw_status()

    def accept(self) -> None:
        """Back to the answer, the marks kept: n and N walk on."""
        self._screen.set_focus(self._screen.answer)

    def close(self) -> bool:
        """End finding, the reader where he is; False when nothing was looked for."""
        screen = self._screen
        if not self.is_open and not screen.answer.needle:
            return False
        screen.answer.find("", from_line=0)
        screen.set_focus(screen.answer)
        return True

    def focus_moved(self) -> None:
        """Show the find line while it is typed into, else the lower rule."""
        if self._screen.has_class("finding") and not self.is_open:
            self._screen.remove_class("finding")
