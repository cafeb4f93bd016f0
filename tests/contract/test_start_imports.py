"""What is imported before something can be seen: of the frame that was kept, and of the first one that is drawn."""

import json
import subprocess
import sys

import pytest

from support.pty_terminal import PtyTerminal, environment

EARLY = """
import sys
before = set(sys.modules)
import faqtui.__main__
from faqtui.start import first_frame, kept
kept.read(kept.file_name({"HOME": "/nowhere"}, kept.key_of([], (80, 24))), b"")
print(*sorted(set(sys.modules) - before))
"""

FIRST_PAINT = """
import json, sys
from pathlib import Path
out = Path(sys.argv.pop(1))
from faqtui.commands import screen
from faqtui.patterns import LatePattern
from faqtui.start import first_frame
modules, patterns = [], [0]
def count(*asked, as_it_is=LatePattern.__getattr__):
    patterns[0] += 1
    return as_it_is(*asked)
LatePattern.__getattr__ = count
def done(self):
    modules.append(sorted(sys.modules))
    out.write_text(json.dumps([*modules, *patterns]))
    self.exit()
def paint(*sent, as_it_is=first_frame.paint):
    modules.append(sorted(sys.modules))
    patterns.append(patterns[0])
    as_it_is(*sent)
def import_asyncio(as_it_is=screen.import_asyncio):
    as_it_is()
    from faqtui.tui.app import FaqtuiApp
    FaqtuiApp._first_frame_is_out = done
first_frame.paint, screen.import_asyncio = paint, import_asyncio
from faqtui.__main__ import main
main()
"""

EARLY_PACKAGES = {"faqtui", "rich"}
"""Beside Python's own, those that the first frame may import where the library is saved."""

PARSING = {"yaml", "_yaml", "frontmatter", "markdown_it", "mdit_py_plugins", "mdurl", "linkify_it", "uc_micro"}
"""Those that it may import besides where the library is still to be made."""

PACKAGES = EARLY_PACKAGES | {"textual", "typing_extensions", "platformdirs"}
"""Those that the screen may import by then; what parses, searches and ranks comes later."""


@pytest.fixture
def imported(tmp_path):
    """What was imported when the first frame was painted, and when the screen's own was; and patterns compiled at the first.

    A module takes 0.15 ms and a pattern a quarter of one: a kind of page more that is read must not be paid by every start.
    """

    def importing():
        out = tmp_path / "modules"
        with PtyTerminal([sys.executable, "-c", FIRST_PAINT, out], env=environment(tmp_path)) as terminal:
            terminal.wait_exit(20)
        at_start = subprocess.run(
            [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
        ).stdout.split()
        early, late, _, patterns = json.loads(out.read_text())
        return set(early) - set(at_start), set(late) - set(at_start), patterns

    return importing


def packages(names):
    return {name.partition(".")[0] for name in names}


def ours(names):
    """How many modules of the program are among those imported."""
    return len([name for name in names if name.startswith("faqtui.")])


def test_before_a_kept_frame_nothing_is_imported_that_costs_anything():
    done = subprocess.run([sys.executable, "-c", EARLY], capture_output=True, text=True, check=True)
    new = set(done.stdout.split())
    assert new - {
        "faqtui",
        "faqtui.__main__",
        "faqtui.start",
        "faqtui.start.first_frame",
        "faqtui.start.kept",
        "faqtui.host",
        "faqtui.host.paths",
    } <= {
        "__future__",
        "gc",
        "termios",
    }


def test_before_the_first_paint_nothing_is_imported_that_it_does_not_need(tmp_path, imported):
    subprocess.run([sys.executable, "-m", "faqtui", "list"], env=environment(tmp_path), capture_output=True, check=True)
    early, late, patterns = imported()
    assert packages(early) - sys.stdlib_module_names <= EARLY_PACKAGES | {"__main__"}
    assert packages(late) - sys.stdlib_module_names <= PACKAGES | {"__main__"}
    assert not {"asyncio", "threading", "logging"} & packages(early)
    assert patterns <= 2
    assert ours(early) <= 90
    assert not {"pygments", "markdown_it", "argparse", "tomllib", "ssl", "_ssl"} & packages(late)
    unwanted = (
        "faqtui.parsing",
        "faqtui.search.searcher",
        "faqtui.search.rank",
        "faqtui.search.index",
        "faqtui.host.clipboard",
        "faqtui.render.markup.parse",
        "faqtui.commands.checking.diagnosis",
    )
    assert [name for name in late if name.startswith(unwanted)] == []


def test_before_the_very_first_paint_what_parses_is_imported_and_no_more(imported):
    early, late, patterns = imported()
    cython = {name for name in packages(early) if "cython" in name}  # what libyaml is bound with
    assert packages(early) - sys.stdlib_module_names <= EARLY_PACKAGES | PARSING | cython | {"__main__"}
    assert packages(late) - sys.stdlib_module_names <= PACKAGES | PARSING | cython | {"__main__"}
    assert not {"asyncio", "pygments", "argparse", "tomllib", "ssl", "subprocess", "logging"} & packages(early)
    assert "markdown_it" not in early  # the first answer is plain
    unwanted = ("faqtui.search.rank", "faqtui.search.index", "faqtui.start.elsewhere", "faqtui.tui")
    assert [name for name in early if name.startswith(unwanted)] == []
    assert patterns <= 94
    assert ours(early) <= 210
