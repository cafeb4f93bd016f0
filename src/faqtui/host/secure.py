"""Secure mode, from the moment it is asked for: what this process may no longer do, whoever asks it to.

For people an administrator does not know, behind a login. The rest of the program offers nothing that secure mode
forbids; what is here holds all the same, against a slip there or in a library. It is no sandbox against hostile Python
code, of which none runs. The environment must be narrowed before textual is imported: it reads its own from it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

VARIABLE = "FAQTUI_SECURE"

IDLE_MINUTES = 30.0
"""Minutes without a key after which a session ends, where the administrator does not say otherwise."""

KEPT = frozenset(
    {
        "TERM", "COLORTERM", "NO_COLOR", "COLORFGBG", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "XTERM_VERSION",
        "LC_TERMINAL", "VTE_VERSION", "KITTY_WINDOW_ID", "WT_SESSION", "LANG", "LC_ALL", "LC_CTYPE", "TMUX", "TMUX_PANE", "STY",
        "SSH_CONNECTION", "SSH_TTY", "HOME", "XDG_CACHE_HOME", VARIABLE,
    }
)  # fmt: skip
"""Variables that say what the terminal is, who asks, and where a library saved beforehand lies. All others are dropped:
SSH_ORIGINAL_COMMAND, FAQTUI_CONTENT, those of Python, Textual, the linker, editors, browsers and pagers, COLUMNS, LINES."""

_RUNS = (
    "subprocess.Popen", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.system", "pty.spawn", "webbrowser.open",
)  # fmt: skip
_WRITES = (
    "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.setxattr", "os.symlink",
    "os.truncate", "os.utime", "tempfile.mkdtemp", "tempfile.mkstemp",
)  # fmt: skip
_CONNECTS = (
    "socket.bind", "socket.connect", "socket.getaddrinfo", "socket.gethostbyaddr", "socket.gethostbyname",
    "socket.sendmsg", "socket.sendto",
)  # fmt: skip
FORBIDDEN = frozenset((*_RUNS, *_WRITES, *_CONNECTS))
"""Audit events of Python (its documentation has a table of them) that are refused."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
_DEVICES = ("/dev/tty", "/dev/pts/", "/dev/null", "/dev/console")


def is_on(env: Mapping[str, str]) -> bool:
    """Whether ``FAQTUI_SECURE`` is set to anything but nothing or 0."""
    return env.get(VARIABLE, "") not in {"", "0"}


def confine(env: MutableMapping[str, str]) -> None:
    """Bind this process, for good: environment, core dumps, signals, tracebacks; no program, no file, no connection.

    Cannot be undone, so that tests do it in processes of their own.
    """
    for name in [name for name in env if name not in KEPT]:
        del env[name]
    env[VARIABLE] = "1"
    sys.dont_write_bytecode = True
    _no_core_dumps()
    _no_tracebacks()
    import signal

    if hasattr(signal, "SIGTSTP"):
        signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    sys.addaudithook(refuse)


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise PermissionError for an audit event that secure mode forbids."""
    if event == "open":
        path, _, flags = arguments
        forbidden = bool(flags & _WRITING) and not _is_device(path)
    elif event == "socket.__new__":
        # asyncio wakes itself through a socketpair, which leads nowhere else.
        import socket

        forbidden = arguments[1] != socket.AF_UNIX
    else:
        forbidden = event in FORBIDDEN
    if forbidden:
        import errno

        raise PermissionError(errno.EPERM, "secure mode does not allow it")


def _is_device(path: object) -> bool:
    """Whether `path` is the terminal or nowhere; a number is a descriptor that somebody else opened."""
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    return isinstance(path, int) or (isinstance(path, str) and path.startswith(_DEVICES) and ".." not in path)


def _no_core_dumps() -> None:
    try:
        import resource
    except ImportError:  # a system without them
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _no_tracebacks() -> None:
    """A mistake of ours ends in one line: a traceback tells a stranger about paths and code."""
    import logging  # asyncio brings it anyway; it would print what went wrong in a task
    import threading
    import warnings

    def told(*_: object) -> None:
        if sys.__stderr__ is not None:
            sys.__stderr__.write("faqtui: ended by an error of its own\n")

    sys.excepthook = told
    threading.excepthook = lambda _: None
    sys.unraisablehook = lambda _: None
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
