"""The command line: arguments to a call of one of the `faqtui.commands`, errors to a line and an exit code.

argparse takes 8 ms to import, so a start with nothing but paths does without it; each command imports its own module
only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.commands.console import Console
from faqtui.errors import ContentError, FaqtuiError, UsageError

if TYPE_CHECKING:
    from argparse import Action, ArgumentParser, Namespace

COMMANDS = {
    "list": "print the categories with their questions and ids",
    "search": "print the entries that match a query, best first",
    "show": "print one entry",
    "check": "print what is wrong with a FAQ",
    "keys": "print the keys of the screen",
}
"""The first argument is a command if it is one of these names; a file so named is ``./list``."""

INTERRUPTED = 130

_ENVIRONMENT = """\
environment:
  FAQTUI_CONTENT  files and directories to read where none is given, as in PATH
  FAQTUI_SECURE   when set: run no program, write no file
  NO_COLOR        when set: no colours

exit codes:
  0 fine, 1 nothing matched well or check found an error,
  2 wrong usage or content that cannot be read, 130 interrupted"""


def main(arguments: Sequence[str], console: Console | None = None) -> int:
    """Do what `arguments` say (those after the program's name) and return the exit code."""
    console = console or Console.standard()
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


def _run(arguments: Sequence[str], console: Console) -> int:
    if arguments and arguments[0] in COMMANDS:
        return _run_command(arguments[0], arguments[1:], console)
    if any(argument.startswith("-") for argument in arguments):
        return _run_command("", arguments, console)
    from faqtui.commands import screen
    from faqtui.tui.options import TuiOptions

    return screen.run(console, _content(arguments, console), TuiOptions(secure=console.secure))


def _run_command(command: str, arguments: Sequence[str], console: Console) -> int:
    parser, actions = _parser(command)
    if list(arguments) == ["-h"]:  # in a longer query it is a word: ls -h
        arguments = ["--help"]
    given, operands = _parse(parser, actions, arguments, all_words=command == "search")
    if given.help:
        console.write(parser.format_help())
        return 0
    match command:
        case "list":
            from faqtui.commands import listing

            paths = _content([*given.content, *operands], console)
            return listing.run(console, paths, json=given.json, raw=given.raw)
        case "search":
            return _search(console, given, operands)
        case "show":
            from faqtui.commands import showing

            if not operands:
                raise UsageError("show: which entry? Give an id or a query")
            paths, wanted = _content(given.content, console), " ".join(operands)
            return showing.run(console, paths, wanted, format=given.format, raw=given.raw)
        case "check":
            from faqtui.commands import checking

            paths = _content([*given.content, *operands], console)
            return checking.run(
                console, paths, select=given.select, ignore=given.ignore, json=given.json, raw=given.raw
            )
        case "keys":
            from faqtui.commands import keys

            if operands:
                raise UsageError(f"keys: takes no arguments, so {operands[0]} means nothing")
            return keys.run(console)
    return _screen(console, given, operands)


def _search(console: Console, given: Namespace, words: Sequence[str]) -> int:
    from faqtui.commands import searching

    paths = _content(given.content, console)
    if given.batch is not None:
        if words:
            raise UsageError(f"search: a query ({' '.join(words)}) and --batch exclude each other")
        return searching.run_batch(console, paths, given.batch, limit=given.limit, raw=given.raw)
    if not words:
        raise UsageError("search: for what? Give words, or --batch with a file of queries")
    return searching.run(console, paths, " ".join(words), limit=given.limit, json=given.json, raw=given.raw)


def _screen(console: Console, given: Namespace, operands: Sequence[str]) -> int:
    if given.version:
        from faqtui import __version__

        console.write(f"faqtui {__version__}\n")
        return 0
    from faqtui.commands import screen
    from faqtui.tui.options import TuiOptions

    for operand in operands:
        if operand in COMMANDS and not Path(operand).exists():
            raise UsageError(f"a command comes first: faqtui {operand} ...")
    if given.secure:
        console.secure = True
    options = TuiOptions(
        query=given.query or "",
        open_id=given.open,
        theme=given.theme,
        ascii=True if given.ascii else None,
        mouse=not given.no_mouse,
        secure=console.secure,
    )
    return screen.run(console, _content([*given.content, *operands], console), options)


def _content(given: Sequence[str], console: Console) -> list[str]:
    from faqtui.commands.content import content_paths

    return content_paths(given, console.env)


def _parse(
    parser: ArgumentParser, actions: Iterable[Action], arguments: Sequence[str], *, all_words: bool
) -> tuple[Namespace, list[str]]:
    """The options of a command and its operands. Raises UsageError for an option it does not have.

    With `all_words` whatever is not an option of the command is an operand.
    """
    from argparse import ArgumentError

    takes_value = {name: action.nargs is None for action in actions for name in action.option_strings}
    options, operands = split(arguments, takes_value, all_words=all_words)
    try:
        given, unknown = parser.parse_known_args(options)
    except ArgumentError as error:
        raise UsageError(f"{parser.prog.partition(' ')[2]}: {error}".removeprefix(": ")) from error
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


def _parser(command: str) -> tuple[ArgumentParser, list[Action]]:
    """The parser of a command (``""``: the screen) and its options."""
    from argparse import ArgumentParser, RawDescriptionHelpFormatter

    usages = {
        "": "faqtui [PATH ...] [options]\n       faqtui COMMAND [options]",
        "list": "faqtui list [PATH ...] [options]",
        "search": "faqtui search QUERY... [options]\n       faqtui search --batch FILE [options]",
        "show": "faqtui show ID|QUERY [options]",
        "check": "faqtui check [PATH ...] [options]",
        "keys": "faqtui keys [options]",
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
                add("--secure", action="store_true", help="run no program, write no file"),
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
            formats = ("ansi", "text", "markdown", "json")
            actions += [add("--format", choices=formats, help="how (ansi on a terminal, else text)")]
        case "check":
            actions += [
                add("--json", action="store_true", help="print one JSON object"),
                add("--select", metavar="CODES", action="append", default=[], help="only these, separated by commas"),
                add("--ignore", metavar="CODES", action="append", default=[], help="not these"),
            ]
    if command in {"list", "search", "show", "check"}:
        actions += [add("--raw", action="store_true", help="to a pipe: leave control characters as they are")]
    return parser, actions


def _description(command: str) -> str:
    if command:
        more = {
            "list": "",
            "search": "Every argument\nthat is none of the options below is a word of the query; after --, all are.",
            "show": "By its id or, failing that, the best match of a query.",
            "check": "As path:line: severity code message.",
            "keys": "",
        }[command]
        return f"{COMMANDS[command].capitalize()}. {more}".rstrip()
    commands = "\n".join(f"  {name:<8}{summary}" for name, summary in COMMANDS.items())
    return f"""\
Explore a FAQ: the packaged one, or the Markdown files and directories given.
Without a terminal, the list is printed.

commands:
{commands}"""


def _count(text: str) -> int:
    from argparse import ArgumentTypeError

    if not text.isdecimal():
        raise ArgumentTypeError(f"a number is needed, not {text!r}")
    return int(text)
