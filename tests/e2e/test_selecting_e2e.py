"""Selecting with the mouse of a real terminal, and leaving the mouse to it."""

from support.pty_terminal import FAQTUI, PtyTerminal, environment

ANSWER = "Every baker keeps the **sour starter** in the cold room, for at most eleven days before it is fed anew."


def mouse(terminal, code, column, row, *, up=False):
    """A report of the mouse (xterm ctlseqs, SGR 1006); cells count from 1."""
    terminal.send(f"\x1b[<{code};{column + 1};{row + 1}{'m' if up else 'M'}")


def cell_of(terminal, text, *, end=False):
    rows = terminal.text.splitlines()
    row = next(number for number, line in enumerate(rows) if text in line)
    return rows[row].index(text) + (len(text) - 1 if end else 0), row


def test_a_drag_selects_and_ctrl_c_sends_the_source(tmp_path):
    path = tmp_path / "jars.md"
    path.write_text(f"# Jars\n\n## How is the starter kept?\n\n{ANSWER}\n\n## Why?\n\nBecause.\n")
    env = environment(tmp_path) | {"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}
    with PtyTerminal([*FAQTUI, path, "--query", "starter"], env=env) as terminal:
        terminal.wait_for("Every baker")
        terminal.settle()
        mouse(terminal, 0, *cell_of(terminal, "Every baker"))
        mouse(terminal, 32, *cell_of(terminal, "anew.", end=True))
        mouse(terminal, 0, *cell_of(terminal, "anew.", end=True), up=True)
        terminal.wait_for("characters selected")
        terminal.send("\x03")
        terminal.wait_for(lambda _: terminal.clipboard())
        assert terminal.clipboard() == [ANSWER]
        terminal.wait_for("sent")
        before = len(terminal.output)
        terminal.settle()
        assert len(terminal.output) == before


def test_without_the_mouse_the_terminal_is_asked_for_no_reports(tmp_path):
    with PtyTerminal([*FAQTUI, "--no-mouse"], env=environment(tmp_path)) as terminal:
        terminal.wait_for("quit")
        terminal.send("\t\t")
        terminal.settle()
        for mode in (b"1000", b"1002", b"1003", b"1006", b"1015", b"1016"):
            assert b"\x1b[?" + mode + b"h" not in terminal.output
