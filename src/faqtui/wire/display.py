"""What a program draws, brought to a terminal: only what changed, when the link can take it. Knows nothing of Textual.

What is drawn goes to a grid of cells; a flush sends the difference to what the terminal shows, in one write. While a terminal
does not read, nothing is sent and nothing piles up: when it reads again it gets the newest picture. On a link that answers
late the next frame waits until the last has arrived; see `faqtui.wire.pace`.
"""

from __future__ import annotations

import asyncio
import fcntl
import termios
from array import array
from collections.abc import Callable, Iterable
from contextlib import suppress

from faqtui.host.terminal import Terminal
from faqtui.wire.asking import HURRY, last_answers
from faqtui.wire.charset import in_charset
from faqtui.wire.difference import ScreenState
from faqtui.wire.grid import Grid
from faqtui.wire.leaving import leaving
from faqtui.wire.modes import ENTER, MOUSE_ON
from faqtui.wire.output import PATIENCE, Output
from faqtui.wire.pace import LEAVING, Pace
from faqtui.wire.pens import Pens
from faqtui.wire.replies import ATTRIBUTES, BACKGROUND, KNOWN, QUESTION

MOST_WAITING = 2_000_000
"""Characters of clipboard sequences and the like that wait for a blocked terminal; beyond, the oldest are given up."""


class Display:
    """The picture on a terminal of `size` columns and rows, which reports the mouse where that is wanted.

    What the terminal answers comes in at `keyboard`. Before `answers_are_read` only the first questions are asked.
    """

    def __init__(self, terminal: Terminal, size: tuple[int, int], keyboard: int, *, mouse: bool) -> None:
        self.terminal = terminal
        self.answers_are_read = False
        self._keyboard = keyboard
        self._mouse = mouse
        self._loop = asyncio.get_running_loop()
        self._pens = Pens(links=terminal.hyperlinks)
        self._grid = Grid(*size, self._pens)
        self._shown = ScreenState(self._pens, coloured_erase=terminal.erases_in_colour, shifts=terminal.modern)
        self._pace = Pace()
        self._output: Output | None = None
        self._drawn: list[str] = []
        self._asks_first = False
        self._held: asyncio.TimerHandle | None = None

    # -- taking the terminal and giving it back

    @property
    def is_open(self) -> bool:
        """Whether the terminal is ours."""
        return self._output is not None

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows of the picture."""
        return self._grid.width, self._grid.height

    def open(self, descriptor: int, painted: tuple[str, float] | None, *, asks_background: bool = False) -> None:
        """Take the terminal at `descriptor`; where that is done already, `painted` is what has been sent, and when.

        Times are those of the loop, which counts as `time.monotonic` does. The background is asked for before what every
        terminal answers, so that of most nothing of it comes later than that.
        """
        if self._output is None:
            self._output = Output(descriptor, self._loop, self._send)
        if painted is not None:
            text, when = painted
            self._pace.sent(when, len(text.encode()), asked=False)
        asks = self.terminal.modern or asks_background
        begin = ("" if painted else ENTER) + (MOUSE_ON if self._mouse else "")
        data = begin.encode() + (BACKGROUND if asks_background else b"") + (QUESTION if asks else b"")
        # Noted before it is sent: a signal may come in between.
        self._pace.sent(self._loop.time(), len(data), asked=asks)
        if asks_background:
            self.asked_background(self._loop.time())
        self._asks_first = asks
        self._output.send(data)

    def ask_background(self) -> None:
        """Ask the terminal for its background."""
        if self._output is not None:
            data = BACKGROUND + QUESTION
            self._pace.sent(self._loop.time(), len(data), asked=True)
            self.asked_background(self._loop.time())
            self._output.send(data)

    def asked_background(self, when: float) -> None:
        """Somebody else has asked the terminal for its background."""
        self._pace.asked_background(when)

    def told_background(self) -> None:
        """The terminal has said what its background is."""
        self._pace.told_background()

    def reports_mouse(self) -> None:
        """The mouse may be switched on from now on, and is switched off in the end."""
        self._mouse = True

    def hold_back(self) -> None:
        """Send nothing that waits for an answer: the terminal is about to be left."""
        if self._held is not None:
            self._held.cancel()
            self._held = None

    def close(self, read_answers: Callable[[Callable[[bool], float]], None]) -> None:
        """Give the terminal back.

        `read_answers` reads what still comes as long as the seconds that it asks for are positive: the shell must not take
        an answer for a command, nor what was typed meanwhile. Where one is on its way, what every terminal answers is asked
        last: when that is answered (which it asks with), nothing else comes.
        """
        output, self._output = self._output, None
        self._drawn.clear()
        if output is None:
            return
        passing = in_charset("".join(self._grid.take_passing()), self.terminal.charset)
        asks, last = self._last_words()
        sent = output.finish(passing + last)
        read_answers(self._time_for_answers(LEAVING if sent else PATIENCE, asks=asks))
        output.close()

    def leave_at_once(self) -> None:
        """Give the terminal back from a signal handler, waiting for nothing but answers, as `close` does, for HURRY seconds.

        Of a terminal that takes nothing they are not waited for; nor where this is called once more meanwhile.
        """
        output, self._output = self._output, None
        if output is None:
            return
        asks, last = self._last_words()
        if output.finish_at_once(last):
            for _ in last_answers(self._keyboard, self._time_for_answers(HURRY, asks=asks)):
                pass

    def _last_words(self) -> tuple[bool, bytes]:
        """Whether what every terminal answers is asked last, since answers are on their way; and all that is sent last."""
        asks = self._pace.waits_for_answer(self._loop.time())
        return asks, (ATTRIBUTES if asks else b"") + self.leave

    def _time_for_answers(self, patience: float, *, asks: bool) -> Callable[[bool], float]:
        """What tells, by whether the last question is answered, how many seconds of `patience` answers are still waited for."""
        latest = self._loop.time() + patience

        def left(fenced: bool) -> float:
            now = self._loop.time()
            return min(latest, self._pace.answers_until(now, fenced=fenced if asks else None)) - now

        return left

    @property
    def leave(self) -> bytes:
        """What gives the terminal back."""
        return leaving(self.terminal, mouse=self._mouse)

    # -- the picture

    def write(self, data: str) -> None:
        """Collect what belongs to a frame."""
        if self._output is not None:
            self._drawn.append(data)

    def flush(self, size: tuple[int, int]) -> None:
        """Draw what was collected, which is for a screen of `size`, and send what changed.

        What is for a size that the terminal no longer has would be drawn all over the place.
        """
        if self._drawn:
            data = "".join(self._drawn)
            self._drawn.clear()
            self._grid.feed(data, draw=size == self.size)
            self._send()

    def resize(self, size: tuple[int, int]) -> None:
        """Take another size, or the same; what the terminal shows is not known any more."""
        self._shown.forget()
        if size != self.size:
            self._grid.resize(*size)

    def adopt(self, text: str) -> None:
        """Know what the terminal shows: what `text` has drawn on it."""
        self._shown.adopt(text, *self.size)

    def show(self) -> None:
        """Send what the picture has and the terminal does not show."""
        self._send()

    def text(self) -> str:
        """What would draw the picture on a terminal that was just entered."""
        return ScreenState(self._pens, coloured_erase=self.terminal.erases_in_colour).draw(self._grid)

    # -- sending

    @property
    def is_slow(self) -> bool:
        """Whether the link is known to be so slow that a frame takes a while."""
        return self._pace.rate is not None

    def answered(self, states: Iterable[str]) -> None:
        """Take note of answers to our questions (see `faqtui.wire.replies`): one may set free a frame that was held back."""
        for state in states:
            self._pace.answered(self._loop.time())
            if state in KNOWN:
                self._grid.synchronized = True
        if self._output is not None and self._pace.worth_measuring():
            self._pace.sent(self._loop.time(), len(QUESTION), asked=True)
            self._output.send(QUESTION)
        if self._held is not None:
            self._send()

    def _send(self) -> None:
        output, grid = self._output, self._grid
        if output is None:
            return
        self.hold_back()
        if output.blocked:
            self._pace.blocked()
            grid.drop_passing(MOST_WAITING)
            return
        now = self._loop.time()
        if wait := self._pace.wait(now):
            grid.drop_passing(MOST_WAITING)
            self._held = self._loop.call_later(wait, self._send)
            return
        passing = grid.take_passing()
        if grid.disturbed:
            grid.disturbed = False
            self._shown.forget()
        data = in_charset("".join(passing) + self._shown.encode(grid), self.terminal.charset)
        first, self._asks_first = self._asks_first and self._is_far(), False
        worth = self.answers_are_read and self._pace.worth_asking(now, len(data))
        asks = self.terminal.modern and (first or worth)
        if asks:
            data += QUESTION
        if data:
            self._pace.sent(now, len(data), asked=asks)
            output.send(data)

    def _is_far(self) -> bool:
        """Whether the first question is not answered yet when the first frame goes out, or the person is elsewhere."""
        waiting = array("i", [0])
        with suppress(OSError):
            fcntl.ioctl(self._keyboard, termios.FIONREAD, waiting)
        return self.terminal.ssh or not waiting[0]
