"""Making the vectors of a FAQ in another process: a thread of the screen's own would be felt, and so would its memory.

It is a new program at the lowest priority, for what has threads is not to be copied. It reads the FAQ by itself, which is
quicker than to wait until that is saved. It keeps what it has made now and then, so that a session that ends early leaves that
much to the next one, and ends with the process that started it.
"""

from __future__ import annotations

import os
import select
import sys
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from subprocess import Popen

NICE = 19
"""What it works at: nobody waits for it, and other people's sessions come first."""

EVERY = 10.0
"""Seconds after which what has been made is kept."""


def make_elsewhere(paths: Sequence[str], cache_dir: Path) -> Popen[bytes] | None:
    """Have the vectors of the FAQ at `paths` made and kept in `cache_dir`; None where no process can be started.

    The process ends when this one does, or what is returned lets go of its standard input.
    """
    import subprocess  # 3 ms that only those pay who have a model installed, and vectors missing

    # The directory of somebody's FAQ is no place to import from (-P); this program is imported from where it is.
    places = [os.path.dirname(os.path.dirname(os.path.dirname(__file__))), os.environ.get("PYTHONPATH", "")]  # noqa: PTH120
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, str(cache_dir), *paths],
            stdin=subprocess.PIPE,
            bufsize=0,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
    except OSError:
        return None
    with suppress(OSError):  # it has ended
        os.setpriority(os.PRIO_PROCESS, process.pid, NICE)  # at once: its own start is felt by the first key
    return process


def _make(cache_dir: str, *paths: str) -> int:
    from faqtui.errors import FaqtuiError
    from faqtui.faq import load

    try:
        faq = load(*paths, cache_dir=Path(cache_dir))
    except FaqtuiError as error:
        return error.exit_code
    meaning = faq.meaning
    if meaning is None:
        return 1
    due = monotonic() + EVERY

    def progress(done: int, of: int) -> None:
        nonlocal due
        if monotonic() >= due and done < of:
            meaning.save()
            due = monotonic() + EVERY

    is_done = meaning.complete(progress, go_on=_is_wanted)
    meaning.save()
    return 0 if is_done else 1


def _is_wanted() -> bool:
    """Whether the process that started this one is still there: nothing more is written to standard input, it only ends."""
    return not select.select([0], [], [], 0)[0]


if __name__ == "__main__":
    sys.exit(_make(*sys.argv[1:]))
