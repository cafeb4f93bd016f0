"""How the width is shared between tree and answer: by default, by the user, and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.host.paths import state_dir
from faqtui.view.room import tree_width, within

if TYPE_CHECKING:
    from faqtui.tui.screens.main import MainScreen

STEP = 4
"""Columns that a key moves the divider."""


class Panes:
    """Where the divider of the main screen is."""

    def __init__(self, screen: MainScreen) -> None:
        from faqtui.host.state import tree_share

        self._screen = screen
        app = screen.app
        self._share = None if app.options.secure else tree_share(state_dir(app.environment))

    def tree_width(self, columns: int) -> int:
        """Cells for the tree on a screen of so many columns."""
        return tree_width(columns, self._share)

    def drag(self, x: int, *, is_done: bool) -> None:
        """Put the divider into column `x`; remember it where it `is_done`."""
        columns = self._screen.app.size.width
        width = within(x, columns)
        if width != self.tree_width(columns):
            # Half a cell more, so that rounding finds the same column again.
            self._share = (width + 0.25) / columns
            self._screen.fit_panes()
        if is_done:
            self._keep()

    def wider(self) -> None:
        """More room for the tree."""
        self._move(STEP)

    def narrower(self) -> None:
        """More room for the answer."""
        self._move(-STEP)

    def _move(self, columns: int) -> None:
        screen = self._screen
        if not screen.has_divider:
            screen.say("there is one pane only", good=False)
            return
        self.drag(self.tree_width(screen.app.size.width) + columns, is_done=True)

    def _keep(self) -> None:
        from faqtui.host.state import keep_tree_share

        app = self._screen.app
        if self._share is None or app.options.secure:
            return
        try:
            keep_tree_share(state_dir(app.environment), self._share)
        except OSError as error:
            self._screen.say(f"for this session: {error.strerror}", good=False)
