"""Input that no person types: keys, answers and pastes of terminals, whole, mutated, in any order, for fuzzing.

What is sent is a list of pieces. Some are *marked*: whole answers and reports that hold `MARK`, which nothing else has, and
before which whatever a mutated piece has begun is ended. None of them is text or a key, so that `MARK` may never be seen.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from support.terminal_input import ANSWERS, KEYS

MARK = "7373"
"""Digits in what is sent that may never be seen; the FAQ has none of them, and other pieces have no 7."""

OFTEN = {"answer": 4, "opener": 3, "mouse": 2, "paste": 1, "text": 3, "marked": 4, "key": 3, "soup": 4}
"""How often each kind of piece comes."""

LETTERS = "glueo"
"""The text that is typed; no sequence has these letters where it could be taken for text."""

OPENERS = [
    "\x10", "\x1bOP", "\t", "\x1b[Z", "\x06", "\x0f", "\r", "\x1b[A", "\x1b[B", "\x1b[6~", "\x1b[5~", "\x19", "\x15", "\x1b",
    "\x1b[112;5u", "\x1b[27;5;102~", "\x1b[57414u", "\x1b[80;25;16;1;8;1_",
]  # fmt: skip
"""Keys that go to another pane, or open and close something, as several terminals send them."""

MOUSE = ["\x1b[<0;10;6M\x1b[<0;10;6m", "\x1b[<65;50;9M", "\x1b[<64;9;9M", "\x1b[<32;30;9M", "\x1b[<0;9999;9999M"]
PASTES = ["\x1b[200~gleo\x1b[201~", "\x1b[200~gl\nue\x1b[201~", "\x1b[200~" + "glue " * 4000 + "\x1b[201~"]

LEAVING = frozenset(b"\x03\x11\x1a")
"""ctrl+c, ctrl+q and ctrl+z stop the program, as they should; in longer forms they come now and then."""

MARKED = [
    f"\x1b[?{MARK};22;52c", f"\x1b[>{MARK};363;0c", f"\x1bP!|{MARK}\x1b\\", f"\x1b[?{MARK};1n", f"\x1b[{MARK};1R",
    f"\x1b[?{MARK};1$y", f"\x1b[?{MARK}u", f"\x1b]11;rgb:{MARK}/{MARK}/{MARK}\x07", f"\x1b]10;rgb:{MARK}/{MARK}/{MARK}\x1b\\",
    f"\x1b]52;c;{MARK}\x07", f"\x1b]l{MARK}\x1b\\", f"\x1bP1$r{MARK}m\x1b\\", f"\x1bP>|xterm({MARK})\x1b\\",
    f"\x1b_Gi={MARK};OK\x1b\\", f"\x1b[8;{MARK};{MARK}t", f"\x1b[48;{MARK};{MARK};1;1t", f"\x1b[{MARK};1:3u", "\x1b[I\x1b[O",
    f"\x1b[<0;{MARK};{MARK}m", f"\x1b]4;1;rgb:{MARK}\x9c", f"\x1b[{MARK};{MARK};{MARK};{MARK};0;1_", f"\x1b[1;{MARK}:3B",
]  # fmt: skip
"""Answers, reports, keys let go and the mouse's button let go where there is nothing: none of it does anything."""

WORDS = (b"\x1bO", b"\x1bP0", b"\x1bP1")
"""How sequences begin as text could that is typed behind an escape."""

END = "\x18\x1b[201~"
"""What ends whatever was begun: a control string or sequence (CAN), and a paste."""

PLACES: dict[str, tuple[list[str], str]] = {
    "filter": ([], "F1 help"),
    "filter with text": (["glue"], "/ glue"),
    "tree": (["\t"], "/ filter"),
    "answer": (["glue", "\r"], "esc tree"),
    "only the answer": (["\t", "z"], "Workshop"),
    "find": (["\x06"], "find"),
    "find with text": (["\t", "\x06", "glue"], "find"),
    "found": (["glue", "\r", "\x06", "glue", "\r"], "esc"),
    "code blocks": (["thin", "\x0f"], "Copy which code block?"),
    "headings": (["thin", "\r", "o"], "heading?"),
    "links": (["thin", "\r", "f"], "open the link"),
    "bookmarks": (["\t", "m", "'"], "Go to which"),
    "help": (["\x1bOP"], " Keys"),
    "palette": (["\x10"], "enter do it"),
    "palette with text": (["\x10", "glue"], "enter do it"),
    "topics": (["\x10", "saws"], "enter do it"),
    "a closed category": (["\t", "g", "h"], "\u25b8"),
    "a selection": (["\x1b[<0;40;6M\x1b[<32;70;9M\x1b[<0;70;9m"], "selected"),
}
"""Every pane and picker: the keys to it, each sent when the one before has been acted on, and what is then on the screen."""

FAQ = """\
---
title: Workshop
---

# Glue

## How do I thin wood glue?

Add *cold* water, a tenth at most. See [the data sheet](https://glue.example/sheet) and [oily wood](#which-glue-holds-oily-wood).

### Before

```sh
glue --thin 10 --long-option-that-makes-the-line-wider-than-the-pane --and-another-one-behind-it
```

### After

```sh
glue --stir
```

<details><summary>Why cold</summary>

Warm water sets it.

</details>

## Which glue holds oily wood?

Epoxy.

| wood | glue |
| --- | --- |
| teak | epoxy |

# Saws

## How do I sharpen a saw?

With a triangular file.

## Why does my saw bind?

Its teeth lost their set.
"""
"""What is on the screen meanwhile."""


class Piece(NamedTuple):
    """Bytes to send. In what is `whole` a link may stop anywhere for less than a second, and may take longer only behind it."""

    data: bytes
    whole: bool
    marked: bool = False


def mutated(text: str, chance: random.Random) -> bytes:
    """`text` with some of its bytes changed, repeated, left out or put in."""
    data = bytearray(text.encode())
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[at:at] = bytes([chance.choice([chance.randrange(256), 0x1B, 0x5B, 0x3B, 0x9B, 0x90])])
            case 1:
                del data[at : at + 1]
            case 2 if data:
                data[at % len(data)] = chance.randrange(256)
            case _:
                data[at:at] = data[at : at + 3] * chance.choice([1, 2, 200])
    return bytes(data)


def generated(chance: random.Random) -> bytes:
    """A sequence made by the grammar of ECMA-48, or nearly."""
    parameters = "".join(chance.choices("0123456890:;<=>?", k=chance.choice([0, 1, 3, 8, 40])))
    between = "".join(chance.choices(" !\"#$%&'()*+,-./", k=chance.choice([0, 0, 0, 1, 3])))
    begin = chance.choice(
        ["\x1b[", "\x1b[", "\x1b[", "\x9b", "\x1bO", "\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX", "\x1b"]
    )
    end = chance.choice(
        ["", "\x07", "\x1b\\", "\x9c", chr(chance.randrange(0x40, 0x7F)), chr(chance.randrange(0x40, 0x7F))]
    )
    return (begin + parameters + between + end).encode()


def pieces(chance: random.Random, *, wild: bool) -> list[Piece]:
    """What one session is sent; nothing in it is mutated unless it is `wild`."""
    sent: list[Piece] = []
    for _ in range(chance.randint(10, 90)):
        kind = chance.choices(
            ["answer", "opener", "mouse", "paste", "text", "marked", "key", "soup"], [4, 3, 2, 1, 3, 4, 3, 4]
        )[0]
        match kind:
            case "marked":
                if sent and not sent[-1].whole:
                    sent.append(Piece(END.encode(), whole=True))
                sent.append(Piece(chance.choice(MARKED).encode(), whole=True, marked=True))
                continue
            case "text":
                text = chance.choice(["glue", "g", "oe"])
            case "key" | "soup" if not wild:
                continue
            case "soup":
                sent.append(Piece(generated(chance).replace(b"7", b"8"), whole=False))
                continue
            case "key":
                text = chance.choice(list(KEYS))
            case "answer":
                text = chance.choice(SILENT)
            case "opener":
                text = chance.choice(OPENERS)
            case "mouse":
                text = chance.choice(MOUSE)
            case _:
                text = chance.choice(PASTES)
        if wild and chance.random() < 0.5:
            sent.append(Piece(mutated(text, chance).replace(b"7", b"8"), whole=False))
        else:
            sent.append(Piece(text.encode(), whole=not (sent and not sent[-1].whole)))
    return [piece for piece in sent if not LEAVING & set(piece.data)]


SILENT = [
    sent for sent in ANSWERS if "97;;" not in sent and "7" not in sent
]  # a key whose text is wrong is still that key


def chunks(sent: list[Piece], chance: random.Random) -> list[tuple[bytes, float]]:
    """The bytes of `sent` cut anywhere, each with the seconds after it; behind what is whole a link may take long.

    Where it stops right behind an escape, which then is the key, it does not stop again behind `WORDS`.
    """
    result: list[tuple[bytes, float]] = []
    for piece in sent:
        data, escaped = piece.data, False
        while data:
            size = chance.choice([1, 2, 3, 7, 30, 300, 5000])
            cut, data = data[:size], data[size:]
            pauses = [0, 0, 0, 0, 0, 0.002, 0.02, 0.25]
            if not data:
                pauses = [*pauses, *[0] * 7, 1.2]
            elif len(data) > 300 or (escaped and piece.data[: -len(data)].endswith(WORDS)):
                pauses = [0, 0, 0.002]
            result.append((cut, chance.choice(pauses)))
            escaped = escaped or (cut.endswith(b"\x1b") and result[-1][1] > 0.05)
    return result
