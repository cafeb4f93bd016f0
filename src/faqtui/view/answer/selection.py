"""What of the answer pane is selected with the mouse: from one place of the page to another, by letters, words or lines."""

from __future__ import annotations

from faqtui.view.answer.page import Page, Spot, column_behind

LETTERS, WORDS, LINES = 1, 2, 3
"""What is selected at a time: one press, two, or three in a row."""


class Selecting:
    """A selection on one page; both the place where it began and the one where it ends are inside."""

    def __init__(self, page: Page, spot: Spot, unit: int = LETTERS) -> None:
        self._page = page
        self._unit = unit
        self._anchor = spot
        self._last = spot
        self.moved = unit != LETTERS

    def extend(self, spot: Spot) -> bool:
        """Select up to `spot`; whether that changed anything."""
        if spot == self._last:
            return False
        self._last = spot
        self.moved = True
        return True

    @property
    def ends(self) -> tuple[Spot, Spot]:
        """Where the selection begins, and behind what it ends."""
        page = self._page
        first, last = min(self._anchor, self._last), max(self._anchor, self._last)
        if self._unit == WORDS:
            return page.word(first)[0], page.word(last)[1]
        if self._unit == LINES:
            return Spot(first.line, 0), Spot(last.line, len(page.text(last.line)))
        return first, Spot(last.line, column_behind(page.text(last.line), last.column))

    def on_line(self, line: int) -> tuple[int, int]:
        """The columns of `line` that are selected, from and to before; the same twice where none are."""
        if not self.moved:
            return 0, 0
        first, last = self.ends
        if not first.line <= line <= last.line:
            return 0, 0
        return (
            first.column if line == first.line else 0,
            last.column if line == last.line else len(self._page.text(line)),
        )

    def text(self) -> str:
        """What copying it copies."""
        return self._page.copied(*self.ends) if self.moved else ""
