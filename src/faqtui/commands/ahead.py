"""Parsing ahead: on the very first start another process makes the saved library while this one imports textual.

Both take some 100 ms or more, and where there are two processors they take it at the same time. The other process is
a copy of this one that saves the entries and ends; whatever goes wrong in it, this one loads the FAQ as ever, and tells.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

MOST_BYTES = 1_000_000
"""Content up to which this pays: more takes seconds, for which there should be a progress bar."""


@contextmanager
def parsing_ahead(paths: Sequence[str], env: Mapping[str, str]) -> Iterator[None]:
    """Have the saved library of `paths` made while the block runs, where there is none and it can be had for free."""
    child = _start(paths, env)
    try:
        yield
    finally:
        if child:
            with suppress(ChildProcessError):
                os.waitpid(child, 0)


def _start(paths: Sequence[str], env: Mapping[str, str]) -> int:
    """The process that parses, or 0 where there is nothing to win."""
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or _size(paths) > MOST_BYTES:
        return 0
    from faqtui.commands.content import cache_dir
    from faqtui.faq import is_saved

    directory = cache_dir(env)
    if is_saved(*paths, cache_dir=directory):
        return 0
    child = os.fork()
    if child:
        return child
    try:
        from faqtui.faq import load

        load(*paths, cache_dir=directory).save(entries_only=True)
    except BaseException:
        os._exit(1)  # the parent comes upon the same, and says so
    os._exit(0)


def _size(paths: Sequence[str]) -> int:
    """Bytes of the files among `paths`; a directory may hold anything and counts as too much."""
    total = 0
    for path in paths:
        try:
            total += os.stat(path).st_size if not os.path.isdir(path) else MOST_BYTES + 1  # noqa: PTH112, PTH116 - strings
        except OSError:
            return MOST_BYTES + 1
    return total
