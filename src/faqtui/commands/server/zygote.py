"""``faqtui zygote``: a server for `faqtui attach`; with it the options that `faqtui serve` has as well."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISSOCK
from typing import TYPE_CHECKING

from faqtui.commands.arguments import Add, Command, Given
from faqtui.commands.console import Console
from faqtui.commands.content import STDIN, content_paths
from faqtui.errors import ContentError, UsageError
from faqtui.host.settings import THEMES

if TYPE_CHECKING:
    from faqtui.serving.terms import Terms

SESSIONS = 200
MEGABYTE = 1_000_000


def add_terms(add: Add) -> None:
    """The options that say what sessions may do."""
    from faqtui.serving.terms import Terms

    usual = Terms()
    memory = usual.memory // MEGABYTE
    minutes = number("minutes", whole=False)
    add("--library", metavar="FILE", help="serve what `faqtui build` made, and no paths")
    add("--sessions", metavar="N", type=number("sessions", least=1), default=SESSIONS,
        help=f"sessions at once ({SESSIONS})")  # fmt: skip
    add("--idle", metavar="MINUTES", type=minutes, default=usual.idle,
        help=f"end a session after so long without a key ({usual.idle:g}; 0: never)")  # fmt: skip
    add("--memory", metavar="MB", type=number("MB", least=64), default=memory,
        help=f"of a session, beside what all share ({memory})")  # fmt: skip
    add("--processor", metavar="SECONDS", type=number("seconds", least=1), default=usual.processor,
        help=f"that a session may compute ({usual.processor})")  # fmt: skip
    add("--drain", metavar="SECONDS", type=number("seconds", whole=False), default=usual.drain,
        help=f"that sessions have to end in after SIGTERM ({usual.drain:g})")  # fmt: skip
    add("--theme", metavar="NAME", default="", help=f"that sessions begin with: {', '.join(THEMES)}")
    add("--user", metavar="NAME", help="become this user once the sockets are there")
    add("--log-commands", action="store_true", help="log commands with what was asked for, not their names alone")


def _options(add: Add) -> None:
    add("--socket", metavar="PATH", help="where to listen, unless systemd hands over a socket")
    add("--socket-mode", metavar="MODE", type=_mode, default=0o600, help="who may connect (0600; with a group: 0660)")
    add_terms(add)


def run(console: Console, given: Given, operands: Sequence[str]) -> int:
    """Serve until SIGTERM. Raises UsageError for a socket that cannot be, ContentError for content that cannot be read."""
    from faqtui.serving.systemd import handed_over

    terms = terms_of(console, given, operands)
    env = dict(os.environ)
    listeners = handed_over(env)
    path = None
    if given.socket is not None:
        path = Path(given.socket)
        listeners.append(_listening(path, given.socket_mode))
    if not listeners:
        raise UsageError("zygote: where? Give --socket PATH")
    if given.user:
        become(given.user, path)
    from faqtui.commands.server.served import ServedCommands
    from faqtui.serving.processes.keeper import Keeper

    keeper = Keeper(
        terms,
        ServedCommands(),
        listeners=listeners,
        most=given.sessions,
        queries=given.log_commands,
        notify_at=env.get("NOTIFY_SOCKET", ""),
    )
    try:
        return keeper.run()
    finally:
        if path is not None:
            with suppress(OSError):
                path.unlink()


def terms_of(console: Console, given: Given, operands: Sequence[str]) -> Terms:
    """What the options say of sessions. Raises UsageError for standard input, ContentError for a path that is not there."""
    from faqtui.serving.terms import Terms

    if given.theme and given.theme not in THEMES:
        raise UsageError(f"there is no theme {given.theme}; there are {', '.join(THEMES)}")
    named = [*given.content, *operands]
    if given.library and named:
        raise UsageError(f"--library and paths ({named[0]}) exclude each other")
    paths = [given.library] if given.library else content_paths(named, console.env)
    if STDIN in paths:
        raise UsageError("standard input (-) cannot be served: it cannot be read again")
    for path in paths:
        if not Path(path).exists():
            raise ContentError(path, "no such file or directory")
    library = paths.pop() if given.library else ""
    return Terms(
        paths=tuple(paths),
        library=library,
        idle=given.idle,
        memory=given.memory * MEGABYTE,
        processor=given.processor,
        drain=given.drain,
        theme=given.theme,
    )


def _listening(path: Path, mode: int) -> socket.socket:
    """A socket that listens at `path`, in place of one that nobody listens at any more. Raises UsageError."""
    listener = socket.socket(socket.AF_UNIX)
    try:
        if path.exists() and S_ISSOCK(path.stat().st_mode):
            with socket.socket(socket.AF_UNIX) as other:
                try:
                    other.connect(os.fspath(path))
                except OSError:
                    path.unlink()
                else:
                    raise UsageError(f"{path}: somebody else listens there")
        before = os.umask(0o777 & ~mode)
        try:
            listener.bind(os.fspath(path))
        finally:
            os.umask(before)
        listener.listen(512)
    except (OSError, ValueError) as error:
        listener.close()
        raise UsageError(f"{path}: cannot listen there: {getattr(error, 'strerror', None) or error}") from error
    return listener


def become(name: str, *owned: Path | None) -> None:
    """Be the user `name` from now on, for good, and make files theirs. Raises UsageError."""
    import pwd

    try:
        user = pwd.getpwnam(name)
    except KeyError as error:
        raise UsageError(f"there is no user {name}") from error
    try:
        for path in owned:
            if path is not None:
                os.chown(path, user.pw_uid, user.pw_gid)
        os.initgroups(name, user.pw_gid)
        os.setgid(user.pw_gid)
        os.setuid(user.pw_uid)
    except OSError as error:
        raise UsageError(f"cannot become {name}: {error.strerror}; only root can become another user") from error
    os.environ["HOME"] = user.pw_dir
    os.environ.pop("XDG_CACHE_HOME", None)
    os.environ.pop("XDG_STATE_HOME", None)


def number(what: str, *, least: int = 0, whole: bool = True) -> Callable[[str], float]:
    """A reader of numbers from `least` up, for an option."""

    def read(text: str) -> float:
        from argparse import ArgumentTypeError

        before, point, after = text.partition(".")
        fits = before.isascii() and before.isdecimal() and (not point or (not whole and after.isdecimal()))
        if not fits or len(text) > 12 or float(text) < least:
            raise ArgumentTypeError(f"a number of {what} from {least} up is needed, not {text!r}")
        return int(text) if whole else float(text)

    return read


def _mode(text: str) -> int:
    from argparse import ArgumentTypeError

    try:
        mode = int(text, 8)
    except ValueError:
        mode = -1
    if not 0 <= mode <= 0o777:
        raise ArgumentTypeError(f"a mode such as 0660 is needed, not {text!r}")
    return mode


COMMAND = Command(
    usage="faqtui zygote --socket PATH [PATH ...] [options]",
    more="Content is\nread once; each session is a copy of that process, in secure mode.",
    options=_options,
    run=run,
)
