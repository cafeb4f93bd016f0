"""What the mouse does in the answer pane: selecting by letters, words and lines, following links, folding details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.tui.messages import AnswerSelected, LinkTouched
from faqtui.view.answer.page import Spot
from faqtui.view.answer.selection import LINES, Selecting
from faqtui.view.answer.targets import target_at

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

    from faqtui.tui.widgets.answer.view import AnswerView

SCROLL_EVERY = 0.05
"""Seconds between two lines while the mouse is held beyond the upper or lower end of the pane."""


class AnswerMouse:
    """The mouse over one pane; the terminal reports it only while a button is held."""

    def __init__(self, view: AnswerView) -> None:
        self._view = view
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
        self._view.repaint()
        return True

    def selected_text(self) -> str:
        """The source text of the selection, empty where there is none."""
        return self.selecting.text() if self.selecting is not None else ""

    def _spot(self, x: int, y: int) -> Spot:
        view = self._view
        y = max(0, min(y, view.size.height - 1))
        return view.page_shown.spot(view.top + y, x, view.panned)

    def pressed(self, event: events.MouseDown) -> None:
        """A button went down."""
        self.deselect()
        if event.button != 1 or not self._view.page_shown.height:
            return
        self._held = True
        self._view.capture_mouse()
        self.selecting = Selecting(self._view.page_shown, self._spot(event.x, event.y))

    def dragged(self, event: events.MouseMove) -> None:
        """The mouse moved while a button was held."""
        if not self._held or self.selecting is None:
            return
        self._at = (event.x, event.y)
        self._extend()
        if 0 <= event.y < self._view.size.height:
            self._stop_scrolling()
        elif self._scroller is None:
            self._scroller = self._view.set_interval(SCROLL_EVERY, self._scroll)

    def _extend(self) -> None:
        if self.selecting is not None and self.selecting.extend(self._spot(*self._at)):
            self._view.repaint()

    def _scroll(self) -> None:
        """Go on selecting beyond the end of the pane."""
        self._view.scroll_lines(-1 if self._at[1] < 0 else 1)
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
        self._view.release_mouse()
        if self.selecting is not None and self.selecting.moved:
            self._tell()
            event.stop()

    def _tell(self) -> None:
        text = self.selected_text()
        if text:
            self._view.post_message(AnswerSelected(len(text)))
        else:
            self.deselect()

    def clicked(self, event: events.Click) -> None:
        """A press and a release in one place; the second and third in a row select words and lines."""
        if event.button != 1 or (self.selecting is not None and self.selecting.moved):
            return
        view = self._view
        page, spot = view.page_shown, self._spot(event.x, event.y)
        if event.chain > 1:
            self.selecting = Selecting(page, spot, min(event.chain, LINES))
            view.repaint()
            self._tell()
            return
        self.selecting = None
        run = page.run_at(spot)
        index = page.index(spot.line)
        opening = [place for place in view.details() if place.line_index <= index][-1:]
        if opening and (opening[0].line_index == index or (run is not None and "summary" in run.style.split())):
            view.fold(opening, folded=not opening[0].folded)
            return
        target = target_at(page, view.similar, spot.line, run.link if run is not None else None)
        if target is not None and (run is not None or page.index(spot.line) < 0):
            view.post_message(LinkTouched(target))
