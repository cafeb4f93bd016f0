"""What gives the terminal back as it was, whoever has to send it."""

from __future__ import annotations

from faqtui.host.terminal import Terminal
from faqtui.wire.modes import LEAVE, MOUSE_OFF
from faqtui.wire.pens import close_link


def leaving(terminal: Terminal, *, mouse: bool) -> bytes:
    """Out of the alternate screen, or an empty screen where there may be none; every mode off, the mouse's where it was on."""
    clear = "" if terminal.modern else "\x1b[m\x1b[H\x1b[2J"
    link = close_link() if terminal.hyperlinks else ""
    return (clear + (MOUSE_OFF if mouse else "") + link + LEAVE).encode()
