"""Plain ``faqtui``: its arguments, and what they and the settings say of the screen. Showing it is `screen`'s business."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from faqtui.commands.arguments import COMMANDS, Add, Command, Given, add_no_meaning
from faqtui.commands.console import Console
from faqtui.commands.content import chosen
from faqtui.errors import UsageError
from faqtui.view.options import PICKS


def _options(add: Add) -> None:
    add("--version", action="store_true", help="print the version")
    add("--query", metavar="TEXT", help="what stands in the filter from the start")
    add("--open", metavar="ID", help="the entry to show from the start")
    add("--pick", choices=PICKS, help="leave with enter, and print what was chosen")
    add(
        "--theme",
        metavar="NAME",
        help="ansi (your terminal's own colours), dark, light, auto (as its background is) or none",
    )
    add("--ascii", action="store_true", help="draw with ASCII characters only")
    add("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    add_no_meaning(add)
    add("--secure", action="store_true", help="run no program, write no file, leave when idle")
    add(
        "--idle",
        metavar="MINUTES",
        type=_minutes,
        help="leave after so long without a key; 0 is never (never, or 30 in secure mode)",
    )


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Explore the FAQ at the paths given. Raises UsageError for a command that does not come first."""
    if given.version:
        from faqtui import __version__

        console.write(f"faqtui {__version__}\n")
        return 0
    from faqtui.commands import screen
    from faqtui.view.options import from_settings

    for operand in operands:
        if operand in COMMANDS and not Path(operand).exists():
            raise UsageError(f"a command comes first: faqtui {operand} ...")
    if given.secure:
        console.secure = True
    options = from_settings(console.settings, secure=console.secure)
    options = options._replace(
        query=given.query or "",
        open_id=given.open,
        theme=given.theme or options.theme,
        ascii=True if given.ascii else options.ascii,
        mouse=options.mouse and not given.no_mouse,
        idle=options.idle if given.idle is None else given.idle,
        pick=given.pick or "",
        by_meaning=not given.no_meaning,
    )
    return screen.run(console, chosen(console, [*given.content, *operands]), options)


def run_paths(console: Console, operands: Sequence[str]) -> int:
    """The same where nothing but paths is given, without a parser: argparse takes 8 ms to import."""
    _refuse_misspelt(operands)
    from faqtui.commands import screen
    from faqtui.view.options import from_settings

    return screen.run(console, chosen(console, operands), from_settings(console.settings, secure=console.secure))


def _refuse_misspelt(operands: Sequence[str]) -> None:
    """Raise for a first word that is nearly a command's name, where none of the words is a file."""
    if not operands or not operands[0].isalpha() or any(Path(operand).exists() for operand in operands):
        return
    from faqtui.host.settings import nearest

    hint = "; did you mean --help?" if operands[0] == "help" else nearest(operands[0], list(COMMANDS))
    if hint:
        raise UsageError(f"{operands[0]}: no such command, file or directory{hint}")


def _minutes(text: str) -> float:
    from argparse import ArgumentTypeError

    whole, _, part = text.partition(".")
    if not (whole + part).isdecimal() or not whole.isascii():
        raise ArgumentTypeError(f"a number of minutes is needed, not {text!r}")
    return float(text)


COMMAND = Command(
    usage="faqtui [PATH ...] [options]\n       faqtui COMMAND [options]",
    more="""\
Explore a FAQ: the packaged one, or the files and directories given: Markdown,
reStructuredText, HTML, AsciiDoc, Org, MediaWiki, WordPress readme, and
questions and answers in JSON, YAML, TOML, CSV or TSV.
Without a terminal, the list is printed.""",
    options=_options,
    run=run,
)
