"""What each sequence of a terminal is as a key, and what Textual calls it. Which text is a sequence is `keyboard`'s business.

Understood are the keys of xterm (ctlseqs, with modifyOtherKeys), the Linux console, rxvt, the protocol of kitty with its
releases and sub-parameters (sw.kovidgoyal.net/kitty/keyboard-protocol), and that of Windows Terminal (win32-input-mode,
microsoft/terminal's spec 4999). Keys have Textual's names (``ctrl+y``, ``slash``).
"""

from __future__ import annotations

import re
from unicodedata import category, name

from faqtui.records import NamedTuple


class Key(NamedTuple):
    """A key that was pressed; `character` is what it types or sends, None where that is nothing.

    `joined` says that an escape came right before it, which is how terminals send alt, and how a lagging link delivers an
    escape that was pressed on its own; the name then begins with ``alt+``.
    """

    name: str
    character: str | None = None
    joined: bool = False


ESCAPE = Key("escape", "\x1b")

CONTROLS = {
    "\x00": "ctrl+@", "\x08": "backspace", "\t": "tab", "\r": "enter", "\x1c": "ctrl+backslash",
    "\x1d": "ctrl+right_square_bracket", "\x1e": "ctrl+circumflex_accent", "\x1f": "ctrl+underscore", "\x7f": "backspace",
    **{chr(code): f"ctrl+{chr(code + 96)}" for code in range(1, 27) if code not in (8, 9, 13)},
}  # fmt: skip
"""C0 and DEL as keys."""

_NAMES = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
"""Characters that Textual calls otherwise than Unicode does."""

_FINALS = {
    "A": "up", "B": "down", "C": "right", "D": "left", "F": "end", "H": "home", "P": "f1", "Q": "f2", "S": "f4",
}  # fmt: skip
"""Keys by the last character of CSI and SS3. R, f3, is the answer to a question about the cursor as well, and none."""

_NUMBERS = {
    1: "home", 2: "insert", 3: "delete", 4: "end", 5: "pageup", 6: "pagedown", 7: "home", 8: "end",
    11: "f1", 12: "f2", 13: "f3", 14: "f4", 15: "f5", 17: "f6", 18: "f7", 19: "f8", 20: "f9", 21: "f10", 23: "f11",
    24: "f12", 25: "f13", 26: "f14", 28: "f15", 29: "f16", 31: "f17", 32: "f18", 33: "f19", 34: "f20",
}  # fmt: skip
"""Keys by the number before ``~`` (DECFNK)."""

_CODES = {9: "tab", 13: "enter", 27: "escape", 127: "backspace", 8: "backspace", 57414: "enter"} | dict(
    enumerate(["left", "right", "up", "down", "pageup", "pagedown", "home", "end", "insert", "delete"], 57417)
)
"""Keys by their code in the protocol of kitty, those of the keypad among them."""

_KEYPAD = {57399 + index: character for index, character in enumerate("0123456789./*-+")} | {57415: "=", 57416: ","}
_APPLICATION_KEYPAD = dict(zip("jklmnopqrstuvwxy", "*+,-./0123456789", strict=True)) | {"X": "="}
"""What the keypad types in its application mode, by the last character of SS3."""

_SHIFTED = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))
"""What shift makes of a key where a terminal tells the key and not what it types: on an American keyboard, as nobody says."""

_SENT = {"enter": "\r", "tab": "\t", "backspace": "\x7f", "escape": "\x1b"}

_FUNCTION_CODES = range(57344, 63744)
"""The protocol of kitty has its other keys in this private area of Unicode; none of them does anything here."""

# Bits of the parameter that tells of modifiers, less one (xterm ctlseqs; kitty adds the others).
_SHIFT, _ALT, _CTRL, _SUPER, _HYPER, _META, _CAPS_LOCK = 1, 2, 4, 8, 16, 32, 64
_RELEASED = 3

_VIRTUAL = {
    8: "backspace", 9: "tab", 13: "enter", 27: "escape", 33: "pageup", 34: "pagedown", 35: "end", 36: "home", 37: "left",
    38: "up", 39: "right", 40: "down", 45: "insert", 46: "delete", **{111 + number: f"f{number}" for number in range(1, 25)},
}  # fmt: skip
"""Virtual key codes of Windows, for keys that type nothing."""

# Bits of its control key state.
_RIGHT_ALT, _LEFT_ALT, _ANY_CTRL, _WINDOWS_SHIFT = 1, 2, 4 | 8, 16
_MOST_REPEATED = 32

_NUMERIC = re.compile(r"[0-9:;]*\Z")
SINGLE_SHIFT = re.compile(r"([0-9]?)([A-DFHIMPQRSXZa-dj-y])")
"""A key as its last character behind SS3, with the modifiers that old terminals put between."""

# Beside C0, these have no key of their own: controls, surrogates, private and unassigned characters.
_NO_KEY = frozenset(("Cc", "Cs", "Co", "Cn"))


def typed_by(character: str) -> list[Key]:
    """The key that sends one character; none for what no key sends."""
    if (control := CONTROLS.get(character)) is not None:
        return [Key(control, character)]
    if character == "\ufffd" or category(character) in _NO_KEY:
        return []
    return [Key(key_name(character), character)]


def key_name(character: str) -> str:
    """What Textual calls the key that types `character`: letters and digits by themselves, others by their names."""
    if character.isalnum():
        return character
    if character == " ":
        return "space"
    named = name(character, character).lower().replace("-", "_").replace(" ", "_")
    return _NAMES.get(named, named)


def after_escape(character: str) -> Key:
    """The key of `character` right behind an escape."""
    for key in typed_by(character):
        return key._replace(name=f"alt+{key.name}", joined=True)
    return ESCAPE


def by_letter(final: str, modifiers: str) -> list[Key]:
    """The key of a single shift (SS3) by its last character."""
    if final in _FINALS:
        return _modified(_FINALS[final], int(modifiers or 1))
    if final == "R":
        return _modified("f3", int(modifiers or 1))
    if final in "abcd":  # rxvt, with ctrl
        return [Key(f"ctrl+{_FINALS[final.upper()]}")]
    if final == "M":
        return [Key("enter", "\r")]
    if final == "I":
        return [Key("tab", "\t")]
    return typed_by(_APPLICATION_KEYPAD[final]) if final in _APPLICATION_KEYPAD else []


def by_rxvt(number: int, how: str) -> list[Key]:
    """The key of a sequence of rxvt, whose last character tells the modifier."""
    if number not in _NUMBERS:
        return []
    return [Key({"$": "shift+", "^": "ctrl+", "@": "ctrl+shift+"}[how] + _NUMBERS[number])]


def by_sequence(parameters: str, final: str) -> list[Key]:
    """The key of a control sequence; none where it is another's answer, or a key that was let go."""
    if not _NUMERIC.match(parameters):  # private: answers, never keys
        return []
    fields = [[int(part[:9]) if part else 0 for part in field.split(":")] for field in parameters.split(";")]
    first = fields[0]
    how = fields[1] if len(fields) > 1 else [1]
    if len(how) > 1 and how[1] == _RELEASED:
        return []
    modifiers = how[0] or 1
    if final in _FINALS and len(fields) <= 3:
        if first[0] in (0, 1):
            return _modified(_FINALS[final], modifiers)
        return _modified(_FINALS[final], first[0]) if len(fields) == 1 and first[0] <= 16 else []  # older than xterm
    if (final == "Z" and parameters in ("", "1;2")) or (final == "~" and not parameters):
        return [Key("shift+tab")]
    if "p" <= final <= "y" and first == [1] and len(fields) == 2 and modifiers > _CTRL:  # mintty, digits
        return [Key(_prefix(modifiers) + "0123456789"[ord(final) - ord("p")])]
    if final in "abcd" and not parameters:  # rxvt
        return [Key(f"shift+{_FINALS[final.upper()]}")]
    if final == "~":
        if first[0] == 27 and len(fields) == 3:  # modifyOtherKeys
            return _coded(fields[2], modifiers, [])
        if first[0] in _NUMBERS:
            return _modified(_NUMBERS[first[0]], modifiers)
    if final == "u" and parameters:
        return _coded(first, modifiers, fields[2] if len(fields) > 2 else [])
    if final == "_" and 4 <= len(fields) <= 6:
        virtual, _, character, down, state, times = [*(field[0] for field in fields), 0, 0][:6]
        return _of_windows(virtual, character, state) * min(times or 1, _MOST_REPEATED) if down else []
    return []


def _of_windows(virtual: int, character: int, state: int) -> list[Key]:
    """A key as Windows records it: its virtual code, the UTF-16 code of what it types, and which others are held down."""
    typed = chr(character) if 0 < character < 0x10000 else ""
    alt, ctrl = bool(state & (_RIGHT_ALT | _LEFT_ALT)), bool(state & _ANY_CTRL)
    modifiers = 1 + _SHIFT * bool(state & _WINDOWS_SHIFT) + _ALT * alt + _CTRL * ctrl
    if (key := _VIRTUAL.get(virtual)) is not None:
        if key in _SENT:
            return [Key(_prefix(modifiers) + key, _SENT[key] if modifiers == 1 else None)]
        return _modified(key, modifiers)
    if not typed:
        return [Key("ctrl+@", "\x00")] if ctrl and virtual == 32 else []
    if typed < " " or (alt and ctrl) or not alt:  # AltGr is both, and types
        return typed_by(typed)
    return [Key(f"alt+{key.name}") for key in typed_by(typed)]


def _upper(character: str) -> str:
    """The capital of a letter that has one."""
    upper = character.upper()
    return upper if len(upper) == 1 else character


def _modified(key: str, modifiers: int) -> list[Key]:
    """A key that types nothing, with `modifiers` as they are sent; with shift f1 is f13, as it is called in terminfo."""
    if key[1:].isdecimal() and (modifiers - 1) & _SHIFT:
        key, modifiers = f"f{int(key[1:]) + 12}", modifiers - _SHIFT
    return [Key(_prefix(modifiers) + key)]


def _prefix(modifiers: int) -> str:
    bits = modifiers - 1
    names = (("alt", _ALT), ("ctrl", _CTRL), ("hyper", _HYPER), ("meta", _META), ("shift", _SHIFT), ("super", _SUPER))
    return "".join([f"{modifier}+" for modifier, bit in names if bits & bit])


def _coded(codes: list[int], modifiers: int, text: list[int]) -> list[Key]:
    """A key by its code; `codes` may have the shifted one after it, and the one at its place on an English keyboard.

    `text` is what it types, where that is told. What an input method types comes from no key, which is code 0.
    """
    code = codes[0]
    if not code:
        code = next((part for part in text if part >= 32 and part != 127), 0)
    if modifiers - 1 & (_ALT | _CTRL) and code > 127 and len(codes) > 2 and 32 < codes[2] < 127:
        codes, code = [codes[2]], codes[2]  # as terminals themselves do where they send control characters
    if code in _CODES:
        key = _CODES[code]
        sent = _SENT.get(key) if modifiers & ~0xC0 == 1 or key != "escape" else None
        return [Key(_prefix(modifiers) + key, sent if _prefix(modifiers) == "" else None)]
    if code in _KEYPAD:
        character = _KEYPAD[code]
    elif code in _FUNCTION_CODES or not 0 < code < 0x110000:
        return []
    else:
        character = chr(code)
    bits = modifiers - 1
    if bits & _SHIFT:
        shifted = codes[1] if len(codes) > 1 and 0 < codes[1] < 0x110000 else 0
        character = chr(shifted) if shifted else _SHIFTED.get(character) or _upper(character)
    elif bits & _CAPS_LOCK:
        character = _upper(character)
    typed = [chr(part) for part in text if 32 <= part < 0x110000]
    if not bits & (_ALT | _CTRL | _SUPER | _HYPER | _META):
        return [key for part in typed or [character] for key in typed_by(part)]
    plain = character if character == " " else character.lower()
    if not typed_by(plain):
        return []
    prefix = _prefix(modifiers)
    if bits & _CTRL and plain in CONTROLS:
        return []
    if plain == " " and prefix == "ctrl+":
        return [Key("ctrl+@", "\x00")]
    return [Key(prefix + key_name(plain))]
