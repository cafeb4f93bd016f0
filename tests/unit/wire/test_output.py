"""Writing to a terminal that reads slowly, or not at all."""

import asyncio
import os
import time
import tty

import pytest

from faqtui.wire.output import Output
from support.patience import Watch


@pytest.fixture
def terminal():
    master, slave = os.openpty()
    tty.setraw(slave)
    os.set_blocking(master, False)
    yield master, slave
    for descriptor in (master, slave):
        os.close(descriptor)


@pytest.fixture(params=["opened anew", "shared"])
def make(request, monkeypatch):
    """Make an output; the second way is that of a terminal that cannot be opened again."""

    def refuse(_):
        raise OSError

    if request.param == "shared":
        monkeypatch.setattr(os, "ttyname", refuse)
    made = []

    def making(descriptor, drained=lambda: None):
        made.append(Output(descriptor, asyncio.get_running_loop(), drained))
        return made[-1]

    yield making
    for output in made:
        output._waiting = False  # the loop is closed by now
        output.close()


def take(master):
    data = b""
    while True:
        try:
            data += os.read(master, 65536)
        except BlockingIOError:
            return data


def fill(output):
    """Send until the terminal takes no more."""
    sent = 0
    while not output.blocked:
        output.send(b"x" * 4096)
        sent += 4096
    return sent


async def test_what_fits_goes_out_at_once_and_in_order(terminal, make):
    master, slave = terminal
    output = make(slave)
    for number in range(20):
        output.send(b"frame %d;" % number)
    assert not output.blocked
    assert take(master) == b"".join(b"frame %d;" % number for number in range(20))


async def test_the_shared_descriptor_stays_blocking(terminal, make):
    _, slave = terminal
    output = make(slave)
    fill(output)
    assert os.get_blocking(slave)


async def test_a_blocked_terminal_never_stops_the_loop_and_gets_all_later(terminal, make):
    master, slave = terminal
    drained = asyncio.Event()
    output = make(slave, drained.set)
    watch = Watch()
    sent = fill(output)
    output.send(b"the end")
    assert watch.seconds < 1
    data = b""
    while not drained.is_set():
        data += take(master)
        await asyncio.sleep(0.005)
    data += take(master)
    assert not output.blocked
    assert len(data) == sent + len(b"the end")
    assert data.endswith(b"the end")


async def test_leaving_waits_for_what_a_reading_terminal_still_takes(terminal, make):
    master, slave = terminal
    output = make(slave)
    sent = fill(output)
    reader = asyncio.create_task(asyncio.to_thread(read_slowly, master, sent + 4))
    await asyncio.to_thread(output.finish, b"last")
    data = await reader
    assert data.endswith(b"xlast")
    assert len(data) == sent + 4


def read_slowly(master, wanted):
    data = b""
    end = time.monotonic() + 10
    while len(data) < wanted and time.monotonic() < end:
        data += take(master)
        time.sleep(0.01)
    return data


async def test_leaving_a_stuck_terminal_takes_its_patience_and_still_sends_the_last_words(terminal, make):
    master, slave = terminal
    output = make(slave)
    output.send(b"x" * 1_000_000)
    started, watch = time.monotonic(), Watch()
    output.finish(b"last words", patience=0.2)
    assert time.monotonic() - started > 0.15
    assert watch.seconds < 1.5
    assert take(master).endswith(b"\x18last words")


async def test_leaving_at_once_waits_for_nothing(terminal, make):
    master, slave = terminal
    output = make(slave)
    output.send(b"x" * 1_000_000)
    watch = Watch()
    output.finish_at_once(b"last words")
    assert watch.seconds < 0.2
    assert take(master).endswith(b"\x18last words")


async def test_a_terminal_that_is_gone_is_written_to_in_silence(make):
    master, slave = os.openpty()
    output = make(slave)
    os.close(master)
    output.send(b"anybody there?")
    assert not output.blocked
    output.finish(b"bye")
    os.close(slave)
