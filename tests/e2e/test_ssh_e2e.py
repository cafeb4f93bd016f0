"""Over a real SSH connection on the loopback interface."""

from faqtui import load
from support.pty_terminal import FAQTUI, PtyTerminal, environment
from support.sshd import remote, ssh_server


def test_finding_and_copying_over_ssh_reaches_the_terminal_in_front(tmp_path, bakery):
    with ssh_server(tmp_path) as ssh:
        command = [*ssh[:-1], "-tt", ssh[-1], remote([*FAQTUI, bakery, "--query", "refund"])]
        with PtyTerminal(command, env=environment(tmp_path)) as terminal:
            terminal.wait_for("^Q quit", 30)
            terminal.send("\x19")
            terminal.wait_for(lambda screen: "over SSH" in screen.splitlines()[-1])
            answer = next(e.answer for e in load(bakery).library.entries if "refund" in e.question)
            assert terminal.clipboard() == [answer]
            terminal.send("\x11")
            assert terminal.wait_exit() == 0
            assert terminal.modes_left_on() == []
            assert terminal.attributes_restored()
