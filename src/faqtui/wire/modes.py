"""The modes that a screen needs a terminal in, as bytes that switch them (xterm ctlseqs). Nothing is imported here."""

from __future__ import annotations

ENTER = "\x1b[?1049h\x1b[?25l\x1b[?2004h\x1b[?7l"  # alternate screen, no cursor, bracketed paste, no wrapping
LEAVE = "\x1b[?2026l\x1b[m\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"

MOUSE_ON = "\x1b[?1000h\x1b[?1002h\x1b[?1006h"  # clicks, drags, coordinates beyond 223
MOUSE_OFF = "\x1b[?1006l\x1b[?1002l\x1b[?1000l"

CANCEL = b"\x18"
"""CAN ends whatever sequence was cut off (ECMA-48, xterm)."""
