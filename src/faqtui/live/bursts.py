"""Results in quick succession on a slow link: the first is shown at once, of the others the one that is there when typing pauses.

There each list that is seen on the way would hold up the last one, which is the only one that is read. The letters
themselves are seen at once all the same, for they take ten bytes each.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")

PAUSE = 0.05
"""Seconds without a result that end a burst; people type with 0.1 and more between two letters, a held key with 0.03."""

LONGEST = 0.3
"""Seconds after which a result is due in any case."""


class Bursts(Generic[Result]):
    """The results of what is typed into one line; `show` is called with those that are worth showing."""

    def __init__(self, show: Callable[[Result], None]) -> None:
        self._show = show
        self._came = self._shown = 0.0
        self._waiting: tuple[Result, asyncio.TimerHandle] | None = None

    def came(self, result: Result, *, slow: bool) -> None:
        """Show `result` now or, on a link that is `slow`, when it is clear that no other follows at once."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        goes_on = self._waiting is not None or now - self._came < PAUSE
        self.forget()
        self._came = now
        due = min(now + PAUSE, max(now, self._shown + LONGEST))
        self._waiting = result, loop.call_at(due, self.finish)
        if not slow or not goes_on:
            self.finish()

    def finish(self) -> None:
        """Show what waits, if anything does: what comes next builds on it."""
        if self._waiting is not None:
            result, _ = self._waiting
            self.forget()
            self._shown = asyncio.get_running_loop().time()
            self._show(result)

    def forget(self) -> None:
        """Leave what waits unseen."""
        if self._waiting is not None:
            self._waiting[1].cancel()
            self._waiting = None
