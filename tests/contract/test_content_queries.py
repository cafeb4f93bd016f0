"""What people type finds the answer in the packaged FAQ: a labelled set of queries, and every question half typed.

`queries.jsonl` holds rows of a query, its type and the questions that answer it (none where nothing should be found).
The floors are what was measured, less room for one or two queries to change places.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from faqtui import Faq, load
from faqtui.search.typing import Typing

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "queries.jsonl").read_text(encoding="utf-8").splitlines()
]

FLOORS = {
    "exact": 0.96,
    "half-typed": 0.96,
    "typo": 0.95,
    "abbreviation": 0.94,
    "paraphrase": 0.82,
    "whole question": 0.94,
    "identifier": 0.95,
    "error message": 1.0,
    "answer words only": 0.95,
    "nothing": 0.9,
}
"""The share of a type's queries whose first hit is right; of "nothing", those without a strong hit."""

OVERALL = 0.97
"""The share of all queries with an answer whose first hit is right."""


@cache
def faq() -> Faq:
    return load()


def first(query: str) -> str | None:
    result = faq().search(query, limit=1)
    return result[0].entry.question if len(result) else None


def right(row: dict[str, Any]) -> bool:
    if row["targets"]:
        return first(row["query"]) in row["targets"]
    return all(hit.weak for hit in faq().search(row["query"], limit=10))


def test_the_set_is_large_varied_and_names_questions_that_exist() -> None:
    assert len(ROWS) >= 140
    assert len({row["query"] for row in ROWS}) == len(ROWS)
    assert set(FLOORS) == {row["type"] for row in ROWS}
    assert min(Counter(row["type"] for row in ROWS).values()) >= 10
    questions = {entry.question for entry in faq().library.entries}
    asked = {target for row in ROWS for target in row["targets"]}
    assert asked == questions
    assert all(bool(row["targets"]) == (row["type"] != "nothing") for row in ROWS)


@pytest.mark.parametrize("kind", FLOORS)
def test_queries_of_each_type_find_their_answer_first(kind: str) -> None:
    rows = [row for row in ROWS if row["type"] == kind]
    missed = [f"{row['query']} -> {first(row['query'])}" for row in rows if not right(row)]
    assert 1 - len(missed) / len(rows) >= FLOORS[kind], "\n".join(missed)


def test_queries_of_all_types_together_find_their_answer_first() -> None:
    rows = [row for row in ROWS if row["targets"]]
    assert sum(map(right, rows)) / len(rows) >= OVERALL


def half_typed() -> dict[str, str]:
    """Each question with what a hurried user types for it: the first halves of its three rarest words, in order."""
    questions = [entry.question for entry in faq().library.entries]
    words = {question: re.findall(r"\w+", question.casefold()) for question in questions}
    seen = Counter(word for found in words.values() for word in set(found))
    typed = {}
    for question, found in words.items():
        rare = sorted(dict.fromkeys(word for word in found if len(word) > 2), key=lambda word: seen[word])[:3]
        typed[question] = " ".join(word[: max(3, (len(word) + 1) // 2)] for word in found if word in rare)
    return typed


def test_the_three_rarest_words_of_a_question_half_typed_find_it() -> None:
    typed = half_typed()
    missed = [f"{query} -> {first(query)}" for question, query in typed.items() if first(query) != question]
    assert len(missed) / len(typed) <= 0.05, "\n".join(missed)


def test_while_a_query_is_typed_its_answer_rarely_leaves_the_first_five() -> None:
    searcher = faq().searcher
    questions = [entry.question for entry in faq().library.entries]
    fell: dict[bool, list[str]] = {True: [], False: []}
    asked = [row for row in ROWS if row["targets"]]
    for row in asked:
        typing = Typing(searcher)
        was = {True: False, False: False}
        for end in range(1, len(row["query"]) + 1):
            text = row["query"][:end]
            for grown, ranking in ((True, typing.rank(text)), (False, searcher.rank(text))):
                here = any(questions[position] in row["targets"] for position in ranking.positions[:5])
                if was[grown] and not here and row["query"] not in fell[grown]:
                    fell[grown].append(row["query"])
                was[grown] = was[grown] or here
    assert len(fell[True]) <= 0.03 * len(asked), fell[True]
    assert len(fell[False]) <= 0.18 * len(asked), fell[False]
