"""``faqtui ask``: the entry that quotes what a program has said, its last lines being standard input or a pane of tmux."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from faqtui.commands.arguments import Add, Command, Given, add_raw
from faqtui.commands.console import Console
from faqtui.commands.content import NO_QUESTIONS, STDIN, chosen, keep, open_faq
from faqtui.errors import UsageError

if TYPE_CHECKING:
    from faqtui.model import SearchResult

NOT_FOUND = 1
"""Exit code where no entry quotes a line."""

LINES = 60
"""The last lines that are looked at: an error stands near the end of what was said."""

LONGEST = 500
"""Characters of a line that are looked for."""

AT_ONCE = 65_536
KEPT = 4 * AT_ONCE
"""Bytes that are read at a time, and how many of the last are kept at least."""


def _options(add: Add) -> None:
    from faqtui.commands.finding.show import FORMATS

    add("--tmux", action="store_true", help="read what the other pane of tmux shows, not standard input")
    add("--format", choices=FORMATS, help="how (ansi on a terminal, else text)")
    add_raw(add)


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Print the entry that quotes one of the last lines. Raises UsageError for operands, and where there is no tmux."""
    if operands:
        raise UsageError(f"ask: {operands[0]} is nothing to ask with; pipe a program's output into it, or use search")
    paths = chosen(console, given.content)
    if STDIN in paths and not given.tmux:
        raise UsageError("ask: standard input (-) cannot be both the content and the question")
    numbered = _last_lines(*((_pane(console), 0) if given.tmux else _read(console)))
    lines = [line for _, line in numbered]
    faq = open_faq(console, paths, raw=given.raw)
    if not faq.library.entries:
        console.say(NO_QUESTIONS)
        return keep(console, faq, NOT_FOUND)
    from faqtui.commands.finding.show import print_entry
    from faqtui.search.pasted import CANDIDATES, quoted

    found = quoted(lines, partial(faq.search, limit=CANDIDATES))
    if found is None:
        return keep(console, faq, _nearest(console, lines, partial(faq.search, limit=3)))
    number, said = numbered[found.line]
    console.say(f"line {number} of {'the pane' if given.tmux else 'the input'}: {said.strip()}")
    print_entry(console, faq, found.position, given.format or ("ansi" if console.colour else "text"))
    return keep(console, faq)


def _nearest(console: Console, lines: Sequence[str], search: Callable[[str], SearchResult]) -> int:
    """Tell of what the last line that finds anything finds; the exit code."""
    from faqtui.commands.finding.show import name_hits

    for line in reversed(lines):
        if hits := list(search(line)):
            which = "the line" if len(lines) == 1 else f"any of the {len(lines)} lines"
            console.say(f"no entry quotes {which}; nearest to: {line.strip()}")
            name_hits(console, hits)
            return NOT_FOUND
    console.say("nothing matches" if lines else "there is nothing to ask with: no line has a word")
    return NOT_FOUND


def _read(console: Console) -> tuple[str, int]:
    """The end of standard input, read to its end and no more of it kept than is looked at; and how many lines were before.

    What redirections of Windows write begins with a mark of UTF-16.
    """
    file = console.stdin_lines
    console.tell_reading()
    kept: deque[bytes] = deque()
    size = gone = before = 0
    mark = b""
    while piece := file.read1(AT_ONCE):
        mark = mark or piece[:2]
        kept.append(piece)
        size += len(piece)
        while size - len(kept[0]) >= KEPT:
            size -= len(kept[0])
            gone += len(kept[0])
            before += kept.popleft().count(b"\n")
    data = b"".join(kept)
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(mark)
    return data[gone % 2 :].decode(wide, "replace") if wide else data.decode("utf-8", "replace"), before


def _pane(console: Console) -> str:
    from faqtui.host.tmux import TmuxError, pane_beside

    if console.secure:
        raise UsageError("ask: secure mode runs no program, and so asks no tmux")
    try:
        return pane_beside(console.env).decode("utf-8", "replace")
    except TmuxError as error:
        raise UsageError(f"ask: {error}") from error


def _last_lines(text: str, before: int) -> list[tuple[int, str]]:
    """The last lines that say anything, safe to show, the latest last, with their numbers; `before` are lines before `text`."""
    from faqtui.sanitize import sanitize_line
    from faqtui.search.pasted import lines_said

    telling = [
        (number, part) for number, part in lines_said(text.removeprefix("\ufeff")) if any(map(str.isalnum, part))
    ]
    return [(before + number, sanitize_line(part[:LONGEST])) for number, part in telling[-LINES:]]


COMMAND = Command(
    usage="faqtui ask [options]    (some-command 2>&1 | faqtui ask)\n       faqtui ask --tmux [options]",
    more="What it is asked\nwith are the last lines of standard input, or of the other pane of tmux.",
    options=_options,
    run=run,
    words=(),
)
