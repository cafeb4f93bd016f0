"""The command line: arguments to a call of one of the `faqtui.commands`, errors to a line and an exit code.

A start imports the module of its own command only.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from faqtui.commands.arguments import COMMANDS, command_of, help_of, parse, parser_of
from faqtui.commands.console import Console


def main(arguments: Sequence[str], console: Console | None = None) -> int:
    """Do what `arguments` say (those after the program's name) and return the exit code."""
    if console is None:
        if _is_secure(arguments):
            from faqtui.host.secure import confine  # before anything reads the environment

            confine(os.environ)
        console = Console.standard()
    return console.guard(lambda own: _run(arguments, own))


def _is_secure(arguments: Sequence[str]) -> bool:
    """Whether this process is to be bound: by the environment, or by the option where it is one and no word of a query."""
    from faqtui.host.secure import is_on

    if is_on(os.environ):
        return True
    if "--secure" not in arguments or arguments[0] in COMMANDS:
        return False
    return "--" not in arguments or list(arguments).index("--secure") < list(arguments).index("--")


def _run(arguments: Sequence[str], console: Console) -> int:
    if arguments and arguments[0] in COMMANDS:
        return _run_command(arguments[0], arguments[1:], console)
    if any(argument.startswith("-") for argument in arguments):
        return _run_command("", arguments, console)
    from faqtui.commands.explore import run_paths

    return run_paths(console, arguments)


def _run_command(name: str, arguments: Sequence[str], console: Console) -> int:
    command = command_of(name)
    parser, options = parser_of(name)
    if list(arguments) == ["-h"]:  # in a longer query it is a word: ls -h
        arguments = ["--help"]
    given, operands = parse(parser, options, arguments, all_words=command.all_words)
    if given.help:
        console.write(help_of(name, parser))
        return 0
    return command.run(console, given, operands)
