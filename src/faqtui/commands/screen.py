"""Plain ``faqtui``: the screen where there is a terminal, else what it would show as text.

This is the only place outside `faqtui.tui` that starts textual, and it does so last.
"""

from __future__ import annotations

import os
import sys
from time import time
from typing import TYPE_CHECKING

from faqtui.commands.content import STDIN, exit_code, progress_bar, read_content, tell_errors
from faqtui.errors import UsageError
from faqtui.faq import Faq, saved
from faqtui.start import first_frame, opening
from faqtui.view.options import TuiOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from faqtui.commands.console import Console
    from faqtui.start.elsewhere import Loading

PATIENCE = 0.6
"""Seconds after the start of the program at which the screen comes, whether there is something in it yet or not."""


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
    read = _read(console, paths, options)
    _import_screen()
    has_keyboard = _keyboard(console, wanted=STDIN in paths)
    if not isinstance(read, Faq):
        read = _loaded(console, read, in_time=has_keyboard)
    if isinstance(read, Faq):
        tell_errors(console, read.errors)
        options = options._replace(open_id=_full_id(console, read, options.open_id))
        if not has_keyboard:
            from faqtui.commands.list import print_list

            console.say("there is no terminal to read keys from, so here is the list")
            print_list(console, read)
            return exit_code(read)
    console.flush()
    from faqtui.tui.app import run as run_screen  # textual: 180 ms

    shown, code = run_screen(read, options._replace(paths=tuple(paths)))
    if not isinstance(read, Faq):
        tell_errors(console, shown.errors)
    return exit_code(shown, code)


def _read(console: Console, paths: Sequence[str], options: TuiOptions) -> Faq | Loading:
    """The FAQ at `paths` where its library was saved, else what loads it meanwhile; the first frame is painted, or will be."""
    content = read_content(console, paths)
    if (faq := saved(content, doubted=console.secure)) is not None:
        opening.show(faq, options)
        return faq
    from faqtui.start import elsewhere  # here and below: not for those who do not need it

    is_small = content.size <= elsewhere.ALONE_UP_TO
    parsed = opening.expect(options) if is_small and not content.errors else None
    # Secure mode starts no process and writes no file.
    loading = elsewhere.start_loading(content, may_fork=not console.secure, parsed=parsed)
    first_frame.copied()
    return loading


def _import_screen() -> None:
    """Import what the screen needs: most of the start, 180 ms of textual.

    asyncio does without ssl where Python was built without. Nothing here connects to anything, and OpenSSL would take 14 ms.
    """
    if "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # an import of it fails
        try:
            import asyncio  # noqa: F401
        finally:
            del sys.modules["ssl"]
    import faqtui.tui.screens.main  # noqa: F401


def _loaded(console: Console, loading: Loading, *, in_time: bool) -> Faq | Loading:
    """What `loading` has made; itself, where that would have the screen come late (`in_time`)."""
    patience = max(0.0, first_frame.STARTED + PATIENCE - time()) if in_time else None
    if first_frame.is_expected():
        faq = loading.load(within=patience)
        # Where the first frame is there already, what it shows is worth waiting for.
        return faq or (first_frame.is_there_or_never() and loading.load()) or loading
    with progress_bar(console, "reading") as bar:
        faq = loading.load(bar, within=patience)
    return faq if faq is not None else loading


def _full_id(console: Console, faq: Faq, given: str | None) -> str | None:
    """The id of the entry that is meant by `given`. Raises UsageError where there is none."""
    if given is None:
        return None
    from faqtui.commands.show import resolve_id

    position = resolve_id(console, faq, given)
    if position is None:
        raise UsageError(f"no entry has the id {given}; `faqtui list` shows the ids")
    return faq.library.entries[position].id


def _without_terminal(console: Console, paths: Sequence[str], options: TuiOptions) -> int:
    """What was asked for, as text: an entry, the hits of a query, or the list."""
    if options.open_id is not None:
        from faqtui.commands import show

        return show.show_entry(console, paths, options.open_id)
    if options.query:
        from faqtui.commands import search

        return search.search_faq(console, paths, options.query)
    from faqtui.commands import list as listing

    return listing.list_faq(console, paths)


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
    from faqtui.view.theme import THEMES

    if name not in THEMES:
        raise UsageError(f"there is no theme {name}; there are {', '.join(THEMES)}")
