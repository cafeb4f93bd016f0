"""One key, one frame: paint as soon as a key's work is done, instead of waiting for a timer.

Textual collects repaints for a timer of 60 Hz. A key in the filter needs two rounds of messages (the input's own
repaint, then that of everything its change set off), and so comes out as two bursts, the last some 40 ms after the
key. `PromptFrames` paints when every message queue of the app has run empty: one burst, some 8 ms after the key.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen, ScreenResultType

from faqtui.tui.picture import Picture

QUIET_TURNS = 3
"""Turns of the event loop in a row with all queues empty that count as quiet: a message takes two to be answered."""

MOST_TURNS = 200
"""Turns after which a frame is painted in any case: something that never rests must not stop the screen."""


def is_quiet(pumps: Iterable[MessagePump]) -> bool:
    """Whether no message waits for any of `pumps`."""
    return all(pump._message_queue.empty() for pump in pumps)


def when_quiet(
    pumps: Callable[[], Collection[MessagePump]],
    then: Callable[[], None],
    known: Collection[MessagePump] = (),
    quiet: int = 0,
    turns: int = 0,
) -> None:
    """Call `then` as soon as the queues of all `pumps` have stayed empty; looks again after each turn of the event loop.

    Which there are, `known`, is asked anew only before the last look: to walk through all widgets takes longest of it.
    """
    known = known if known and quiet < QUIET_TURNS - 1 else pumps()
    quiet = quiet + 1 if is_quiet(known) else 0
    if quiet < QUIET_TURNS and turns < MOST_TURNS:
        asyncio.get_running_loop().call_soon(when_quiet, pumps, then, known, quiet, turns + 1)
    else:
        then()


class PromptFrames(Screen[ScreenResultType]):
    """A screen that paints when the app has become quiet."""

    _frame_is_due = False

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(name, id, classes)
        self._compositor = self._picture = Picture()

    def on_screen_suspend(self) -> None:
        """Another screen is drawn over this one."""
        self._picture.forget()

    async def _on_idle(self, event: events.Idle) -> None:
        event.prevent_default()
        if not self.app._batch_count and self.is_current and self._is_dirty():
            if not self._frame_is_due:
                self._frame_is_due = True
                pumps = [self.app, self, *self.walk_children()]
                when_quiet(lambda: pumps, self._paint)
            return
        await self._invoke_and_clear_callbacks()

    def _is_dirty(self) -> bool:
        return bool(
            self._layout_required
            or self._scroll_required
            or self._repaint_required
            or self._recompose_required
            or self._dirty_widgets
        )

    def _paint(self) -> None:
        if self.is_running:
            self._frame_is_due = False
            self._on_timer_update()
