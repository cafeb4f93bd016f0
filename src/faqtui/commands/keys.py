"""``faqtui keys``: every key of the screen, from the action table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.tui.keytable import text

if TYPE_CHECKING:
    from faqtui.commands.console import Console


def run(console: Console) -> int:
    """Print the keys, under what they are for."""
    console.write(text() + "\n")
    return 0
