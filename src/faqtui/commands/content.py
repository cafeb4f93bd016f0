"""Which FAQ a command is about, and loading it: paths, ``$FAQTUI_CONTENT``, standard input, what could not be read."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from faqtui.errors import SHORTAGE, ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from faqtui.commands.console import Console
    from faqtui.commands.progress import ProgressBar
    from faqtui.faq import Content, Faq
    from faqtui.saved.library import StoredLibrary
    from faqtui.start.elsewhere import Loading

STDIN = "-"

NO_QUESTIONS = "this FAQ has no questions; `faqtui check` says what was read"
"""What is said instead of how well something matches."""


def chosen(console: Console, given: Sequence[str]) -> list[str]:
    """The paths that a command is about: those given, else those of the environment, else of the settings, else none."""
    if console.secure:  # the command line is the administrator's; nothing else has a say
        return list(given)
    return content_paths(given, console.env) or list(console.settings.content)


def content_paths(given: Sequence[str], env: Mapping[str, str]) -> list[str]:
    """The paths that were given, else those of ``FAQTUI_CONTENT``, else none: the packaged FAQ."""
    return list(given) or [path for path in env.get("FAQTUI_CONTENT", "").split(os.pathsep) if path]


def open_faq(console: Console, paths: Sequence[str], *, raw: bool = False, to_file: bool = False) -> Faq:
    """Load the FAQ at `paths`, with a progress bar where it takes long; what could not be read is told.

    `raw` keeps control characters, unless the output goes to a terminal (and not `to_file`).
    Raises ContentError when nothing could be read.
    """
    if console.faq is not None:
        return console.faq
    faq = made(console, read_content(console, paths, sanitized=not (raw and (to_file or not console.is_terminal))))
    tell_errors(console, faq.errors)
    return faq


def made(console: Console, content: Content) -> Faq:
    """The FAQ of `content`, from what was saved or parsed now. Raises ContentError where no file is text."""
    from faqtui.faq import earlier, saved

    doubted = console.secure
    return saved(content, doubted=doubted) or parse_content(console, content, earlier(content, doubted=doubted))


def parse_content(console: Console, content: Content, before: StoredLibrary | None) -> Faq:
    """What `faqtui.faq.parse` makes, with a progress bar where that takes long."""
    from faqtui.faq import parse

    with progress_bar(console, "reading") as bar:
        return parse(content, bar, before)


def read_content(console: Console, paths: Sequence[str], *, sanitized: bool = True) -> Content:
    """The files at `paths`. Raises ContentError when none could be read."""
    from faqtui.faq import read
    from faqtui.host.paths import cache_dir
    from faqtui.host.rawfiles import MAX_FILE
    from faqtui.sources import is_pipe

    stdin = console.read_stdin(MAX_FILE) if STDIN in paths else None
    # What comes down a pipe seldom comes again: saving it would only fill the directory.
    directory = None if any(map(is_pipe, paths)) else cache_dir(console.env)
    return read(*paths, cache_dir=directory, stdin=stdin, sanitized=sanitized)


def tell_errors(console: Console, errors: Sequence[ContentError]) -> None:
    """A line for each source that could not be read."""
    for error in errors:
        console.say(str(error))


def keep(console: Console, faq: Faq, code: int = 0, *, searched: bool = True) -> int:
    """Save the library for the next start; the exit code. The output is sent first: nobody should wait for this.

    Where nothing was `searched`, no index is made that takes longer than what was asked for.
    """
    console.flush()
    if not console.secure:
        with suppress(*SHORTAGE):  # the next start reads the files
            faq.save(entries_only=not searched and not faq.kept.is_soon_indexed)
        faq.keep_vectors()
    return exit_code(faq, code)


def exit_code(read: Faq | Loading, code: int = 0) -> int:
    """`code`, or 2 when some of the content could not be read."""
    return ContentError.exit_code if read.errors else code


@contextmanager
def progress_bar(console: Console, label: str) -> Iterator[ProgressBar | None]:
    """A progress bar while the block runs; None where nobody would see it."""
    stream = console.stderr
    if stream is None or not stream.isatty():
        yield None
        return
    from faqtui.commands.progress import ProgressBar

    bar = ProgressBar(stream, label)
    try:
        yield bar
    finally:
        bar.clear()
