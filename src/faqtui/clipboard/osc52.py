"""OSC 52, the escape sequence that asks a terminal to take text into its clipboard: bytes only, nothing is sent here.

The sequence is ``ESC ] 52 ; c ; BASE64 BEL`` (xterm ctlseqs, "Operating System Commands"). BEL ends it rather than
ST, since GNU screen takes the ESC of an ST for the end of its own wrapping.
"""

from __future__ import annotations

from base64 import b64encode

ESC = "\x1b"
BEL = "\x07"
ST = ESC + "\\"

SCREEN_PIECE = 700
"""Bytes of a sequence that one device control string may carry through GNU screen: it drops longer ones (768)."""

MOSH_LIMIT = 12_280
"""Bytes of text that mosh carries; of more it silently sends nothing that a terminal understands."""


def encoded(text: str) -> str:
    """The base64 of the UTF-8 of `text`."""
    return b64encode(text.encode("utf-8", "replace")).decode("ascii")


def plain(text: str) -> str:
    """For a terminal that is there directly."""
    return f"{ESC}]52;c;{encoded(text)}{BEL}"


def through_tmux(text: str) -> str:
    """Wrapped so that tmux hands it on unread; inside, every ESC is doubled (tmux FAQ, allow-passthrough)."""
    return f"{ESC}Ptmux;{plain(text).replace(ESC, ESC + ESC)}{ST}"


def through_screen(text: str) -> str:
    """Cut into device control strings that GNU screen hands on one by one; the terminal sees them joined."""
    sequence = plain(text)
    pieces = (sequence[at : at + SCREEN_PIECE] for at in range(0, len(sequence), SCREEN_PIECE))
    return "".join(f"{ESC}P{piece}{ST}" for piece in pieces)
