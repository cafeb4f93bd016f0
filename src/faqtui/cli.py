"""The command line: arguments to a call of one of the `faqtui.commands`, errors to a line and an exit code.

What the arguments may be is in `faqtui.commands.arguments`. A start with nothing but paths does without argparse, which
takes 8 ms to import; each command imports its own module only.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.commands.arguments import COMMANDS, parse, parser_of
from faqtui.commands.console import Console
from faqtui.errors import ContentError, FaqtuiError, UsageError

if TYPE_CHECKING:
    from argparse import Namespace

INTERRUPTED = 130


def main(arguments: Sequence[str], console: Console | None = None) -> int:
    """Do what `arguments` say (those after the program's name) and return the exit code."""
    if console is None:
        if _is_secure(arguments):
            from faqtui.host.secure import confine  # before anything reads the environment

            confine(os.environ)
        console = Console.standard()
    try:
        code = _run(arguments, console)
        console.flush()
    except ContentError as error:
        # A line for each source, so that one broken file of many can be found.
        for line in [str(error), *getattr(error, "__notes__", [])]:
            console.say(line)
        return error.exit_code
    except FaqtuiError as error:
        console.say(str(error))
        return error.exit_code
    except BrokenPipeError:  # the reader has seen enough
        console.abandon_stdout()
        return 0
    except KeyboardInterrupt:
        console.abandon_stdout()
        return INTERRUPTED
    return code


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
    _refuse_misspelt(arguments)
    from faqtui.commands import screen
    from faqtui.view.options import from_settings

    return screen.run(console, _content(arguments, console), from_settings(console.settings, secure=console.secure))


def _refuse_misspelt(operands: Sequence[str]) -> None:
    """Raise for a first word that is nearly a command's name, where none of the words is a file."""
    if not operands or not operands[0].isalpha() or any(Path(operand).exists() for operand in operands):
        return
    from faqtui.host.settings import nearest

    hint = "; did you mean --help?" if operands[0] == "help" else nearest(operands[0], list(COMMANDS))
    if hint:
        raise UsageError(f"{operands[0]}: no such command, file or directory{hint}")


def _run_command(command: str, arguments: Sequence[str], console: Console) -> int:
    parser, options = parser_of(command)
    if list(arguments) == ["-h"]:  # in a longer query it is a word: ls -h
        arguments = ["--help"]
    given, operands = parse(parser, options, arguments, all_words=command == "search")
    if given.help:
        console.write(parser.format_help())
        return 0
    match command:
        case "list":
            from faqtui.commands import list as listing

            paths = _content([*given.content, *operands], console)
            return listing.run(console, paths, json=given.json, raw=given.raw)
        case "search":
            return _search(console, given, operands)
        case "show":
            from faqtui.commands import show

            if not operands:
                raise UsageError("show: which entry? Give an id or a query")
            paths, wanted = _content(given.content, console), " ".join(operands)
            return show.run(console, paths, wanted, format=given.format, raw=given.raw)
        case "check":
            from faqtui.commands import check

            if given.explain:
                return check.explain(console, given.explain)
            paths = _content([*given.content, *operands], console)
            return check.run(console, paths, select=given.select, ignore=given.ignore, json=given.json, raw=given.raw)
        case "export":
            from faqtui.commands import export

            if given.format is None:
                raise UsageError(f"export: in which format? --format {'|'.join(export.FORMATS)}")
            paths = _content([*given.content, *operands], console)
            return export.run(console, paths, given.format, output=given.output, raw=given.raw)
        case "doctor":
            from faqtui.commands import doctor

            if given.secure:
                console.secure = True
            return doctor.run(console, [*given.content, *operands], json=given.json)
        case "keys":
            from faqtui.commands import keys

            if operands:
                raise UsageError(f"keys: takes no arguments, so {operands[0]} means nothing")
            return keys.run(console)
        case "config":
            from faqtui.commands import config

            if len(operands) != 1 or operands[0] not in config.WHAT:
                raise UsageError(f"config: what? {', '.join(config.WHAT)}")
            return config.run(console, operands[0])
        case "completion":
            from faqtui.commands import completion

            if len(operands) != 1 or operands[0] not in completion.SHELLS:
                raise UsageError(f"completion: for which shell? {', '.join(completion.SHELLS)}")
            return completion.run(console, operands[0])
    return _screen(console, given, operands)


def _search(console: Console, given: Namespace, words: Sequence[str]) -> int:
    from faqtui.commands import search

    paths = _content(given.content, console)
    if given.batch is not None:
        if words:
            raise UsageError(f"search: a query ({' '.join(words)}) and --batch exclude each other")
        return search.run_batch(console, paths, given.batch, limit=given.limit, raw=given.raw)
    if not words:
        raise UsageError("search: for what? Give words, or --batch with a file of queries")
    return search.run(console, paths, " ".join(words), limit=given.limit, json=given.json, raw=given.raw)


def _screen(console: Console, given: Namespace, operands: Sequence[str]) -> int:
    if given.version:
        from faqtui.__about__ import __version__

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
    )
    return screen.run(console, _content([*given.content, *operands], console), options)


def _content(given: Sequence[str], console: Console) -> list[str]:
    if console.secure:  # the command line is the administrator's; nothing else has a say
        return list(given)
    from faqtui.commands.content import content_paths

    return content_paths(given, console.env) or list(console.settings.content)
