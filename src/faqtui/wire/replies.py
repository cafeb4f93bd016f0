"""The question that is asked of terminals, and what their answer says. Reading it is `faqtui.wire.keyboard`'s business.

DECRQM of mode 2026 (ECMA-48 private, xterm ctlseqs): terminals answer it at once whether they know the mode or not.
"""

from __future__ import annotations

MODE = 2026
"""Synchronized output."""

QUESTION = b"\x1b[?%d$p" % MODE

KNOWN = frozenset("123")
"""States of a mode that a terminal knows and lets be set (DECRPM)."""
