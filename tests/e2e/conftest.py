"""The real program in a real pty."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.served import boats

BAKERY = Path(__file__).parents[1] / "tui" / "bakery.md"


@pytest.fixture
def bakery() -> Path:
    """A small FAQ of our own."""
    return BAKERY


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """What the servers of most tests serve."""
    return boats(tmp_path)


@pytest.fixture
def held() -> Iterator[ExitStack]:
    """What is entered here is left at the end of the test."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[..., PtyTerminal]]:
    """Start ``faqtui`` with arguments in a terminal; what still runs at the end is killed."""
    with ExitStack() as stack:

        def start(*arguments: str | Path, columns: int = 80, rows: int = 24, **env: str) -> PtyTerminal:
            return stack.enter_context(
                PtyTerminal([*FAQTUI, *arguments], columns=columns, rows=rows, env=environment(tmp_path, **env))
            )

        yield start
