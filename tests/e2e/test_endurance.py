"""Long sessions in short: what a program holds stays the same; `tests/bench/endurance.py` has the long form.

So few of a kind have no tenth that would fill every table, so each is done again: the first round fills them. A round more may
fill another, or put off on a busy machine what is given back later; a leak adds to each round as much as to the one before.
"""

import sys
from pathlib import Path

import pytest

from support.enduring import Endurance, growth

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not tell what is held")

MOST_MB = 1.5
ROUNDS = 4
WORK = [
    ("keys", 120, False),
    ("keys", 120, True),
    ("reloads", 8, False),
    ("resizes", 60, False),
    ("resizes", 60, True),
]

LEAKING = """
import sys
from faqtui.tui.screens.main import MainScreen
from faqtui.__main__ import main

before, kept = MainScreen.before_key, []

def leak(self, key):
    kept.append((b"x" * 50_000 + bytes(1), open("/dev/null")))
    return before(self, key)

MainScreen.before_key = leak
sys.exit(main())
"""


def grown(session, what, count):
    """What one round more of the same adds, after the first: of up to `ROUNDS` the one that adds least."""
    work = getattr(session, what)
    held = session.measured(work, count)[-1]
    added = []
    while len(added) < ROUNDS and not (added and is_flat(added[-1])):
        figures = session.measured(work, count)
        added.append(growth([held, *figures]))
        held = figures[-1]
    session.terminal.send("\x11")
    assert session.terminal.wait_exit() == 0
    return min(added, key=lambda more: (not is_flat(more), more.memory))


def is_flat(more):
    """Whether it is no more than what a round may add; of threads one that watches files, copies or reads begins once."""
    return more.memory < MOST_MB and more.descriptors <= 0 and more.threads <= 1


@pytest.mark.parametrize(("what", "count", "secure"), WORK)
def test_nothing_more_is_held_after_more_of_the_same(tmp_path, what, count, secure):
    with Endurance(tmp_path, secure=secure, parts=2) as session:
        more = grown(session, what, count)
    assert is_flat(more), more


def test_a_leak_would_be_seen(tmp_path):
    leaking = tmp_path / "leaking.py"
    leaking.write_text(LEAKING)
    with Endurance(tmp_path, secure=False, parts=2, program=[sys.executable, leaking]) as session:
        more = grown(session, "keys", 40)
    assert more.descriptors > 5  # in each round
    assert more.memory > MOST_MB
