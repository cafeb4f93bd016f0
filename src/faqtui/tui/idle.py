"""Leaving by itself after a time without a key, for sessions that nobody looks after."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from rich.text import Text

if TYPE_CHECKING:
    from textual.app import App


class IdleLimit:
    """Ends the app when `touched` was not called for `minutes` from now on; the timer runs once in that time, not at a key."""

    def __init__(self, app: App[int], minutes: float) -> None:
        self._app = app
        self._minutes = minutes
        self.touched()
        self._wait(minutes * 60)

    def touched(self) -> None:
        """A key was pressed, or the mouse used."""
        self._last = monotonic()

    def _wait(self, seconds: float) -> None:
        self._app.set_timer(seconds, self._due, name="idle")

    def _due(self) -> None:
        left = self._minutes * 60 - (monotonic() - self._last)
        if left > 0:
            self._wait(left)
            return
        said = f"{self._minutes:g} minute" + "s" * (self._minutes != 1)
        self._app.exit(0, message=Text(f"faqtui: left after {said} without a key"))
