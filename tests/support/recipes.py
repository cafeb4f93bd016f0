"""The recipes for administrators, as README has them."""

from __future__ import annotations

import re
from pathlib import Path

from support.places import ROOT

README = ROOT / "README.md"


def recipe(first_line: str) -> str:
    """The fenced block of README that begins with `first_line`."""
    for block in re.findall(r"^```\w*\n(.*?)^```$", README.read_text(encoding="utf-8"), re.S | re.M):
        if block.startswith(first_line + "\n"):
            return block
    raise AssertionError(f"README has no block that begins with {first_line}")


def placed(text: str, *, python: str, content: Path) -> str:
    """A recipe with the paths of this machine in place of its own, everything else as it is."""
    for example, here in (("/opt/faqtui/bin/python", python), ("/srv/faq", str(content))):
        assert example in text
        text = text.replace(example, here)
    return text
