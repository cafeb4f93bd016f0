"""A FAQ that attacks the terminal: none of its bytes gets there, nothing crashes, and what it says is still shown."""

import os
import re
from pathlib import Path

import pytest

from support.hostile import PAYLOADS, document, theirs
from support.pty_terminal import FAQTUI, PtyTerminal, environment

LEADER = "\x1b[31;47;9mname"


@pytest.fixture
def hostile(tmp_path):
    """Every payload in every place content can be, in a file with a name of the same kind."""
    directory = tmp_path / f"dir{LEADER}"
    directory.mkdir()
    path = directory / f"faq{LEADER}\x07\u202e.md"
    path.write_bytes(document().encode("utf-8"))
    return path


def close(terminal):
    """Close whatever is open."""
    while not any(word in terminal.text.splitlines()[-1] for word in ("q quit", "^Q quit")):
        terminal.type("\x1b", 0.14)


def test_the_screen_shows_every_entry_without_sending_a_byte_of_theirs(run, hostile):
    terminal = run(hostile)
    terminal.wait_for("^Q quit")
    for name in PAYLOADS:
        terminal.type("/", 0.04)
        terminal.type(f"\x15what about {name}", 0.08)
        assert terminal.process.poll() is None, f"it ended at {name}"
        assert "What about" in terminal.text
        terminal.type("\t\t", 0.04)
        terminal.type("d", 0.04)
        terminal.type("G", 0.04)
    assert theirs(terminal.output) == []
    assert terminal.clipboard() == []


def test_no_picker_message_or_line_to_type_in_lets_a_byte_through(run, hostile):
    terminal = run(hostile, columns=100, rows=40)
    terminal.wait_for("^Q quit")
    pasted = "".join(PAYLOADS.values())
    for name in ("colour", "c1", "coded link"):
        terminal.type("/", 0.04)
        terminal.type(f"\x15what about {name}", 0.1)
        terminal.type("\t\t", 0.05)
        for keys in ("f", "o", "c", "m", "'", "?"):  # links, headings, code blocks, bookmarks, help
            terminal.type(keys, 0.1)
            close(terminal)
            assert terminal.process.poll() is None, f"it ended at {keys} for {name}"
    terminal.type("\x10", 0.1)  # the palette: topics among its rows
    terminal.type(f"\x1b[200~{pasted}\x1b[201~", 0.1)
    terminal.type("\x15category", 0.1)
    close(terminal)
    terminal.type("\x06", 0.1)  # find in the answer
    terminal.type(f"\x1b[200~{pasted}\x1b[201~", 0.1)
    terminal.type("\r", 0.1)
    terminal.type("\x1b", 0.2)
    terminal.type("/", 0.1)
    terminal.type(f"\x1b[200~{pasted}\x1b[201~", 0.2)
    terminal.type("\x15", 0.1)
    hostile.unlink()
    terminal.type("\t", 0.1)
    terminal.send("r")  # a message that names the file
    terminal.wait_for("kept what was read before")
    assert theirs(terminal.output) == []
    assert terminal.clipboard() == []
    terminal.type("\x11", 0.1)
    assert terminal.wait_exit() == 0
    assert theirs(terminal.output) == []


def test_what_is_copied_has_no_control_character(run, hostile):
    terminal = run(hostile)
    terminal.wait_for("^Q quit")
    for name in ("colour", "c1", "all of c0", "entities"):
        terminal.type("/", 0.05)
        terminal.type(f"\x15what about {name}", 0.1)
        terminal.type("\t", 0.05)
        terminal.send("Y")
        terminal.wait_for("sent")
        terminal.settle(0.1)
    copied = terminal.clipboard()
    assert len(copied) == 4
    assert not any(re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text) for text in copied)
    assert all("faq" in text for text in copied), "the place is named, its file's name made safe"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("type brackets", "list[int]"), ("textual markup", "[@click=app.quit]x[/]"), ("colour", "␛[31;47;9mred")],
)
def test_it_is_shown_as_written(run, hostile, name, shown):
    terminal = run(hostile, "--query", f"what about {name}", columns=160)
    assert shown in terminal.wait_for(f"What about {name}")


@pytest.mark.parametrize("language", ["C", "de_DE.ISO-8859-1"])
def test_nor_does_one_without_utf8_get_a_byte(run, hostile, language):
    terminal = run(hostile, LANG=language)
    terminal.wait_for("^Q quit")
    for name in ("colour", "c1", "bidi overrides", "tags", "marks"):
        terminal.type("/", 0.04)
        terminal.type(f"\x15what about {name}", 0.1)
        terminal.type("\t\t", 0.05)
        terminal.type("G", 0.05)
    assert theirs(terminal.output.decode("latin-1").encode()) == []
    terminal.type("/", 0.05)
    assert "^[[31;47;9mred" in terminal.type("\x15what about colour", 0.3)


def test_a_name_that_is_no_text_is_shown_and_harmless(tmp_path):
    name = os.fsencode(tmp_path) + b"/\xff\xfe\x1b]0;evil\x07\x9b31m.md"
    file = Path(os.fsdecode(name))
    file.write_text("# A\n## Where is it?\nHere.\n")
    with PtyTerminal([*FAQTUI, file], env=environment(tmp_path)) as terminal:
        terminal.wait_for("Where is it?")
        terminal.type("\t", 0.1)
        terminal.type("Y", 0.4)
        file.unlink()
        terminal.send("r")
        terminal.wait_for("kept what was read before")
        assert theirs(terminal.output) == [] or "]52;" in str(theirs(terminal.output))
        terminal.send("q")
        assert terminal.wait_exit() == 0


def test_a_terminal_that_prints_the_list_gets_none_either(tmp_path, hostile):
    with PtyTerminal([*FAQTUI, "list", hostile], env=environment(tmp_path)) as terminal:
        assert terminal.wait_exit() == 0
        assert b"What about" in terminal.output
        assert theirs(terminal.output) == []
