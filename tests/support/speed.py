"""How fast this machine is now, by a fixed piece of work, and what may therefore be expected of others.

What grows with the square of a text's length takes many times its limit, on whatever machine; what grows with its length stays
within it also where four processes share two processors.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

CALM = 0.0245
"""Seconds that `work` takes on the machine on which a megabyte is to take 2 s, while nothing else runs there."""

_WORD = re.compile(r"[^\W\d_]+|\d+")


def work() -> float:
    """Seconds of a fixed piece of work such as parsing is made of: the least of three times."""
    least = float("inf")
    for _ in range(3):
        begun = time.process_time()
        seen: dict[str, list[int]] = {}
        rows = []
        for number in range(6000):
            line = f"## What is the {number % 977} of {number}? **bold** [link](#x{number})"
            for word in _WORD.findall(line.lower()):
                seen.setdefault(word, []).append(number)
            rows.append((line.strip().startswith("#"), line.partition(" ")[2], len(line)))
        rows.sort(key=lambda row: (row[2], row[1]))
        least = min(least, time.process_time() - begun)
    return least


def slowness() -> float:
    """How many times as long as on a calm machine work takes now; never less than once."""
    return max(1.0, work() / CALM)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fail where what is done takes half as much again as `seconds` of processor time of a calm machine.

    How slow this machine is now is asked only of what took longer, so that it costs nothing else.
    """
    begun = time.process_time()
    yield
    took = time.process_time() - begun
    if took > seconds:
        slow = max(slowness() for _ in range(3))
        assert took < 1.5 * seconds * slow, (
            f"{took:.1f} s, of {seconds} on a machine that is {slow:.1f} times as slow now"
        )
