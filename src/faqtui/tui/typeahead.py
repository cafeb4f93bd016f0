"""Keys that come faster than they are acted on: each finds what those before it have brought about.

A lagging link delivers many keys at once. Textual hands a letter to the widget in focus at once, while a key that is bound
bubbles up to the app through one queue after the other, and the change of the filter follows behind: of ``oven ^Y ^U refund``
in one piece nothing would happen in its order. Here a key waits until the app has become quiet after the one before, unless
the two cannot get into each other's way. What a key does is not known here.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message_pump import MessagePump
from textual.widgets import Input

from faqtui.tui.prompt import is_quiet, when_quiet

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

Typed = events.Key | events.Paste

REPEATED = frozenset(
    ("up", "down", "left", "right", "pageup", "pagedown", "backspace", "delete", "j", "k", "space", "b")
)
"""Keys that are held down: one more of the same does the same again, wherever it finds things."""


POINTING = (events.MouseDown, events.MouseUp, events.MouseScrollDown, events.MouseScrollUp)
"""What is done with the mouse, beside moving it."""


class TypeAhead:
    """The keys of one session that wait for their turn."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._waiting: deque[Typed] = deque()
        self._released: deque[Typed] = deque()
        self._busy = False
        self._last: Typed | None = None
        self._focused: Widget | None = None

    def next_of(self, event: Typed, meant: Sequence[Typed]) -> Typed | None:
        """What may act now of `meant`, which `event` means; the rest is kept, and posted to the app when its turn has come.

        What an event means is asked anew then: what was alt with a key may be two where the focus has moved to.
        """
        first, *rest = meant
        if self._released and event is self._released[0]:
            self._released.popleft()
        elif self._waiting or self._released or (self._busy and not self._goes_on(first)):
            self._waiting.extend(meant)
            return None
        self._waiting.extendleft(reversed(rest))
        self._last, self._focused = first, self._app.focused
        if self._waiting and not self._released and self._goes_on(self._waiting[0]):
            self._release()
        self._wait()
        return first

    def passes(self, event: events.Event) -> None:
        """Another event goes by: what is done with the mouse the next key finds done."""
        if isinstance(event, POINTING):
            self._last = None
            self._wait()

    def _wait(self) -> None:
        if not self._busy:
            self._busy = True
            asyncio.get_running_loop().call_soon(when_quiet, self._pumps, self._quiet)

    def when_done(self, then: Callable[[], None]) -> None:
        """Call `then` once nothing waits, and the app is quiet."""

        def look() -> None:
            if self._busy or self._waiting or not is_quiet(self._pumps()):
                when_quiet(self._pumps, look)
            else:
                then()

        when_quiet(self._pumps, look)

    def _release(self) -> None:
        event = self._waiting.popleft()
        self._released.append(event)
        self._app.post_message(event)

    def _goes_on(self, event: Typed) -> bool:
        """Whether `event` goes on with what the one before it does: more letters into the same line, the same key again."""
        last, focused = self._last, self._app.focused
        if not isinstance(event, events.Key) or not isinstance(last, events.Key) or focused is not self._focused:
            return False
        if isinstance(focused, Input) and event.is_printable and last.is_printable:
            return True
        return event.key == last.key and event.key in REPEATED and len(self._app.screen_stack) == 1

    def _pumps(self) -> list[MessagePump]:
        screens = self._app.screen_stack
        return [self._app, *screens, *(screens[-1].walk_children() if screens else ())]

    def _quiet(self) -> None:
        """Let the next one go."""
        self._busy = False
        if self._waiting:
            self._release()
