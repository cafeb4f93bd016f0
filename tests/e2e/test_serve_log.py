"""What a server's log tells of those who come, and where it listens when nobody says where."""

from __future__ import annotations

import ipaddress
import subprocess

import pytest

from faqtui.commands.server.serve import LISTEN
from support.pty_terminal import PtyTerminal, environment
from support.served import serving

pytest.importorskip("asyncssh", reason="the extra faqtui[serve] is not installed")

ASKED = "bail"


@pytest.mark.parametrize("options", [[], ["--log-commands"]])
def test_what_was_searched_for_is_logged_where_somebody_wants_it_alone(tmp_path, content, options):
    with serving(tmp_path, *options, content) as server:
        done = subprocess.run(
            [*server.ssh(), "search", ASKED], capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
        assert b"How do I bail a boat?" in done.stdout
        with PtyTerminal(server.ssh("-tt"), env=environment(server.directory / "home")) as terminal:
            terminal.wait_for("^Q quit")
            terminal.type("oars")
            terminal.send("\x11")
            terminal.wait_exit()
        server.wait(lambda: not server.sessions())
        server.wait_for_event("end", 2)
        log = server.log.read_text()
    assert "search" in log  # the name of a command is no secret
    assert (ASKED in log) == bool(options)
    assert "oars" not in log  # what is typed into a session is nobody's business


def test_it_listens_on_this_machine_alone_unless_told_otherwise():
    assert ipaddress.ip_address(LISTEN.rpartition(":")[0]).is_loopback
