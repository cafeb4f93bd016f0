"""A pool does what it is given in order, so many at a time, and never waits for a thread to begin."""

import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest

from faqtui.host import pool, threads
from faqtui.host.pool import Threads


def test_results_and_errors_come_to_who_asked() -> None:
    given = Threads(2)
    assert [future.result(10) for future in [given.submit(pow, 2, n) for n in range(50)]] == [2**n for n in range(50)]
    assert isinstance(given.submit(int, "x").exception(10), ValueError)
    assert isinstance(given.submit(exit).exception(10), SystemExit)
    assert isinstance(given, ThreadPoolExecutor | Executor)


def test_so_many_work_at_a_time_and_in_order() -> None:
    given, go, most, now, order = Threads(3), threading.Event(), 0, 0, []
    lock = threading.Lock()

    def work(number: int) -> None:
        nonlocal most, now
        with lock:
            now += 1
            most = max(most, now)
            order.append(number)
        go.wait(10)
        with lock:
            now -= 1

    futures = [given.submit(work, number) for number in range(12)]
    go.set()
    for future in futures:
        future.result(10)
    assert most <= 3
    assert sorted(order) == list(range(12))


def test_what_waits_can_be_cancelled_and_leaving_waits_for_nothing() -> None:
    given, begun, go = Threads(1), threading.Event(), threading.Event()

    def work() -> bool:
        begun.set()
        return go.wait(10)

    first, second, third = given.submit(work), given.submit(pow, 2, 3), given.submit(pow, 2, 4)
    assert begun.wait(10)
    assert second.cancel()
    given.shutdown(wait=True, cancel_futures=True)
    assert third.cancelled()
    assert not first.done()
    go.set()
    assert first.result(10)


def test_where_no_thread_can_be_started_who_asked_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    given = Threads(1)
    monkeypatch.setattr(threads, "start_new_thread", none_left)
    assert isinstance(given.submit(pow, 2, 3).exception(10), OSError)
    monkeypatch.undo()
    assert given.submit(pow, 2, 3).result(10) == 8


def test_a_thread_that_was_lost_before_it_began_does_not_keep_others_from_working(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = Threads(1)
    monkeypatch.setattr(threads, "start_new_thread", lambda *_: 0)
    lost: Future[int] = given.submit(pow, 2, 3)
    monkeypatch.undo()
    monkeypatch.setattr(pool, "LOST", 0.0)
    assert given.submit(pow, 2, 4).result(10) == 16
    assert lost.result(10) == 8
