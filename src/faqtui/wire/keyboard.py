"""What a terminal sends, as keys, pastes, mouse reports and states of modes; all else that comes in is dropped whole. Pure.

The text is cut into sequences as ECMA-48 has them, and only those that are asked for are told. Nothing that comes in can
end that: answers to questions of others (DA, DSR, OSC, DCS), reports that nobody asked for and what makes no sense are used
up without a word; what is cut off is given up after `CUT` seconds. Which sequence is which key is in `faqtui.wire.keys`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from faqtui.records import NamedTuple
from faqtui.wire.behind import CUT, Behind
from faqtui.wire.keys import (
    CONTROLS,
    ESCAPE,
    SINGLE_SHIFT,
    Key,
    after_escape,
    by_letter,
    by_rxvt,
    by_sequence,
    typed_by,
)

LONGEST = 200
"""Characters of a sequence that are kept until its end comes; what is longer is none that matters."""

LONGEST_STRING = 100_000
"""Characters of a control string (OSC, DCS, APC, PM, SOS) that are waited for its end."""

LONGEST_PASTE = 100_000
"""Characters of a paste that are kept; the line it goes into takes far less."""

UNMARKED = 64
"""Characters in one go that nobody types: a paste by a terminal that does not mark pastes as such."""


class Paste(NamedTuple):
    """Text that was pasted, control characters and all."""

    text: str


class Mouse(NamedTuple):
    """A report of the mouse (SGR, xterm ctlseqs): the button as it is coded, column and row from 0, and whether it is down."""

    button: int
    x: int
    y: int
    pressed: bool


class ModeState(NamedTuple):
    """An answer to the question whether the terminal knows a private mode: its number, and its state (DECRPM)."""

    mode: int
    state: str


class Background(NamedTuple):
    """An answer to the question for the background: the colour as the terminal writes it (OSC 11, xterm ctlseqs)."""

    colour: str


Typed: TypeAlias = Key | Paste | Mouse | ModeState | Background

_CSI = re.compile(r"([0-?]{0,999}+)([ -/]{0,9}+)([@-~])")
_CSI_PART = re.compile(r"[ -?]*")
_CSI_BEGUN = re.compile(r"[ -?]*\Z")
_CSI_WRONG = re.compile(r"[ -?]*+[@-~]")
"""What is no sequence as ECMA-48 has them, and is ignored up to its end, as terminals do themselves."""

_BACKGROUND = re.compile(r"11;([!-~]{1,60})(?:\x07|\x9c|\x1b\\)\Z")
_RXVT = re.compile(r"([0-9]+)([$^@])")
_MODE = re.compile(r"\?([0-9]{1,5});([0-9])\Z")
_MOUSE = re.compile(r"<([0-9]{1,4});(-?[0-9]{1,5});(-?[0-9]{1,5})\Z")
_STRING_BEGINS = {"]": re.compile(r"[0-9lLI]"), "P": re.compile(r"[0-9>=!$+|;{]"), "_": re.compile(r"[G>t]")}
"""What comes first in strings that terminals send; after anything else the introducer was a key behind an escape."""

_NO_ANSWER = re.compile(r"[^\x00-\x1f\x7f-\x9f]{1,999}+(?:\x9c|\x1b\\)")
"""A string of those that no terminal is known to send (PM, SOS): one that has come whole. Else it is a key behind an escape."""

_STRING_ENDS = re.compile(r"\x1b\\|[\x07\x9c\x18\x1a]|\x1b|[\x00-\x06\x0e-\x1f\x7f-\x9f]")
"""What ends a control string: BEL, ST, CAN, SUB, and whatever cannot be in one (ECMA-48, 5.6)."""

_C1 = {"\x8f": "O", "\x90": "P", "\x98": "X", "\x9b": "[", "\x9d": "]", "\x9e": "^", "\x9f": "_"}
"""8-bit controls that introduce what ESC and this character do (ECMA-48, 5.3)."""

_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"


class Keyboard:
    """Reads one terminal. Text goes in with `feed`; time passes with `tick`, which is due at `due`."""

    def __init__(
        self, escape_delay: float, *, console: bool = False, acts: Callable[[str], bool] = lambda _: True
    ) -> None:
        """A lone escape is the key after `escape_delay` seconds. A `console` (Linux) sends ESC TAB for shift+tab.

        `acts` says whether a key does something where the focus is, beside being typed.
        """
        self._escape_delay = escape_delay
        self._console = console
        self._text = ""
        """What has come and is not told yet: the beginning of a sequence."""
        self._came = 0.0
        self._behind = Behind(escape_delay, acts)
        self._paste: list[str] | None = None
        self._pasted = 0
        self._dropped = 0
        """Characters of the sequence that is begun which are not in `_text` any more."""

    @property
    def due(self) -> float | None:
        """The time at which `tick` is to be called where nothing comes before; None where nothing is begun."""
        if self._behind.due is not None:
            return self._behind.due
        if self._text == "\x1b" and self._paste is None:
            return self._came + self._escape_delay
        return self._came + CUT if self._text or self._paste is not None else None

    def feed(self, text: str, now: float) -> list[Typed]:
        """What `text` says, together with what has been begun before; `now` is the time in seconds."""
        quiet, came = now - self._came, self._came
        self._came = now
        if self._paste is not None and len(text) == 1 and text in CONTROLS and text not in "\t\r\n" and quiet > 0.05:
            # Somebody presses a key: the end of the paste does not come any more.
            typed = self._end_paste()
        else:
            typed = []
        if self._text == "\x1b" and now - came >= self._escape_delay:
            typed += self.tick(now)
        if (joined := self._behind.joined(text, now)) is None:
            return typed
        text = joined
        if not self._text and _is_unmarked_paste(text):
            return [*typed, Paste(text)]
        self._text += text
        typed += self._read()
        return typed

    def tick(self, now: float) -> list[Typed]:
        """What is told since nothing more came: a lone escape, or nothing of a sequence that was cut off."""
        if self.due is None or now < self.due:
            return []
        if self._paste is not None:
            return self._end_paste()
        if self._behind.due is not None:
            return [key for character in self._behind.given_up(now) for key in typed_by(character)]
        text, self._text = self._text, ""
        if text == "\x1b":
            self._behind.begin(now)
            return [ESCAPE]
        if len(text) == 2 and text[0] == "\x1b":  # an escape, and a key that could have begun a sequence
            return [ESCAPE, *typed_by(text[1])]
        return []

    def go_on(self, now: float) -> None:
        """Take note that nothing was read until `now`: what has been begun has all its time before it."""
        self._came = now

    def _end_paste(self) -> list[Typed]:
        # What has come of the mark at its end is no text.
        text, self._paste, self._text = "".join(self._paste or ()), None, ""
        return [Paste(text)]

    def _read(self) -> Iterator[Typed]:
        """Tell what is whole, and keep what is begun."""
        at, text = 0, self._text
        while at < len(text):
            if self._paste is not None:
                end = text.find(_PASTED, at)
                if end < 0:
                    # The beginning of the end may have come.
                    kept = next((n for n in range(len(_PASTED) - 1, 0, -1) if text.endswith(_PASTED[:n], at)), 0)
                    self._put(text[at : len(text) - kept])
                    at = len(text) - kept
                    break
                self._put(text[at:end])
                yield Paste("".join(self._paste))
                self._paste = None
                at = end + len(_PASTED)
                continue
            character = text[at]
            if character == "\x1b" or character in _C1:
                length, typed = self._sequence(text, at)
                if not length:
                    break
                yield from typed
                at += length
            else:
                yield from typed_by(character)
                at += 1
        self._text = self._shortened(text[at:])

    def _shortened(self, text: str) -> str:
        """The beginning of a sequence that goes on and on, so short that reading it again and again costs nothing."""
        if len(text) <= LONGEST or self._paste is not None:
            self._dropped = 0 if len(text) < 4 else self._dropped
            return text
        self._dropped += len(text)
        if self._dropped > LONGEST_STRING:
            self._dropped = 0
            return ""
        begin = text[:1] if text[0] in _C1 else text[:2]
        if _C1.get(begin, begin[1:]) == "[":
            return begin + " 0"  # no sequence any more, whatever comes
        return begin + ("G" if begin[1:] == "_" else "0") + text[-1:] * (text[-1] == "\x1b")

    def _put(self, text: str) -> None:
        if self._paste is not None and self._pasted < LONGEST_PASTE:
            self._paste.append(text[: LONGEST_PASTE - self._pasted])
            self._pasted += len(text)

    def _sequence(self, text: str, at: int) -> tuple[int, Sequence[Typed]]:
        """How long the sequence at `at` is, and what it says; 0 where it has not come whole."""
        if text[at] in _C1:
            introducer, begin = _C1[text[at]], at + 1
        elif at + 1 == len(text):
            return 0, []
        else:
            introducer, begin = text[at + 1], at + 2
        is_certain = begin - at == 1
        match introducer:
            case "[":
                return self._control_sequence(text, at, begin)
            case "O":
                if (key := SINGLE_SHIFT.match(text, begin)) is not None:
                    return key.end() - at, by_letter(key[2], key[1])
                if begin == len(text) or (text[begin].isdecimal() and begin + 1 == len(text)):
                    return 0, []
            case "]" | "P" | "_" | "^" | "X":
                if begin == len(text):
                    return 0, []
                first = _STRING_BEGINS.get(introducer)
                if is_certain or (first is not None and first.match(text, begin)):
                    length = _string(text, at, begin)
                    told = _BACKGROUND.match(text[begin : at + length]) if introducer == "]" and length else None
                    return length, [Background(told[1])] if told is not None else []
                if introducer in "^X" and (unasked := _NO_ANSWER.match(text, begin)) is not None:
                    return unasked.end() - at, []
            case "\x1b":
                # The escape key, then something else that begins with an escape.
                return 1, [ESCAPE]
        if is_certain:
            return 1, []
        if introducer == "\t" and self._console:
            return 2, [Key("shift+tab")]
        return 2, [after_escape(introducer)]

    def _control_sequence(self, text: str, at: int, begin: int) -> tuple[int, Sequence[Typed]]:
        if text.startswith("[", begin):  # the Linux console has its first function keys there
            if begin + 1 == len(text):
                return 0, []
            number = "ABCDE".find(text[begin + 1])
            return begin + 2 - at, [Key(f"f{number + 1}")] if number >= 0 else []
        if (key := _RXVT.match(text, begin)) is not None:
            return key.end() - at, by_rxvt(int(key[1][:4]), key[2])
        whole = _CSI.match(text, begin)
        if whole is None and (wrong := _CSI_WRONG.match(text, begin)) is not None:
            return wrong.end() - at, []
        if whole is None:
            if _CSI_BEGUN.match(text, begin):
                return 0, []
            if text[at] == "\x1b" and len(text) > begin and not "0" <= text[begin] <= "?" and text[begin] != "\x1b":
                return 2, [after_escape("[")]  # nothing of a sequence came after it
            begun = _CSI_PART.match(text, begin)
            stop = begun.end() if begun else begin
            return stop + ("@" <= text[stop : stop + 1] <= "~") - at, []
        parameters, between, final = whole.groups()
        if final == "M" and not parameters:  # a report of the mouse as X10 has it: three characters more
            return (0, []) if len(text) < whole.end() + 3 else (whole.end() + 3 - at, [])
        length = whole.end() - at
        if text.startswith(_PASTE[2:], begin):
            self._paste, self._pasted = [], 0
            return length, []
        if between == "$" and final == "y" and (state := _MODE.match(parameters)) is not None:
            return length, [ModeState(int(state[1]), state[2])]
        if between or len(parameters) > LONGEST:
            return length, []
        if final in "mM" and (report := _MOUSE.match(parameters)) is not None:
            button, x, y = map(int, report.groups())
            return length, [Mouse(button, x - 1, y - 1, final == "M")] if x > 0 and y > 0 else []
        return length, by_sequence(parameters, final)


def _is_unmarked_paste(text: str) -> bool:
    """Whether nobody can have typed this: it is much at once, and no key that is held down."""
    if len(text) < UNMARKED or len(set(text[:UNMARKED])) <= 2:
        return False
    return text.replace("\n", " ").replace("\r", " ").isprintable()


def _string(text: str, at: int, begin: int) -> int:
    """How long a control string is that began at `at`: to its end, or to what cannot be in it; 0 where neither has come."""
    end = begin
    for stop in _STRING_ENDS.finditer(text, begin):
        end = stop.end() if stop[0] in ("\x07", "\x9c", "\x1b\\", "\x18", "\x1a") else stop.start()
        if stop[0] == "\x1b" and stop.end() == len(text):
            break  # the other half of its end may come
        return end - at
    return 0
