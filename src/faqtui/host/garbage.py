"""Making much that stays, without looking for garbage in it meanwhile, and letting go of much without being felt."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def not_collected() -> Iterator[None]:
    """Collect no garbage in this block. Where nothing made is any, looking for it takes up to a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


YOUNG = 5_000
"""New objects after which garbage is looked for among them. A key makes some thousand: with Python's own 700 looking took a
fifteenth of its time."""


def collect_seldom() -> None:
    """Look for garbage from now on, but seldom, and never in what is there now."""
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()


TOGETHER = 500
"""Objects that are let go of in one go: no other thread runs meanwhile."""


def release(several: list[Any]) -> None:
    """Empty a list little by little: freeing what 7,000 entries are made of in one go would hold up a key for 80 ms."""
    while several:
        del several[-TOGETHER:]
