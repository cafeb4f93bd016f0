"""Another theme while the program runs: the one that all widgets draw with becomes it, and everything is drawn anew."""

from __future__ import annotations

from rich.console import COLOR_SYSTEMS
from textual.app import App

from faqtui.host.terminal import Colours
from faqtui.tui.widgets.find_bar import FindBar
from faqtui.tui.widgets.line_input import LineInput
from faqtui.view.theme import Theme


def put_on(app: App[int], theme: Theme, other: Theme, *, colours: Colours, usual: str | None) -> None:
    """Have `theme`, which all of `app` draws with, become `other`, which has no more than the terminal's `colours`.

    `usual` is the system of colours that rich found itself, for themes that have the terminal's own.
    """
    theme.become(other)
    brings_its_own = theme.background is not None
    # rich goes by other rules, and has no public way to be told.
    app.console._color_system = COLOR_SYSTEMS[colours if brings_its_own else usual] if usual else None
    app.ansi_color = not brings_its_own
    for screen in app.screen_stack:
        for node in (screen, *screen.query("*")):
            if node is screen or isinstance(node, LineInput):
                node.styles.background, node.styles.color = theme.background, theme.foreground
            if isinstance(node, LineInput):
                node.hint_style = theme.style("ui.dim")
            elif isinstance(node, FindBar):
                node.on_mount()
            node.refresh()
