"""Strangers over SSH with README's forced command; `tests/bench/sessions.py` has two hundred of them."""

import pytest

from support.logins import ENDS, forced_host, stay


@pytest.fixture(scope="module")
def host(tmp_path_factory):
    with forced_host(tmp_path_factory.mktemp("host")) as host:
        yield host


@pytest.mark.parametrize("seed", range(len(ENDS)), ids=ENDS)
def test_no_size_and_no_input_takes_memory_or_leaves_something_behind(host, tmp_path, seed):
    one = stay(host, tmp_path, 40 + seed)
    assert one.wrong == []
    assert one.sizes > 1
    assert one.peak > 20
    assert one.end == ENDS[seed]
    assert host.complaints() == []


def test_a_session_that_stays_is_told_of(host, tmp_path):
    """What the others are asked is something that can be."""
    from support.pty_terminal import PtyTerminal, environment

    with PtyTerminal([*host.ssh[:-1], "-tt", host.ssh[-1]], env=environment(tmp_path)) as terminal:
        terminal.wait_for("^Q quit", 30)
        assert len(host.programs()) == 1
        assert [name for name in host.left() if "--secure" in name]
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
