"""OSC 52, the escape sequence that asks a terminal to take text into its clipboard: bytes only, nothing is sent here.

The sequence is ``ESC ] 52 ; c ; BASE64 BEL`` (xterm ctlseqs, "Operating System Commands"). BEL ends it rather than
ST, since GNU screen takes the ESC of an ST for the end of its own wrapping. What carries it has a limit, given here in
bytes of the UTF-8 of a text; of a longer one something else, or nothing, arrives.
"""

from __future__ import annotations

from base64 import b64encode

ESC = "\x1b"
BEL = "\x07"
ST = ESC + "\\"

SCREEN_PIECE = 700
"""Bytes of a sequence that one device control string may carry through GNU screen: it drops longer ones (768)."""

TMUX_LIMIT = 780_000
"""What tmux hands on: it reads control strings of at most 1 MB (input-buffer-size), and base64 takes a third more."""

SCREEN_LIMIT = 200_000
"""What was seen to come out of GNU screen whole."""

MOSH_LIMIT = 12_280
"""What mosh carries; the end of a longer sequence is silently lost, and with it its meaning."""


def utf8(text: str) -> bytes:
    """`text` in UTF-8; what cannot be encoded is a question mark."""
    return text.encode("utf-8", "replace")


def encoded(text: str) -> str:
    """The base64 of the UTF-8 of `text`."""
    return b64encode(utf8(text)).decode("ascii")


def plain(text: str) -> str:
    """For a terminal that is there directly."""
    return f"{ESC}]52;c;{encoded(text)}{BEL}"


def through_tmux(sequence: str) -> str:
    """Wrapped so that tmux hands it on unread; inside, every ESC is doubled (tmux FAQ, allow-passthrough)."""
    return f"{ESC}Ptmux;{sequence.replace(ESC, ESC + ESC)}{ST}"


def through_screen(sequence: str) -> str:
    """Cut into device control strings that GNU screen hands on one by one; the terminal sees them joined."""
    pieces = (sequence[at : at + SCREEN_PIECE] for at in range(0, len(sequence), SCREEN_PIECE))
    return "".join(f"{ESC}P{piece}{ST}" for piece in pieces)
