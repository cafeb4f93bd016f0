"""Faults over a real SSH connection on the loopback interface: dropped, stalled, without a terminal, without input."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from support.patience import Patience
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.sshd import remote, ssh_server

FATAL = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
IGNORING_HANG_UPS = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh"]


@pytest.fixture(scope="module")
def ssh(tmp_path_factory):
    """The words of an ``ssh`` command that logs in."""
    with ssh_server(tmp_path_factory.mktemp("sshd")) as words:
        yield words


class Login:
    """The program at the other end of a connection, and the terminal in front of it."""

    def __init__(self, ssh, home, bakery, before=()):
        self.content = home / f"bakery-{time.monotonic_ns()}.md"
        self.content.write_bytes(bakery.read_bytes())
        command = [*ssh[:-1], "-tt", ssh[-1], remote([*before, *FAQTUI, self.content])]
        self.terminal = PtyTerminal(command, env=environment(home))

    def __enter__(self):
        return self

    def ready(self):
        """Wait for the screen, and find the process."""
        self.terminal.wait_for("^Q quit", 30)
        self.terminal.settle(0.15)
        (self.program,) = [
            process
            for process in psutil.process_iter(["cmdline"])
            if "faqtui" in (line := process.info["cmdline"] or []) and str(self.content) in line and "-m" in line
        ]
        return self

    def __exit__(self, *_):
        self.terminal.__exit__()
        if not self.is_gone():
            self.program.kill()

    def is_gone(self):
        """Whether the program has ended, be it that nobody has reaped it yet."""
        try:
            return self.program.status() == psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return True

    def ends_within(self, seconds):
        patience = Patience(seconds, self.program.pid)
        while patience.lasts and not self.is_gone():
            time.sleep(0.02)
        return self.is_gone()

    @contextmanager
    def stalled(self):
        """The client reads nothing, and nothing more fits on the way to it; afterwards it reads again.

        Gives a function that has the program draw that often. Sizes are set at the far end, where the server would
        set them, and the way is filled with nulls there, which no terminal shows.
        """
        if not Path("/proc/self/fd").exists():
            pytest.skip("this system has no way to the terminal of another process")
        client = psutil.Process(self.terminal.process.pid)
        far = os.open(f"/proc/{self.program.pid}/fd/0", os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)

        def draw(times):
            for number in range(times):
                size = (60, 200) if number % 2 else (50, 190)
                fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
                time.sleep(0.03)

        client.suspend()
        try:
            while select.select([], [far], [], 0.5)[1]:
                with suppress(BlockingIOError):
                    while os.write(far, bytes(4096)):
                        pass
            yield draw
        finally:
            fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.close(far)
            client.resume()


@pytest.mark.parametrize("before", [(), IGNORING_HANG_UPS], ids=["", "SIGHUP ignored"])
def test_a_client_that_is_killed_takes_the_program_with_it(ssh, tmp_path, bakery, before):
    with Login(ssh, tmp_path, bakery, before) as login:
        login.ready()
        first = last = sum(login.program.cpu_times()[:2])
        os.kill(login.terminal.process.pid, signal.SIGKILL)
        patience = Patience(2, login.program.pid)
        while patience.lasts and not login.is_gone():
            with suppress(psutil.NoSuchProcess):
                last = sum(login.program.cpu_times()[:2])
            time.sleep(0.02)
        assert login.is_gone(), "still there after 2 s"
        assert last - first < 0.5


def test_a_signal_ends_it_and_the_terminal_in_front_is_as_before(ssh, tmp_path, bakery):
    with ExitStack() as stack:
        logins = [stack.enter_context(Login(ssh, tmp_path, bakery)) for _ in FATAL]
        for login in logins:
            login.ready()
        for login, number in zip(logins, FATAL, strict=True):
            login.program.send_signal(number)
            assert login.ends_within(1), number
            login.terminal.wait_exit()
            assert login.terminal.modes_left_on() == [], number
            assert login.terminal.attributes_restored(), number


def test_a_link_that_stalls_costs_no_memory_and_the_newest_picture_comes_afterwards(ssh, tmp_path, bakery):
    with Login(ssh, tmp_path, bakery) as login:
        terminal = login.ready().terminal
        with login.stalled() as draw:
            before = login.program.memory_info().rss
            draw(80)
            assert login.program.memory_info().rss - before < 5_000_000
        terminal.catch_up()
        sent = len(terminal.output)
        terminal.send("\x15paper")
        terminal.wait_for("Under the counter, on the left.")
        assert len(terminal.output) - sent < 10_000, "stale frames were sent"
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert terminal.modes_left_on() == []


def test_a_signal_ends_it_while_the_link_is_stalled(ssh, tmp_path, bakery):
    with Login(ssh, tmp_path, bakery) as login:
        login.ready()
        with login.stalled():
            login.program.send_signal(signal.SIGTERM)
            assert login.ends_within(1)
        login.terminal.catch_up()
        login.terminal.wait_exit()
        assert login.terminal.modes_left_on() == []
        assert login.terminal.attributes_restored()


@pytest.mark.parametrize("options", [["-T"], ["-T", "-n"]], ids=["no terminal", "no terminal, no input"])
def test_without_a_terminal_the_list_is_printed_and_nothing_waits(ssh, tmp_path, bakery, options):
    done = subprocess.run(
        [*ssh[:-1], *options, ssh[-1], remote([*FAQTUI, bakery])],
        capture_output=True, input=b"", timeout=20, env=environment(tmp_path), check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"Where are the paper bags?" in done.stdout
    assert b"\x1b" not in done.stdout
