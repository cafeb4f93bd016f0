"""``faqtui keys``: every key of the screen, from the action table and the settings."""

from __future__ import annotations

from collections.abc import Sequence

from faqtui.commands.arguments import Command, Given, no_options
from faqtui.commands.console import Console
from faqtui.errors import UsageError
from faqtui.view.keytable import text


def run(console: Console, _: Given, operands: Sequence[str]) -> int:
    """Print the keys, the user's own among them, under what they are for. Raises UsageError for an operand."""
    if operands:
        raise UsageError(f"keys: takes no arguments, so {operands[0]} means nothing")
    from faqtui.view.keymap import from_settings

    console.write(text(from_settings(console.settings)) + "\n")
    return 0


COMMAND = Command(usage="faqtui keys [options]", options=no_options, run=run, words=())
