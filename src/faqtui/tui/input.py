"""Bytes from the terminal to messages for the app, read by the event loop itself: nothing wakes up while nothing happens.

Answers to what the terminal was asked are taken out on the way. Of Textual's private parts (8.2) it uses ``XTermParser``
with ``feed``, ``tick`` and ``_timeout_time``.
"""

from __future__ import annotations

import asyncio
import os
import select
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual import constants
from textual._xterm_parser import XTermParser

from faqtui.wire.replies import Answers

if TYPE_CHECKING:
    from textual.message import Message

TICK = 0.01
"""Seconds beyond Textual's escape delay after which a lone escape is taken for the key."""


class Input:
    """What comes from the terminal at `descriptor`, in its `charset`.

    `typed` is called with each message that it means, `answered` with the states that the terminal has told
    (`faqtui.wire.replies`), and `ended` when nothing can come any more.
    """

    def __init__(
        self,
        descriptor: int,
        charset: str,
        *,
        typed: Callable[[Message], None],
        answered: Callable[[Sequence[str]], None],
        ended: Callable[[], None],
        debug: bool = False,
    ) -> None:
        self._descriptor = descriptor
        # Whoever can type more than ASCII where there is only that has a terminal with UTF-8.
        self._decode = getincrementaldecoder("utf-8" if charset == "ascii" else charset)("replace").decode
        self._answers = Answers()
        self._parser = XTermParser(debug)
        self._typed = typed
        self._answered = answered
        self._ended = ended
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tick_handle: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Read whenever something has come, in the loop that runs."""
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._descriptor, self._read)

    def stop(self) -> None:
        """Read no more."""
        self._forget_tick()
        if self._loop is not None:
            self._loop.remove_reader(self._descriptor)
            self._loop = None

    def read_answers(self, left: Callable[[], float]) -> None:
        """Read as long as the seconds `left` are positive; what comes beside answers is dropped."""
        while (seconds := left()) > 0:
            try:
                if not select.select([self._descriptor], [], [], seconds)[0]:
                    return
                data = os.read(self._descriptor, 65536)
            except (OSError, ValueError):  # hung up
                return
            if not data:
                return
            self._take_answers(data)

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, 65536)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:  # the terminal is gone (EIO)
            data = b""
        if not data:
            self._ended()
            return
        if text := self._take_answers(data):
            self._tell(self._parser.feed(text))
        self._forget_tick()
        if self._loop is not None and self._parser._timeout_time is not None:
            self._tick_handle = self._loop.call_later(constants.ESCAPE_DELAY + TICK, self._tick)

    def _take_answers(self, data: bytes) -> str:
        """`data` as text, without answers to questions of ours."""
        text, states = self._answers.sort_out(self._decode(data))
        if states:
            self._answered(states)
        return text

    def _tick(self) -> None:
        self._tick_handle = None
        self._tell(self._parser.tick())

    def _forget_tick(self) -> None:
        if self._tick_handle is not None:
            self._tick_handle.cancel()
            self._tick_handle = None

    def _tell(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self._typed(message)
