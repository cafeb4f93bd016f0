"""Quitting: for a while, or for good."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faqtui.tui.keys.bookmarks import Bookmarks
    from faqtui.tui.keys.copying import Copying
    from faqtui.tui.stage import Acts, Stage


class Quitting:
    """Ends the program, and has it remembered where."""

    def __init__(self, stage: Stage, copying: Copying, bookmarks: Bookmarks) -> None:
        self._stage = stage
        self._copying = copying
        self._bookmarks = bookmarks
        self.acts: Acts = {
            "suspend": stage.app.action_suspend_process,
            "clear_or_quit": self.clear_or_quit,
            "quit": self.quit,
        }

    def clear_or_quit(self) -> None:
        """Copy what is selected; else clear the filter; quit when it is empty."""
        stage = self._stage
        if self._copying.selection():
            return
        if stage.filter.value:
            stage.filter.set_query("")
            stage.set_focus(stage.filter)
        else:
            self.quit()

    def quit(self) -> None:
        """Leave, and remember where; nothing that goes wrong there keeps anybody here."""
        with suppress(Exception):
            self._bookmarks.remember_last()
        self._stage.app.exit(0)
