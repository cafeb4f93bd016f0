"""What systemd hands over and is told."""

from __future__ import annotations

import os
import socket

import pytest

from faqtui.serving import systemd


def test_sockets_meant_for_another_process_are_left_alone():
    own = str(os.getpid())
    for env in (
        {},
        {"LISTEN_FDS": "2"},
        {"LISTEN_PID": "1", "LISTEN_FDS": "2"},
        {"LISTEN_PID": own, "LISTEN_FDS": "x"},
    ):
        given = {**env, "LISTEN_FDNAMES": "a:b", "TERM": "xterm"}
        assert systemd.handed_over(given) == []
        assert given == {"TERM": "xterm"}


def test_sockets_that_are_handed_over_are_taken(monkeypatch):
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.setattr(systemd, "FIRST", os.dup(listening.fileno()))
        (taken,) = systemd.handed_over({"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"})
        with taken:
            assert taken.family == socket.AF_UNIX
            assert not taken.get_inheritable()


@pytest.mark.parametrize("abstract", [False, True])
def test_it_is_told_how_things_stand(tmp_path, abstract):
    where = f"@faqtui-{os.getpid()}-{tmp_path.name}" if abstract else str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemds:
        systemds.bind("\0" + where[1:] if abstract else where)
        systemd.notify("READY=1", where)
        assert systemds.recv(100) == b"READY=1"


def test_without_systemd_nothing_is_told(tmp_path):
    systemd.notify("READY=1", "")
    systemd.notify("READY=1", str(tmp_path / "nobody"))
