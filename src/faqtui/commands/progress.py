"""A progress bar on one line of standard error, for the person who waits longer than half a second."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TextIO

from faqtui.start.first_frame import leave_now

DELAY = 0.5
"""Seconds without a bar: what is over by then needs none."""

INTERVAL = 0.1
"""Seconds between two looks of the bar."""

CELLS = 24


class ProgressBar:
    """Called with what is done and of how much; draws itself only once `DELAY` has passed since it was made.

    It is plain ASCII and uses no escape sequence, so any terminal shows it.
    """

    def __init__(self, stream: TextIO, label: str, clock: Callable[[], float] = monotonic) -> None:
        self._stream = stream
        self._label = label
        self._clock = clock
        self._due = clock() + DELAY
        self._drawn = 0

    def __call__(self, done: int, total: int) -> None:
        """Draw the bar, if it is time to."""
        now = self._clock()
        if now < self._due:
            return
        self._due = now + INTERVAL
        share = min(1.0, done / total) if total else 1.0
        filled = int(share * CELLS)
        line = f"{self._label} [{'#' * filled}{'.' * (CELLS - filled)}] {done:,}/{total:,}"
        self._write(f"\r{line:<{self._drawn}}")
        self._drawn = len(line)

    def clear(self) -> None:
        """Take the bar off the line, if it was drawn."""
        if self._drawn:
            self._write("\r" + " " * self._drawn + "\r")
            self._drawn = 0

    def _write(self, text: str) -> None:
        leave_now()
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):  # whoever watched has gone; the work goes on
            self._due = float("inf")
