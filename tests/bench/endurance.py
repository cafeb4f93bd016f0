"""Long sessions hold no more at their end than after their first tenth.

``python tests/bench/endurance.py [--quick]``: 10,000 keys over all panes and pickers, 1,000 changes of the file that are
noticed by the program itself (some 22 minutes, side by side with the others), 1,000 resizes, each in a session of its own in
a real pseudo terminal, keys and resizes in secure mode as well. Prints after each tenth what the kernel says that the program
holds: memory, descriptors, threads. Ends with 1 where memory grew by more than 6 % after the first tenth, or a descriptor
came. ``--quick`` does a tenth of it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.enduring import Endurance, Held, growth

WORK = [
    ("keys", 10_000, False),
    ("keys", 10_000, True),
    ("reloads", 1000, False),
    ("resizes", 1000, False),
    ("resizes", 1000, True),
]
MOST_GROWTH = 0.06
"""Of the memory held after the first tenth. Tables of what was seen fill up, and the heap gets holes; a leak goes on."""


def run(what: str, count: int, secure: bool) -> list[Held]:
    """What is held after each tenth of a session."""
    with tempfile.TemporaryDirectory() as directory, Endurance(Path(directory), secure=secure) as session:
        figures = session.measured(getattr(session, what), count)
        session.terminal.send("\x11")
        assert session.terminal.wait_exit() == 0
        return figures


def main() -> int:
    """Run all sessions; 1 where one came to hold more."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of it")
    quick = parser.parse_args().quick
    grown = 0
    with ProcessPoolExecutor(len(WORK)) as pool:
        running = [(what, count // (10 if quick else 1), secure) for what, count, secure in WORK]
        for (what, count, secure), figures in zip(running, pool.map(run, *zip(*running, strict=True)), strict=True):
            more = growth(figures)
            wrong = more.memory > MOST_GROWTH * figures[0].memory or more.descriptors > 0
            grown += wrong
            print(
                f"{count:,} {what}{' in secure mode' * secure}: {', '.join(f'{one.memory:.1f}' for one in figures)} MB; "
                f"{figures[0].descriptors} descriptors and {more.descriptors:+d}, {figures[-1].threads} threads: "
                f"{'GROWS' if wrong else 'flat'} ({more.memory / figures[0].memory:+.1%})",
                flush=True,
            )
    return 1 if grown else 0


if __name__ == "__main__":
    sys.exit(main())
