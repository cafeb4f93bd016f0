"""Somebody who is connected, as the front has them: what their process asks for, is refused, and leaves behind."""

from __future__ import annotations

import asyncio
import json
import os
import socket

import pytest

from faqtui.serving.figures import Figures
from faqtui.serving.messages import send
from faqtui.serving.sessions import Request
from faqtui.serving.visitor import Visitor

REQUEST = Request(None, {"TERM": "xterm-256color"}, "somebody else", "web", owns=True)


class Desk:
    """A front that counts."""

    def __init__(self, whose, way):
        self.figures, self.session_of = Figures(), (whose, way)
        self.why, self.takes = "", True
        self.asked, self.live, self.entered, self.gone = [], 0, 0, []

    def begins(self, peer):
        assert peer == self.session_of[0]
        self.live += not self.why
        return self.why

    def ask(self, request, descriptors):
        self.asked.append((request, [os.isatty(one) for one in descriptors]))
        return self.takes

    def ends(self, peer, way):
        assert (peer, way) == self.session_of
        self.live -= 1

    def lost(self, visitor):
        self.gone.append(visitor)

    def enter(self):
        self.entered += 1


class Process:
    """The process of a connection."""

    def __init__(self, whose="192.0.2.1", way="ssh", *, told=False):
        self.desk = Desk(whose, way)
        ours, self.end = socket.socketpair()
        self.visitor = Visitor(self.desk, ours, "192.0.2.1", self.desk.enter, way=way, told=told)
        self.visitor.welcome()
        self.lines, self.masters = [], []

    def tell(self, **what):
        send(self.end, what)

    def ask(self, data=None):
        """Ask for a session on a terminal; the line of it."""
        line, theirs = socket.socketpair()
        master, slave = os.openpty()
        send(self.end, {"session": REQUEST.as_data() if data is None else data}, (theirs.fileno(), slave))
        for descriptor in (theirs.detach(), slave):
            os.close(descriptor)
        self.lines.append(line)
        self.masters.append(master)
        return line

    def close(self):
        for line in self.lines:
            line.close()
        for master in self.masters:
            os.close(master)


@pytest.fixture
async def process():
    process = Process()
    yield process
    process.end.close()
    await until(lambda: process.desk.gone)
    process.close()


async def until(condition):
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.005)


async def told(line):
    """What comes down a line, to its end."""
    data = b""
    loop = asyncio.get_running_loop()
    line.setblocking(False)
    while piece := await asyncio.wait_for(loop.sock_recv(line, 4096), 20):
        data += piece
    return json.loads(data)


async def test_sessions_are_asked_for_in_the_name_of_who_is_connected(process):
    process.tell(login=True)
    process.ask()
    await until(lambda: process.desk.asked)
    request, are_terminals = process.desk.asked[0]
    assert (request.peer, request.way, request.owns) == ("192.0.2.1", "ssh", True)
    assert are_terminals == [False, True]
    assert process.visitor.is_used
    process.tell(over=True)
    await until(lambda: not process.desk.live)
    assert not process.visitor.is_used
    assert process.desk.entered == 1


@pytest.mark.parametrize(("told", "whose"), [(True, "somebody else"), (False, "192.0.2.1")])
async def test_who_comes_through_a_balancer_says_their_process_where_it_is_believed(told, whose):
    process = Process(whose, "web", told=told)
    for _ in range(2):
        process.ask()
    await until(lambda: process.desk.live == 2)
    assert [(request.peer, request.way) for request, _ in process.desk.asked] == [(whose, "web")] * 2
    assert process.visitor.peer == "192.0.2.1"  # as it was counted when it connected
    process.end.close()
    await until(lambda: process.desk.gone and not process.desk.live)
    process.close()


async def test_why_there_is_none_is_told_on_its_line_and_counts_for_nothing(process):
    process.ask()
    await until(lambda: process.desk.live == 1)
    process.desk.why = "address"
    answer = await told(process.ask())
    assert (answer["exit"], answer["reason"]) == (1, "address")
    assert "too many sessions" in answer["say"]
    process.desk.why, process.desk.takes = "", False
    assert (await told(process.ask()))["reason"] == "lost"
    assert "the command is too long" in (await told(process.ask({"command": 7})))["say"]
    for _ in range(3):
        process.tell(over=True)
    process.tell(refused="address")
    await until(lambda: process.desk.figures.refused)
    assert process.desk.live == 1
    assert process.visitor.is_used


async def test_with_the_process_all_of_it_is_over(process):
    for _ in range(2):
        process.ask()
    await until(lambda: process.desk.live == 2)
    process.end.close()
    await until(lambda: process.desk.gone == [process.visitor])
    assert process.desk.live == 0
    assert process.desk.entered == 1  # it never will


async def test_what_is_no_message_ends_it(process):
    process.end.send(b"\xff\xff\xff\xff")
    await until(lambda: process.desk.gone == [process.visitor])


async def test_times_are_counted(process):
    process.tell(starts=[0.02], keys=[0.001, 0.003])
    await until(lambda: "faqtui_key_seconds_count 2" in process.desk.figures.text({}))
    assert "faqtui_session_start_seconds_count 1" in process.desk.figures.text({})


async def test_they_can_be_asked_to_go(process):
    process.visitor.close("this server is about to end")
    process.end.setblocking(False)
    data = await asyncio.wait_for(asyncio.get_running_loop().sock_recv(process.end, 4096), 20)
    assert json.loads(data[4:]) == {"close": "this server is about to end"}
