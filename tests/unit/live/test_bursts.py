"""Results in quick succession: which are shown, and when."""

from itertools import pairwise

import pytest

from faqtui.live import bursts
from faqtui.live.bursts import LONGEST, PAUSE, Bursts


class Handle:
    def __init__(self):
        self.cancelled = False

    def cancel(self):
        self.cancelled = True


class Loop:
    """An event loop whose time passes when it is told to."""

    def __init__(self):
        self.now = 100.0
        self.due = []

    def time(self):
        return self.now

    def call_at(self, when, call):
        handle = Handle()
        self.due.append((when, call, handle))
        return handle

    def pass_(self, seconds):
        end = self.now + seconds
        while waiting := [item for item in self.due if item[0] <= end]:
            item = min(waiting, key=lambda item: item[0])
            self.due.remove(item)
            self.now = max(self.now, item[0])
            if not item[2].cancelled:
                item[1]()
        self.now = end


@pytest.fixture
def loop(monkeypatch):
    loop = Loop()
    monkeypatch.setattr(bursts.asyncio, "get_running_loop", lambda: loop)
    return loop


@pytest.fixture
def shown(loop):
    return []


@pytest.fixture
def line(loop, shown):
    return Bursts(lambda text: shown.append((round(loop.now - 100, 3), text)))


def type_(line, loop, text, gap, *, slow=True):
    for end in range(1, len(text) + 1):
        line.came(text[:end], slow=slow)
        loop.pass_(gap)


def test_on_a_quick_link_each_letter_is_shown_at_once(line, loop, shown):
    type_(line, loop, "abc", 0.02, slow=False)
    loop.pass_(1)
    assert shown == [(0.0, "a"), (0.02, "ab"), (0.04, "abc")]


def test_on_a_slow_link_the_first_letter_and_the_last(line, loop, shown):
    type_(line, loop, "abcde", 0.02)
    loop.pass_(1)
    assert shown == [(0.0, "a"), (0.08 + PAUSE, "abcde")]


def test_letters_with_pauses_are_shown_at_once_on_a_slow_link_too(line, loop, shown):
    type_(line, loop, "abc", 0.12)
    loop.pass_(1)
    assert shown == [(0.0, "a"), (0.12, "ab"), (0.24, "abc")]


def test_a_key_that_is_held_down_is_shown_now_and_then(line, loop, shown):
    type_(line, loop, "a" * 40, 0.03)
    times = [when for when, _ in shown]
    assert 4 <= len(times) <= 6
    assert max(after - before for before, after in pairwise(times)) <= LONGEST + 0.04


def test_what_waits_is_shown_when_something_builds_on_it_and_only_once(line, loop, shown):
    type_(line, loop, "abc", 0.01)
    line.finish()
    assert shown == [(0.0, "a"), (0.03, "abc")]
    line.finish()
    loop.pass_(1)
    assert len(shown) == 2


def test_what_is_forgotten_is_not_shown(line, loop, shown):
    type_(line, loop, "abc", 0.01)
    line.forget()
    loop.pass_(1)
    assert shown == [(0.0, "a")]


def test_a_link_that_has_become_quick_is_shown_at_once(line, loop, shown):
    type_(line, loop, "ab", 0.01)
    line.came("abc", slow=False)
    loop.pass_(1)
    assert shown == [(0.0, "a"), (0.02, "abc")]
