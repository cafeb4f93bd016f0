"""``faqtui doctor``: what will work here and why, and the one line of configuration that would help.

What is found is looked up here; what follows from it is in `faqtui.commands.checking.diagnosis`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.commands.arguments import Add, Command, Given, add_json
from faqtui.commands.checking.diagnosis import ContentThere, Directory, Ground, Model, Report, Situation, examine
from faqtui.commands.console import BOLD, WIDEST, Console
from faqtui.commands.content import STDIN
from faqtui.errors import ConfigError, ContentError
from faqtui.host import paths

if TYPE_CHECKING:
    from faqtui.faq import Faq

SENTENCE = "how long does it take to look for a sentence like this"
"""What a model of meaning is tried on."""

GOOD, BAD = "32", "1;33"


def _options(add: Add) -> None:
    add_json(add)
    add("--secure", action="store_true", help="run no program, tmux neither")


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Print what was found."""
    if given.secure:
        console.secure = True
    print_report(console, look(console, [*given.content, *operands]), json=given.json)
    return 0


def print_report(console: Console, situation: Situation, *, json: bool = False) -> None:
    """Print what follows from `situation`."""
    report = examine(situation)
    if json:
        from faqtui.commands.checking.diagnosis import data
        from faqtui.commands.json_shapes import dumps

        console.write(dumps(data(situation, report)) + "\n")
    else:
        versions = f"faqtui {situation.faqtui}, Python {situation.python}, Textual {situation.textual or 'missing'}"
        console.write_lines([versions, *_lines(console, report)])


def look(console: Console, given: Sequence[str]) -> Situation:
    """Look up everything; `given` are the paths of the command line. Runs tmux unless the console is secure; writes nothing.

    The terminal is asked for its background, where it may be.
    """
    import platform  # 3 ms

    from faqtui.__about__ import __version__
    from faqtui.host.clipboard import forecast

    env, secure = console.env, console.secure
    settings_problem = ""
    chosen: Sequence[str] = ()
    try:
        chosen = console.settings.content
    except ConfigError as error:
        settings_problem = str(error)
    content, model = _content(given, chosen, env)
    return Situation(
        env=env,
        terminal=console.terminal,
        size=_size(),
        is_terminal=console.is_terminal,
        secure=secure,
        forecast=forecast(env=env, secure=secure),
        directories=() if secure else tuple(directories(env)),
        settings_problem=settings_problem,
        content=content,
        model=model,
        faqtui=__version__,
        python=platform.python_version(),
        textual=_textual(),
        ground=_ground(console),
    )


def _ground(console: Console) -> Ground | None:
    """What the terminal says of its background; None where there is none to ask."""
    if not (console.terminal.may_tell_background and console.is_terminal and os.isatty(0)):
        return None
    from faqtui.view.backgrounds import supposed
    from faqtui.wire.asking import background
    from faqtui.wire.background import shade_of

    answer = background(0, 1) or ""
    return Ground(answer, shade_of(answer) or "", supposed(console.env, secure=console.secure) or "")


def _textual() -> str | None:
    """The version of Textual, which is not imported for that."""
    from importlib.metadata import PackageNotFoundError, version  # 25 ms

    try:
        return version("textual")
    except PackageNotFoundError:
        return None


def _size() -> tuple[int, int] | None:
    """Columns and rows of the terminal, where any of the three streams is one."""
    for descriptor in (1, 0, 2):
        with suppress(OSError):
            size = os.get_terminal_size(descriptor)
            if size.columns and size.lines:
                return size.columns, size.lines
    return None


def directories(env: Mapping[str, str]) -> Iterator[Directory]:
    """Where faqtui keeps what it writes, and whether it can."""
    for purpose, path in (
        ("settings", paths.config_file(env).parent),
        ("what is remembered", paths.state_dir(env)),
        ("saved libraries", paths.cache_dir(env)),
    ):
        exists, problem = writable(path)
        yield Directory(purpose, str(path), exists, problem)


def writable(path: Path) -> tuple[bool, str]:
    """Whether the directory is there, and why files cannot be made in it (it is made when needed) or nothing."""
    if paths.is_there(path):
        if not paths.is_directory(path):
            return True, "is no directory"
        return True, "" if os.access(path, os.W_OK | os.X_OK) else "cannot be written"
    above = next((parent for parent in path.parents if paths.is_there(parent)), Path("/"))
    if paths.is_directory(above) and os.access(above, os.W_OK | os.X_OK):
        return False, ""
    return False, f"cannot be made in {above}"


def _content(
    given: Sequence[str], settings: Sequence[str], env: Mapping[str, str]
) -> tuple[ContentThere, Model | None]:
    """The FAQ that would be shown, and the model by which its sentences are found."""
    from faqtui.commands.content import content_paths
    from faqtui.faq import load

    chosen, origin = tuple(content_paths(given, env)), "given on the command line" if given else "from FAQTUI_CONTENT"
    if not chosen:
        chosen, origin = tuple(settings), "from the settings" if settings else "the FAQ that ships"
    if STDIN in chosen:
        return ContentThere("standard input, which is not read for this", chosen), _model(None)
    try:
        faq = load(*chosen, cache_dir=paths.cache_dir(env))
    except ContentError as error:
        return ContentThere(origin, chosen, problems=(str(error), *getattr(error, "__notes__", ()))), _model(None)
    found = ContentThere(
        origin,
        chosen,
        title=faq.library.title,
        entries=len(faq.library.entries),
        categories=sum(1 for node in faq.library.categories if node.entries),
        problems=tuple(str(error) for error in faq.errors),
    )
    return found, _model(faq)


def _model(faq: Faq | None) -> Model | None:
    """The model that is installed, tried on a sentence; None where none is."""
    if faq is None:
        from faqtui.faq import Faq
        from faqtui.model import Library

        faq = Faq(Library("", (), (), (), {}))
    meaning = faq.meaning
    return Model(*meaning.tried(SENTENCE), problem=meaning.problem) if meaning is not None else None


def _lines(console: Console, report: Report) -> Iterator[str]:
    import textwrap

    from faqtui.sanitize import sanitize_line

    good = "+" if console.ascii else "✓"
    marks = {True: console.styled(good, GOOD), False: console.styled("!", BAD), None: " "}
    width = min(console.columns, WIDEST)

    def wrapped(text: str) -> list[str]:
        # Paths and settings stay whole: they are there to be copied.
        return textwrap.wrap(
            sanitize_line(text), max(20, width - 5), break_long_words=False, break_on_hyphens=False
        ) or [""]

    for heading, findings in report.sections:
        yield ""
        yield console.styled(heading, BOLD)
        for finding in findings:
            first, *rest = wrapped(finding.text)
            yield f"  {marks[finding.ok]} {first}"
            yield from (f"    {line}" for line in rest)
    yield ""
    if report.advice is None:
        yield "Nothing needs to be set up." if report.well else "No one line of configuration would help with that."
        return
    purpose, where, line = report.advice
    yield from textwrap.wrap(sanitize_line(f"{purpose}, in {where}:"), max(20, width))
    yield f"  {sanitize_line(line)}"


COMMAND = Command(
    usage="faqtui doctor [PATH ...] [options]",
    more="Terminal, colours, clipboard,\nfiles and content; with the one line of configuration that would help.",
    options=_options,
    run=run,
)
