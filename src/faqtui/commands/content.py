"""Which FAQ a command is about, and loading it: paths, ``$FAQTUI_CONTENT``, standard input, what could not be read."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from faqtui.commands.console import Console
    from faqtui.commands.progress import ProgressBar
    from faqtui.faq import Faq

STDIN = "-"


def content_paths(given: Sequence[str], env: Mapping[str, str]) -> list[str]:
    """The paths that were given, else those of ``FAQTUI_CONTENT``, else none: the packaged FAQ."""
    return list(given) or [path for path in env.get("FAQTUI_CONTENT", "").split(os.pathsep) if path]


def open_faq(console: Console, paths: Sequence[str], *, raw: bool = False, to_file: bool = False) -> Faq:
    """Load the FAQ at `paths`, with a progress bar where it takes long; what could not be read is told.

    `raw` keeps control characters, unless the output goes to a terminal (and not `to_file`).
    Raises ContentError when nothing could be read.
    """
    from faqtui.faq import load

    stdin = None
    if STDIN in paths:
        from faqtui.sources import MAX_FILE

        stdin = console.read_stdin(MAX_FILE)
    keep_controls = raw and (to_file or not console.is_terminal)
    # What comes down a pipe seldom comes again: saving it would only fill the directory.
    saved = None if stdin is not None else cache_dir(console.env)
    with progress_bar(console, "reading") as bar:
        faq = load(*paths, cache_dir=saved, progress=bar, stdin=stdin, sanitized=not keep_controls)
    for error in faq.errors:
        console.say(str(error))
    return faq


def cache_dir(env: Mapping[str, str]) -> Path:
    """The directory of saved libraries."""
    from faqtui import paths

    return paths.cache_dir(env)


def keep(console: Console, faq: Faq) -> None:
    """Save the library for the next start. The output is sent first: nobody should wait for this."""
    console.flush()
    if not console.secure:
        faq.save()


def exit_code(faq: Faq, code: int = 0) -> int:
    """`code`, or 2 when some of the content could not be read."""
    return ContentError.exit_code if faq.errors else code


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
