"""The first frame of a session in a file for the next one: what it depends on, how it is written down, whether it holds.

It holds where it is what the screen will show: the same arguments, directory, environment, size and Python, and every
file that decides it unchanged; so are the directories of the program, which another version changes.
`faqtui.start.frame_keeping` writes it; what paints it is `faqtui.start.first_frame`. Nothing is imported here but what Python
has loaded anyway and modules in C: reading is 2 ms of a start of 20.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # see faqtui.host.paths
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FORMAT = b"faqtui frame 5\n"

LARGEST = 200_000
"""Bytes of a file that is read; ours are a few thousand."""

VARIABLES = frozenset((
    "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "UNICODE_VERSION",
    "TERM_PROGRAM", "LC_TERMINAL", "COLORFGBG", "LANG", "LC_ALL", "LC_CTYPE", "COLUMNS", "LINES", "ROWS", "ESCDELAY",
    "JUPYTER_COLUMNS", "JUPYTER_LINES", "DATABRICKS_RUNTIME_VERSION",
    "HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME",
))  # fmt: skip
"""Variables whose value may decide what is shown, beside those that begin with one of `PREFIXES`."""

PREFIXES = ("FAQTUI_", "PYTHON")

PRESENCE = ("TMUX", "STY", "SSH_TTY", "SSH_CONNECTION")
"""Variables that are different in every session; only whether they are set matters."""


class Frame:
    """What draws a screen on a terminal that was just entered, for which columns and rows, and what leaves it again.

    `asks` is a question that is sent behind it, so that the answer is there when the program is; empty for none.
    """

    def __init__(self, text: str, size: tuple[int, int], leave: bytes, asks: bytes = b"") -> None:
        self.text = text
        self.size = size
        self.leave = leave
        self.asks = asks


def key_of(arguments: Sequence[str], size: Iterable[int], env: Mapping[str, str] | None = None) -> bytes:
    """Everything beside files that decides the first frame."""
    from faqtui.host.paths import here

    env = os.environ if env is None else env
    parts = [sys.version, sys.executable, "x".join(map(str, size)), "arguments", *arguments]
    parts.append(here())
    names = sorted(name for name in env if name in VARIABLES or name.startswith(PREFIXES))
    parts += [f"{name}={env[name]}" for name in names]
    parts += [name for name in PRESENCE if env.get(name)]
    if "LC_CTYPE" in env and not was_given(b"LC_CTYPE="):
        parts.append("LC_CTYPE is Python's")
    return "\0".join(parts).encode("utf-8", "surrogateescape")


def was_given(variable: bytes) -> bool:
    """Whether the process was started with a variable; Python adds one in a C locale (PEP 538)."""
    try:
        with open("/proc/self/environ", "rb") as file:  # noqa: PTH123 - pathlib is 10 ms
            return b"\0" + variable in b"\0" + file.read()
    except OSError:
        return True


def file_name(env: Mapping[str, str], key: bytes) -> str:
    """Where the frame with this key is kept."""
    from faqtui.host.paths import cache_name

    return f"{cache_name(env)}/frames/{checksum(key):08x}"


def state_of(path: str) -> str:
    """What changes when the file or directory at `path` does; "" where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return ""
    return f"{found.st_dev} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def is_there(path: str) -> str:
    """Whether there is anything at `path`, as text."""
    return "there" if os.path.exists(path) else ""  # noqa: PTH110


def checksum(data: bytes) -> int:
    """A number of 32 bits that another one answers to any change of a few bits, as that of zlib, which takes 0.3 ms to load."""
    return int.from_bytes(data) % 4_294_967_291  # the largest prime


def packed(key: bytes, files: Mapping[str, str], present: Mapping[str, str], frame: Frame) -> bytes:
    """A frame as a file: `files` with the `state_of` each, `present` with `is_there` of each."""

    def pairs(mapping: Mapping[str, str]) -> bytes:
        return "\0".join([part for pair in mapping.items() for part in pair]).encode("utf-8", "surrogateescape")

    from faqtui.wire.modes import ENTER  # in the file, so that reading it imports nothing

    sections = [key, pairs(files), pairs(present), ENTER.encode(), frame.text.encode(), frame.leave, frame.asks]
    body = b" ".join(b"%d" % len(section) for section in sections) + b"\n" + b"".join(sections)
    return FORMAT + b"%08x\n" % checksum(body) + body


def read(name: str, key: bytes) -> tuple[bytes, str, bytes, bytes] | None:
    """What enters the terminal for the frame in a file, what draws it, what leaves it, and what it asks.

    None where it is not ours, not this key's or not true any more.
    """
    try:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        status = os.fstat(handle)
        private = status.st_mode & 0o177777 == 0o100600  # a regular file for its owner only
        if not private or status.st_uid != os.geteuid() or status.st_size > LARGEST:
            return None
        data = os.read(handle, LARGEST)
    finally:
        os.close(handle)
    head, body = data[: len(FORMAT) + 9], data[len(FORMAT) + 9 :]
    if head != FORMAT + b"%08x\n" % checksum(body):
        return None
    lengths, _, rest = body.partition(b"\n")
    sections = []
    for length in lengths.split():
        sections.append(rest[: int(length)])
        rest = rest[int(length) :]
    found, files, present, enter, text, leave, asks = sections
    if found != key or not _holds(files, state_of) or not _holds(present, is_there):
        return None
    return enter, text.decode(), leave, asks


def _holds(pairs: bytes, state: Callable[[str], str]) -> bool:
    parts = iter(pairs.decode("utf-8", "surrogateescape").split("\0") if pairs else ())
    return all(state(path) == before for path, before in zip(parts, parts, strict=True))
