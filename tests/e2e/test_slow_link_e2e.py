"""The real program over a line that is slow and far, with a terminal at its end that answers."""

import array
import fcntl
import termios
import threading

import pytest

from support.measuring import SlowLink
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.reference_terminal import ReferenceTerminal, first_difference

DOWN = "\x1b[B"


def on_paper(terminal: PtyTerminal) -> ReferenceTerminal:
    paper = ReferenceTerminal(80, 24)
    paper.feed(terminal.output[max(0, terminal.output.find(b"\x1b[?1049h")) :].decode())
    return paper


def unread(terminal: PtyTerminal) -> int:
    count = array.array("i", [0])
    fcntl.ioctl(terminal.slave, termios.FIONREAD, count)
    return count[0]


@pytest.fixture
def far(tmp_path):
    """Our program at the end of a line, started and at rest."""
    with PtyTerminal(FAQTUI, env=environment(tmp_path)) as terminal:
        link = SlowLink(terminal, bytes_a_second=14_000)
        link.settle([], 0, quiet=1.2)
        assert "^Q quit" in on_paper(terminal).lines[-1]
        yield link


# No entry leaves the list at the last letters: one that does stays for two keys, as many as a busy machine may take at once.
@pytest.mark.parametrize("keys", [[DOWN] * 13, list("does lambda")], ids=["down", "letters"])
def test_quick_keys_settle_soon_and_as_with_the_stock_driver(tmp_path, keys):
    sessions, sent = {}, {}

    def use(name, terminal):
        link = SlowLink(terminal, bytes_a_second=14_000)
        link.settle([], 0, quiet=1.2)
        sent[name] = link.settle(keys, gap=0.02, quiet=0.5)[1]

    for name, env in [("stock", {"FAQTUI_DRIVER": "stock"}), ("ours", {})]:
        sessions[name] = PtyTerminal(FAQTUI, env=environment(tmp_path, **env))
    with sessions["stock"], sessions["ours"]:
        threads = [threading.Thread(target=use, args=session) for session in sessions.items()]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        papers = {name: on_paper(session) for name, session in sessions.items()}
    assert first_difference(papers["stock"], papers["ours"]) == ""
    # Half a second of the line. How much the stock driver sends depends on how busy the machine is: 9 to 40 kB.
    assert sent["ours"] < min(7_000, sent["stock"]), sent


def test_what_follows_quick_letters_finds_what_they_brought_about(far):
    far.settle([*"kms key", "\r"], gap=0.01, quiet=0.5)
    lines = on_paper(far.terminal).lines
    assert "kms key" in lines[1]
    assert "no match" not in lines[1]
    assert any("KMS" in line for line in lines[3:5])
    assert "esc tree" in lines[-1]


def test_no_answer_is_left_to_the_shell(far):
    far.settle([DOWN, "\x11"], gap=0.01, quiet=0.5)
    assert far.terminal.process.poll() == 0
    assert unread(far.terminal) == 0
    assert far.terminal.modes_left_on() == []


def test_a_terminal_that_ceases_to_answer_is_given_all_the_same(far):
    far.settle([DOWN] * 3, gap=0.02, quiet=0.3)
    far.answers = False
    seconds, _ = far.settle([DOWN] * 5, gap=0.02, quiet=2.5)
    assert seconds < 4
    before = on_paper(far.terminal)
    far.settle(list("paper"), gap=0.1, quiet=0.5)
    after = on_paper(far.terminal)
    assert "paper" in after.lines[1]
    assert first_difference(before, after)
