"""A million generated strings through the sanitiser, and its pace over 10 MB: ``python tests/bench/sanitizing.py [STRINGS]``.

Prints what was found wrong (nothing, one hopes), and seconds for each kind of text, with encoding and decoding
the same text beside it.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from unicodedata import category

from faqtui.sanitize import MARKS_IN_A_ROW, REPLACEMENT, for_clipboard, sanitize, sanitize_line

ALLOWED = {"\n", "\t"}
STEERING = (
    frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))) - ALLOWED
)
HIDING = frozenset(
    map(chr, (0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x00AD, *range(0xD800, 0xE000), *range(0xE0000, 0xE0080)))
)
ALPHABETS = (
    [chr(c) for c in range(0x100)],
    ["\x1b", "[", "]", "0", ";", "m", "\x07", "\\", "P", "c", "a"],
    ["\u200d", "\u200c", "a", "م", "👩", "💻", REPLACEMENT, "\u0301"],
    ["e", "\u0301", "\u0300", "\u0489", "\u20dd", "\u200d"],
    ["\r", "\n", "\t", " ", "\x85", "\u2028", "\x0b"],
    [*sorted(HIDING)[:20], "x", "\u202e", "\u2066", "\u2069"],
)


def strings(count: int, seed: int) -> Iterator[str]:
    """Strings of up to 40 characters, of all of Unicode or of one of the alphabets that hurt."""
    chance = random.Random(seed)
    for _ in range(count):
        length = chance.randrange(40)
        if chance.random() < 0.3:
            yield "".join(map(chr, chance.choices(range(0x110000), k=length)))
        else:
            yield "".join(chance.choices(chance.choice(ALPHABETS), k=length))


def fault(text: str) -> str:
    """What the sanitiser does wrong with `text`, or nothing."""
    safe, line, copied = sanitize(text), sanitize_line(text), for_clipboard(text)
    if (STEERING | HIDING) & set(safe + line):
        return "lets something through"
    if {"\n", "\t"} & set(line):
        return "is not one line"
    if set(map(chr, (*range(0x20), *range(0x7F, 0xA0)))) - ALLOWED & set(copied):
        return "copies a control character"
    if (sanitize(safe), sanitize_line(line), for_clipboard(copied)) != (safe, line, copied):
        return "changes twice"
    row = 0
    for character in safe:
        row = row + 1 if category(character) in ("Mn", "Me", "Cf") else 0
        if row > MARKS_IN_A_ROW:
            return "leaves a flood of marks"
    if [c for c in safe if c.isalnum()] != [c for c in text if c.isalnum()]:
        return "loses a letter or digit"
    return ""


KINDS = {
    "ASCII": "plain words, and a line end\n",
    "accents": "e\u0301 ",
    "Chinese": "日本語",
    "emoji of several": "\U0001f469\u200d\U0001f4bb",
    "escape sequences": "\x1b[31m",
    "joiners in vain": "a\u200d",
    "floods of marks": "e" + "\u0301" * 9,
}


def seconds(text: str) -> tuple[float, float]:
    """For making `text` safe, and for coding it there and back."""
    start = time.perf_counter()
    sanitize(text)
    middle = time.perf_counter()
    text.encode("utf-8").decode("utf-8")
    return middle - start, time.perf_counter() - middle


def main(count: int) -> int:
    """Print faults and paces; returns 1 where there is a fault."""
    faults = 0
    for text in strings(count, seed=count):
        if wrong := fault(text):
            faults += 1
            print(f"{wrong}: {text!r}")
    print(f"{count:,} strings, {faults} faults")
    size = 10_000_000
    texts = {name: unit * (size // len(unit.encode())) for name, unit in KINDS.items()}
    texts["ASCII with one mark"] = "a" * size + "\u0301"
    texts["ASCII with one joiner"] = "a" * size + "\u200da"
    for name, text in texts.items():
        safe, coding = seconds(text)
        print(f"{name:<24} 10 MB in {safe:6.3f} s; coding it there and back {coding:6.3f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 1_000_000))
