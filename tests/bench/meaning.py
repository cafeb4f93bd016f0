#!/usr/bin/env python3
"""What finding by meaning costs: python tests/bench/meaning.py [ENTRIES] [--entries-timed N] [--bank BANK.md QUERIES.jsonl]

With the model of packages/meaning installed, or named by PYTHONPATH. A FAQ of ENTRIES entries of made-up words is given random
vectors, so that looking for something in it costs what it would. Told of: processor time to load the model and to make a vector,
from which follows how long ENTRIES take; a query by words alone and by meaning beside it, in turns; memory before, with the
model loaded, and while vectors are made; how late a thread comes that wakes every millisecond, as the screen does with a key,
while sentences are looked for, and beside nothing. With --bank: how often the right answer comes first with and without (P@1),
and how many queries without targets have a strong hit.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from threading import Event
from time import perf_counter, process_time, sleep
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from scale import write

from faqtui.faq import Faq, load
from faqtui.host.threads import begin, giving_way
from faqtui.search.meaning.entry_text import entry_text
from faqtui.search.meaning.vectors import Vectors

SENTENCES = (
    "how do I bring the old version of a service back after a bad release",
    "somebody cannot sign in any more since this morning",
    "which files are needed to move everything to another machine",
    "why does the second step take so much longer than the first",
)


def memory_mb(which: str = "VmRSS") -> float:
    """Memory of this process (Linux)."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(which):
            return int(line.split()[1]) / 1024
    return 0.0


def costs(entries: int, timed: int) -> None:
    """Print what loading, making vectors and queries cost."""
    with tempfile.TemporaryDirectory() as directory:
        _, path = write(Path(directory), entries)
        faq = load(path)
    faq.searcher.rank(SENTENCES[0])
    meaning, before, started = faq.meaning, memory_mb(), process_time()
    if meaning is None or not meaning.load():
        sys.exit("no model is installed; PYTHONPATH can name the place of one")
    embedder = meaning._embedder
    assert embedder is not None
    embedder.query(SENTENCES[0])
    print(f"load {process_time() - started:5.2f} s of processor time, {memory_mb() - before:4.0f} MB more")
    fill(faq, embedder)
    words, meant = [], []
    for _ in range(10):
        for sentence in SENTENCES:
            words.append(taken(faq, sentence, by_meaning=False))
            meant.append(taken(faq, sentence, by_meaning=True))
    one, other = median(words) * 1000, median(meant) * 1000
    print(f"query of {entries:,} entries: {one:.1f} ms by words, {other:.1f} ms by meaning too, {other / one:.1f} x")
    print(f"memory {memory_mb() - before:4.0f} MB more with {entries:,} vectors")
    texts = [entry_text(entry) for entry in faq.library.entries[:timed]]
    started = process_time()
    embedder.texts(texts)
    each = (process_time() - started) / len(texts)
    print(f"vectors {1 / each:4.0f} a second: 49 in {49 * each:.1f} s, {entries:,} in {entries * each:.0f} s")
    print(
        f"memory {memory_mb('VmHWM') - before:4.0f} MB more at most, while vectors are made, which another process does"
    )
    asking = lateness(lambda: [taken(faq, sentence, by_meaning=True) for sentence in 5 * SENTENCES])
    for what, late in (("nothing", lateness(lambda: sleep(0.5))), ("sentences", asking)):
        print(
            f"late beside {what:9} by {median(late):5.1f} ms, one in a hundred by {late[-1 - len(late) // 100]:5.1f} ms"
        )


def fill(faq: Faq, embedder: Any) -> None:
    """Give each entry a vector without making it."""
    import numpy as np

    vectors = Vectors(len(faq.library.entries), embedder.size)
    rows = np.random.default_rng(1).normal(size=(len(vectors), embedder.size)).astype(np.float32)
    vectors.put(range(len(vectors)), rows)
    assert faq.meaning is not None
    faq.meaning._vectors = vectors


def lateness(work: Callable[[], object]) -> list[float]:
    """By how many milliseconds a thread that sleeps for one came late, in order, while another worked as for the screen."""
    over = Event()

    def run() -> None:
        with giving_way():
            work()
        over.set()

    late: list[float] = []
    begin(run)
    while not over.is_set():
        started = perf_counter()
        sleep(0.001)
        late.append((perf_counter() - started) * 1000 - 1)
    return sorted(late)


def taken(faq: Faq, sentence: str, *, by_meaning: bool) -> float:
    """The processor time of a query."""
    started = process_time()
    list(faq.search(sentence, finished=True, by_meaning=by_meaning))
    return process_time() - started


def quality(bank: Path, queries: Path) -> None:
    """Print how often the right answer comes first."""
    faq = load(bank)
    rows = [json.loads(line) for line in queries.read_text(encoding="utf-8").splitlines()]
    if faq.meaning is not None:
        faq.meaning.complete()

    def plain(text: str) -> str:
        return re.sub(r"\s+", " ", text.replace("`", "")).strip().lower()

    for by_meaning in (False, True):
        right = strong = wanted = 0
        for row in rows:
            found = faq.search(row["query"], finished=True, by_meaning=by_meaning)
            if row["targets"]:
                wanted += 1
                right += bool(len(found)) and plain(found[0].entry.question) in map(plain, row["targets"])
            else:
                strong += found.total > 0
        told = f"{right / max(wanted, 1):.3f} of {wanted}, {strong} of {len(rows) - wanted} without an answer strong"
        print(f"{'by meaning too' if by_meaning else 'by words':16}P@1 {told}")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entries", nargs="?", type=int, default=7000)
    parser.add_argument("--entries-timed", type=int, default=200)
    parser.add_argument("--bank", nargs=2, type=Path)
    given = parser.parse_args()
    if given.bank:
        quality(*given.bank)
    else:
        costs(given.entries, given.entries_timed)


main()
