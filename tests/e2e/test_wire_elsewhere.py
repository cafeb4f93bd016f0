"""What both drivers leave on the screen of a real tmux, and at this end of a real SSH connection, is the same after every key."""

import time
from collections.abc import Callable, Sequence

from support.multiplexers import TmuxServer
from support.pty_terminal import FAQTUI
from support.reference_terminal import ReferenceTerminal, first_difference
from support.sshd import remote, ssh_server
from support.two_drivers import Session

DOWN, PAGE_DOWN, F1 = "\x1b[B", "\x1b[6~", "\x1bOP"
KEYS = [
    *"ecr t",
    *[DOWN] * 3,
    "\x1b",
    PAGE_DOWN,
    "\r",
    "j",
    "J",
    "]",
    "z",
    "z",
    "c",
    "\x1b",
    F1,
    "\x1b",
    "/",
    *"日本",
    "\x1b",
]
DRIVERS = {"stock": {"FAQTUI_DRIVER": "stock"}, "ours": {}}

Look = Callable[[], ReferenceTerminal]


def same(looks: Sequence[Look], after: str, shown: str = "", seconds: float = 20) -> ReferenceTerminal:
    """What both look like, once they look the same twice in a row and show `shown` in their last line."""
    end = time.monotonic() + seconds
    before = None
    while True:
        one, other = [look() for look in looks]
        difference = first_difference(one, other)
        cells = [list(row) for row in one.cells]
        if not difference and shown in one.lines[-1] and cells == before:
            return one
        before = cells
        assert time.monotonic() < end, f"after {after}: {difference or one.lines}"
        time.sleep(0.03)


def walk(looks: Sequence[Look], types: Sequence[Callable[[str], object]]) -> None:
    """Press the keys in both, and compare after each."""
    screens = {tuple(same(looks, "the start", "^Q quit", 60).lines)}
    for key in KEYS:
        for type_key in types:
            type_key(key)
        if key == "\x1b":
            time.sleep(0.13)  # a lone escape is the key only when nothing follows it
        screens.add(tuple(same(looks, repr(key)).lines))
    assert len(screens) > len(KEYS) / 2


def test_in_tmux(tmp_path):
    with TmuxServer(tmp_path, "status off", "default-terminal tmux-256color") as tmux:

        def look(name: str) -> ReferenceTerminal:
            captured = tmux.run("capture-pane", "-e", "-N", "-p", "-t", name).stdout.decode()
            paper = ReferenceTerminal(80, 24, returns=True)
            paper.feed(captured.removesuffix("\n"))
            return paper

        def type_key(name: str, key: str) -> None:
            assert not tmux.run("send-keys", "-t", name, "-H", *[f"{byte:x}" for byte in key.encode()]).returncode

        for name, env in DRIVERS.items():
            settings = [word for pair in env.items() for word in ("-e", "=".join(pair))]
            command = ["new-session", "-d", "-s", name, "-x", "80", "-y", "24", *settings, *FAQTUI]
            assert not tmux.run(*command).returncode
        walk(
            [lambda name=name: look(name) for name in DRIVERS],
            [lambda key, name=name: type_key(name, key) for name in DRIVERS],
        )


class Remote(Session):
    """A session at the other end of an SSH connection, drawn when nothing has come for a moment."""

    def look(self) -> ReferenceTerminal:
        """What has come so far."""
        while self.pty.pump(0.08):
            pass
        self.draw()
        return self.paper


def test_over_ssh(tmp_path):
    place = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    with ssh_server(tmp_path) as ssh:
        sessions = []
        for env in DRIVERS.values():
            settings = [f"{name}={value}" for name, value in {**place, **env}.items()]
            command = [*ssh[:-1], "-tt", ssh[-1], remote(["env", *settings, *FAQTUI])]
            sessions.append(Remote(tmp_path, [], place, command=command))
        with sessions[0].pty, sessions[1].pty:
            walk([session.look for session in sessions], [session.send for session in sessions])
            for session in sessions:
                session.send("\x11")
            assert [session.pty.wait_exit() for session in sessions] == [0, 0]
