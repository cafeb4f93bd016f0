"""Clients of a server that speak SSH themselves and mean no good: nobody else notices, nothing is left, nothing is given away."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import re
import socket
import struct

import psutil
import pytest

from support.pty_terminal import PtyTerminal, environment
from support.served import PYTHON, boats, serving
from support.soup import chunks, pieces
from support.speed import slowness
from support.tracing import of_process, offences, traced

asyncssh = pytest.importorskip("asyncssh", reason="the extra faqtui[serve] is not installed")
paramiko = pytest.importorskip("paramiko", reason="a second client is not installed")


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    directory = tmp_path_factory.mktemp("shared")
    with serving(directory, "--per-address", "50", "--grace", "3", boats(directory)) as running:
        yield running


@pytest.fixture
def shared(running):
    """A server for many tests, each of which leaves it as it was."""
    yield running
    check_unhurt(running)


@pytest.fixture
def server(tmp_path, content):
    with serving(tmp_path, "--per-address", "50", "--grace", "3", content) as own:
        yield own
        check_unhurt(own)


def check_unhurt(server):
    """Whatever was done to it: the next one is served, nobody of before is there, and no process has died."""
    assert server.process.poll() is None
    assert well(server)
    server.wait(lambda: not server.sessions())
    assert server.events("died") == []
    assert "Traceback" not in server.log.read_text()


@contextlib.asynccontextmanager
async def connected(server, **how):
    async with asyncssh.connect(
        server.address,
        server.port,
        username="faq",
        known_hosts=None,
        client_keys=None,
        agent_path=None,
        config=None,
        **how,
    ) as connection:
        yield connection


def well(server):
    async def one():
        async with connected(server) as connection:
            return (await connection.run("list", check=True)).stdout

    return "Where are the oars?" in asyncio.run(asyncio.wait_for(one(), 60))


async def screen(connection, size=(80, 24), term="xterm-256color", **how):
    return await connection.create_process(term_type=term, term_size=size, encoding=None, **how)


async def until(process, text, seen=b""):
    async with asyncio.timeout(60):
        while text not in re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", seen):
            data = await process.stdout.read(65536)
            assert data, seen[-500:]
            seen += data
    return seen


SIZES = [(0, 0), (1, 1), (65_535, 65_535), (2**31 - 1, 2**31 - 1), (2**32 - 1, 1), (1, 2**32 - 1), (500, 500)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_size_of_a_window_hurts(shared, size):
    async with connected(shared) as connection:
        process = await screen(connection, size)
        for other in SIZES:
            process.change_terminal_size(*other)
        process.change_terminal_size(80, 24)
        await until(process, b"quit")
        for session in shared.sessions():
            assert session.memory_info().rss < 150e6
        process.stdin.write(b"\x11")
        assert (await process.wait()).exit_status == 0


async def test_a_storm_of_sizes_takes_no_more_of_the_processor_than_a_few(server):
    async with connected(server) as connection:
        process = await screen(connection)
        for number in range(20_000):
            process.change_terminal_size(20 + number % 300, 5 + number % 100)
        process.change_terminal_size(80, 24)
        await until(process, b"quit")
        process.stdin.write(b"oars")
        await until(process, b"Under the thwart.")
        (session,) = server.sessions()
        assert sum(session.cpu_times()[:2]) < 6.0 * slowness()
        process.stdin.write(b"\x11")
        assert (await process.wait()).exit_status == 0


async def test_who_has_nothing_more_to_say_is_shown_the_screen_all_the_same(shared):
    async with connected(shared) as connection:
        process = await screen(connection)
        process.stdin.write_eof()
        await until(process, b"quit")
        assert len(shared.sessions()) == 1


async def test_a_batch_whose_only_line_never_ends_is_answered_for_its_beginning(shared):
    async with connected(shared) as connection:
        process = await connection.create_process("search --batch -", encoding=None)
        for _ in range(80):
            process.stdin.write(b"a" * 262_144)
            await process.stdin.drain()
        for session in shared.sessions():
            assert session.memory_info().rss < 150e6
        process.stdin.write_eof()
        done = await asyncio.wait_for(process.wait(), 60)
        assert b"only the first" in done.stderr
        assert done.exit_status in (0, 1)


@pytest.mark.parametrize("term", ["", "dumb", "x" * 10_000, "../../etc/passwd", "linux", "🛶"])
async def test_no_name_of_a_terminal_hurts(shared, term):
    async with connected(shared) as connection:
        with contextlib.suppress(asyncssh.ProtocolError):  # one that is no ASCII ends the connection
            process = await screen(connection, term=term)
            seen = await asyncio.wait_for(process.stdout.read(65536), 60)
            assert seen or (await process.wait()).exit_status == 2


async def test_a_terminal_s_name_is_no_way_to_the_terminal(shared):
    async with connected(shared) as connection:
        process = await screen(connection, term="xterm\x1b]52;c;eA==\x07")
        seen = await asyncio.wait_for(process.stdout.read(65536), 60)
        assert b"]52" not in seen


async def test_a_flood_of_channels_is_bounded(server):
    async with connected(server) as connection:
        opened = await asyncio.gather(*(screen(connection) for _ in range(60)), return_exceptions=True)
        processes = [one for one in opened if not isinstance(one, Exception)]
        assert len(processes) == 10
        assert all(isinstance(one, asyncssh.ChannelOpenError) for one in opened if isinstance(one, Exception))
        server.wait(lambda: len(server.sessions()) == 10)
        assert well_beside(server)
    assert server.wait(lambda: not server.sessions())


def until_closed(client):
    """Wait until the server has ended a connection."""
    client.settimeout(30)
    with contextlib.suppress(ConnectionError):
        while client.recv(65536):
            pass
    client.close()


def well_beside(server):
    """Whether somebody else is served meanwhile, from a program of their own."""
    import subprocess

    return (
        subprocess.run([*server.ssh(), "list"], capture_output=True, check=False, stdin=subprocess.DEVNULL).returncode
        == 0
    )


async def test_sessions_that_come_and_go_leave_nothing(server):
    front, zygote = server.front, server.zygote
    well_beside(server)
    before = front.num_fds(), zygote.num_fds()
    for _ in range(4):
        async with connected(server) as connection:
            opened = await asyncio.gather(*(screen(connection) for _ in range(8)))
            for process in opened[:4]:
                process.close()
            for process in opened[4:]:
                process.stdin.write(b"\x11")
    server.wait(lambda: not server.sessions())
    server.wait(lambda: front.num_fds() <= before[0] and zygote.num_fds() <= before[1])
    assert "raised exception" not in server.log.read_text()


@pytest.mark.parametrize(
    "command",
    [
        "x" * 300_000, "list " * 5_000, "search " + "é" * 5_000, "list\0/etc/passwd", "\x1b[31mlist", "list\nid", "list; id",
        "list && id", "$(id)", "list `id`", "search --json --limit 99999999999999999999 oars", "-h", "--help", "list --help",
    ],
    ids=lambda text: ascii(text[:20]),
)  # fmt: skip
async def test_no_command_hurts(shared, command):
    with contextlib.suppress(asyncssh.Error, OSError):
        async with connected(shared) as connection:
            done = await asyncio.wait_for(connection.run(command), 60)
            assert "uid=" not in done.stdout
            assert "\x1b" not in done.stdout + done.stderr
            assert done.exit_status in (0, 1, 2)


async def test_a_flood_of_variables_is_kept_short(shared):
    async with connected(shared) as connection:
        env = {f"LC_{number}": "x" * 200 for number in range(3_000)} | {"LD_PRELOAD": "/x", "PYTHONSTARTUP": "/x"}
        done = await connection.run("list", env=env)
        assert done.exit_status == 0


async def test_a_client_that_never_reads_holds_up_nobody(server):
    front = server.front
    async with connected(server) as connection:
        process = await screen(connection, (200, 60), window=4096, max_pktsize=1024)
        process.channel.pause_reading()
        before = front.memory_info().rss
        for number in range(400):
            process.stdin.write(b"\x1b[200~" + b"x" * 2000 + b"\x1b[201~" + b"\x15" * (number % 3))
            if number % 40 == 0:
                await asyncio.sleep(0.05)
                assert well_beside(server)
        assert front.memory_info().rss < before + 30e6


async def test_soup_is_typed_and_the_session_still_heeds(shared):
    chance = random.Random(3)
    async with connected(shared) as connection:
        process = await screen(connection)
        await until(process, b"quit")
        for data, pause in chunks(pieces(chance, wild=True), chance):
            process.stdin.write(data)
            await asyncio.sleep(min(pause, 0.01))
        reading = asyncio.ensure_future(process.stdout.read())
        await asyncio.sleep(1.0)
        for _ in range(40):
            if reading.done():
                break
            process.stdin.write(b"\x1b\\\x11")
            await asyncio.sleep(0.5)
        await asyncio.wait_for(reading, 60)
        assert (await asyncio.wait_for(process.wait(), 60)).exit_status == 0


def test_what_is_no_ssh_is_closed_when_its_time_is_over(server):
    said = [
        b"", b"GET / HTTP/1.1\r\n\r\n", b"SSH-2.0-x\r\n", b"SSH-1.5-old\r\n", b"\0" * 10_000, b"SSH-2.0-" + b"x" * 5_000,
        b"SSH-2.0-x\r\n" + b"\xff" * 40_000, os.urandom(20_000),
    ]  # fmt: skip
    clients = []
    for data in said:
        client = socket.create_connection((server.address, server.port))
        with contextlib.suppress(OSError):
            client.sendall(data)
        clients.append(client)
    assert well(server)
    for client in clients:
        until_closed(client)


def test_half_open_logins_are_bounded_and_end(tmp_path, content):
    with serving(tmp_path, "--per-address", "5", "--grace", "2", content) as server:
        clients = [socket.create_connection((server.address, server.port)) for _ in range(40)]
        server.wait(lambda: len(server.events("refused")) >= 25)  # 15 connections of an address
        for client in clients:
            until_closed(client)
        server.wait(lambda: server.front.num_fds() < 40)
        assert well(server)


@contextlib.contextmanager
def paramiko_client(server):
    transport = paramiko.Transport((server.address, server.port))
    try:
        transport.start_client(timeout=30)
        transport.auth_none("faq")
        yield transport
    finally:
        transport.close()


HERE = ("127.0.0.1", 22)


@pytest.mark.parametrize(
    "ask",
    [
        lambda it: it.open_channel("direct-tcpip", HERE, HERE, timeout=30),
        lambda it: it.open_channel("forwarded-tcpip", HERE, HERE, timeout=30),
        lambda it: it.open_channel("x11", HERE, HERE, timeout=30),
        lambda it: it.open_channel("auth-agent@openssh.com", timeout=30),
        lambda it: it.open_channel("direct-streamlocal@openssh.com", timeout=30),
        lambda it: it.open_channel("tun@openssh.com", timeout=30),
        lambda it: it.open_channel("nonsense", timeout=30),
        lambda it: it.request_port_forward("127.0.0.1", 0),
        lambda it: it.open_session(timeout=30).request_x11(),
        lambda it: paramiko.SFTPClient.from_transport(it),
    ],
    ids=range(10),
)
def test_another_client_is_refused_whatever_else_it_asks_for(shared, ask):
    with paramiko_client(shared) as transport, pytest.raises((paramiko.SSHException, EOFError, OSError)):
        ask(transport)
    shared.wait(lambda: not shared.sessions())


def test_who_proves_nothing_gets_nothing(tmp_path, content):
    listed = tmp_path / "listed"
    listed.write_text("")
    with serving(tmp_path, "--auth", f"keys={listed}", content) as server:
        transport = paramiko.Transport((server.address, server.port))
        try:
            transport.start_client(timeout=30)
            for ask in (
                lambda: transport.auth_none("faq"),
                lambda: transport.auth_password("faq", "faq"),
                lambda: transport.auth_publickey("faq", paramiko.ECDSAKey.generate()),
                lambda: transport.auth_interactive("faq", lambda *_: []),
            ):
                with pytest.raises((paramiko.SSHException, EOFError)):
                    ask()
            with pytest.raises((paramiko.SSHException, EOFError)):
                transport.open_session(timeout=10)
        finally:
            transport.close()
        assert server.events("session") == []


def test_raw_packets_that_are_no_protocol_end_their_own_connection(shared):
    for length in (0, 1, 5, 35_000, 2**31 - 1, 2**32 - 1):
        with socket.create_connection((shared.address, shared.port)) as client:
            client.settimeout(30)
            client.sendall(b"SSH-2.0-hostile\r\n")
            client.recv(4096)
            with contextlib.suppress(ConnectionError):
                client.sendall(struct.pack(">IB", length, 4) + b"\x14" + os.urandom(64))
                client.shutdown(socket.SHUT_WR)
                while client.recv(65536):
                    pass
    assert well(shared)


def test_as_the_kernel_sees_it_a_session_over_ssh_runs_writes_and_connects_nothing(tmp_path, content):
    trace = tmp_path / "trace"
    program = traced([*PYTHON, "-m", "faqtui"], trace)
    with (
        serving(tmp_path, content, program=program) as server,
        PtyTerminal(server.ssh("-tt"), env=environment(tmp_path / "home")) as terminal,
    ):
        terminal.wait_for("^Q quit", 90)
        (session,) = server.sessions()
        for keys in ("oars", "\x19", "\t\t", "y", "c", "e", "m", "r", "?", "\x1b", "\x1a", ":", "\x1b", "f", "\x1b"):
            terminal.type(keys, 0.15)
        terminal.send("\x11")
        assert terminal.wait_exit(30) == 0
    assert offences(of_process(trace, session.pid, tmp_path / "own")) == []


def test_all_of_it_is_gone_in_the_end(tmp_path, content):
    with serving(tmp_path, content) as server:
        family = [psutil.Process(server.process.pid), *psutil.Process(server.process.pid).children(recursive=True)]
        assert len(family) == 4  # keeper, zygote, front, watcher
    psutil.wait_procs(family, 20)
    assert not any(one.is_running() and one.status() != psutil.STATUS_ZOMBIE for one in family)
