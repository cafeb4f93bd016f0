"""Asking what there is to do: the keys of the help, and the palette of actions and topics."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from faqtui.tui.keys.moving import Moving
    from faqtui.tui.stage import Acts, Stage
    from faqtui.view.choices import Choice


class Asking:
    """Opens help and palette; `act` does what a row of the action table says, once what was pressed is done with."""

    def __init__(self, stage: Stage, moving: Moving, act: Callable[[str], object]) -> None:
        self._stage = stage
        self._moving = moving
        self._act = act
        self.acts: Acts = {"help": self.help, "palette": self.palette}

    def help(self) -> None:
        """Show the keys."""
        from faqtui.tui.overlays.help import HelpScreen  # 2 ms that a start without help does not pay

        stage, session = self._stage, self._stage.session
        stage.app.push_screen(HelpScreen(session.skin, session.options.actions))

    def palette(self) -> None:
        """Have something chosen by its name."""
        from faqtui.tui.overlays.palette import Palette
        from faqtui.view.choices import choices  # asked for by few sessions, as the palette itself

        session = self._stage.session
        rows = choices(session.options.actions, session.faq.library.categories)
        self._stage.app.push_screen(Palette(session.skin, rows), self._chosen)

    def _chosen(self, choice: Choice | None) -> None:
        if choice is None:
            return
        if choice.action is not None:
            self._act(choice.action)
        elif choice.category is not None:
            self._moving.to_category(choice.category)
