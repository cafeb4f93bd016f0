"""How large things may become before they are more than one idea: a module, a folder, and the room that knows Textual."""

from __future__ import annotations

from collections import Counter

from support.places import ROOT

PACKAGE = ROOT / "src" / "faqtui"
LINES = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}


def test_no_module_has_more_than_400_lines():
    assert {str(path.relative_to(PACKAGE)): lines for path, lines in LINES.items() if lines > 400} == {}


def test_no_folder_has_more_than_25_modules():
    modules = Counter(path.parent for path in LINES)
    assert {str(folder.relative_to(PACKAGE)): count for folder, count in modules.items() if count > 25} == {}


def test_what_knows_textual_is_less_than_5500_lines():
    """What could be without it belongs into a room below: `view` where it is drawn, `live` where it goes on meanwhile."""
    screen = [lines for path, lines in LINES.items() if PACKAGE / "tui" in path.parents]
    assert len(screen) > 20
    assert sum(screen) < 5500
