#!/usr/bin/env python3
"""What a key costs: python tests/bench/speed.py [SIZE ...] [--queries N] [--all]

For each size a bank is made from a seed, and the filter's queries are typed letter by letter (half words, typos). Beside
this program run rapidfuzz WRatio over all questions (process.extract, limit 10, no cutoff), SQLite FTS5 (prefix query, bm25)
and, where it is installed, an fzf process per key, on the same machine and the same keys; ratios are of medians. Ten
questions are marked per key, as a screen does. Memory (Linux) is that of a process that only loads the saved library and
index. Above 20,000 entries the other systems run only with --all.
"""

from __future__ import annotations

import argparse
import gc
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.banks import library, typed
from faqtui.model import Library
from faqtui.search.build import build_index
from faqtui.search.searcher import Searcher
from faqtui.search.typing import Typing
from support.stored import save

_MEMORY = """
import sys, time
from faqtui.saved import library
from faqtui.search.searcher import Searcher
from faqtui.search.typing import Typing
begun = time.perf_counter()
index = library.load(__import__("pathlib").Path(sys.argv[1])).index()
ready = time.perf_counter()
typing = Typing(Searcher(index))
for key in sys.stdin.read().splitlines():
    ranking = typing.rank(key)
    for rank in range(min(10, len(ranking.positions))):
        ranking.matches(rank)
# Not ru_maxrss, which remembers the process that forked this one.
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print((ready - begun) * 1000, int(status["VmHWM"].split()[0]) * 1024 / 1e6)
"""


def times(run: Callable[[str], object], keys: list[str]) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    took = []
    for key in keys:
        begun = time.perf_counter()
        run(key)
        took.append((time.perf_counter() - begun) * 1000)
    took.sort()
    return took[len(took) // 2], took[int(len(took) * 0.95)]


def others(bank: Library) -> dict[str, Callable[[str], object]]:
    """The other systems, each as a function of a query."""
    from rapidfuzz import fuzz, process

    questions = [entry.question for entry in bank.entries]
    database = sqlite3.connect(":memory:")
    database.execute(
        "create virtual table faq using fts5(question, answer, tokenize='porter unicode61', prefix='1 2 3')"
    )
    database.executemany("insert into faq values (?, ?)", [(e.question, e.answer_text) for e in bank.entries])
    select = "select rowid from faq where faq match ? order by bm25(faq, 6, 1) limit 10"

    def fts5(query: str) -> object:
        words = re.findall(r"\w+", query)
        return database.execute(select, (" ".join(f'"{word}"*' for word in words),)).fetchall() if words else []

    found: dict[str, Callable[[str], object]] = {
        "rapidfuzz WRatio": lambda query: process.extract(query, questions, scorer=fuzz.WRatio, limit=10),
        "SQLite FTS5": fts5,
    }
    if shutil.which("fzf"):
        lines = "\n".join(questions)
        found["fzf process"] = lambda query: subprocess.run(
            ["fzf", "--filter", query], input=lines, capture_output=True, text=True, check=False
        )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[75, 7000, 100_000], metavar="SIZE")
    parser.add_argument("--queries", type=int, default=60, help="how many queries are typed")
    parser.add_argument("--all", action="store_true", help="the other systems at every size")
    args = parser.parse_args()
    for size in args.sizes:
        bank = library(size)
        begun = time.perf_counter()
        index = build_index(bank)
        built = time.perf_counter() - begun
        keys = typed(bank, args.queries)
        searcher = Searcher(index)
        gc.collect()
        gc.freeze()  # as the program does once it has started: else a collection looks through the whole bank now and then

        def search(query: str, typing: Typing = Typing(searcher)) -> object:  # noqa: B008 - one for each bank
            ranking = typing.rank(query)
            return [ranking.matches(rank) for rank in range(min(10, len(ranking.positions)))]

        median, slow = times(search, keys)
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory, "bank")
            save(path, bank, index=index)
            megabytes = path.stat().st_size / 1e6
            done = subprocess.run(
                [sys.executable, "-c", _MEMORY, str(path)],
                input="\n".join(keys),
                capture_output=True,
                text=True,
                check=True,
            )
        loaded, memory = map(float, done.stdout.split())
        print(f"{size:,} entries: index built in {built:.2f} s; saved {megabytes:.1f} MB, loaded in {loaded:.0f} ms")
        print(f"  {'faqtui':18}{median:9.2f} ms median{slow:9.2f} ms p95   {len(keys)} keys, {memory:.0f} MB")
        if size > 20_000 and not args.all:
            continue
        for name, run in others(bank).items():
            sample = keys[:: max(1, len(keys) // 60)]
            other, other_slow = times(run, sample)
            print(
                f"  {name:18}{other:9.2f} ms median{other_slow:9.2f} ms p95   {other / median:6.1f} x faqtui's median"
            )


if __name__ == "__main__":
    main()
