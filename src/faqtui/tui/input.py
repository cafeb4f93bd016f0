"""Bytes from the terminal to messages for the app, read by the event loop itself: nothing wakes up while nothing happens.

What a sequence means is read by `faqtui.wire.keyboard`; this is the one way into the program for what a terminal sends.
"""

from __future__ import annotations

import asyncio
import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import constants, events

from faqtui.wire import behind, gestures
from faqtui.wire.asking import last_answers
from faqtui.wire.keyboard import Background, Keyboard, ModeState, Mouse, Paste, Typed
from faqtui.wire.keys import ESCAPE, Key
from faqtui.wire.replies import MODE

if TYPE_CHECKING:
    from textual.message import Message

AHEAD = 4096
"""Bytes that are read before all that they mean has been done: what is typed faster waits outside, and takes no memory here."""

FLOOD = 65536
"""Bytes that are read on while reports of the mouse come without a pause: some 50 ms of understanding them."""

_WHEEL = (events.MouseScrollUp, events.MouseScrollDown, events.MouseScrollLeft, events.MouseScrollRight)


class Input:
    """What comes from the terminal at `descriptor`, in its `charset`; a `console` is that of Linux.

    `typed` is called with each message that it means, `answered` with the states of the mode that the terminal was asked
    for (`faqtui.wire.replies`), `coloured` with what it says of its background, and `ended` when nothing can come any more.
    `knows` says whether a key has a meaning where the focus is: alt with a key that has none is an escape and that key, where
    the two came joined, else nothing; and a key that has one does not wait for what a link may bring behind it.
    `when_done` calls what it is given once all that was typed has been acted on. `size` is columns and rows of the screen.
    """

    def __init__(
        self,
        descriptor: int,
        charset: str,
        *,
        console: bool,
        typed: Callable[[Message], None],
        answered: Callable[[Sequence[str]], None],
        coloured: Callable[[str], None],
        ended: Callable[[], None],
        knows: Callable[[str], bool],
        when_done: Callable[[Callable[[], None]], object],
        size: Callable[[], tuple[int, int]],
    ) -> None:
        self._descriptor = descriptor
        # Whoever can type more than ASCII where there is only that has a terminal with UTF-8.
        self._decode = getincrementaldecoder("utf-8" if charset == "ascii" else charset)("replace").decode
        self._new_keyboard = partial(Keyboard, min(constants.ESCAPE_DELAY, behind.CUT), console=console, acts=knows)
        self._keyboard = self._new_keyboard()
        self._typed = typed
        self._answered = answered
        self._coloured = coloured
        self._ended = ended
        self._knows = knows
        self._when_done = when_done
        self._size = size
        self._ahead = 0
        self._mouse = (0, 0)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tick_handle: asyncio.TimerHandle | None = None

    def start(self, before: bytes = b"") -> None:
        """Read whenever something has come, in the loop that runs; `before` that, what somebody else has read."""
        self._loop = asyncio.get_running_loop()
        self._go_on()
        if before:
            self._take(before)

    def _go_on(self) -> None:
        """Read again. The rest of what was begun may have waited outside, so that its time begins now."""
        self._ahead = 0
        if self._loop is not None:
            self._loop.add_reader(self._descriptor, self._read)
            self._keyboard.go_on(self._loop.time())
            self._await_tick()

    def stop(self) -> None:
        """Read no more."""
        self._forget_tick()
        if self._loop is not None:
            self._loop.remove_reader(self._descriptor)
            self._loop = None

    def read_answers(self, left: Callable[[bool], float]) -> None:
        """Read as `faqtui.wire.asking.last_answers` does; what comes beside answers is dropped."""
        for data in last_answers(self._descriptor, left):
            self._answers_in(self._keyboard.feed(self._decode(data), 0.0))

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, AHEAD)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:  # the terminal is gone (EIO)
            data = b""
        if not data:
            self._ended()
            return
        self._take(data)

    def _take(self, data: bytes) -> None:
        if self._loop is None:
            return
        typed = gestures.told(self._understood(data, self._loop.time()))
        read = len(data)
        while typed and isinstance(typed[-1], Mouse) and read < FLOOD and (more := self._more()):
            typed = gestures.told([*typed, *self._understood(more, self._loop.time())])
            read += len(more)
        self._tell(typed)
        self._ahead += read
        if self._ahead >= AHEAD and self._loop is not None:
            self._loop.remove_reader(self._descriptor)
            self._forget_tick()
            self._when_done(self._go_on)

    def _understood(self, data: bytes, now: float) -> list[Typed]:
        try:
            return self._keyboard.feed(self._decode(data), now)
        except Exception:  # whatever it is: it is dropped, and the next key is read
            self._keyboard = self._new_keyboard()
            return []

    def _more(self) -> bytes:
        """What has come since, without waiting; nothing where it ended, which the next reading finds as well."""
        try:
            return os.read(self._descriptor, AHEAD) if select.select([self._descriptor], [], [], 0)[0] else b""
        except (OSError, ValueError):
            return b""

    def _tick(self) -> None:
        self._tick_handle = None
        if self._loop is not None:
            self._tell(self._keyboard.tick(self._loop.time()))

    def _forget_tick(self) -> None:
        if self._tick_handle is not None:
            self._tick_handle.cancel()
            self._tick_handle = None

    def _tell(self, told: Iterable[Typed]) -> None:
        told = list(told)
        self._answers_in(told)
        for one in told:
            for message in self._messages(one):
                self._typed(message)
        self._await_tick()

    def _await_tick(self) -> None:
        self._forget_tick()
        if self._loop is not None and (due := self._keyboard.due) is not None:
            self._tick_handle = self._loop.call_at(due, self._tick)

    def _answers_in(self, told: Sequence[Typed]) -> None:
        states = [one.state for one in told if isinstance(one, ModeState) and one.mode == MODE]
        if states:
            self._answered(states)
        for one in told:
            if isinstance(one, Background):
                self._coloured(one.colour)

    def _messages(self, one: Typed) -> Iterable[Message]:
        match one:
            case Key():
                return [events.Key(key.name, key.character) for key in self._as_meant(one)]
            case Paste(text):
                return [events.Paste(text.replace("\x00", ""))]
            case Mouse():
                return self._mouse_events(one)
        return []

    def _as_meant(self, key: Key) -> Sequence[Key]:
        """Terminals send alt as an escape before the key, and a lagging link joins the two: only meaning tells them apart."""
        if "alt+" not in key.name:
            return [key]
        if self._knows(key.name):
            return [key._replace(character=None)]  # it types nothing
        return [ESCAPE, Key(key.name.removeprefix("alt+"), key.character)] if key.joined else []

    def _mouse_events(self, report: Mouse) -> Sequence[events.MouseEvent]:
        """The event of a report; none where nothing can be: a drag may end beyond the screen, but not begin there."""
        button, x, y, pressed = report
        if button & 128:  # those for back and forward, which would else be the first ones
            return []
        columns, rows = self._size()
        if x >= columns or y >= rows:
            if pressed and not button & 32:
                return []
            x, y = min(x, columns - 1), min(y, rows - 1)
        moved = x - self._mouse[0], y - self._mouse[1]
        self._mouse = x, y
        kind: type[events.MouseEvent]
        if button & 64:
            kind, number = _WHEEL[button & 3], 0
        else:
            number = (button + 1) & 3
            still = not (button & 32 or number == 0)
            kind = (events.MouseDown if pressed else events.MouseUp) if still else events.MouseMove
        held = bool(button & 4), bool(button & 8), bool(button & 16)
        return [kind(None, x, y, *moved, number, *held, screen_x=x, screen_y=y)]
