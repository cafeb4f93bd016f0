"""The arguments of each command: its options, its help, and telling options from operands.

argparse is imported by the functions here, not by the module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from faqtui.errors import UsageError

if TYPE_CHECKING:
    from argparse import Action, ArgumentParser, Namespace

COMMANDS = {
    "list": "print the categories with their questions and ids",
    "search": "print the entries that match a query, best first",
    "show": "print one entry",
    "check": "print what is wrong with a FAQ",
    "export": "write a FAQ as one document",
    "doctor": "say what will work in this terminal, and why",
    "keys": "print the keys of the screen",
    "config": "say where the settings are, show them, or start a file",
    "completion": "print what a shell needs to complete commands and options",
}
"""The first argument is a command if it is one of these names; a file so named is ``./list``."""

_ENVIRONMENT = """\
environment:
  FAQTUI_CONTENT  files and directories to read where none is given, as in PATH
  FAQTUI_SECURE   when set: run no program, write no file, leave when idle
  NO_COLOR        when set: no colours

exit codes:
  0 fine, 1 nothing matched well or check found an error,
  2 wrong usage or content that cannot be read, 130 interrupted"""


def parse(
    parser: ArgumentParser, options: Iterable[Action], arguments: Sequence[str], *, all_words: bool
) -> tuple[Namespace, list[str]]:
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


def parser_of(command: str) -> tuple[ArgumentParser, list[Action]]:
    """The parser of a command (``""``: the screen) and its options."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    usages = {
        "": "faqtui [PATH ...] [options]\n       faqtui COMMAND [options]",
        "list": "faqtui list [PATH ...] [options]",
        "search": "faqtui search QUERY... [options]\n       faqtui search --batch FILE [options]",
        "show": "faqtui show ID|QUERY [options]",
        "check": "faqtui check [PATH ...] [options]",
        "export": "faqtui export [PATH ...] --format FORMAT [options]",
        "doctor": "faqtui doctor [PATH ...] [options]",
        "keys": "faqtui keys [options]",
        "config": "faqtui config path|show|init",
        "completion": "faqtui completion bash|zsh|fish",
    }
    parser = ArgumentParser(
        prog=f"faqtui {command}".rstrip(),
        usage=usages[command],
        description=_description(command),
        epilog=_ENVIRONMENT if not command else None,
        formatter_class=RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    add = parser.add_argument
    actions = [
        add(
            "--content",
            metavar="PATH",
            action="append",
            default=[],
            help="a file or directory to read, - for standard input; repeatable",
        ),
        add("--help", *(["-h"] if command != "search" else []), action="store_true", help="print this"),
    ]
    match command:
        case "":
            actions += [
                add("--version", action="store_true", help="print the version"),
                add("--query", metavar="TEXT", help="what stands in the filter from the start"),
                add("--open", metavar="ID", help="the entry to show from the start"),
                add("--theme", metavar="NAME", help="ansi (your terminal's own colours), dark, light or none"),
                add("--ascii", action="store_true", help="draw with ASCII characters only"),
                add("--no-mouse", action="store_true", help="leave the mouse to the terminal"),
                add("--secure", action="store_true", help="run no program, write no file, leave when idle"),
                add(
                    "--idle",
                    metavar="MINUTES",
                    type=_minutes,
                    help="leave after so long without a key; 0 is never (never, or 30 in secure mode)",
                ),
            ]
        case "list":
            actions += [add("--json", action="store_true", help="print one JSON object")]
        case "search":
            actions += [
                add("--batch", metavar="FILE", help="print a JSON object for each line of FILE (- for standard input)"),
                add("--limit", metavar="N", type=_count, default=10, help="print at most N entries (10)"),
                add("--json", action="store_true", help="print one JSON object"),
            ]
        case "show":
            actions += [
                add(
                    "--format", choices=("ansi", "text", "markdown", "json"), help="how (ansi on a terminal, else text)"
                )
            ]
        case "check":
            actions += [
                add("--json", action="store_true", help="print one JSON object"),
                add("--select", metavar="CODES", action="append", default=[], help="only these, separated by commas"),
                add("--ignore", metavar="CODES", action="append", default=[], help="not these"),
                add(
                    "--explain",
                    metavar="CODES",
                    action="append",
                    default=[],
                    help="what these mean and what to do (all: every one); reads no FAQ",
                ),
            ]
        case "doctor":
            actions += [
                add("--json", action="store_true", help="print one JSON object"),
                add("--secure", action="store_true", help="run no program, tmux neither"),
            ]
        case "export":
            formats = ("markdown", "text", "json", "jsonl", "html")
            actions += [
                add("--format", choices=formats, help="one document, or (jsonl) an entry a line"),
                add("-o", "--output", metavar="FILE", help="write to FILE, not to standard output"),
            ]
    if command in {"list", "search", "show", "check", "export"}:
        actions += [add("--raw", action="store_true", help="to a pipe: leave control characters as they are")]
    return parser, actions


def _description(command: str) -> str:
    if command:
        more = {
            "list": "",
            "search": "Every argument\nthat is none of the options below is a word of the query; after --, all are.",
            "show": "By its id or, failing that, the best match of a query.",
            "check": "As path:line: severity code message.",
            "export": "What is written as Markdown can be read again.",
            "doctor": "Terminal, colours, clipboard,\nfiles and content; with the one line of configuration that would help.",
            "keys": "",
            "config": "",
            "completion": "",
        }[command]
        summary = COMMANDS[command]
        return f"{summary[0].upper()}{summary[1:]}. {more}".rstrip()
    commands = "\n".join(f"  {name:<12}{summary}" for name, summary in COMMANDS.items())
    return f"""\
Explore a FAQ: the packaged one, or the Markdown files and directories given.
Without a terminal, the list is printed.

commands:
{commands}"""


def _minutes(text: str) -> float:
    from argparse import ArgumentTypeError

    whole, _, part = text.partition(".")
    if not (whole + part).isdecimal() or not whole.isascii():
        raise ArgumentTypeError(f"a number of minutes is needed, not {text!r}")
    return float(text)


def _count(text: str) -> int:
    from argparse import ArgumentTypeError

    if not text.isdecimal():
        raise ArgumentTypeError(f"a whole number from 0 up is needed, not {text!r}")
    return int(text)
