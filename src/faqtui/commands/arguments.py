"""What commands there are, their parsers, and telling options from operands. What each has is in its own module.

argparse is imported by the functions here, not by the module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from faqtui.commands.console import Console
from faqtui.errors import UsageError
from faqtui.records import NamedTuple

if TYPE_CHECKING:
    from argparse import Action, ArgumentParser, Namespace

Add: TypeAlias = Callable[..., None]
"""Adds an option to a parser; takes what `argparse.ArgumentParser.add_argument` does."""

Given: TypeAlias = "Namespace"
"""The options that were given to a command."""


class Command(NamedTuple):
    """What a module of `faqtui.commands` says of its command, as its ``COMMAND``.

    `usage` and `more` are for its help: how it is called, and what there is to say beside its summary. `options` adds those
    that it has beside the common ones, `run` does it with the options given and the operands, and returns the exit code.
    `words` are all that its operands may be, for completion (None: files, or words of a query). With `all_words` whatever is
    none of its options is an operand.
    """

    usage: str
    options: Callable[[Add], None]
    run: Callable[[Console, Given, Sequence[str]], int]
    more: str = ""
    words: tuple[str, ...] | None = None
    all_words: bool = False


COMMANDS = {
    "list": "print the categories with their questions and ids",
    "search": "print the entries that match a query, best first",
    "show": "print one entry",
    "ask": "print the entry that quotes what a program has said",
    "check": "print what is wrong with a FAQ",
    "export": "write a FAQ as one document",
    "doctor": "say what will work in this terminal, and why",
    "keys": "print the keys of the screen",
    "config": "say where the settings are, show them, or start a file",
    "shell": "print what puts a command of an answer on a shell's prompt",
    "build": "write a FAQ as a library that servers share",
    "serve": "a FAQ for everyone who connects with ssh",
    "zygote": "serve sessions to `attach`, from one warm process",
    "attach": "a session of a `zygote` on this terminal",
    "completion": "print what a shell needs to complete commands and options",
}
"""The first argument is a command if it is one of these names; a file so named is ``./list``."""

_FOLDERS = {
    "finding": ("list", "search", "show", "ask"),
    "checking": ("check", "doctor"),
    "server": ("serve", "zygote", "attach"),
}
_MODULES = {"": "explore"} | {name: f"{folder}.{name}" for folder, names in _FOLDERS.items() for name in names}

_ENVIRONMENT = """\
environment:
  FAQTUI_CONTENT  files and directories to read where none is given, as in PATH
  FAQTUI_SECURE   when set: run no program, write no file, leave when idle
  NO_COLOR        when set: no colours

exit codes:
  0 fine, 1 nothing matched well or check found an error,
  2 wrong usage or content that cannot be read, 130 interrupted"""


def command_of(name: str) -> Command:
    """The command with this name; ``""`` is the screen."""
    command: Command = import_module(module_of(name)).COMMAND
    return command


def module_of(name: str) -> str:
    """The module that has the command with this name."""
    return f"faqtui.commands.{_MODULES.get(name, name)}"


def parse(
    parser: ArgumentParser, options: Iterable[Action], arguments: Sequence[str], *, all_words: bool
) -> tuple[Given, list[str]]:
    """The options of a command and its operands. Raises UsageError for an option it does not have.

    With `all_words` whatever is not an option of the command is an operand.
    """
    from argparse import ArgumentError

    takes_value = {name: option.nargs is None for option in options for name in option.option_strings}
    given_options, operands = split(arguments, takes_value, all_words=all_words)
    try:
        given, unknown = parser.parse_known_args(given_options)
    except ArgumentError as error:
        said = str(error)
        for wrong, right in (
            ("ignored explicit argument", "takes no value, so not"),
            ("expected one argument", "a value is missing"),
        ):
            said = said.replace(wrong, right)
        raise UsageError(f"{parser.prog.partition(' ')[2]}: {said}".removeprefix(": ")) from error
    if unknown:
        from difflib import get_close_matches

        name = unknown[0].partition("=")[0]
        close = get_close_matches(name, takes_value, n=1)
        hint = f"did you mean {close[0]}?" if close else f"`{parser.prog} --help` names those there are"
        raise UsageError(f"unknown option {name}; {hint}")
    return given, operands


def split(
    arguments: Sequence[str], takes_value: Mapping[str, bool], *, all_words: bool = False
) -> tuple[list[str], list[str]]:
    """Tell options from operands; values come back joined to their option, ``--name=value``.

    argparse alone would take ``-x`` in a query for an option and stumble over operands between options. `takes_value`
    has the names of the command's options. What looks like an option and is none comes back among the options, or,
    with `all_words`, among the operands. All after ``--`` are operands.
    """
    options: list[str] = []
    operands: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        name, equals, _ = argument.partition("=")
        if argument == "--":
            operands += rest
        elif takes_value.get(name) and not equals:
            value = next(rest, None)
            options.append(name if value is None else f"{name}={value}")
        elif argument in takes_value or takes_value.get(name) or (argument[:1] == "-" != argument and not all_words):
            options.append(argument)
        else:
            operands.append(argument)
    return options, operands


def parser_of(name: str) -> tuple[ArgumentParser, list[Action]]:
    """The parser of a command (``""``: the screen) and its options, those that all have first."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    command = command_of(name)
    parser = ArgumentParser(
        prog=f"faqtui {name}".rstrip(),
        usage=command.usage,
        description=_description(name, command.more),
        epilog=_ENVIRONMENT if not name else None,
        formatter_class=RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    actions: list[Action] = []

    def add(*names: str, **how: Any) -> None:
        actions.append(parser.add_argument(*names, **how))

    add(
        "--content",
        metavar="PATH",
        action="append",
        default=[],
        help="a file or directory to read, - for standard input; repeatable",
    )
    add("--help", *([] if command.all_words else ["-h"]), action="store_true", help="print this")
    command.options(add)
    return parser, actions


def help_of(name: str, parser: ArgumentParser) -> str:
    """What ``--help`` of a command prints: with what a query may say, where one is given."""
    if name in {"", "search"}:
        parser.epilog = "\n\n".join(part for part in (_queries(), parser.epilog) if part)
    return parser.format_help()


def _queries() -> str:
    from textwrap import fill

    from faqtui.view.queries import QUERIES

    column = max(len(typed) for typed, _ in QUERIES) + 4
    rows = [fill(f"  {typed:<{column - 2}}{means}", 79, subsequent_indent=" " * column) for typed, means in QUERIES]
    return "\n".join(["queries:", *rows])


def _description(name: str, more: str) -> str:
    if name:
        summary = COMMANDS[name]
        return f"{summary[0].upper()}{summary[1:]}. {more}".rstrip()
    commands = "\n".join(f"  {name:<12}{summary}" for name, summary in COMMANDS.items())
    return f"{more}\n\ncommands:\n{commands}"


def no_options(_: Add) -> None:
    """For a command that has only the common ones."""


def add_json(add: Add) -> None:
    """The option of commands that print one JSON object."""
    add("--json", action="store_true", help="print one JSON object")


def add_no_meaning(add: Add) -> None:
    """The option of what finds entries."""
    add("--no-meaning", action="store_true", help="find by words alone, where a model of meaning is installed too")


def add_raw(add: Add) -> None:
    """The option of commands that print text from outside."""
    add("--raw", action="store_true", help="to a pipe: leave control characters as they are")
