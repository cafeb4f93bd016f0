"""Another theme while the program runs: the one that all widgets draw with becomes it, and everything is drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import COLOR_SYSTEMS

from faqtui.host.terminal import Terminal
from faqtui.tui.widgets.find_bar import FindBar
from faqtui.tui.widgets.line_input import LineInput
from faqtui.view.theme import choose

if TYPE_CHECKING:
    from faqtui.tui.app import FaqtuiApp


def put_on(app: FaqtuiApp, name: str) -> None:
    """Draw with the theme `name` from now on, as far as the terminal has the colours for it."""
    colours = Terminal.from_environment(app.environment).colours
    theme = app.skin.theme
    theme.become(choose(name, colours=colours))
    brings_its_own = theme.background is not None
    # rich goes by other rules, and has no public way to be told.
    app.console._color_system = COLOR_SYSTEMS[colours] if brings_its_own else app.usual_colours
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
    main = app.main_screen
    if main.answer.page.height:
        main.answer.lay_out_again()
    main.draw_surround()
