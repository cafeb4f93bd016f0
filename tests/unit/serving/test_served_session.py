"""A session as the front has it: bytes both ways, never more than is taken, and its end."""

from __future__ import annotations

import asyncio
import os
import socket
from contextlib import suppress

import pytest

from faqtui.serving.figures import Figures
from faqtui.serving.served_session import AT_ONCE, CALM, LATEST, MOST_TYPED, ServedSession, told_last
from faqtui.serving.sessions import LOST, Request

REQUEST = Request(None, {}, "192.0.2.1", "ssh", owns=True)


class Somebody:
    """A client that keeps what it is shown."""

    def __init__(self):
        self.shown, self.errors, self.ended, self.takes = b"", b"", None, True

    def show(self, data, *, is_error):
        if is_error:
            self.errors += data
        else:
            self.shown += data

    def take_more(self, wanted, /):
        self.takes = wanted

    def over(self, code, said, reason):
        assert self.ended is None
        self.ended = code, said, reason


class Session:
    """A session and the descriptors that its process would have."""

    def __init__(self, size):
        self.client = Somebody()
        self.served = ServedSession(self.client, Figures())
        self.began = self.served.begin(self.take, REQUEST, size)

    def take(self, request, descriptors):
        line, *streams = (os.dup(one) for one in descriptors)
        self.line = socket.socket(fileno=line)
        self.streams = streams
        return True

    def end(self, told=b'{"exit": 3}\n'):
        if told:
            self.line.sendall(told)
        self.line.close()
        for stream in self.streams:
            os.close(stream)


async def until(condition):
    async with asyncio.timeout(20):
        while not condition():
            await asyncio.sleep(0.005)


async def test_on_a_terminal_bytes_go_both_ways_and_its_exit_code_comes_back():
    session = Session((100, 30))
    (terminal,) = session.streams
    assert os.get_terminal_size(terminal) == (100, 30)
    os.write(terminal, b"shown")
    await until(lambda: session.client.shown == b"shown")
    session.served.type(b"typed\n")
    await until(lambda: os.read(terminal, 100) == b"typed\n")
    session.served.resize((7, 65_535))
    assert os.get_terminal_size(terminal) == (7, 500)
    os.write(terminal, b"last")
    session.end()
    await until(lambda: session.client.ended)
    assert session.client.ended == (3, "", "")
    assert session.client.shown.endswith(b"last")


async def test_of_many_sizes_in_quick_succession_the_first_and_the_last_are_told(monkeypatch):
    told = []
    monkeypatch.setattr("faqtui.serving.served_session._set_size", lambda _, size: told.append(size))
    session = Session((80, 24))
    for columns in range(1, 501):
        session.served.resize((columns, 24))
    assert told[:2] == [(80, 24), (1, 24)]
    await until(lambda: told[-1] == (500, 24))
    assert len(told) < 6
    session.served.resize((90, 24))
    count = len(told)
    session.served.close()  # with one on its way
    session.end(b"")
    await asyncio.sleep(2 * CALM)
    assert len(told) == count


async def test_sizes_that_never_rest_are_told_now_and_then(monkeypatch):
    told = []
    monkeypatch.setattr("faqtui.serving.served_session._set_size", lambda _, size: told.append(size))
    session = Session((80, 24))
    loop = asyncio.get_running_loop()
    until_then, asked, rests, last = loop.time() + 3 * LATEST, 0, 0, loop.time()
    while (now := loop.time()) < until_then:
        rests += now - last >= CALM / 2  # a busy machine lets sizes rest between two of them
        last = now
        session.served.resize((asked := asked + 1, 24))
        await asyncio.sleep(CALM / 20)
    assert 3 <= len(told) <= 6 + 2 * rests
    assert asked > 6 + 2 * rests
    session.served.close()
    session.end(b"")


async def test_a_command_has_three_streams_and_an_end_of_input():
    session = Session(None)
    stdin, stdout, stderr = session.streams
    session.served.type(b"a query\n")
    session.served.end_input()
    await until(lambda: os.read(stdin, 100) == b"a query\n")
    assert os.read(stdin, 100) == b""
    os.write(stdout, b"found")
    os.write(stderr, b"told")
    session.end()
    await until(lambda: session.client.ended)
    assert (session.client.shown, session.client.errors) == (b"found", b"told")


@pytest.mark.parametrize("size", [(80, 24), None])
async def test_nothing_is_left_open(size):
    def count():
        return len(os.listdir("/dev/fd"))  # noqa: PTH208

    before = count()
    ended = Session(size)
    ended.end()
    await until(lambda: ended.client.ended)
    left = Session(size)
    left.served.close()
    assert left.line.recv(10) == b""  # the session sees that it is over
    left.end(b"")
    assert count() == before


async def test_what_is_not_taken_stays_with_the_session():
    session = Session(None)
    _, stdout, _ = session.streams
    os.set_blocking(stdout, False)
    session.served.hold(True)
    written = 0
    with suppress(BlockingIOError):
        while True:
            written += os.write(stdout, b"x" * 4096)
            await asyncio.sleep(0)
    assert session.client.shown == b""
    session.served.hold(False)
    await until(lambda: len(session.client.shown) == written)
    session.end()
    await until(lambda: session.client.ended)


async def test_of_what_is_typed_and_not_read_little_is_kept():
    session = Session(None)
    sent = 0
    while session.client.takes:
        session.served.type(b"y" * 1000)
        sent += 1000
        assert sent < 10 * MOST_TYPED
    got = 0
    while got < sent:
        got += len(os.read(session.streams[0], AT_ONCE))
        await asyncio.sleep(0)
    await until(lambda: session.client.takes)
    session.end()
    await until(lambda: session.client.ended)


async def test_where_nobody_can_be_asked_there_is_no_session():
    client = Somebody()
    assert not ServedSession(client, Figures()).begin(lambda *_: False, REQUEST, (80, 24))
    assert client.ended is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", (LOST, "", "")),
        (b'{"exit": 0}\n{"exit": 137}\n', (0, "", "")),
        (b'{"say": "no", "exit": 1, "reason": "sessions"}\n', (1, "no", "sessions")),
        (b'nonsense\n[]\n3\n{"exit": "x"}\n{"exit": 4}', (4, "", "")),
    ],
)
def test_what_a_line_told_last(data, told):
    assert told_last(data) == told
