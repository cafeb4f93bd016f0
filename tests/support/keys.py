"""What a terminal sends for a key, by the key's name in the action table."""

from __future__ import annotations

import string
from unicodedata import name

NAMED = {
    "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "escape": "\x1b", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "f1": "\x1bOP", "slash": "/",
} | {name(sign).lower().replace("-", "_").replace(" ", "_"): sign for sign in string.punctuation}  # fmt: skip
"""Names that Textual gives to keys; most signs are called as in Unicode."""


def typed(key: str) -> str:
    """The characters for `key`; KeyError for a name that has to be added above."""
    if len(key) == 1:
        return key
    if key.startswith("ctrl+") and len(key) == 6:
        return chr(ord(key[-1].upper()) - 0x40)
    return NAMED[key]
