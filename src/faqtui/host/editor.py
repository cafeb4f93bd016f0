"""The user's editor: which command opens a file at a line, and running it with the terminal lent to it."""

from __future__ import annotations

import shlex
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePath

_PATH_COLON_LINE = frozenset(("hx", "helix", "subl", "zed"))
_GOTO = frozenset(("code", "codium", "code-insiders", "cursor"))


def editor_command(env: Mapping[str, str], path: str, line: int) -> list[str]:
    """The words of the command that opens `path` at `line`, by ``VISUAL``, ``EDITOR``, else ``vi``.

    Raises ValueError where the variable cannot be read as a shell would.
    """
    words = shlex.split(env.get("VISUAL", "").strip() or env.get("EDITOR", "").strip() or "vi")
    if path.startswith("-"):
        path = f"./{path}"
    name = PurePath(words[0]).name
    if name in _PATH_COLON_LINE:
        return [*words, f"{path}:{line}"]
    if name in _GOTO:
        return [*words, "--wait", "--goto", f"{path}:{line}"]
    return [*words, f"+{line}", path]  # vi and its kin, nano, emacs, micro, kak, joe


def run_editor(command: Sequence[str]) -> str:
    """Run the editor until it ends; what went wrong, or nothing."""
    try:
        with _keyboard_signals_are_the_editors():
            code = subprocess.run(command, check=False).returncode
    except OSError as error:
        return f"{command[0]}: {error.strerror}; set $VISUAL or $EDITOR"
    return f"{command[0]} ended with {code}" if code else ""


@contextmanager
def _keyboard_signals_are_the_editors() -> Iterator[None]:
    """Let ctrl+c in the editor end nothing here. A handler that does nothing is reset in the child; ignoring is not."""
    wakeup = signal.set_wakeup_fd(-1)
    old = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGQUIT)}
    try:
        yield
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
