"""The screen without a terminal: a small FAQ and a pilot that presses keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from faqtui.faq import Faq, load
from faqtui.tui.app import FaqtuiApp
from faqtui.view.options import TuiOptions

BAKERY = Path(__file__).with_name("bakery.md")

Start = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


@pytest.fixture
def bakery() -> Faq:
    return load(BAKERY)


@pytest.fixture
def start(bakery: Faq, tmp_path: Path) -> Start:
    """Start the screen: ``async with start(size=(80, 24), query="") as pilot``."""

    @asynccontextmanager
    async def starting(
        size: tuple[int, int] = (80, 24),
        environment: dict[str, str] | None = None,
        faq: Faq | None = None,
        first: bool = False,
        **options: object,
    ) -> AsyncIterator[Pilot[int]]:
        if not first and not options.get("secure"):  # a directory for what is remembered: somebody has been here before
            (tmp_path / ".local/state/faqtui").mkdir(parents=True, exist_ok=True)
        app = FaqtuiApp(
            faq or bakery,
            TuiOptions(**options),
            environment or {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(tmp_path)},
        )
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot

    return starting
