"""What comes right behind an escape that was taken for the key: the rest of a sequence that a link cut there, or keys.

The rest may come in pieces too. Whoever presses a key sends one character at a time, and no two in one moment; terminals send
more, and what nobody types. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from faqtui.wire.keys import key_name

CUT = 1.0
"""Seconds that a link may take in the middle of a sequence, of a paste, or of the answer to somebody's question."""

AT_ONCE = 0.03
"""Seconds between two keys that no person reaches."""

_REST = re.compile(
    r"\[[0-?][ -?]*[@-~]|\[(?:[A-IOPZa-d]|M[^\x00-\x1f]{3})(?=\x1b|\Z)|\[\[[A-E]|O[A-DFHMP-S](?=\x1b|\Z)"
    r"|\[(?:[<-?][ -?]*|[0-9]{5,}|[0-9]*[;:][ -?]*)\Z|\[[0-9]+[$^@]"
    r"|\][0-9]{1,4};|\][lLI][^\x00-\x1f\x7f-\x9f]{0,999}+(?:[\x07\x9c]|\x1b\\)|P(?:[01][$+]r|[>!]\|)|_G[a-z]="
    r"|[\^X][^\x00-\x1f\x7f-\x9f]{1,999}+(?:\x9c|\x1b\\)"
)
"""What is a sequence but for its escape, or begins one, and is nothing that somebody types."""

_AWAITED = re.compile(
    r"\[[0-9]{0,4}[$]?\Z|\[\[\Z|\[M[^\x00-\x1f]{0,2}\Z|O\Z"
    r"|\](?:[0-9]{0,4}|[lLI][^\x00-\x1f\x7f-\x9f]{0,99}\x1b?)\Z|P(?:[>!]?|[01][$+]?)\Z|_(?:G[a-z]?)?\Z"
)
"""What may go on to be that."""

_TYPED = re.compile(r"P[01]\Z")
"""What of it somebody may well type."""


class Behind:
    """Knows what has come behind an escape. `pause` are the seconds after which what a person may have typed is told.

    `acts` says of a key whether it does something where the focus is; one that does not can wait for what may come behind it.
    """

    def __init__(self, pause: float, acts: Callable[[str], bool]) -> None:
        self._pause = pause
        self._acts = acts
        self._come = ""
        self._told = 0
        """How many characters of what has come were given up, and are keys."""
        self._when = -CUT
        """When the latest of it came."""
        self.due: float | None = None
        """When `given_up` is to be asked; None where nothing is held."""

    def begin(self, now: float) -> None:
        """An escape was taken for the key."""
        self._come, self._told, self._when = "", 0, now

    def joined(self, text: str, now: float) -> str | None:
        """`text` behind what was held, with an escape where that is the rest of its sequence; None while it may become so."""
        before, held, quiet = self._come, self._come[self._told :], now - self._when
        whole = before + text
        self._come, self._when, self.due = "", -CUT, None
        if quiet >= CUT or self._is_pressed(text, before, quiet):
            return held + text
        if _REST.match(whole):
            return "\x1b" + whole
        if _AWAITED.match(whole):
            self._come, self._when, self.due = whole, now, now + self._pause
            return None
        return held + text

    def _is_pressed(self, text: str, before: str, quiet: float) -> bool:
        """Whether `text` is a key that somebody presses, so long after the first character of what may be a sequence."""
        if before == "O" or (before == "[" and len(text) == 1 and text.islower()):
            return quiet >= AT_ONCE
        return len(before) == len(text) == 1 and quiet >= self._pause and self._acts(key_name(text))

    def given_up(self, now: float) -> str:
        """What was held and is keys, since nothing came behind it in time."""
        held = self._come[self._told :]
        presses = any(self._acts(key_name(character)) for character in held) or _TYPED.match(self._come)
        if now < self._when + CUT and not presses:
            self.due = self._when + CUT
            return ""
        self._told, self.due = len(self._come), None
        return held
