"""The user's editor gets the terminal, and what it changed is shown."""

import shutil
import sys

EDITOR = """\
import pathlib, sys
print("editing", *sys.argv[1:])
assert sys.stdin.isatty()
sys.stdin.readline()
path = pathlib.Path(sys.argv[-1])
path.write_text(path.read_text().replace("Feed it twice", "Feed it three times"))
"""


def test_the_editor_opens_at_the_source_line_and_its_change_is_shown(run, bakery, tmp_path):
    mine = tmp_path / "mine.md"
    shutil.copy(bakery, mine)
    script = tmp_path / "editor.py"
    script.write_text(EDITOR)
    terminal = run(mine, EDITOR=f"'{sys.executable}' '{script}'")
    terminal.wait_for("^Q quit")
    terminal.type("\t")
    terminal.type("e")
    line = mine.read_text().splitlines().index("### How do I wake a sleeping sourdough starter?") + 1
    terminal.wait_for("editing")
    assert f"editing +{line} {mine}".encode() in terminal.output
    terminal.send("\r")
    terminal.wait_for("Feed it three times")
    assert "read again" in terminal.text.splitlines()[-1]
    terminal.type("q")
    assert terminal.wait_exit() == 0
    assert terminal.modes_left_on() == []
    assert terminal.attributes_restored()


def test_an_editor_that_is_not_there_says_so_and_the_screen_is_back(run, bakery):
    terminal = run(bakery, EDITOR="no-such-editor-anywhere")
    terminal.wait_for("^Q quit")
    terminal.type("\t")
    terminal.type("e")
    terminal.wait_for("set $VISUAL or $EDITOR")
    assert "Feed it twice" in terminal.text
