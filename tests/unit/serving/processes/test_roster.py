"""What the keeper knows of sessions when a front is gone: whose they are, and when they end."""

from __future__ import annotations

import os
import socket
from contextlib import ExitStack

import pytest

from faqtui.serving.processes.roster import Roster


class Zygote:
    """Takes sessions and does nothing with them."""

    def tell(self, descriptors=(), /, **message):
        return True


@pytest.fixture
def asked(capfd):
    """A roster, what it has told of those who have gone, and a way to ask it for a session."""
    told = []
    roster = Roster(10, queries=False, gone=lambda peer, way: told.append((peer, way)))
    with ExitStack() as stack:

        def ask(peer, way):
            line, theirs = socket.socketpair()
            stack.enter_context(line)
            master, slave = os.openpty()
            stack.callback(os.close, master)
            data = {"command": None, "env": {"TERM": "xterm"}, "peer": peer, "way": way}
            roster.ask(data, [theirs.detach(), slave], Zygote(), ends=False)

        yield roster, told, ask


def test_sessions_of_a_front_that_is_gone_are_told_to_the_next_and_so_is_their_end(asked):
    roster, told, ask = asked
    for peer, way in (("a", "ssh"), ("a", "web"), ("b", "ssh"), ("c", "attach")):
        ask(peer, way)
    assert roster.left() == [("a", "ssh"), ("a", "web"), ("b", "ssh")]  # who attaches came through none
    ask("d", "ssh")
    for number in range(1, 6):
        roster.ended(number, 0)
    assert told == [("a", "ssh"), ("a", "web"), ("b", "ssh")]  # the front that has the last one knows
    assert roster.left() == []


def test_those_of_two_fronts_before_are_told_once(asked):
    roster, told, ask = asked
    ask("a", "ssh")
    roster.left()
    ask("b", "ssh")
    assert roster.left() == [("a", "ssh"), ("b", "ssh")]
    roster.ended(1, 0)
    roster.ended(1, 0)
    assert told == [("a", "ssh")]
