"""Threads begin or do not: nobody waits for one that finds no memory to say so."""

import threading

import pytest

from faqtui.host import threads
from faqtui.host.threads import begin


def test_work_is_done_beside() -> None:
    done = threading.Event()
    begin(done.set)
    assert done.wait(10)


def test_a_thread_that_cannot_be_started_is_an_error_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threads, "start_new_thread", none_left)
    with pytest.raises(OSError, match="no thread can be started"):
        begin(lambda: None)


def test_a_thread_that_dies_before_it_begins_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "start_new_thread", lambda *_: 0)
    begin(lambda: None)
