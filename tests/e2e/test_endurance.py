"""Long sessions in short: what a program holds stays the same; `tests/bench/endurance.py` has the long form.

So few of a kind have no tenth that would fill every table, so each is done twice: the first half fills them.
"""

import sys
from pathlib import Path

import pytest

from support.enduring import Endurance, growth

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not tell what is held")

MOST_MB = 1.5
WORK = [
    ("keys", 200, False),
    ("keys", 200, True),
    ("reloads", 8, False),
    ("resizes", 100, False),
    ("resizes", 100, True),
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
    """What is held more in a second half than at the end of the first, which was the same."""
    work = getattr(session, what)
    first = session.measured(work, count)[-1]
    more = growth([first, *session.measured(work, count)])
    session.terminal.send("\x11")
    assert session.terminal.wait_exit() == 0
    return more


@pytest.mark.parametrize(("what", "count", "secure"), WORK)
def test_nothing_more_is_held_after_more_of_the_same(tmp_path, what, count, secure):
    with Endurance(tmp_path, secure=secure, parts=2) as session:
        more = grown(session, what, count)
    assert more.descriptors <= 0
    assert more.threads <= 1  # one that watches files, one that copies, one that reads: each begins once
    assert more.memory < MOST_MB


def test_a_leak_would_be_seen(tmp_path):
    leaking = tmp_path / "leaking.py"
    leaking.write_text(LEAKING)
    with Endurance(tmp_path, secure=False, parts=2, program=[sys.executable, leaking]) as session:
        more = grown(session, "keys", 60)
    assert more.descriptors > 5
    assert more.memory > MOST_MB
