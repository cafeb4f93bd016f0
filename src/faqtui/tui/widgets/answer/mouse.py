"""Selecting with the mouse in the answer pane: by letters, words and lines, and beyond the ends of what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.live.scrolling import Scrolling
from faqtui.tui.messages import AnswerSelected
from faqtui.tui.widgets.answer.paged import PagedWidget
from faqtui.view.answer.page import Spot
from faqtui.view.answer.selection import LINES, Selecting

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

SCROLL_EVERY = 0.05
"""Seconds between two lines while the mouse is held beyond the upper or lower end of the pane."""


class AnswerMouse:
    """The mouse over one pane; the terminal reports it only while a button is held."""

    def __init__(self, pane: PagedWidget, scrolling: Scrolling) -> None:
        self._pane = pane
        self._scrolling = scrolling
        self._held = False
        self._at = (0, 0)
        self._scroller: Timer | None = None
        self.selecting: Selecting | None = None

    def deselect(self) -> bool:
        """Select nothing; False where nothing was selected."""
        selecting, self.selecting = self.selecting, None
        self._stop_scrolling()
        if selecting is None or not selecting.moved:
            return False
        self._pane.repaint()
        return True

    def selected_text(self) -> str:
        """The source text of the selection, empty where there is none."""
        return self.selecting.text() if self.selecting is not None else ""

    def _spot(self, x: int, y: int) -> Spot:
        y = max(0, min(y, self._pane.size.height - 1))
        return self._pane.page_shown.spot(self._scrolling.top + y, x, self._scrolling.panned)

    def pressed(self, event: events.MouseDown) -> None:
        """A button went down."""
        self.deselect()
        if event.button != 1 or not self._pane.page_shown.height:
            return
        self._held = True
        self._pane.capture_mouse()
        self.selecting = Selecting(self._pane.page_shown, self._spot(event.x, event.y))

    def dragged(self, event: events.MouseMove) -> None:
        """The mouse moved while a button was held."""
        if not self._held or self.selecting is None:
            return
        self._at = (event.x, event.y)
        self._extend()
        if 0 <= event.y < self._pane.size.height:
            self._stop_scrolling()
        elif self._scroller is None:
            self._scroller = self._pane.set_interval(SCROLL_EVERY, self._scroll)

    def _extend(self) -> None:
        if self.selecting is not None and self.selecting.extend(self._spot(*self._at)):
            self._pane.repaint()

    def _scroll(self) -> None:
        """Go on selecting beyond the end of the pane."""
        self._scrolling.by(-1 if self._at[1] < 0 else 1)
        self._extend()

    def _stop_scrolling(self) -> None:
        if self._scroller is not None:
            self._scroller.stop()
            self._scroller = None

    def released(self, event: events.MouseUp) -> None:
        """The button came up."""
        if not self._held:
            return
        self._held = False
        self._stop_scrolling()
        self._pane.release_mouse()
        if self.selecting is not None and self.selecting.moved:
            self._tell()
            event.stop()

    def _tell(self) -> None:
        text = self.selected_text()
        if text:
            self._pane.post_message(AnswerSelected(len(text)))
        else:
            self.deselect()

    def clicked(self, event: events.Click) -> Spot | None:
        """A press and a release in one place, which is returned where it is to act; the second and third select more."""
        if event.button != 1 or (self.selecting is not None and self.selecting.moved):
            return None
        spot = self._spot(event.x, event.y)
        if event.chain == 1:
            self.selecting = None
            return spot
        self.selecting = Selecting(self._pane.page_shown, spot, min(event.chain, LINES))
        self._pane.repaint()
        self._tell()
        return None
