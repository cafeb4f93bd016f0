"""Reading: opening what is selected, going back and forward, panning wide code, only the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.tui.widgets.answer.view import PAN_STEP
from faqtui.view.actions import Pane
from faqtui.view.history import History, Place
from faqtui.view.rows import CategoryRow, EntryRow

if TYPE_CHECKING:
    from faqtui.tui.screens.main import MainScreen


class Reading:
    """What was read and where, for the main screen."""

    def __init__(self, screen: MainScreen) -> None:
        self._screen = screen
        self.history = History()

    def open(self) -> None:
        """Read the selected entry; fold or unfold the selected category."""
        screen = self._screen
        row = screen.tree_view.selected
        if isinstance(row, CategoryRow):
            screen.set_open(row.path, is_open=not row.is_open)
        elif isinstance(row, EntryRow):
            screen.set_focus(screen.answer)

    def pan_left(self) -> None:
        """Wide code back to the left."""
        self._pan(-PAN_STEP)

    def pan_right(self) -> None:
        """Wide code to the right."""
        self._pan(PAN_STEP)

    def _pan(self, columns: int) -> None:
        screen = self._screen
        if not screen.answer.pan(columns):
            screen.say("no code here is wider than the pane")

    def zoom(self) -> None:
        """Only the answer; the same key, or leaving it, brings the tree back."""
        screen = self._screen
        if screen.has_class("one-pane"):
            screen.moving.out() if screen.pane is Pane.ANSWER else self.open()
            return
        if screen.has_class("zoomed"):
            screen.remove_class("zoomed")
        elif screen.answer.entry is not None:
            screen.set_focus(screen.answer)
            screen.add_class("zoomed")
        screen.draw_frame()

    # -- back and forward

    def note_place(self) -> None:
        """Remember how far the entry that is shown has been read."""
        shown = self._screen.answer.entry
        if shown is not None:
            self.history.note(Place(shown.id, self._screen.answer.top))

    def back(self) -> None:
        """Back to what was read before."""
        self.note_place()
        shown = self._screen.answer.entry
        self._return_to(self.history.back(shown.id if shown is not None else None), "nothing was read before this")

    def forward(self) -> None:
        """Forward to what going back left."""
        self.note_place()
        self._return_to(self.history.forward(), "nothing was read after this")

    def _return_to(self, place: Place | None, otherwise: str) -> None:
        screen = self._screen
        position = None if place is None else screen.faq.find(place.entry)
        if place is None or position is None:
            screen.say(otherwise)
        else:
            screen.read(position, place.top)
