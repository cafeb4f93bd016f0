"""A pool of threads that never waits for one of them to begin: see `faqtui.host.threads`."""

from __future__ import annotations

import time
from _thread import allocate_lock
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

from faqtui.host.threads import begin

P = ParamSpec("P")
T = TypeVar("T")

LOST = 2.0
"""Seconds after which a thread that was started and has not begun is none."""


class Threads(ThreadPoolExecutor):
    """Does what it is given in threads, at most `most` at a time, in order; each ends when nothing waits."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self._most = most
        self._lock = allocate_lock()
        self._tasks: deque[tuple[Future[Any], Callable[[], Any]]] = deque()
        self._working = 0
        self._started: deque[float] = deque()
        """When each of the threads was started that have not begun yet."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """What becomes of a call of `fn`; an OSError where no thread can be started."""
        future: Future[T] = Future()
        task = (future, lambda: fn(*args, **kwargs))
        with self._lock:
            self._tasks.append(task)
            now = time.monotonic()
            while self._started and now - self._started[0] > LOST:
                self._started.popleft()
            if len(self._started) + self._working >= self._most:
                return future
            self._started.append(now)
        try:
            begin(self._work)
        except OSError as error:
            with self._lock:
                self._started.pop()
                self._tasks.remove(task)
            future.set_exception(error)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """Nothing is waited for, whatever is asked; what has not begun is not begun if it is to be cancelled."""
        if cancel_futures:
            with self._lock:
                waiting, self._tasks = self._tasks, deque()
            for future, _ in waiting:
                future.cancel()

    def _work(self) -> None:
        with self._lock:
            if self._started:
                self._started.popleft()
            self._working += 1
        while True:
            with self._lock:
                if not self._tasks:
                    self._working -= 1
                    return
                future, call = self._tasks.popleft()
            if future.set_running_or_notify_cancel():
                try:
                    result = call()
                except BaseException as error:  # whatever it is, who waits is told
                    future.set_exception(error)
                else:
                    future.set_result(result)
