"""The questions that are asked of terminals, and what an answer says. Reading it is `faqtui.wire.keyboard`'s business.

DECRQM of mode 2026 (ECMA-48 private, xterm ctlseqs): terminals answer it at once whether they know the mode or not.
"""

from __future__ import annotations

MODE = 2026
"""Synchronized output."""

QUESTION = b"\x1b[?%d$p" % MODE

BACKGROUND = b"\x1b]11;?\x1b\\"
"""What the colour of the background is (OSC 11, xterm ctlseqs).

Terminals that do not know it answer nothing, so nobody may wait for that; `QUESTION` is asked behind it: what has come by its
answer is all that comes.
"""

ATTRIBUTES = b"\x1b[c"
"""What kind of terminal it is (DA1, ECMA-48): what every terminal answers, also those that know no mode."""

KNOWN = frozenset("123")
"""States of a mode that a terminal knows and lets be set (DECRPM)."""
