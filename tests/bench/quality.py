#!/usr/bin/env python3
"""How often the right answer comes first: python tests/bench/quality.py BANK.md QUERIES.jsonl [--against] [--typing] [--misses]

Each line of the query file is {"query", "type", "targets"}: questions of the bank that answer it, none where nothing should be
found. A query is right when a target is first (P@1; different questions count once), one without targets when no hit is strong.
--against puts other ways to search the questions beside it; --typing types every query letter by letter, through what the
screen uses and each beginning by itself, and counts those during which a target that was among the first five falls out again.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sqlite3
import subprocess
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from faqtui import load
from faqtui.model import Library
from faqtui.search.build import build_index
from faqtui.search.results import Ranking
from faqtui.search.searcher import Searcher
from faqtui.search.typing import Typing

Rows = list[dict[str, Any]]
Search = Callable[[str], list[str]]
"""A query to questions, best first."""


def plain(text: str) -> str:
    """A question as it is compared."""
    return re.sub(r"\s+", " ", text.replace("`", "")).strip().lower()


def different(questions: list[str], count: int) -> list[str]:
    """The first different questions."""
    return list(dict.fromkeys(map(plain, questions)))[:count]


def own(rank: Callable[[str], Ranking], library: Library) -> Search:
    """This program; where no hit is strong, nothing is promised."""

    def search(query: str) -> list[str]:
        return [library.entries[position].question for position in rank(query).positions[:60]]

    return search


def others(library: Library) -> dict[str, Search]:
    """What else one could search the same questions with."""
    from rapidfuzz import fuzz, process

    questions = [entry.question for entry in library.entries]

    def fuzzy(scorer: Any) -> Search:
        return lambda query: [question for question, _, _ in process.extract(query, questions, scorer=scorer, limit=60)]

    found: dict[str, Search] = {"WRatio": fuzzy(fuzz.WRatio), "token_set": fuzzy(fuzz.token_set_ratio)}
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table faq using fts5(question, answer, tokenize='porter unicode61')")
    database.executemany("insert into faq values (?, ?)", [(e.question, e.answer_text) for e in library.entries])

    def fts5(query: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        select = "select question from faq where faq match ? order by bm25(faq, 6, 1), rowid limit 60"
        return [row[0] for row in database.execute(select, (words,))] if words else []

    found["fts5 bm25"] = fts5
    if shutil.which("fzf"):
        lines = "\n".join(questions)
        found["fzf"] = lambda query: subprocess.run(
            ["fzf", "--filter", query], input=lines, capture_output=True, text=True, check=False
        ).stdout.splitlines()[:60]
    return found


def measure(search: Search, rows: Rows) -> dict[str, tuple[int, float, float]]:
    """For each type of query: how many, P@1 and P@5."""
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row in rows:
        found = different(search(row["query"]), 5)
        targets = set(map(plain, row["targets"]))
        cell = table[row["type"]]
        cell[0] += 1
        cell[1] += bool(found) and found[0] in targets
        cell[2] += not targets.isdisjoint(found)
    return {type_: (n, one / n, five / n) for type_, (n, one, five) in table.items()}


class Typed(NamedTuple):
    """What typing the queries gave: the share of those during which a target left the first five, and P@1 and P@5 at the end."""

    falls: float
    first: float
    five: float


def typing(begin: Callable[[], Search], rows: Rows) -> Typed:
    """Type every query letter by letter, each into a search of its own; a target that comes back has fallen all the same."""
    fell = first = five = 0
    for row in rows:
        targets = set(map(plain, row["targets"]))
        search = begin()
        was = out = here = False
        found: list[str] = []
        for end in range(1, len(row["query"]) + 1):
            found = different(search(row["query"][:end]), 5)
            here = not targets.isdisjoint(found)
            out = out or (was and not here)
            was = was or here
        fell += out
        first += bool(found) and found[0] in targets
        five += here
    return Typed(fell / len(rows), first / len(rows), five / len(rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bank")
    parser.add_argument("queries")
    parser.add_argument("--against", action="store_true", help="other systems beside this one")
    parser.add_argument(
        "--typing", action="store_true", help="count queries whose target falls out while they are typed"
    )
    parser.add_argument("--misses", action="store_true", help="list the queries whose target is not first")
    args = parser.parse_args()
    library = load(args.bank).library
    searcher = Searcher(build_index(library))
    rows: Rows = [json.loads(line) for line in Path(args.queries).read_text(encoding="utf-8").splitlines()]
    asked = [row for row in rows if row["targets"]]
    search = own(searcher.rank, library)
    columns = {"faqtui": measure(search, asked)}
    if args.against:
        columns |= {name: measure(other, asked) for name, other in others(library).items()}
    print(f"{'type':20}{'n':>5}{'P@5':>7}" + "".join(f"{name:>11}" for name in columns) + "   (P@1)")
    for type_, (count, _, five) in columns["faqtui"].items():
        print(f"{type_:20}{count:5}{five:7.3f}" + "".join(f"{column[type_][1]:11.3f}" for column in columns.values()))
    nothing = [row for row in rows if not row["targets"]]
    if nothing:
        right = sum(searcher.rank(row["query"]).weak for row in nothing)
        print(f"{'nothing':20}{len(nothing):5}{'':7}{right / len(nothing):11.3f}   (no strong hit)")
    if args.typing:
        for name, begin in (
            ("as in the screen", lambda: own(Typing(searcher).rank, library)),
            ("by itself", lambda: search),
        ):
            typed = typing(begin, asked)
            print(
                f"typed, {name}: a target falls out of the first five in {typed.falls:.3f} of {len(asked)} queries; "
                f"at the end P@1 {typed.first:.3f}, P@5 {typed.five:.3f}"
            )
    if args.misses:
        for row in asked:
            found = different(search(row["query"]), 1)
            if not found or found[0] not in set(map(plain, row["targets"])):
                print(f"  {row['type']:18} {row['query'][:60]!r} -> {found[0][:70] if found else 'nothing'!r}")


if __name__ == "__main__":
    main()
