"""What somebody may ask a server for behind ``ssh host``: a few commands, about the FAQ that it serves and nothing else.

What is refused is refused here, in the session's own process, whichever way it came.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from faqtui.commands.arguments import command_of, help_of, module_of, parse, parser_of
from faqtui.commands.console import Console
from faqtui.errors import UsageError

if TYPE_CHECKING:
    from faqtui.faq import Faq

COMMANDS = ("search", "show", "list", "check", "ask")

PATHS = frozenset({"list", "check"})
"""Commands whose operands are paths."""

REFUSED = {
    "content": "what is served is what this server was started with",
    "raw": "control characters are never sent",
    "why": "the files are not here",
    "tmux": "the pane is not here",
}
"""Options that a server does not take, and why."""


class ServedCommands:
    """Does commands in the processes of sessions."""

    def prepare(self) -> None:
        """Import what the commands do in their own time: 30 ms of each otherwise."""
        for module in ("argparse", "difflib", *map(module_of, (*COMMANDS, "json_shapes"))):
            import_module(module)
        for name in COMMANDS:
            parser_of(name)

    def __call__(self, faq: Faq, line: str, /) -> int:
        """Do the command `line` with `faq`; the exit code. Whatever is typed: one line says what is wrong with it."""
        return Console.standard().guard(lambda console: _run(console, faq, line))


def _run(console: Console, faq: Faq, line: str) -> int:
    arguments = _words(line)
    if not arguments:
        raise UsageError(f"which command? There are {', '.join(COMMANDS)}")
    name, *rest = arguments
    if name not in COMMANDS:
        raise UsageError(f"no command {name[:40]} here; there are {', '.join(COMMANDS)}")
    console.faq = faq
    command = command_of(name)
    parser, options = parser_of(name)
    given, operands = parse(parser, options, rest, all_words=command.all_words)
    if given.help:
        console.write(help_of(name, parser))
        return 0
    refuse(name, vars(given), operands)
    return command.run(console, given, operands)


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError as error:
        raise UsageError(f"the command cannot be read: {error}") from error


def refuse(name: str, given: dict[str, object], operands: Sequence[str]) -> None:
    """Raise for what a server does not do, whatever the command makes of it."""
    for option, why in REFUSED.items():
        if given.get(option):
            raise UsageError(f"{name}: no --{option} here: {why}")
    if given.get("batch") not in (None, "-"):
        raise UsageError(f"{name}: only --batch - here: the queries come on standard input")
    if operands and name in PATHS:
        raise UsageError(f"{name}: no paths here: {REFUSED['content']}")
