"""Whether a terminal's background is light or dark: what its answer says, what the environment hints at. Pure.

The question is in `faqtui.wire.replies`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

Shade: TypeAlias = Literal["light", "dark"]

_HEX = "[0-9a-fA-F]"
_RGB = re.compile(f"rgba?:({_HEX}{{1,4}})/({_HEX}{{1,4}})/({_HEX}{{1,4}})(?:/{_HEX}{{1,4}})?")
_SHARP = re.compile(f"#({_HEX}+)")

_HALFWAY = 0.179
"""The relative luminance on which black and white are read equally well (WCAG 2.2: contrast 4.6 to both)."""

_DARK_OF_SIXTEEN = frozenset(map(str, (*range(7), 8)))
"""Those of the sixteen colours that light text is read on."""


def shade_of(answer: str) -> Shade | None:
    """What `answer` to the question says, as XParseColor has colours: ``rgb:ffff/ffff/ffff`` or ``#ffffff``; None for nothing.

    How much of the desktop shines through (the fourth part of ``rgba:``) is not known to matter, and is left out.
    """
    if (found := _RGB.fullmatch(answer)) is not None:
        parts = found.groups()
    elif (found := _SHARP.fullmatch(answer)) is not None and len(found[1]) in (3, 6, 9, 12):
        size = len(found[1]) // 3
        parts = tuple(found[1][at : at + size] for at in range(0, 3 * size, size))
    else:
        return None
    red, green, blue = (_linear(int(part, 16) / (16 ** len(part) - 1)) for part in parts)
    return "light" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _HALFWAY else "dark"


def hinted(env: Mapping[str, str]) -> Shade | None:
    """What the terminal has told the environment: the last number of COLORFGBG is that of the background, as rxvt has it."""
    number = env.get("COLORFGBG", "").rpartition(";")[2]
    if not (number.isascii() and number.isdecimal()) or int(number) > 15:
        return None
    return "dark" if number in _DARK_OF_SIXTEEN else "light"


def _linear(part: float) -> float:
    """A part of a colour of sRGB, from 0 to 1, as light (WCAG 2.2, relative luminance)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
