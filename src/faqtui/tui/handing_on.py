"""An app that lets go of its terminal, and goes on with another in a copy of its process: what was drawn is drawn there.

So a server builds a screen once and not for each session.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Mapping
from typing import TYPE_CHECKING

from faqtui.host.garbage import collect_seldom
from faqtui.tui.driver import FaqtuiDriver

if TYPE_CHECKING:
    from faqtui.tui.app import FaqtuiApp

REHEARSE_AFTER = 1.0
"""Seconds with the screen up after which a first letter is rehearsed: those who come meanwhile need the processor more."""


def let_go(app: FaqtuiApp) -> None:
    """Give the terminal back and do nothing more. Raises TypeError where the driver is not ours."""
    _driver_of(app).stop_application_mode()


def take_over(app: FaqtuiApp, idle: float, environment: Mapping[str, str]) -> None:
    """Go on, with a terminal like the one that was let go of in its place. `idle` is in minutes, 0 for no limit."""
    app.environment = environment
    app.options = app.options._replace(idle=idle)
    collect_seldom()
    _driver_of(app).take_over()
    app.begin_to_wait()
    get_running_loop().call_later(REHEARSE_AFTER, rehearse, app)


def rehearse(app: FaqtuiApp) -> None:
    """Search and draw the list once for nobody.

    A process that was forked copies each piece of memory as it is first touched, and this way no letter waits for it. Nothing
    of it is another than what is there, so nothing is sent. The answer is left out: it would take 1.4 MB of those too who
    never type.
    """
    main = app.main_screen
    if main.filtering.search.rehearse():
        main.tree_view.refresh()


def _driver_of(app: FaqtuiApp) -> FaqtuiDriver:
    if not isinstance(app._driver, FaqtuiDriver):
        raise TypeError("another driver draws")
    return app._driver
