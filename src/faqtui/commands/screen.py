"""Plain ``faqtui``: the screen where there is a terminal, else what it would show as text.

The screen's start is one line: what was read is looked up among what was saved or parsed, the first frame is painted without
textual, textual is imported, and its app takes over. `faqtui.__main__` has painted before all of it where a frame was kept.
"""

from __future__ import annotations

import os
from time import time
from typing import TYPE_CHECKING

from faqtui.commands.content import STDIN, exit_code, keep, made, open_faq, parse_content, read_content, tell_errors
from faqtui.errors import UsageError
from faqtui.faq import Faq, earlier, saved
from faqtui.host.loops import import_asyncio
from faqtui.host.settings import THEMES
from faqtui.start import first_frame
from faqtui.view.options import TuiOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from faqtui.commands.console import Console
    from faqtui.faq import Content
    from faqtui.start.elsewhere import Loading

HERE_UP_TO = 300_000
"""Bytes of content that are parsed here and now: some 0.3 s. What is larger is parsed elsewhere while the screen comes."""

NOTHING_CHOSEN = 130
"""Exit code of a session in which something was to be chosen and nothing was: as of other choosers, an interrupt."""

PATIENCE = 0.6
"""Seconds after the start of the program at which the screen comes, whether there is something in it yet or not."""


def run(console: Console, paths: Sequence[str], options: TuiOptions) -> int:
    """Explore the FAQ at `paths` until the user leaves.

    Raises UsageError for a theme or an entry that does not exist.
    """
    if options.theme is not None and options.theme not in THEMES:
        raise UsageError(f"there is no theme {options.theme}; there are {', '.join(THEMES)}")
    if options.theme == "auto":
        from faqtui.view.backgrounds import supposed  # few have this theme

        options = options._replace(shade=supposed(console.env, secure=console.secure))
    if options.pick:
        options = _to_pick(console, options)
    if not console.is_terminal:
        return _without_terminal(console, paths, options)
    if console.terminal.dumb:
        console.say("this terminal cannot show the screen (TERM is not set or dumb), so here is what it would show")
        return _without_terminal(console, paths, options)
    content = read_content(console, paths)
    if not _keyboard(console, wanted=STDIN in paths):
        return _without_keyboard(console, content, options)
    read = _begin(console, content, options)
    import_asyncio()
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]  # what its own developers set: it would press keys, open a port, or fail
    from faqtui.tui.app import run as run_screen  # textual: 120 ms

    if not isinstance(read, Faq):
        read = read.load(within=max(0.0, first_frame.STARTED + PATIENCE - time())) or read
    if isinstance(read, Faq):
        tell_errors(console, read.errors)
        options = options._replace(open_id=_full_id(console, read, options.open_id))
    console.flush()
    shown, code, picked = run_screen(read, options._replace(paths=tuple(paths)))
    if not isinstance(read, Faq):
        tell_errors(console, shown.errors)
    if options.pick and not code:
        if picked is None:
            return NOTHING_CHOSEN
        console.hand_over(f"{picked.rstrip(chr(10))}\n")
    return exit_code(shown, code)


def _to_pick(console: Console, options: TuiOptions) -> TuiOptions:
    """The options for a session in which something is chosen; what is chosen may go elsewhere than to the terminal.

    Raises UsageError where there is none.
    """
    if not console.is_terminal and not console.take_terminal():
        raise UsageError("--pick needs a terminal to choose on")
    does = f"Leave, and print the {options.pick} of the entry; on a category, fold it"
    actions = [a._replace(label="choose", description=does) if a.id == "open" else a for a in options.actions]
    return options._replace(actions=tuple(actions))


def _begin(console: Console, content: Content, options: TuiOptions) -> Faq | Loading:
    """The FAQ of `content`, its first frame painted, or what makes it meanwhile."""
    if (faq := saved(content, doubted=console.secure)) is None:
        before = earlier(content, doubted=console.secure)
        if content.work(before) > HERE_UP_TO:
            from faqtui.start.elsewhere import start_loading  # 2 ms

            return start_loading(content, before, may_fork=not console.secure)  # secure mode starts no process
        faq = parse_content(console, content, before)
    from faqtui.start import opening  # rich, 15 ms: not for those who have no terminal

    opening.show(faq, options)
    return faq


def _without_keyboard(console: Console, content: Content, options: TuiOptions) -> int:
    faq = made(console, content)
    tell_errors(console, faq.errors)
    _full_id(console, faq, options.open_id)
    from faqtui.commands.finding.list import print_list

    console.say("there is no terminal to read keys from, so here is the list")
    print_list(console, faq)
    return exit_code(faq)


def _full_id(console: Console, faq: Faq, given: str | None) -> str | None:
    """The id of the entry that is meant by `given`. Raises UsageError where there is none."""
    if given is None:
        return None
    from faqtui.commands.finding.show import resolve_id

    position = resolve_id(console, faq, given)
    if position is None:
        raise UsageError(f"no entry has the id {given}; `faqtui list` shows the ids")
    return faq.library.entries[position].id


def _without_terminal(console: Console, paths: Sequence[str], options: TuiOptions) -> int:
    """What was asked for, as text: an entry, the hits of a query, or the list."""
    faq, code = open_faq(console, paths), 0
    if options.open_id is not None:
        from faqtui.commands.finding.show import print_wanted

        code = print_wanted(console, faq, options.open_id, by_meaning=options.by_meaning)
    elif options.query:
        from faqtui.commands.finding.search import print_hits

        code = print_hits(console, faq, options.query, by_meaning=options.by_meaning)
    else:
        from faqtui.commands.finding.list import print_list

        print_list(console, faq)
    return keep(console, faq, code)


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
