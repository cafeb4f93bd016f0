"""What is imported before something can be seen: of the frame that was kept, and of the first one that is drawn."""

import json
import subprocess
import sys

from support.pty_terminal import PtyTerminal, environment

EARLY = """
import sys
before = set(sys.modules)
import faqtui.__main__
from faqtui.start import first_frame
first_frame.read(first_frame.file_name({"HOME": "/nowhere"}, first_frame.key_of([], (80, 24))), b"")
print(*sorted(set(sys.modules) - before))
"""

FIRST_PAINT = """
import json, sys
from pathlib import Path
out = Path(sys.argv.pop(1))
from faqtui.commands import screen
def done(self):
    out.write_text(json.dumps(sorted(sys.modules)))
    self.exit()
def import_screen(as_it_is=screen._import_screen):
    as_it_is()
    from faqtui.tui.app import FaqtuiApp
    FaqtuiApp._first_frame_is_out = done
screen._import_screen = import_screen
from faqtui.__main__ import main
main()
"""

PACKAGES = {"faqtui", "textual", "rich", "typing_extensions", "platformdirs"}
"""Beside Python's own, those that a first paint may import; what parses, searches and ranks comes later."""


def test_before_a_kept_frame_nothing_is_imported_that_costs_anything():
    done = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, text=True, check=True)
    new = set(done.stdout.split())
    assert new - {
        "faqtui",
        "faqtui.__about__",
        "faqtui.__main__",
        "faqtui.start",
        "faqtui.start.first_frame",
        "faqtui.host",
        "faqtui.host.paths",
    } <= {
        "__future__",
        "gc",
        "zlib",
        "termios",
    }


def test_before_the_first_paint_nothing_is_imported_that_it_does_not_need(tmp_path):
    subprocess.run([sys.executable, "-m", "faqtui", "list"], env=environment(tmp_path), capture_output=True, check=True)
    out = tmp_path / "modules"
    with PtyTerminal([sys.executable, "-c", FIRST_PAINT, out], env=environment(tmp_path)) as terminal:
        terminal.wait_exit(20)
    imported = json.loads(out.read_text())
    at_start = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    ).stdout.split()
    packages = {name.partition(".")[0] for name in imported} - {name.partition(".")[0] for name in at_start}
    assert packages - sys.stdlib_module_names <= PACKAGES | {"__main__"}
    assert not {"pygments", "markdown_it", "argparse", "tomllib", "ssl", "_ssl"} & packages
    late = (
        "faqtui.parsing",
        "faqtui.search.searcher",
        "faqtui.search.rank",
        "faqtui.search.index",
        "faqtui.host.clipboard",
        "faqtui.render.parse",
        "faqtui.commands.diagnosis",
    )
    assert [name for name in imported if name.startswith(late)] == []
