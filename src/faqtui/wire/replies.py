"""The question that is asked of terminals, and its answers among what is typed. Pure.

DECRQM of mode 2026 (ECMA-48 private, xterm ctlseqs): terminals answer it at once whether they know the mode or not, and
Textual's parser knows the answer, should one ever get by.
"""

from __future__ import annotations

QUESTION = b"\x1b[?2026$p"
BEGINS, ENDS = "\x1b[?2026;", "$y"
KNOWN = frozenset("123")
"""States of a mode that a terminal knows and lets be set (DECRPM)."""

CERTAIN = len("\x1b[?")
"""Characters from which on the beginning of an answer is no beginning of a key."""


class Answers:
    """Takes answers out of the text that a terminal sends, however it is cut."""

    def __init__(self) -> None:
        self._begun = ""

    def sort_out(self, text: str) -> tuple[str, list[str]]:
        """The rest of `text`, and the states that were answered. The beginning of an answer is kept for the next call."""
        text, self._begun = self._begun + text, ""
        first, *pieces = text.split(BEGINS)
        rest, states = [first], list[str]()
        for index, piece in enumerate(pieces):
            value, ends, after = piece[:1], piece[1:3], piece[3:]
            if value.isdecimal() and ends == ENDS:
                states.append(value)
                rest.append(after)
            elif index == len(pieces) - 1 and (not value or value.isdecimal()) and ENDS.startswith(ends) and not after:
                self._begun = BEGINS + piece
            else:
                rest.append(BEGINS + piece)
        kept = "".join(rest)
        for length in range(len(BEGINS) - 1, CERTAIN - 1, -1):
            if not self._begun and kept.endswith(BEGINS[:length]):
                self._begun = kept[-length:]
                kept = kept[:-length]
        return kept, states
