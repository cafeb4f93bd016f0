"""The zygote: it has read the FAQ, made its index and imported the screen, and forks a child for each session.

It listens to the keeper alone, on a socket between the two, and does nothing but fork and reap. When it forks it has one
thread. Signals that tell sessions something are held back in it, and so in children until they heed them.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import time
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from faqtui.serving.messages import BadMessageError, MessageReader, close_all, send
from faqtui.serving.processes import child
from faqtui.serving.processes.child import threads
from faqtui.serving.sessions import BadRequestError, Request, reaped, request_from, tell

if TYPE_CHECKING:
    from faqtui.faq import Faq
    from faqtui.serving.processes.child import CommandRunner
    from faqtui.serving.processes.prepared import Prepared, Screens
    from faqtui.serving.terms import Terms

PATIENCE = 0.7
"""Seconds after which a session whose line has ended, or that was asked to end, is killed; it has tried by itself before."""

SHARED = 1000
"""Entries that are decoded and taken apart into words for all sessions at once: 0.2 s, and as many as are remembered."""

BARE = {
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
}
"""The environment in which everything is imported: some of it reads its own variables then, once for all sessions.

What multiplies for a model of meaning begins threads as it is imported, unless it is to have one; there must be none.
"""


class Child:
    """A child as the zygote knows it: by which number the keeper does, and its line."""

    def __init__(self, number: int, line: socket.socket) -> None:
        self.number = number
        self.line = line
        self.due: float | None = None
        """When it is to be killed."""


def live(keeper: socket.socket, terms: Terms, command: CommandRunner) -> NoReturn:
    """Be a zygote in this process, which was forked for it, and end it."""
    code = 1
    try:
        code = _live(keeper, terms, command)
    except Exception as error:  # told by the keeper, in its log
        _tell(keeper, failed=f"{type(error).__name__}: {error}")
    finally:
        os._exit(code)


def _live(keeper: socket.socket, terms: Terms, command: CommandRunner) -> int:
    os.setpgid(0, 0)
    began = time.monotonic()
    held = {signal.SIGUSR1, signal.SIGUSR2}
    signal.pthread_sigmask(signal.SIG_BLOCK, held)
    home = {name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME") if name in os.environ}
    os.environ.clear()
    os.environ.update(BARE | home)
    gc.disable()
    from faqtui.errors import ContentError

    try:
        faq = loaded(terms)
    except ContentError as error:
        _tell(keeper, failed="; ".join([str(error), *getattr(error, "__notes__", [])]))
        return error.exit_code
    from faqtui.serving.processes.prepared import Screens
    from faqtui.serving.processes.warming import warm_up

    command.prepare()
    is_warm = warm_up(faq, terms)
    screens = Screens(faq, terms)
    if is_warm:
        screens.prepare_usual()
    gc.collect()
    gc.freeze()
    _tell(
        keeper,
        ready=round(time.monotonic() - began, 3),
        warm=is_warm,
        entries=len(faq.library.entries),
        revision=revision(faq),
        unread=[str(error) for error in faq.errors],
    )
    return _Zygote(keeper, faq, terms, command, screens).serve()


def loaded(terms: Terms) -> Faq:
    """The FAQ that is served, with its index, and with what a query imports. Raises ContentError where there is none."""
    from faqtui.faq import as_saved, earlier, from_file, parse, read, saved
    from faqtui.host.loops import import_asyncio
    from faqtui.host.paths import cache_dir
    from faqtui.search.highlight import question_spans

    import_asyncio()
    if terms.library:
        faq = from_file(Path(terms.library))
    else:
        content = read(*terms.paths, cache_dir=cache_dir(os.environ))
        made = saved(content, doubted=True)
        if made is None:
            made = parse(content, None, earlier(content, doubted=True))
            if made.save():
                made = as_saved(made)
        faq = made
    faq.build_index()
    faq.search("a warm start", limit=5)
    for entry in islice(faq.library.entries, SHARED):
        question_spans(entry.question, ())
    if faq.meaning is not None:
        faq.meaning.load()  # 0.3 s and the memory of a model, once for all
    return faq


def revision(faq: Faq) -> str:
    """What changes with the content, and is the same on every host that serves the same."""
    from faqtui.host.digests import blake2b

    digest = blake2b(faq.library.title.encode("utf-8", "surrogatepass"), digest_size=8)
    for entry in faq.library.entries:
        for text in (entry.id, entry.answer):
            digest.update(b"\0" + text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


class _Zygote:
    def __init__(self, keeper: socket.socket, faq: Faq, terms: Terms, command: CommandRunner, screens: Screens) -> None:
        self._keeper = keeper
        self._faq = faq
        self._terms = terms
        self._command = command
        self._screens = screens
        self._reader = MessageReader(keeper)
        self._sessions: dict[int, Child] = {}
        self._lines: dict[int, int] = {}
        self._poll = select.poll()
        self._retired = False
        self._wake, self._woken = os.pipe()

    def serve(self) -> int:
        """Fork until the keeper wants no more sessions, and the last has ended."""
        for end in (self._wake, self._woken):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._woken, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        self._keeper.setblocking(True)
        self._poll.register(self._keeper, select.POLLIN)
        self._poll.register(self._wake, select.POLLIN)
        while not self._retired or self._sessions:
            for descriptor, _ in self._poll.poll(self._wait()):
                if descriptor == self._keeper.fileno():
                    self._heed()
                elif descriptor == self._wake:
                    with suppress(BlockingIOError):
                        os.read(self._wake, 4096)
                elif descriptor in self._lines:
                    self._poll.unregister(descriptor)
                    self._sessions[self._lines.pop(descriptor)].due = time.monotonic() + PATIENCE
            if not self._retired and (size := self._screens.prepare_wanted()) is not None:
                _tell(self._keeper, prepared=size)
            self._reap()
            self._kill_due()
        return 0

    def _wait(self) -> float | None:
        """Milliseconds until somebody is to be killed, or a screen may be made."""
        now = time.monotonic()
        times = [max(0.0, session.due - now) for session in self._sessions.values() if session.due is not None]
        if not self._retired and (seconds := self._screens.wait()) is not None:
            times.append(seconds)
        return min(times) * 1000 + 1 if times else None

    # -- what the keeper says

    def _heed(self) -> None:
        try:
            for message, descriptors in self._reader.read():
                self._act(message, descriptors)
        except BadMessageError:
            self._reader.is_over = True
        if self._reader.is_over:  # the keeper is gone: sessions stay, and nobody asks for new ones
            self._retired = True
            self._poll.unregister(self._keeper)

    def _act(self, message: dict[str, Any], descriptors: list[int]) -> None:
        if "session" in message:
            self._begin(message["number"], message["session"], descriptors)
            return
        close_all(descriptors)
        if "notice" in message:
            for pid in self._sessions:
                _signal(pid, signal.Signals(message["notice"]))
        if "end" in message:
            due = time.monotonic() + PATIENCE
            for pid, session in self._sessions.items():
                session.due = due
                _signal(pid, signal.SIGHUP)
        if "retire" in message:
            self._retired = True

    def _begin(self, number: int, data: dict[str, Any], descriptors: list[int]) -> None:
        """Begin a session. Whatever is wrong with one is told on its line, and ends nothing else."""
        line, *streams = descriptors
        own = socket.socket(fileno=line)
        try:
            pid = self._forked(request_from(data, streams), own, streams)
        except BadRequestError:  # whoever asked has gone since: a terminal without its other side is none
            pid = None
        close_all(streams)
        if pid is None:
            tell(own, say="the server cannot start this session now", exit=1)
            own.close()
            _tell(self._keeper, ended=number, code=1)
            return
        self._sessions[pid] = Child(number, own)
        self._lines[own.fileno()] = pid
        self._poll.register(own, 0)  # that it has ended is always told, and nothing else is asked for
        _tell(self._keeper, started=number, pid=pid)

    def _forked(self, request: Request, line: socket.socket, streams: list[int]) -> int | None:
        """The number of the child that does `request`; None where there can be none."""
        assert threads() == 1, "a process with threads is not to be copied"  # noqa: S101 - what must never be
        screen = self._screens.fitting(request.env, streams[0]) if request.command is None else None
        try:
            pid = os.fork()
        except OSError:  # no more processes, or no more memory
            return None
        return pid or self._be_child(request, line, streams, screen)

    def _be_child(self, request: Request, line: socket.socket, streams: list[int], screen: Prepared | None) -> NoReturn:
        others = [session.line.fileno() for session in self._sessions.values()]
        child.live(
            request,
            line,
            streams,
            inherited=[self._keeper.fileno(), self._wake, self._woken, *others],
            faq=self._faq,
            terms=self._terms,
            command=self._command,
            screen=screen,
        )

    # -- what becomes of children

    def _reap(self) -> None:
        for pid, code in reaped():
            if (session := self._sessions.pop(pid, None)) is not None:
                self._ended(session, code)

    def _ended(self, session: Child, code: int) -> None:
        if self._lines.pop(session.line.fileno(), None) is not None:
            self._poll.unregister(session.line)
        tell(session.line, exit=code)  # one that was killed could not say so itself
        session.line.close()
        _tell(self._keeper, ended=session.number, code=code)

    def _kill_due(self) -> None:
        now = time.monotonic()
        for pid, session in self._sessions.items():
            if session.due is not None and now >= session.due:
                session.due = None
                _signal(pid, signal.SIGKILL)


def _tell(keeper: socket.socket, **what: object) -> None:
    with suppress(OSError):  # it is gone
        send(keeper, what)


def _signal(pid: int, number: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(pid, number)
