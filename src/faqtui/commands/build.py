"""``faqtui build``: a library made once, as a file that every host can serve: `faqtui serve --library FILE`.

The file depends on the content, the paths as they are given and this version of the program, and on nothing else: it is the
same, byte for byte, wherever and whenever it is built.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from faqtui.commands.arguments import Add, Command, Given, add_no_meaning
from faqtui.commands.console import Console
from faqtui.commands.content import STDIN, chosen, parse_content, progress_bar, tell_errors
from faqtui.errors import ContentError, FaqtuiError, UsageError


def _options(add: Add) -> None:
    add("-o", "--output", metavar="FILE", help="the file to write")
    add_no_meaning(add)


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Write the library of the content at `operands`. Raises UsageError without a file to write, and in secure mode."""
    if console.secure:
        raise UsageError("build: secure mode writes nothing")
    if not given.output:
        raise UsageError("build: into which file? Give -o FILE")
    from faqtui.faq import read
    from faqtui.host.rawfiles import MAX_FILE

    paths = chosen(console, [*given.content, *operands])
    stdin = console.read_stdin(MAX_FILE) if STDIN in paths else None
    content = read(*paths, stdin=stdin)
    faq = parse_content(console, content, None)
    if faq.errors:
        tell_errors(console, faq.errors)
        console.say(f"{given.output}: not written, since something could not be read")
        return ContentError.exit_code
    with progress_bar(console, "indexing") as bar:
        index = faq.build_index(bar)
    pieces = faq.kept.pieces(index, complete=True)
    _write(given.output, pieces)
    if not given.no_meaning and Path(given.output).is_file():
        _have_vectors(console, Path(given.output))
    size = sum(map(len, pieces))
    count = len(faq.library.entries)
    console.say(f"{given.output}: {count:,} question{'s' * (count != 1)}, {size / 1e6:.1f} MB")
    return 0


def _have_vectors(console: Console, path: Path) -> None:
    """Make the vectors of a library that was built, beside its file, where a model of meaning is installed."""
    from faqtui.faq import from_file

    meaning = from_file(path).meaning
    if meaning is None:
        return
    with progress_bar(console, "reading for meaning") as bar:
        made = meaning.complete(bar)
    if not made:
        console.say(f"{path}: without vectors, since {meaning.problem}")
    meaning.save()


def _write(path: str, pieces: Sequence[bytes]) -> None:
    """Put the file in its place as a whole, for everyone to read. Raises FaqtuiError."""
    from faqtui.host.files import write_file

    if Path(path).is_dir():
        raise UsageError(f"build: {path} is a directory")
    try:
        write_file(path, pieces, 0o644)
    except OSError as error:
        raise FaqtuiError(f"{path}: cannot be written: {error.strerror or error}") from error


COMMAND = Command(
    usage="faqtui build [PATH ...] -o FILE",
    more="For\n`faqtui serve --library FILE`; the same bytes wherever it is built.",
    options=_options,
    run=run,
)
