"""Pens: how a cell is drawn (colours, attributes, link), and the shortest way from one to another.

A pen is a small number; `Pens` remembers what each stands for. Nothing here knows of cells or of the screen. The
codes are those of ECMA-48 (SGR, 8.3.117) with xterm's colours; links are OSC 8.
"""

from __future__ import annotations

from zlib import crc32

from faqtui.records import NamedTuple

PLAIN = 0
"""The pen of a terminal that was just reset."""

ENDS = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}, 54: {51, 52}, 55: {53}}
"""Which attributes a code switches off: two at once, bold and dim for instance."""

OFF = {attribute: str(code) for code, ended in ENDS.items() if code < 50 for attribute in ended}
"""What switches an attribute off, for those that every terminal has."""

ON: frozenset[int] = frozenset().union(*ENDS.values())
SEEN_ON_BLANKS = frozenset((4, 5, 6, 7, 9, 21, 51, 52, 53))
"""Attributes that show where there is no letter: lines, frames, and reversing, which turns colours into a background."""


class Look(NamedTuple):
    """What a pen stands for. Colours are the SGR parameters that set them, "" for the terminal's own."""

    foreground: str = ""
    background: str = ""
    attributes: frozenset[int] = frozenset()
    link: str = ""
    strange: str = ""
    """SGR parameters that are not known, passed on as they are."""


class Pens:
    """All pens of a session; without `links` none is ever opened or closed, for terminals that would print that."""

    def __init__(self, *, links: bool = True) -> None:
        self._links = links
        self.looks: list[Look] = []
        self._numbers: dict[Look, int] = {}
        self._blank: list[int] = []
        self._select: dict[tuple[int, str], int] = {}
        self._change: dict[tuple[int, int], str] = {}
        self.number(Look())

    def number(self, look: Look) -> int:
        """The pen for `look`."""
        number = self._numbers.get(look)
        if number is None:
            number = self._numbers[look] = len(self.looks)
            self.looks.append(look)
            self._blank.append(number)
            if not look.link and not look.strange and not look.attributes & SEEN_ON_BLANKS:
                self._blank[number] = self.number(Look(background=look.background))
        return number

    def blank(self, pen: int) -> int:
        """The pen that draws a blank just as `pen` does, the same for all that look alike."""
        return self._blank[pen]

    def select(self, pen: int, parameters: str) -> int:
        """The pen after ``CSI parameters m``."""
        key = (pen, parameters)
        result = self._select.get(key)
        if result is None:
            result = self._select[key] = self.number(_selected(self.looks[pen], parameters))
        return result

    def linked(self, pen: int, target: str) -> int:
        """The pen after OSC 8 with `target` (its URI, "" to end the link)."""
        return self.number(self.looks[pen]._replace(link=target)) if self._links else pen

    def change(self, before: int | None, after: int) -> str:
        """The shortest sequence from one pen to another; from None, which is any state, a full one."""
        if before == after:
            return ""
        if before is None:
            look = self.looks[after]
            return (
                (close_link() if self._links else "")
                + self._from_reset(look)
                + (_open_link(look.link) if look.link else "")
            )
        key = (before, after)
        result = self._change.get(key)
        if result is None:
            result = self._change[key] = self._shortest(self.looks[before], self.looks[after])
        return result

    def _shortest(self, before: Look, after: Look) -> str:
        link = _open_link(after.link) if after.link != before.link else ""
        whole = self._from_reset(after)
        gone = before.attributes - after.attributes
        if before.strange or after.strange or not gone <= OFF.keys():
            return link + whole
        codes = sorted({OFF[attribute] for attribute in gone})
        codes += [
            str(attribute)
            for attribute in sorted(after.attributes)
            if attribute not in before.attributes or OFF.get(attribute) in codes
        ]
        if after.foreground != before.foreground:
            codes.append(after.foreground or "39")
        if after.background != before.background:
            codes.append(after.background or "49")
        step = f"\x1b[{';'.join(codes)}m" if codes else ""
        return link + min(step, whole, key=len)

    @staticmethod
    def _from_reset(look: Look) -> str:
        codes = [str(attribute) for attribute in sorted(look.attributes)]
        codes += [part for part in (look.foreground, look.background, look.strange) if part]
        # A parameter that is left out is 0 (ECMA-48, 5.4.2).
        return f"\x1b[;{';'.join(codes)}m" if codes else "\x1b[m"


def close_link() -> str:
    """Ends whatever link is open."""
    return "\x1b]8;;\x1b\\"


def _open_link(target: str) -> str:
    # The same target has the same id, so that a link broken into two lines lights up as one (OSC 8 specification).
    return f"\x1b]8;id={crc32(target.encode('utf-8', 'replace')) & 0xFFFF:x};{target}\x1b\\" if target else close_link()


def _selected(look: Look, parameters: str) -> Look:
    """`look` after the SGR `parameters`, read from left to right."""
    foreground, background, attributes, link, strange = look
    marks = set(attributes)
    parts = parameters.split(";")
    index = 0
    while index < len(parts):
        part = parts[index].lstrip("0")
        index += 1
        if not part:
            foreground = background = strange = ""
            marks.clear()
        elif part in ("38", "48") and index < len(parts):
            count = {"5": 2, "2": 4}.get(parts[index], 0)
            colour = ";".join([part, *parts[index : index + count]])
            if not count or len(parts) - index < count:
                strange = _joined(strange, ";".join([part, *parts[index:]]))
                break
            index += count
            if part == "38":
                foreground = colour
            else:
                background = colour
        elif not part.isdecimal():
            if part.startswith("38:"):
                foreground = part
            elif part.startswith("48:"):
                background = part
            else:
                strange = _joined(strange, part)
        else:
            code = int(part)
            if 30 <= code <= 37 or 90 <= code <= 97:
                foreground = part
            elif 40 <= code <= 47 or 100 <= code <= 107:
                background = part
            elif code == 39:
                foreground = ""
            elif code == 49:
                background = ""
            elif code in ON:
                marks.add(code)
            elif code in ENDS:
                marks -= ENDS[code]
            else:
                strange = _joined(strange, part)
    return Look(foreground, background, frozenset(marks), link, strange)


def _joined(before: str, part: str) -> str:
    return f"{before};{part}" if before else part
