"""Folds with titles of groups, above questions in bold, in lists or with labels: categories, as those of headings are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from faqtui.parsing.questions.candidate import PSEUDO_LEVEL, Candidate
from faqtui.parsing.questions.wording import is_generic, part_of_answer

_WRITTEN = frozenset({"q", "bold", "lead", "item"})


def take_groups(found: Sequence[Candidate], lines: Sequence[str]) -> None:
    """Make categories of the folds that begin with a question, where most folds do, none asks, and no question comes again.

    <details><summary>Money</summary>
    **Q: What is a thaler?** ...

    Where most come again, in folds with problems for titles, they are parts of what is said to these.
    """
    folds = [c for c in found if c.style == "container"]
    titled = [fold for fold in folds if fold.stop and fold.plain and not is_generic(fold.plain)]
    if not titled or any(fold.asks for fold in folds):
        return
    written = [c for c in found if c.style in _WRITTEN]
    starts = [c.line for c in written]
    begun: list[tuple[Candidate, list[Candidate]]] = []
    for fold in titled:
        inside = written[bisect_left(starts, fold.line) : bisect_left(starts, fold.stop or 0)]
        if inside and _begins(fold, inside[0], lines):
            begun.append((fold, inside))
    asked = Counter({c.line: c.plain for _, inside in begun for c in inside if c.asks}.values())
    again = sum(count for count in asked.values() if count > 1)
    if len(begun) > 1 and 2 * again > asked.total():
        for question in (c for _, inside in begun for c in inside if asked[c.plain] > 1):
            question.asks = False
    groups = [(fold, inside) for fold, inside in begun if _is_group(inside)]
    if again or asked.total() < 2 or 2 * len(groups) < len(titled):
        return
    for fold, inside in groups:
        fold.style, fold.level = "heading", PSEUDO_LEVEL - 1
        for question in inside:  # its answer ends where the fold does
            question.stop, question.closing, question.head = fold.stop, fold.closing, fold.head
        fold.stop, fold.closing, fold.head = None, 0, ""


def _is_group(inside: Sequence[Candidate]) -> bool:
    """Whether most of what stands in a fold asks, and is named as no part of an answer."""
    asking = {c.line for c in inside if c.asks and not part_of_answer(c.plain)}
    return 2 * len(asking) > len({c.line for c in inside})


def _begins(fold: Candidate, first: Candidate, lines: Sequence[str]) -> bool:
    return first.asks and not fold.tail and not any(line.strip() for line in lines[fold.after : first.line])
