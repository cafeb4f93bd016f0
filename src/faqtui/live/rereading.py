"""Reading files again: what is made of them, whether that is worth showing, and where what was read before stands now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from faqtui.errors import ContentError

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.model import Entry

IN_ANOTHER_PROCESS = 400_000
"""Bytes of text above which another process parses what changed: in this one it would be felt at every key for that long."""


def reread(before: Faq, paths: Sequence[str], environment: Mapping[str, str], *, secure: bool) -> Faq:
    """The files as they are now; what did not change since they were read `before` is not parsed again."""
    from faqtui.faq import as_saved, parse, read, saved
    from faqtui.host.paths import cache_dir

    cache = cache_dir(environment)
    content = read(*paths, cache_dir=cache)
    found = saved(content, doubted=secure)
    if found is not None:
        return found
    earlier = before.kept.earlier()
    if secure:
        return parse(content, None, earlier)
    if content.work(earlier) > IN_ANOTHER_PROCESS:
        from faqtui.start.elsewhere import save_elsewhere  # what few sessions need

        save_elsewhere(paths, cache)
        content = read(*paths, cache_dir=cache)
        found = saved(content)
    if found is None:
        found = parse(content, None, earlier)
        if found.save():
            found = as_saved(found)
    return found


def problem_of(result: Faq | ContentError, before: Faq, paths: Sequence[str]) -> str:
    """Why what was read before is better than `result`, or nothing.

    A file that cannot be read any more must not take its answers away from somebody who is reading them.
    """
    if isinstance(result, ContentError):
        return f"{Path(result.path).name}: {result.reason}"
    known = {str(error) for error in before.errors}
    for error in result.errors:
        if str(error) not in known:
            return f"{Path(error.path).name}: {error.reason}"
    if not result.library.entries and before.library.entries:
        return f"no question is left in {', '.join(Path(path).name for path in paths)}"
    return ""


def same_place(faq: Faq, entry: Entry) -> int | None:
    """The position in `faq` of an entry of an earlier reading: by its id or, where its question was edited, its place."""
    position = faq.find(entry.id)
    if position is None:
        path, line = entry.source.path, entry.source.start_line
        for other, candidate in enumerate(faq.library.entries):
            if candidate.source.path == path and candidate.source.start_line <= line <= candidate.source.end_line:
                return other
    return position


def version(path: str) -> tuple[int, int] | None:
    """What tells whether a file was changed; None where it cannot be asked."""
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
