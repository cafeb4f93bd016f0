"""Whatever is pressed: the program lives, two escapes and a query show the answer, as after a fresh start.

``FAQTUI_LONG=1`` runs five seeds of 1,000 keys and 200 resizes; the suite runs a shorter one.
"""

import os
import random

import pytest

LONG = bool(os.environ.get("FAQTUI_LONG"))
SEEDS, KEYS, RESIZES = (range(5), 1000, 200) if LONG else (range(1), 200, 40)

PRESSED = [
    *"abcdefghijklmnoprstuvwxyz0123456789 /[]'?:;.,-_",
    *"GJKYHLNA",
    "\r", "\t", "\x1b[Z", "\x1b", "\x7f", "\x15", "\x17", "\x01", "\x05", "\x0b", "\x04", "\x18", "\x16",
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1bOP", "\x19", "\x0f",
    "\x1bj", "\x1bz", "\x1b[200~pasted\nq text\x1b[201~", "\x1b[<0;10;6M\x1b[<0;10;6m",
    "\x1b[<65;50;9M", "\x1b[<64;9;9M",
]  # fmt: skip
SIZES = [(80, 24), (60, 20), (40, 10), (200, 60), (20, 5), (70, 12), (100, 30), (1, 1)]


@pytest.mark.parametrize("seed", SEEDS)
def test_two_escapes_and_a_query_show_its_answer_after_any_keys(run, bakery, seed):
    chance = random.Random(seed)
    terminal = run(bakery)
    terminal.wait_for("^Q quit")
    resize_at = set(chance.sample(range(KEYS), RESIZES))
    for step in range(KEYS):
        key = chance.choice(PRESSED)
        if key == "\x1b":  # alone, or it joins the next key
            terminal.type(key, 0.15)
        terminal.send(key)
        if step in resize_at:
            terminal.resize(*chance.choice(SIZES))
        terminal.pump(0.003)
        assert terminal.process.poll() is None, f"it ended after {step} keys, the last was {key!r}"
    terminal.resize(80, 24)
    terminal.settle(0.5)
    terminal.type("\x1b", 0.4)
    terminal.type("\x1b", 0.4)
    terminal.type("/", 0.4)
    for letter in "ref cus":
        terminal.type(letter, 0.1)
    fresh = run(bakery, "--query", "ref cus")
    fresh.wait_for("Open the till")
    assert terminal.settle() == fresh.settle()
