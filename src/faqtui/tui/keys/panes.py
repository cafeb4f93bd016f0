"""How the width is shared between tree and answer: by default, by the user, and remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from faqtui.host.paths import state_dir
from faqtui.host.state import keep_tree_share, tree_share
from faqtui.view.room import tree_width, within

if TYPE_CHECKING:
    from faqtui.tui.stage import Acts, Stage

STEP = 4
"""Columns that a key moves the divider."""


class Panes:
    """Where the divider of the main screen is."""

    def __init__(self, stage: Stage, widest: Callable[[], int]) -> None:
        """`widest` tells the columns that the rows of the tree can use."""
        self._stage = stage
        self._widest = widest
        session = stage.session
        self._share = None if session.options.secure else tree_share(state_dir(session.environment))
        self.acts: Acts = {"wider": partial(self._move, STEP), "narrower": partial(self._move, -STEP)}

    def tree_width(self, columns: int) -> int:
        """Cells for the tree on a screen of so many columns."""
        return tree_width(columns, self._share, self._widest)

    def divider(self) -> int:
        """The column of the divider, -1 where one pane has the screen to itself."""
        alone = self._stage.has_class("one-pane") or self._stage.has_class("zoomed")
        return -1 if alone else self.tree_width(self._stage.app.size.width)

    def drag(self, x: int, *, is_done: bool) -> None:
        """Put the divider into column `x`; remember it where it `is_done`."""
        columns = self._stage.app.size.width
        width = within(x, columns)
        if width != self.tree_width(columns):
            # Half a cell more, so that rounding finds the same column again.
            self._share = (width + 0.25) / columns
            self._stage.fit_panes()
        if is_done:
            self._keep()

    def _move(self, columns: int) -> None:
        """More room for the tree, or less."""
        divider = self.divider()
        if divider < 0:
            self._stage.say("there is one pane only", good=False)
            return
        self.drag(divider + columns, is_done=True)

    def _keep(self) -> None:
        session = self._stage.session
        if self._share is None or session.options.secure:
            return
        try:
            keep_tree_share(state_dir(session.environment), self._share)
        except OSError as error:
            self._stage.say(f"for this session: {error.strerror}", good=False)
