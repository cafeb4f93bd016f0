#!/usr/bin/env python3
"""What reading many entries costs: python tests/bench/scale.py [ENTRIES] [--runs N]

As many entries are written twice: a file for each, and all in one file. Each is read in a process of its own, N times, and
the median is told of: processor time to read the bytes, to decode and parse, and to index, and the most memory it took
(Linux). Beside it stands what reading the bytes alone costs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median

_RUN = """
import sys, time
from faqtui import sources
from faqtui.parsing import parse_library
from faqtui.search.build import build_index
marks = [time.process_time()]
files, errors = sources.read([sys.argv[1]])
marks.append(time.process_time())
library = parse_library([sources.decode(file) for file in files])
marks.append(time.process_time())
build_index(library)
marks.append(time.process_time())
status = dict(line.split(":", 1) for line in open("/proc/self/status"))
print(len(library.entries), *(b - a for a, b in zip(marks, marks[1:])), int(status["VmHWM"].split()[0]) * 1024 / 1e6)
"""


def entry(random: Random, words: list[str], number: int) -> tuple[str, str]:
    """A question and an answer of two paragraphs, a link, a list and a code block: about 850 characters."""

    def some(count: int) -> str:
        return " ".join(random.choices(words, k=count))

    link = f"See [the {some(1)} page](https://example.org/{number}) and `{some(1)}`."
    code = f"```sh\n{some(1)} --{some(1)}\n```"
    answer = [f"{some(30)}. {link}", code, f"- {some(8)}\n- {some(8)}", f"{some(30)}."]
    return f"How do I {some(6)} {number}?", "\n\n".join(answer)


def write(folder: Path, entries: int) -> tuple[Path, Path]:
    """Both forms: a directory of files in directories of a hundred, and one file in sections of a hundred."""
    random = Random(1)
    stems = ["pipe", "host", "token", "build", "image", "queue", "agent", "route", "secret", "volume", "cache", "shard"]
    words = [stem + end for stem in stems for end in ("", "s", "er", "ing", "ed", "let", "able", "less", "ful", "ness")]
    many, one = folder / "many", folder / "one.md"
    pages = []
    for number in range(entries):
        question, answer = entry(random, words, number)
        group = many / f"group-{number // 100}"
        group.mkdir(parents=True, exist_ok=True)
        (group / f"{number}.md").write_text(f"# {question}\n\n{answer}\n")
        pages.append(f"# Group {number // 100}\n\n" * (number % 100 == 0) + f"## {question}\n\n{answer}\n")
    one.write_text("\n".join(pages))
    return many, one


def main() -> None:
    """Write, run, print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("entries", nargs="?", type=int, default=7000)
    options.add_argument("--runs", type=int, default=3)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for path in write(Path(folder), given.entries):
            runs = []
            for _ in range(given.runs):
                command = [sys.executable, "-c", _RUN, str(path)]
                done = subprocess.run(command, capture_output=True, text=True, check=True)
                runs.append([float(figure) for figure in done.stdout.split()])
            entries, read, parse, index, memory = (median(column) for column in zip(*runs, strict=True))
            print(
                f"{path.name:<7} {entries:,.0f} entries: read {read:.2f} s, decode and parse {parse:.2f} s, index {index:.2f} s, "
                f"{memory:.0f} MB"
            )


if __name__ == "__main__":
    main()
