"""``faqtui keys``: every key of the screen, from the action table and the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from faqtui.view.keytable import text

if TYPE_CHECKING:
    from faqtui.commands.console import Console


def run(console: Console) -> int:
    """Print the keys, the user's own among them, under what they are for."""
    from faqtui.view.keymap import from_settings

    console.write(text(from_settings(console.settings)) + "\n")
    return 0
