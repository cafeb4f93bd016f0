"""Plain ``faqtui``: the screen where there is a terminal, else what it would show as text.

This is the only place outside `faqtui.tui` that starts textual, and it does so last.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from faqtui.commands.content import STDIN, exit_code, open_faq
from faqtui.errors import UsageError
from faqtui.tui.options import TuiOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from faqtui.commands.console import Console


def run(console: Console, paths: Sequence[str], options: TuiOptions) -> int:
    """Explore the FAQ at `paths` until the user leaves.

    Raises UsageError for a theme or an entry that does not exist.
    """
    _check_theme(options.theme)
    if not console.is_terminal:
        return _without_terminal(console, paths, options)
    if console.terminal.dumb:
        console.say("this terminal cannot show the screen (TERM is not set or dumb), so here is what it would show")
        return _without_terminal(console, paths, options)
    if console.secure or STDIN in paths:
        faq = open_faq(console, paths)
    else:
        from faqtui.commands.ahead import parsing_ahead

        with parsing_ahead(paths, console.env):
            import faqtui.tui.screens.main  # noqa: F401 - most of the start: textual, 180 ms
        faq = open_faq(console, paths)
    if options.open_id is not None:
        from faqtui.commands.showing import resolve_id

        position = resolve_id(console, faq, options.open_id)
        if position is None:
            raise UsageError(f"no entry has the id {options.open_id}; `faqtui list` shows the ids")
        options = options._replace(open_id=faq.library.entries[position].id)
    if not _keyboard(console, wanted=STDIN in paths):
        from faqtui.commands.listing import print_list

        console.say("there is no terminal to read keys from, so here is the list")
        print_list(console, faq)
        return exit_code(faq)
    console.flush()
    from faqtui.tui.app import run as run_screen  # textual: 180 ms

    return exit_code(faq, run_screen(faq, options._replace(paths=tuple(paths))))


def _without_terminal(console: Console, paths: Sequence[str], options: TuiOptions) -> int:
    """What was asked for, as text: an entry, the hits of a query, or the list."""
    if options.open_id is not None:
        from faqtui.commands import showing

        return showing.run(console, paths, options.open_id)
    if options.query:
        from faqtui.commands import searching

        return searching.run(console, paths, options.query)
    from faqtui.commands import listing

    return listing.run(console, paths)


def _keyboard(console: Console, *, wanted: bool) -> bool:
    """See to it that file descriptor 0, which the screen reads keys from, is the terminal; False when there is none.

    Where standard input was content (`wanted`) or is no terminal, ``/dev/tty`` takes its place.
    """
    if console.stdin is None:  # closed, so Python has no stream to put it in
        return False
    if not wanted and console.stdin.isatty():
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    if terminal != 0:
        os.dup2(terminal, 0)
        os.close(terminal)
    return True


def _check_theme(name: str | None) -> None:
    if name is None:
        return
    from faqtui.tui.theme import THEMES

    if name not in THEMES:
        raise UsageError(f"there is no theme {name}; there are {', '.join(THEMES)}")
