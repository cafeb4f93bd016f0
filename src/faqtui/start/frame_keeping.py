"""Keeping the first frame for the next start: what it depends on, and the file that `faqtui.start.kept` reads.

A frame is kept only where it says the same at the next start: nothing was typed before it, all the content could be read, and
every file that decides it has rested since before this start, so that what was read is what is on disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from faqtui.host import paths
from faqtui.host.files import replace_file
from faqtui.host.state import BACKGROUNDS, LAYOUT
from faqtui.sources import STDIN, files_at, packaged_directory
from faqtui.start import kept
from faqtui.start.kept import Frame

RESTED = 2.0
"""Seconds before the start since which no file may have changed: some file systems count in steps of two seconds."""

MOST_FILES = 300
"""Files and directories that are asked about at a start: a millisecond."""

KEPT = 16
"""Frames in the directory; the oldest go first."""


def keep(
    arguments: Sequence[str],
    env: Mapping[str, str],
    frame: Frame,
    *,
    content: Sequence[str],
    library: Path,
    started: float,
) -> bool:
    """Write `frame` for the next start with these `arguments`; whether it was.

    `content` are the paths that the FAQ was read from (none: the one that ships), `library` is where it is saved, and
    `started` when this process began, as `time.time` counts.
    """
    files = depends_on(env, content)
    if files is not None and frame.asks:  # it has the colours that the last answer led to
        told = os.fspath(paths.state_dir(env) / BACKGROUNDS)
        files[told] = kept.state_of(told)
    if files is None or not rested(files, started):
        return False
    present = {os.fspath(path): kept.is_there(os.fspath(path)) for path in (library, paths.state_dir(env))}
    if not present[os.fspath(library)]:
        return False
    key = kept.key_of(arguments, frame.size, env)
    data = kept.packed(key, files, present, frame)
    if len(data) > kept.LARGEST:
        return False
    name = Path(kept.file_name(env, key))
    try:
        paths.make_private(name.parent)
        replace_file(name, [data])
        _drop_oldest(name.parent)
    except OSError:  # the next start is slower, that is all
        return False
    return True


def depends_on(env: Mapping[str, str], content: Sequence[str]) -> dict[str, str] | None:
    """The state of all files and directories that decide a first frame; None where there are too many.

    Beside content, settings and layout these are the directories of programs: installing another version changes them.
    """
    names = [os.fspath(paths.config_file(env)), os.fspath(paths.state_dir(env) / LAYOUT), *_program()]
    for path in content or [os.fspath(packaged_directory())]:
        if path == STDIN:
            return None
        for name in _below(path):
            names.append(name)
            if len(names) > MOST_FILES:
                return None
    return {name: kept.state_of(name) for name in names} if len(names) <= MOST_FILES else None


def _below(path: str) -> Iterator[str]:
    """`path`, and the directories and wanted files below it: a file that comes or goes changes its directory."""
    yield path
    if os.path.isdir(path):  # noqa: PTH112 - a string
        for where, directories, _ in os.walk(path):
            directories[:] = [name for name in directories if not name.startswith(".")]
            yield from (os.path.join(where, name) for name in directories)  # noqa: PTH118
        yield from files_at([path])


def _program() -> Iterator[str]:
    """All directories of faqtui and of what it is drawn with, and those they stand in.

    Another version changes some of them, and so does a module that comes, goes or is put in another's place: asking about
    these 35 takes 0.1 ms of a start, and about every file 0.6 ms. What Python compiles is written into directories of its own.
    """
    found = [spec.origin for spec in map(find_spec, ("rich", "textual")) if spec is not None]
    for package in (Path(__file__).parents[1], *(Path(origin).parent for origin in found if origin is not None)):
        yield os.fspath(package.parent)
        for where, directories, _ in os.walk(package):
            directories[:] = [name for name in directories if name != "__pycache__"]
            yield where


def rested(files: Mapping[str, str], started: float) -> bool:
    """Whether the states in `files` are all older than the start: what was read since then is what they are of.

    The time of the last change of anything (ctime) decides, which no program can set.
    """
    latest = (started - RESTED) * 1e9
    return all(int(state.split()[-1]) < latest for state in files.values() if state)


def _drop_oldest(directory: Path) -> None:
    frames = sorted(directory.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in frames[KEPT:]:
        path.unlink(missing_ok=True)
