"""Parsing in another process: the seconds of a large FAQ would be felt at every key if the screen's own process spent them.

At the start that is a copy of this process, which works while textual is imported and while the screen is up. What it has
made it saves; where nothing can be saved, it leaves it in a file without a name. Of a very large FAQ it then makes the
index as well. Whatever goes wrong in it: this process does the work, and comes upon the same. A FAQ that is read again
while the screen is in use is parsed by a new program (`save_elsewhere`), since what has threads is not to be copied.
"""

from __future__ import annotations

import json
import os
import select
import sys
from _thread import start_new_thread
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from faqtui.errors import FaqtuiError
from faqtui.faq import Content, Faq, load, parse
from faqtui.host import sections
from faqtui.keeping import Keeping
from faqtui.saved.library import FORMAT, of_sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from faqtui.faq import Progress
    from faqtui.host.sections import Sections
    from faqtui.saved.library import StoredLibrary

LARGE = 1_000_000
"""Bytes of content from which the index is made elsewhere too: a thread of the screen's process would be felt."""

NICE = 5
"""What a large FAQ is parsed at: it takes seconds, in which the screen and other people's sessions come first."""

EVERY = 0.1
"""Seconds between two words of how far the work is."""

SIGKILL = 9


class Elsewhere:
    """The library of `content`, while another process makes it. Used by one thread at a time."""

    def __init__(self, content: Content, before: StoredLibrary | None = None) -> None:
        """Start the process; what is in the library `before` is not parsed. Raises OSError where there can be none."""
        self.errors = content.errors
        self.progress = (0, 0)
        """What is done and of how much, as it was told last; (0, 0) before that."""
        self._content = content
        self._before = before
        self._is_large = content.size >= LARGE
        # One for the entries; one for the index, which is written while the entries are read.
        self._unnamed = [_unnamed_file() for _ in range(1 + self._is_large)]
        self._pipe, theirs = os.pipe()
        self._told = b""
        self._is_wanted = True
        self._process = os.fork()
        if not self._process:
            try:
                os.close(self._pipe)
                _Work(content, before, theirs, self._unnamed, is_large=self._is_large).do()
            finally:  # whatever happens in here, the program must not go on a second time
                os._exit(1)
        os.close(theirs)

    def load(self, progress: Progress | None = None, *, within: float | None = None) -> Faq | None:
        """The FAQ, once its entries are there; None when the `within` seconds are over before (None: no limit).

        `progress` is told of lines, as by `faqtui.faq.load`. Raises ContentError as that does.
        """
        told = self._next(progress, None if within is None else monotonic() + within)
        if told is None and self._process:
            return None
        found = self._sections(0, told) if told is not None else None
        stored = of_sections(found)
        if stored is None or told is None:
            return parse(self._content, progress, self._before)
        if not self._is_large:
            self._reap()
        self._content.release()
        return Faq(
            stored.library,
            errors=[*self._content.errors, *stored.errors],
            kept=Keeping(self._content, stored=stored, on_disk=told["saved"]),
            made_elsewhere=self._index if self._is_large else None,
        )

    def stop(self) -> None:
        """Nobody waits any more."""
        self._is_wanted = False
        if self._process:
            with suppress(OSError):
                os.kill(self._process, SIGKILL)
            self._reap()

    def _index(self, progress: Progress | None) -> Sections | None:
        """A file with the index in it, once that is there; None where it is not to be had."""
        told = self._next(progress, None)
        found = self._sections(1, told) if told is not None else None
        self._reap()
        return found

    def _next(self, progress: Progress | None, until: float | None) -> dict[str, Any] | None:
        """The next result that is told; None when the time is over, or the process has ended, which is then reaped."""
        while True:
            line, newline, rest = self._told.partition(b"\n")
            if newline:
                self._told = rest
                told = json.loads(line)
                if isinstance(told, dict):
                    return told
                self.progress = (told[0], told[1])
                if progress is not None:
                    progress(*self.progress)
                continue
            patience = None if until is None else max(0.0, until - monotonic())
            if not select.select([self._pipe], [], [], patience)[0]:
                return None
            data = os.read(self._pipe, 65536)
            if not data:
                self._reap()
                if not self._is_wanted:
                    raise SystemExit  # the thread that waited here; nobody needs what it would make now
                return None
            self._told += data

    def _sections(self, number: int, told: dict[str, Any]) -> Sections | None:
        """What the other process has saved or, in an unnamed file, left."""
        if told["saved"]:
            return sections.load(Path(told["saved"]), FORMAT)
        with os.fdopen(os.dup(self._unnamed[number]), "rb") as file:
            file.seek(0)
            return sections.read(file, FORMAT)

    def _reap(self) -> None:
        process, self._process = self._process, 0
        if process:
            with suppress(ChildProcessError):
                os.waitpid(process, 0)


def start_loading(content: Content, before: StoredLibrary | None = None, *, may_fork: bool) -> Loading:
    """Begin to make the library of `content` as `faqtui.faq.parse` does, by another process where one may be started."""
    if may_fork and hasattr(os, "fork"):
        with suppress(OSError):  # no more processes, or no more memory
            return Elsewhere(content, before)
    return InThisProcess(content, before)


class InThisProcess:
    """The library of `content`, where no other process may be started: whoever loads it does the work."""

    def __init__(self, content: Content, before: StoredLibrary | None = None) -> None:
        self.errors = content.errors
        self.progress = (0, 0)
        self._content = content
        self._before = before

    def load(self, progress: Progress | None = None, *, within: float | None = None) -> Faq | None:
        """As `Elsewhere.load`; where there is a limit, it is not even begun."""
        if within is not None:
            return None
        return parse(self._content, progress, self._before)

    def stop(self) -> None:
        """Nobody waits any more; a thread that works ends with the process."""


Loading: TypeAlias = Elsewhere | InThisProcess


class _Work:
    """What the other process does, and tells in lines of JSON: how far it is, as a list, and results, as mappings."""

    def __init__(
        self, content: Content, before: StoredLibrary | None, pipe: int, unnamed: list[int], *, is_large: bool
    ) -> None:
        self._content = content
        self._before = before
        self._pipe = pipe
        self._unnamed = unnamed
        self._is_large = is_large
        self._due = 0.0

    def do(self) -> None:
        """Make the entries, then perhaps the index; ends the process."""
        start_new_thread(self._end_with_the_other, ())
        if self._is_large:
            os.nice(NICE)
        faq = parse(self._content, self._progress, self._before)
        is_saved = faq.save(entries_only=True)
        if not is_saved:
            self._leave(0, faq.kept.pieces())
        self._tell({"saved": str(faq.saved_as) if is_saved else ""})
        if self._is_large:
            index = faq.build_index(self._progress)
            is_saved = is_saved and faq.save()
            if not is_saved:
                from faqtui.saved.writing import index_pieces  # imports what parses, as this process has

                self._leave(1, index_pieces(index))
            self._tell({"saved": str(faq.saved_as) if is_saved else ""})
        os._exit(0)

    def _leave(self, number: int, pieces: list[bytes]) -> None:
        """Write the entries, or the index alone, into a file without a name."""
        with os.fdopen(os.dup(self._unnamed[number]), "wb") as file:
            file.writelines(pieces)

    def _progress(self, done: int, of: int) -> None:
        now = monotonic()
        if now >= self._due or done == of:
            self._due = now + EVERY
            self._tell([done, of])

    def _tell(self, what: object) -> None:
        os.write(self._pipe, json.dumps(what).encode() + b"\n")

    def _end_with_the_other(self) -> None:
        """End when nobody is there any more who could read: a session that was killed leaves nothing behind."""
        watch = select.poll()
        watch.register(self._pipe, 0)  # POLLERR is always told, and nothing else is asked for
        watch.poll()
        os._exit(1)


def _unnamed_file() -> int:
    """A file that is gone when the last process has closed it; where there is one, in memory."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("faqtui")
    import tempfile  # 6 ms that Linux does not pay

    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def save_elsewhere(paths: Sequence[str], cache_dir: Path) -> bool:
    """Have the files at `paths` parsed and saved in `cache_dir` by another program; whether it did.

    That says nothing: what is wrong with the files, whoever reads them next finds out itself.
    """
    import subprocess  # 3 ms that only those pay who read a large FAQ again

    command = [sys.executable, "-m", __name__, str(cache_dir), *paths]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def _save(cache_dir: str, *paths: str) -> int:
    try:
        return 0 if load(*paths, cache_dir=Path(cache_dir)).save() else 1
    except FaqtuiError as error:
        return error.exit_code


if __name__ == "__main__":
    sys.exit(_save(*sys.argv[1:]))
