"""What each terminal sends for a key: plain, and by the protocols that a program may have switched on and left on.

Made from the terminals' documents (xterm's ctlseqs, the protocol of kitty, Windows Terminal's spec of win32-input-mode, the man
pages of tmux, screen and mosh, console_codes(4)), for a keyboard as it is sold in America. A key has the name that the action
table has; `sent` gives the bytes.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator
from typing import NamedTuple

from support.keys import typed

Encoder = Callable[[str], str]

SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True)) | {
    c: c.lower() for c in string.ascii_uppercase
}
"""Characters that are typed with shift, and the key that they are on."""

LETTERS = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F", "f1": "P"}
NUMBERS = {"pageup": 5, "pagedown": 6, "delete": 3}
C0 = {"escape": 27, "enter": 13, "tab": 9, "backspace": 127}

VIRTUAL = {
    "backspace": 8, "tab": 9, "enter": 13, "escape": 27, "space": 32, "pageup": 33, "pagedown": 34, "end": 35, "home": 36,
    "left": 37, "up": 38, "right": 39, "down": 40, "delete": 46, "f1": 112,
}  # fmt: skip
SIGNS = {";": 186, "=": 187, ",": 188, "-": 189, ".": 190, "/": 191, "`": 192, "[": 219, "\\": 220, "]": 221, "'": 222}


class Pressed(NamedTuple):
    """A key as it is on the keyboard: a character of the base layout or a name, and what is held down with it."""

    base: str
    shift: bool = False
    ctrl: bool = False
    alt: bool = False


def pressed(key: str) -> Pressed:
    """How the key of an action is pressed."""
    *modifiers, name = key.split("+")
    shift, ctrl, alt = ("shift" in modifiers, "ctrl" in modifiers, "alt" in modifiers)
    if name in LETTERS or name in NUMBERS or name in C0 or (len(name) > 1 and name == "space"):
        return Pressed(" " if name == "space" else name, shift, ctrl, alt)
    character = typed(name)
    return Pressed(SHIFTED.get(character, character), shift or character in SHIFTED, ctrl, alt)


def _modifiers(key: Pressed) -> int:
    return 1 + key.shift + 2 * key.alt + 4 * key.ctrl


# -- plain


def plain(**own: str) -> Encoder:
    """As xterm and most others; `own` are keys that a terminal has otherwise."""

    def sent(key: str) -> str:
        return own.get(key.replace("+", "_")) or {"delete": "\x1b[3~"}.get(key) or typed(key)

    return sent


def in_application_mode(key: str) -> str:
    """Cursor keys after DECCKM."""
    return f"\x1bO{LETTERS[key]}" if key in LETTERS else plain()(key)


# -- the protocol of kitty


def kitty(flags: int, event: int = 0, locks: int = 0) -> Encoder:
    """With the `flags` that are on: 1 disambiguate, 2 event types, 4 alternate keys, 8 all keys, 16 text.

    `event` is what happens to the key, where that is told: 1 pressed, 2 repeated, 3 let go. `locks` are 64 and 128.
    """

    def sent(name: str) -> str:
        key = pressed(name)
        modifiers = _modifiers(key) + locks
        how = f"{modifiers}:{event}" if event and flags & 2 else str(modifiers) if modifiers > 1 else ""
        if key.base in LETTERS:
            return f"\x1b[1;{how}{LETTERS[key.base]}" if how else f"\x1b[{LETTERS[key.base]}"
        if key.base in NUMBERS:
            return f"\x1b[{NUMBERS[key.base]}{';' * bool(how)}{how}~"
        if key.base in C0:
            if key.base != "escape" and not flags & 8 and modifiers - locks == 1:
                return "" if event == 3 else typed(name)  # these stay as they are, and are not told when let go
            return f"\x1b[{C0[key.base]}{';' * bool(how)}{how}u"
        text = _text(key)
        if text and not flags & 8:
            return "" if event == 3 and not flags & 2 else text if event != 3 else f"\x1b[{ord(key.base)};{how}u"
        code = str(ord(key.base))
        if flags & 4 and key.shift:
            code += f":{ord(_shifted(key.base))}"
        if flags & 16 and text and event != 3:
            return f"\x1b[{code};{how};{ord(text)}u"
        return f"\x1b[{code}{';' * bool(how)}{how}u"

    return sent


def _shifted(base: str) -> str:
    return next(character for character, plain in SHIFTED.items() if plain == base)


def _text(key: Pressed) -> str:
    """What a key types, "" where that is nothing."""
    if key.ctrl or key.alt or len(key.base) > 1:
        return ""
    return _shifted(key.base) if key.shift and key.base != " " else key.base


# -- modifyOtherKeys of xterm


def other_keys(level: int, *, as_u: bool = False) -> Encoder:
    """At level 1 keys that would be ambiguous, at level 2 all with a modifier, shift alone with a letter too."""

    def sent(name: str) -> str:
        key = pressed(name)
        if key.base in LETTERS or key.base in NUMBERS or _modifiers(key) == 1:
            return plain()(name)
        code = C0.get(key.base) or ord(_shifted(key.base) if key.shift and key.base != " " else key.base)
        if level == 1 and (_text(key) or (key.ctrl and key.base in string.ascii_lowercase and not key.shift)):
            return typed(name)
        return f"\x1b[{code};{_modifiers(key)}u" if as_u else f"\x1b[27;{_modifiers(key)};{code}~"

    return sent


# -- Windows Terminal


def win32(name: str) -> str:
    """win32-input-mode: shift or ctrl is pressed, the key is pressed, it is let go, and so is the other."""
    key = pressed(name)
    state = 16 * key.shift + 8 * key.ctrl + 2 * key.alt + 32  # number lock is on, as it mostly is
    virtual = VIRTUAL.get("space" if key.base == " " else key.base) or SIGNS.get(key.base) or ord(key.base.upper())
    if key.base in C0:
        character = {"backspace": 8}.get(key.base, C0[key.base])
    elif len(key.base) > 1:
        character = 0
    else:
        text = _text(Pressed(key.base, key.shift))
        character = ord(text) & 31 if key.ctrl else ord(text)
    held = [(16, 42)] * key.shift + [(17, 29)] * key.ctrl + [(18, 56)] * key.alt
    record = f"{virtual};{1 if key.base in C0 else 30};{character}"
    return "".join(
        [
            *(f"\x1b[{code};{scan};0;1;{state};1_" for code, scan in held),
            f"\x1b[{record};1;{state};1_",
            f"\x1b[{record};0;{state};1_",
            *(f"\x1b[{code};{scan};0;0;32;1_" for code, scan in held),
        ]
    )


class Terminal(NamedTuple):
    """A terminal, what it sends by each way that it knows, and whether it is the console of Linux."""

    name: str
    ways: dict[str, Encoder]
    console: bool = False


def _kitty_ways() -> dict[str, Encoder]:
    """The protocol of kitty, by what programs switch on."""
    ways: dict[str, Encoder] = {f"kitty {flags}": kitty(flags) for flags in (1, 5, 8, 9, 13, 25, 29)}
    ways |= {f"kitty {flags}, pressed": kitty(flags, 1) for flags in (3, 7, 11, 15, 27, 31)}
    ways |= {f"kitty {flags}, repeated": kitty(flags, 2) for flags in (3, 15, 31)}
    return ways | {"kitty 31, number lock": kitty(31, 1, 128), "kitty 9, number lock": kitty(9, 0, 128)}


_OTHER_KEYS: dict[str, Encoder] = {
    f"modifyOtherKeys {level}, {'CSI u' if as_u else 'xterm'}": other_keys(level, as_u=as_u)
    for level in (1, 2)
    for as_u in (False, True)
}
_CURSOR: dict[str, Encoder] = {"application cursor keys": in_application_mode}
_AS_XTERM: dict[str, Encoder] = {"plain": plain(), **_CURSOR}
_OF_VT220 = plain(home="\x1b[1~", end="\x1b[4~")
_OF_CONSOLE = plain(home="\x1b[1~", end="\x1b[4~", f1="\x1b[[A", shift_tab="\x1b\t")

TERMINALS = [
    Terminal("kitty", {**_AS_XTERM, **_kitty_ways()}),
    Terminal("WezTerm", {**_AS_XTERM, **_kitty_ways(), **_OTHER_KEYS}),
    Terminal("iTerm2", {**_AS_XTERM, **_kitty_ways(), **_OTHER_KEYS}),
    Terminal("Ghostty", {**_AS_XTERM, **_kitty_ways(), **_OTHER_KEYS}),
    Terminal("Windows Terminal", {**_AS_XTERM, "win32-input-mode": win32, **_kitty_ways()}),
    Terminal("foot", {**_AS_XTERM, **_kitty_ways(), **_OTHER_KEYS}),
    Terminal("Alacritty", {**_AS_XTERM, **_kitty_ways()}),
    Terminal("xterm", {**_AS_XTERM, "backspace is ^H": plain(backspace="\x08"), **_OTHER_KEYS}),
    Terminal("Linux console", {"plain": _OF_CONSOLE, **_CURSOR}, console=True),
    Terminal("tmux", {"plain": _OF_VT220, **_CURSOR, **_OTHER_KEYS}),
    Terminal("screen", {"plain": _OF_VT220, **_CURSOR}),
    Terminal("mosh", _AS_XTERM),
]  # fmt: skip


def rows() -> Iterator[tuple[Terminal, str, Encoder]]:
    """Each terminal with each of its ways."""
    for terminal in TERMINALS:
        for way, encoder in terminal.ways.items():
            yield terminal, way, encoder
